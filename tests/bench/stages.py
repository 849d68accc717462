"""How long each stage of the engine takes for many dossiers, beside the whole build.

CPU seconds of one process, the stages in turn, each in the same run: machines are noisy, so it is
the ratios that count. `python -m tests.bench.stages [DOSSIERS]`, 500 if not said.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from dossier.lint import all_rules, lint
from dossier.lint.cache import forget
from dossier.lint.card import cards
from dossier.lint.file_view import file_views
from dossier.load.assemble import assemble
from dossier.load.tree import read_tree
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.prose.markdown import parse, parse_inline
from dossier.prose.passages import passages
from dossier.prose.scan import may_mention
from dossier.prose.statements import statements
from dossier.render.frame import Frame
from dossier.render.site import renderer_of
from dossier.render.workspace import render_workspace
from dossier.settings import Settings
from tests.bench.generate import generate
from tests.bench.serving import serving
from tests.bench.shares import shares
from tests.bench.startup import startup

Result = TypeVar("Result")
Item = TypeVar("Item")
EDITS = 9


def main() -> None:
    startup()
    dossiers = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        generate(root, dossiers=dossiers, records=500)
        size = sum(path.stat().st_size for path in root.glob("content/**/*.*")) / 1e6
        print(f"{dossiers} dossiers × 12 rows × 2.5 links, 500 records, {size:.1f} MB; CPU seconds")
        settings = Settings(root, root / "content", audience=Audience.PRIVATE)
        total = engine(settings)
        mkdocs(root, total)
        serving(root, dossiers)
    shares()


def engine(settings: Settings) -> float:
    tree = timed("read and parse files", lambda: read_tree(settings.content, settings.root))
    library, _ = timed("filter, validate", lambda: assemble(tree, settings.audience))
    frame = timed("coverage", lambda: Frame.of(library, settings.as_of, directory_urls=True))
    timed("parse the prose and text fields once", lambda: read_all(library))
    rules(library, settings)
    edit(settings)
    renderer = renderer_of(frame, settings.templates)
    timed("render the private site", lambda: render_workspace(renderer))
    return time.process_time()


def rules(library: Library, settings: Settings) -> None:
    """Print what lint takes with nothing known, then its costly parts one by one."""
    forget()
    timed("lint in all, prose parsed before", lambda: lint(library, settings.as_of))
    views = tuple(file_views(library))
    texts = tuple(passage for view in views for passage in view.passages)
    every = tuple(card for view in views for card in cards(view.standings, view.passages))
    timed("  read the statements", lambda: [tuple(statements(passage)) for passage in texts])
    timed("  judge their figures, statements read again", lambda: [c.statements for c in every])
    for rule in all_rules():
        read = rule.across.read if rule.across else rule.check
        if read:
            timed(f"  {rule.code}", partial(_every, read, views))
        if rule.in_card:
            timed(f"  {rule.code}, of cards", partial(_every, rule.in_card, every))


def _every(read: Callable[[Any], Iterable[object]], views: Iterable[object]) -> None:
    for view in views:
        tuple(read(view))


def edit(settings: Settings) -> None:
    """Print how long lint takes after an edit of one dossier, and after one of a record."""
    edited = settings.content / "applications/company-0000/index.md"
    record = settings.content / "evidence/topic-000.yml"
    for name, path, line in (("dossier", edited, "And more.\n"), ("record", record, "# more\n")):
        taken: list[float] = []
        for _ in range(EDITS if path is edited else 1):
            path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
            library, _ = assemble(read_tree(settings.content, settings.root), settings.audience)
            start = time.process_time()
            lint(library, settings.as_of)
            taken.append(1000 * (time.process_time() - start))
        print(f"{median(taken):8.0f}  ms to lint after an edit of one {name}")


def read_all(library: Library) -> None:
    for passage in passages(library):
        if passage.path is None:
            parse(passage.text)
        elif may_mention(passage.text):
            parse_inline(passage.text)


def timed(name: str, work: Callable[[], Result]) -> Result:
    start = time.process_time()
    result = work()
    print(f"{time.process_time() - start:8.2f}  {name}")
    return result


def mkdocs(root: Path, engine_seconds: float) -> None:
    """Build the private site in a process of its own and compare."""
    out = root.parent / f"{root.name}-private"
    before = os.times()
    command = [sys.executable, "-m", "dossier", "build", "--private", str(out)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    after = os.times()
    seconds = after.children_user + after.children_system
    seconds -= before.children_user + before.children_system
    print(f"{seconds:8.2f}  the whole private build with MkDocs, which includes the above")
    print(f"{engine_seconds:8.2f}  this process in all: {engine_seconds / seconds:.0%} of it")


if __name__ == "__main__":
    main()
