"""What can be seen of a build, two builds compared, and whom to blame for a difference."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from dossier.assistants.context import context_of
from dossier.assistants.context_text import context_text
from dossier.assistants.context_values import Purpose
from dossier.assistants.lookup import known_ids, look_up
from dossier.assistants.projection import one_dossier
from dossier.assistants.searching import search
from dossier.exporting.data import data_of, spell_data
from dossier.exporting.tables import evidence, proof_points, spell_table
from dossier.lint import lint
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.publishing.hidden_lines import without_hidden_lines
from dossier.render.page import AuthorPage
from dossier.render.site import renderer_of
from dossier.settings import Settings
from dossier.sharing.document import SharedView
from tests.builders import AS_OF
from tests.patience import PATIENCE
from tests.secrecy.corpus import State
from tests.secrecy.mutate import Edit, changed
from tests.sites import DAY, files_of, invoke
from tests.views import build, shared_view, view

Seen = Mapping[str, bytes]
Observe = Callable[[State], Seen]
Ended = tuple[bytes, bytes, int]
"""What a command wrote on stdout and on stderr, and its exit code."""
ENVIRONMENT = {
    "SOURCE_DATE_EPOCH": DAY,
    "TZ": "UTC",
    "PYTHONHASHSEED": "0",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "NO_MKDOCS_2_WARNING": "1",
}
_SECONDS = re.compile(rb"built in [0-9.]+ seconds")


@dataclass(frozen=True, slots=True)
class Difference:
    """A byte that another value of a hidden field changes."""

    fields: tuple[str, ...]
    file: str
    offset: int

    def __str__(self) -> str:
        return f"{' + '.join(self.fields)} -> {self.file} -> {self.offset}"


def settings_at(root: Path, audience: Audience = Audience.PUBLIC) -> Settings:
    """Return the settings of a build without an engine."""
    return Settings(root, root / "content", audience=audience, as_of=AS_OF)


def by_command(root: Path) -> Ended:
    """Build a project in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env=_environment(root),
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    return done.stdout, done.stderr, done.returncode


def in_process(root: Path) -> Ended:
    """Build a project as the command does, in this process, in a third of the time."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in _environment(root).items():
            patch.setenv(name, value)
        done = invoke(root, "--strict")
    return done.stdout_bytes, done.stderr_bytes, done.exit_code


def _environment(root: Path) -> dict[str, str]:
    return ENVIRONMENT | {"PATH": "/usr/bin:/bin", "HOME": str(root)}


def seen_by_engine(root: Path, build_site: Callable[[Path], Ended] = by_command) -> Observe:
    """Return a way to see all of a real build: files, both outputs, the exit code."""

    def observe(state: State) -> Seen:
        state.write(root)
        stdout, stderr, code = build_site(root)
        said = {"(stdout)": stdout, "(stderr)": _SECONDS.sub(b"built", stderr)}
        return {**files_of(root / "site"), **said, "(exit)": str(code).encode()}

    return observe


def seen_in_process(root: Path) -> Observe:
    """Return a way to see all that a build hands to the engine."""

    def observe(state: State) -> Seen:
        state.write(root)
        return dict(_parts(root))

    return observe


def _parts(root: Path) -> Iterator[tuple[str, bytes]]:
    site = build(settings_at(root))
    for position, page in enumerate(site.files.pages):
        parts: list[object] = [position, page.title, page.description, page.in_nav, page.preview]
        if isinstance(page, AuthorPage):
            parts += [page.markdown, page.placeholders, page.before, page.after, page.meta]
        else:
            parts += [page.html, page.headings, page.layout]
        yield page.path, "\n".join(map(str, parts)).encode()
    yield from ((name, text.encode()) for name, text in site.files.files)
    yield from site.assets.items()
    yield "(problems)", "\n".join(map(str, site.diagnosis.problems)).encode()


def view_of(root: Path) -> SharedView:
    """Return what all recipients may see of the site at a root."""
    settings = settings_at(root, Audience.SHARED)
    return shared_view(settings)


def seen_by_recipient(root: Path, dossier: str, role: str | None = None) -> Observe:
    """Return a way to see what is sealed for a dossier's recipient."""

    def observe(state: State) -> Seen:
        state.write(root)
        document = view_of(root).document(dossier, role, page=f"s/{'a' * 26}/index.md")
        parts = ("title", "lang", "css", "html")
        return {part: str(getattr(document, part)).encode() for part in parts}

    return observe


def seen_by_assistant(root: Path, dossier: str) -> Observe:
    """Return a way to see all that an assistant is told of a dossier."""

    def observe(state: State) -> Seen:
        state.write(root)
        return dict(_told(root, dossier))

    return observe


def _told(root: Path, dossier: str) -> Iterator[tuple[str, bytes]]:
    library = view(settings_at(root, Audience.ASSISTANT)).library
    for purpose in Purpose:
        found = context_of(one_dossier(library, dossier), purpose, None, AS_OF)
        yield f"{purpose}.txt", context_text(found).encode()
        yield f"{purpose}.json", json.dumps(found.as_json()).encode()
    yield from _asked(one_dossier(library, dossier).library)


def _asked(seen: Library) -> Iterator[tuple[str, bytes]]:
    """Yield what an assistant is told that asks for every id, for words, and for what is wrong."""
    for name in known_ids(seen):
        for found in look_up(seen, name, AS_OF):
            yield f"show {found.kind} {name}", "\n".join(found.without_lines().lines()).encode()
    for word in ("a", "one", "lab", "open"):
        hits, count = search(seen, word)
        texts = (f"{hit.where.partition(':')[0]} {hit.audience} {hit.text}" for hit in hits)
        yield f"search {word}", "\n".join([*texts, str(count)]).encode()
    problems = map(without_hidden_lines, lint(seen, AS_OF))
    yield "check", "\n".join(map(str, problems)).encode()


def seen_as_data(root: Path, audience: Audience) -> Observe:
    """Return a way to see all that is exported as data, and what all forms are given."""

    def observe(state: State) -> Seen:
        state.write(root)
        seen = view(settings_at(root, audience))
        plain = renderer_of(seen.frame, seen.settings.templates).plain
        return {
            "data.json": spell_data(data_of(seen.library)).encode(),
            "evidence.csv": spell_table(evidence(seen.library, plain)).encode(),
            "points.csv": spell_table(proof_points(seen.library, plain)).encode(),
        }

    return observe


def difference(one: Seen, other: Seen) -> tuple[str, int] | None:
    """Return the first file that is not alike, and where it is not."""
    for name in sorted(one.keys() | other.keys()):
        mine, theirs = one.get(name), other.get(name)
        if mine is None or theirs is None:
            return name, 0
        if mine != theirs:
            pairs = enumerate(zip(mine, theirs, strict=False))
            end = min(len(mine), len(theirs))
            return name, next((at for at, (a, b) in pairs if a != b), end)
    return None


def blame(
    state: State, control: Seen, edits: Sequence[Edit], observe: Observe
) -> Difference | None:
    """Make edits; if they can be seen, halve them until no fewer will do."""

    def look(wanted: Sequence[Edit]) -> tuple[str, int] | None:
        return difference(control, observe(changed(state, tuple(wanted))))

    found = look(edits)
    if found is None:
        return None
    left, parts = list(edits), 2
    while len(left) > 1:
        size = -(-len(left) // parts)
        pieces = [left[at : at + size] for at in range(0, len(left), size)]
        rests = [[e for e in left if e not in piece] for piece in pieces]
        smaller = next(((p, seen) for p in (*pieces, *rests) if p and (seen := look(p))), None)
        if smaller:
            left, found, parts = smaller[0], smaller[1], 2
        elif size == 1:
            break
        else:
            parts = min(parts * 2, len(left))
    return Difference(tuple(edit.field for edit in left), *found)
