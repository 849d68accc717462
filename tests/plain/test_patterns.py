"""A pattern does what the compiled expression does, and is compiled when it is asked, once."""

import gc
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import dossier
from dossier.plain.patterns import pattern

PACKAGE = Path(dossier.__file__).parent
MANY = 300
TEXT = "Two words, and TWO more"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the expressions that are compiled from now on."""
    seen: list[str] = []
    compile_ = re.compile

    def noting(text: str, flags: int = 0) -> re.Pattern[str]:
        seen.append(text)
        return compile_(text, flags)

    monkeypatch.setattr(re, "compile", noting)
    return seen


def test_nothing_is_compiled_before_it_is_asked_for_and_nothing_twice(compiled: list[str]) -> None:
    late = pattern(r"(t)wo", re.IGNORECASE)
    assert (late.pattern, compiled) == ("(t)wo", [])
    assert late.search(TEXT)
    assert late.findall(TEXT) == ["T", "T"]
    assert late.groups == 1
    assert compiled == ["(t)wo", "(t)wo"]


@pytest.mark.parametrize(
    "asked",
    [
        lambda p: p.findall(TEXT),
        lambda p: [found.span() for found in p.finditer(TEXT, 3)],
        lambda p: p.fullmatch(TEXT) or p.fullmatch("two").span(),
        lambda p: p.match(TEXT).group("word"),
        lambda p: p.search(TEXT, 5).start(),
        lambda p: p.split(TEXT, maxsplit=1),
        lambda p: p.sub("one", TEXT, count=1),
        lambda p: p.subn("one", TEXT),
        lambda p: (p.pattern, p.flags, p.groups, dict(p.groupindex)),
    ],
)
def test_a_pattern_answers_as_a_compiled_one(asked: Callable[[re.Pattern[str]], object]) -> None:
    text, flags = r"(?P<word>t)wo\b", re.IGNORECASE
    assert asked(pattern(text, flags)) == asked(re.compile(text, flags))


def test_bytes_are_looked_through_as_well() -> None:
    assert pattern(rb"k\d").search(b"a k1")


def test_every_pattern_of_the_package_can_be_compiled() -> None:
    # Nobody else would tell before somebody needs it.
    for path in PACKAGE.rglob("*.py"):
        if path.stem not in ("__init__", "__main__"):
            import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
    gc.unfreeze()  # commands leave modules out of it
    late: Any = pattern  # where it runs, a class
    found = [each for each in gc.get_objects() if isinstance(each, late)]
    assert len(found) > MANY
    for each in found:
        assert each.flags >= 0
