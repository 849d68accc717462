"""What the guides say of the repository is so: paths, links, rooms, the list of decisions."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dossier.cli import main
from tests.builders import REPOSITORY
from tests.test_layout import FLOORS, PACKAGE

DECISIONS = REPOSITORY / "docs" / "decisions"
GUIDES = [
    *(REPOSITORY / f"{name}.md" for name in ("ARCHITECTURE", "CONTRIBUTING", "README", "SECURITY")),
    *sorted(DECISIONS.glob("*.md")),
    *sorted((REPOSITORY / "docs" / "guides").glob("*.md")),
]
SUBJECTS = [guide for guide in GUIDES if guide.parent == DECISIONS and guide.name != "README.md"]
WRITTEN_ELSEWHERE = {".cache", ".dossier", ".git", ".venv", "content", "shots", "site"}
"""Folders that are the author's, or that a command makes."""
_FENCE = re.compile(r"^ *(`{3,})[^`\n]*\n.*?^ *\1", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_COMMANDS_IN = re.compile(r"`(dossier [^`\n]+)`|^ *(dossier .+)$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#\s]+)")
_ROOM = re.compile(r"^\| (\d+) \| `(\w+)(?:/|\.py)` \|", re.MULTILINE)
each_guide = pytest.mark.parametrize(
    "guide", GUIDES, ids=lambda guide: str(guide.relative_to(REPOSITORY))
)


def paths_in(text: str) -> Iterator[str]:
    """Yield what stands in backticks and is meant as a path: a file of Python, or in a folder."""
    tops = {path.name for root in (REPOSITORY, PACKAGE) for path in root.iterdir()}
    for code in _CODE.findall(_FENCE.sub("", text)):
        for word in code.split():
            path = word.partition("::")[0]
            top, slash, _ = path.partition("/")
            is_named = path.endswith((".py", "/")) or (slash and top in tops)
            if is_named and top not in WRITTEN_ELSEWHERE and re.fullmatch(r"[\w.-][\w./-]*", path):
                yield path


def links_in(text: str) -> Iterator[str]:
    """Yield the addresses of links that lead to files."""
    for address in _LINK.findall(_CODE.sub("", _FENCE.sub("", text))):
        if "://" not in address:
            yield address


@each_guide
def test_every_path_that_a_guide_names_is_there(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    roots = (REPOSITORY, PACKAGE)
    assert [
        path for path in paths_in(text) if not any((root / path).exists() for root in roots)
    ] == []


@each_guide
def test_every_link_of_a_guide_leads_somewhere(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    assert [link for link in links_in(text) if not (guide.parent / link).exists()] == []


def unknown_in(text: str) -> Iterator[str]:
    """Yield the commands and options of `dossier …`, in backticks or fences, that are none."""
    for quoted, typed in _COMMANDS_IN.findall(text):
        words = (quoted or typed).partition("#")[0].split()[1:]
        try:
            _, command, rest = main.resolve_command(click.Context(main), words)
            if isinstance(command, click.Group) and rest:
                _, command, rest = command.resolve_command(click.Context(command), rest)
        except click.UsageError:
            yield " ".join(words)
            continue
        known = {option for each in command.params for option in each.opts} if command else set()
        options = [word.partition("=")[0] for word in rest if word.startswith("--")]
        yield from (f"{words[0]} {option}" for option in options if option not in known)


@each_guide
def test_every_command_that_a_guide_names_is_there(guide: Path) -> None:
    assert [*unknown_in(guide.read_text(encoding="utf-8"))] == []


def test_commands_are_told_from_other_words() -> None:
    told = "`dossier sharee new`, `dossier share gnu`, a dossier is\n\ndossier check --lout\n"
    assert [*unknown_in(told)] == ["sharee new", "share gnu", "check --lout"]


def test_paths_are_told_from_other_words() -> None:
    told = "`lint/`, `render/head.py`, `tests/x.py::test_y`, `.venv/bin/python -m pytest tests/a`"
    assert [*paths_in(told)] == ["lint/", "render/head.py", "tests/x.py", "tests/a"]
    assert [*paths_in("`/s/<id>/`, `content/a.md`, `at: /gain`, `qortex/gain`, `--as-of`")] == []
    assert [*paths_in("```sh\n`lint/`\n```\n")] == []


def test_architecture_shows_the_rooms_as_the_layout_has_them() -> None:
    text = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")
    shown = {(int(floor), room) for floor, room in _ROOM.findall(text)}
    assert shown == {(floor, room) for floor, rooms in enumerate(FLOORS) for room in rooms}


def test_architecture_is_one_page() -> None:
    text = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert 800 <= len(re.findall(r"[^\s|]*\w[^\s|]*", text)) <= 1000


def test_list_of_decisions_names_each_subject_once() -> None:
    listed = [*links_in((DECISIONS / "README.md").read_text(encoding="utf-8"))]
    assert sorted(listed) == [subject.name for subject in SUBJECTS]


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.stem)
def test_a_subject_tells_its_decisions_in_the_order_of_their_days(subject: Path) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", subject.stem)
    headings = re.findall(r"^## (.*)$", subject.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings
    assert [text for text in headings if not re.match(r"\d{4}-\d\d-\d\d · \S", text)] == []
    days = [text[:10] for text in headings]
    assert days == sorted(days)
