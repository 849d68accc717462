"""What the words of an event say of the stage: `stages.txt` lists them, and `docs/stages.md`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dossier.plain.problems import closest

NONE = "none"
"""What stands for no stage."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an event says of a dossier."""

    stage: str
    """The stage, `NONE` if it says none."""
    outcome: str = ""
    """How it ended, if it says so."""


@dataclass(frozen=True, slots=True)
class StageWords:
    """A line of the list: words, what they mean, and an event that needs them."""

    words: str
    meaning: Meaning
    example: str


@cache
def stage_words() -> tuple[StageWords, ...]:
    """Return the words that say a stage. The first that stand in an event decide."""
    text = files("dossier.model").joinpath("stages.txt").read_text(encoding="utf-8")
    return tuple(_read(line) for line in text.splitlines() if not line.startswith("#"))


def _read(line: str) -> StageWords:
    words, _, rest = line.partition("=")
    meaning, _, example = rest.partition("~")
    stage, _, outcome = meaning.strip().partition(" ")
    return StageWords(words.strip(), Meaning(stage, outcome.strip()), example.strip())


@lru_cache(maxsize=4096)
def meaning_of(what: str) -> Meaning | None:
    """Return what an event says of the stage by its words, None if nobody knows."""
    return read_with(stage_words(), what)


def read_with(known: tuple[StageWords, ...], what: str) -> Meaning | None:
    """Return what an event says by a list of words, None if none of them stand in it."""
    text = f" {' '.join(_words(what))} "
    return next((entry.meaning for entry in known if f" {entry.words} " in text), None)


def nearest_words(what: str) -> str | None:
    """Return the known words that are nearest to an event's, None if nothing is near."""
    known = [entry.words for entry in stage_words() if entry.meaning.stage != NONE]
    single = [words for words in known if " " not in words]
    found = next((near for word in _words(what) if (near := closest(word, single))), None)
    return found or closest(" ".join(_words(what)), known)


def _words(text: str) -> Iterator[str]:
    return (m[0] for m in re.finditer(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))
