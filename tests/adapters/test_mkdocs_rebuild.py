"""What is served after an edit is what a clean build would be, byte for byte."""

import gc
import hashlib
import random
import time
from datetime import date
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import TemplateSyntaxError
from mkdocs.config import load_config
from mkdocs.structure.pages import Page as MkDocsPage

from dossier.adapters import mkdocs_rebuild
from dossier.adapters.mkdocs_rebuild import _is_updated, _update, is_understood, surroundings
from dossier.adapters.mkdocs_run import Run
from dossier.build import Site
from dossier.load.assemble import assemble
from dossier.plain import file_states, kept_readings
from dossier.plain.errors import ConfigError
from dossier.settings import Settings
from tests.adapters.edits import Author
from tests.adapters.served import Served, clean
from tests.sites import DAY, project

_NUMBERS = count()
TICK = 0.02
"""How many seconds a file system may take for one moment, as far as these tests go."""


@pytest.fixture(autouse=True)
def _quick_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    for module in (file_states, kept_readings):
        monkeypatch.setattr(module, "SETTLED", int(TICK * 1e9))


def start(folder: Path, seed: int) -> tuple[Author, Served]:
    """Return somebody who edits a project, and its server."""
    root = project(folder / "x", {})
    (root / "overrides").unlink()
    (root / "overrides").mkdir()
    author = Author(root, random.Random(seed))  # noqa: S311 - edits are no secret
    author.begin()
    for name in ("served", "clean"):
        (folder / name).mkdir()
    time.sleep(2 * TICK)
    served = Served(root, folder / "served")
    served.start()
    return author, served


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(n for n in {*one, *other} if one.get(n) != other.get(n))


@pytest.mark.parametrize(
    ("seed", "edits"),
    # In fifteen edits the same lines run as in sixty.
    [(1, 15), *(pytest.param(seed, 100, marks=pytest.mark.long) for seed in range(1, 12))],
)
def test_served_site_is_a_clean_build_after_each_edit(
    seed: int, edits: int, tmp_path: Path
) -> None:
    author, served = start(tmp_path, seed)
    rounds = 0
    while len(author.done) < edits:
        rounds += 1
        for _ in range(author.dice.choice((1, 2, 2))):
            author.edit()
        time.sleep(2 * TICK)
        served.rebuild()
        found = differing(served.files(), clean(author.root, tmp_path / "clean"))
        assert not found, "\n".join([*author.done, *found])
    assert served.wholes < rounds * 3 / 4


def test_what_is_saved_while_a_site_is_built_is_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    author, served = start(tmp_path, 1)

    def saving(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as it is
        author.edit()
        return assemble(*given, **named)

    for _ in range(4):
        author.edit()
        with monkeypatch.context() as patched:
            patched.setattr("dossier.build.assemble", saving)
            served.rebuild()
        time.sleep(2 * TICK)
        served.rebuild()
        assert not differing(served.files(), clean(author.root, tmp_path / "clean")), author.done


def test_new_content_is_put_into_the_frame_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    author, served = start(tmp_path, 1)
    built: list[str] = []
    build = vars(mkdocs_rebuild)["_build_page"]

    def watched(page: MkDocsPage, *given: Any) -> None:  # noqa: ANN401 - as it is
        built.append(page.file.src_uri)
        build(page, *given)

    monkeypatch.setattr(mkdocs_rebuild, "_build_page", watched)
    acme, hooli = (f"applications/{name}/index.md" for name in ("acme", "hooli"))
    frame = author.root / "overrides/fragments/private.html"
    for name, slot, value, again in (
        (acme, "notes", "Other words.", set()),
        (acme, "title", "Manager", {acme}),
        (acme, "notes", "## More\n\nWords.", {acme}),
        ("about.md", "text", "More text.", {"about.md"}),
        ("index.md", "text", "# Who\n\nMore.", {"index.md"}),
        (hooli, "notes", "Other words.", set()),
        ("", "", "", None),
        (acme, "notes", "Plain words.", {acme}),
    ):
        if name:
            author.filled[name][slot] = value
            author._save(name)
        else:
            frame.parent.mkdir()
            frame.write_text(
                "{% if page is defined and page %}{{ page.content | length }}{% endif %}"
            )
        time.sleep(2 * TICK)
        built.clear()
        served.rebuild()
        assert again is None or {*built} - {"problems.md"} >= again, value
        assert again != set() or acme not in built
        found = differing(served.files(), clean(author.root, tmp_path / "clean"))
        assert not found, (name, value)


def test_an_edit_leaves_nothing_of_what_was_there_before(tmp_path: Path) -> None:
    author, served = start(tmp_path, 1)
    for words in ("One.", "Two.", "Three."):
        gc.collect()
        gc.disable()
        try:
            author.filled["applications/acme/index.md"]["notes"] = words
            author._save("applications/acme/index.md")
            time.sleep(2 * TICK)
            served.rebuild()
            assert gc.collect() == 0
        finally:
            gc.enable()
    assert [type(each) for each in gc.get_objects()].count(Site) == 1


def test_what_nobody_understands_is_built_whole(tmp_path: Path) -> None:
    root = project(tmp_path / "x")
    known = load_config(str(root / "mkdocs.yml"))
    assert is_understood(known)
    (tmp_path / "own").mkdir()
    (tmp_path / "own/main.html").touch()
    (root / "more.py").write_text("def on_env(env, **_): return env\n")
    for changed in (
        {"plugins": ["search"]},
        {"hooks": ["hooks/mkdocs_hooks.py", "more.py"]},
        {"markdown_extensions": ["pymdownx.snippets"]},
        {"extra_templates": ["a.html"]},
        {"theme": {"name": "material", "custom_dir": str(tmp_path / "own")}},
        {"theme": {"name": "material", "static_templates": ["main.html"]}},
    ):
        site = project(tmp_path / f"y{next(_NUMBERS)}" / "x", config=changed)
        (site / "more.py").write_text((root / "more.py").read_text())
        assert not is_understood(load_config(str(site / "mkdocs.yml"))), changed


def test_surroundings_that_are_not_all_known_are_always_new(tmp_path: Path) -> None:
    root = project(tmp_path / "x")
    time.sleep(2 * TICK)
    config = load_config(str(root / "mkdocs.yml"))
    assert surroundings(config) == surroundings(config) is not None
    (root / "parent.yml").write_text((root / "mkdocs.yml").read_text())
    (root / "mkdocs.yml").write_text("INHERIT: parent.yml\n")
    time.sleep(2 * TICK)
    assert surroundings(load_config(str(root / "mkdocs.yml"))) is None


@pytest.mark.parametrize(
    ("engine", "known"), [("mkdocs", "1a56eb3d84fcc19b"), ("properdocs", "2878783199b71704")]
)
def test_engine_is_the_one_whose_insides_are_leaned_on(engine: str, known: str) -> None:
    """Fail when an engine changes: then look through mkdocs_rebuild.py, and renew this."""
    spec = find_spec(engine)
    assert spec and spec.origin  # noqa: PT018 - one thought
    leaned_on = ("commands/build.py", "commands/serve.py", "structure/pages.py")
    texts = ((Path(spec.origin).parent / name).read_bytes() for name in leaned_on)
    assert hashlib.sha256(b"".join(texts)).hexdigest()[:16] == known


def test_a_day_later_and_before_anything_was_built_all_is_built() -> None:
    built: Any = SimpleNamespace(around=object(), config=None)
    later = Settings(root=Path(), content=Path("content"), as_of=date(2020, 1, 1))
    for settings in (None, later):
        assert not _update(Run(settings=settings), built, lambda *_: None)


def test_a_template_that_does_not_draw_is_told_by_a_whole_build_and_a_fault_of_ours_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    faults: list[Exception] = [
        TemplateSyntaxError("unexpected", 3, "main.html"),
        ZeroDivisionError(),
    ]
    told = ConfigError("main.html:3: unexpected")
    monkeypatch.setattr(
        mkdocs_rebuild,
        "fault_in_template",
        lambda e: told if isinstance(e, TemplateSyntaxError) else None,
    )

    def fail(*_: object) -> bool:
        raise faults.pop(0)

    monkeypatch.setattr(mkdocs_rebuild, "_update", fail)
    run: Any = Run()
    assert not _is_updated(run, run, lambda *_: None)
    with pytest.raises(ZeroDivisionError):
        _is_updated(run, run, lambda *_: None)
