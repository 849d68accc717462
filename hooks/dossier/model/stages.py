"""What the words of an event say of the stage: `stages.txt` lists them, and `docs/stages.md`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

from dossier.plain.frozen import frozen

NONE = "none"
"""What stands for no stage."""
_ALIKE = 0.8
"""From which ratio on a word is held to be a slip of another."""
_SHORTEST, _LONGEST = 4, 200
"""How long a word must be to have slips, and how much of an event is looked at."""


@frozen
class Meaning:
    """What an event says of a dossier."""

    stage: str
    """The stage, `NONE` if it says none."""
    outcome: str = ""
    """How it ended, if it says so."""


@frozen
class StageWords:
    """A line of the list: words, what they mean, and an event that needs them."""

    words: str
    meaning: Meaning
    example: str


def read_word(value: object) -> object:
    """Return a word as it stands in a list, whatever its case; what is no text as it is."""
    return value.strip().casefold() if isinstance(value, str) else value


@cache
def stage_words() -> tuple[StageWords, ...]:
    """Return the words that say a stage. The first that stand in an event decide."""
    text = Path(__file__).with_name("stages.txt").read_text(encoding="utf-8")
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
    """Return the known words that an event's are a slip of, None if there are none."""
    words = [word for word in _words(what[:_LONGEST]) if len(word) >= _SHORTEST]
    near = ((_likeness(word, entry.words), entry.words) for word in words for entry in _stages())
    likeness, found = max(near, default=(0.0, ""))
    return found if likeness >= _ALIKE else None


def _stages() -> Iterator[StageWords]:
    """Yield the single words that say a stage."""
    known = (entry for entry in stage_words() if entry.meaning.stage != NONE)
    return (entry for entry in known if " " not in entry.words)


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _words(text: str) -> Iterator[str]:
    return (m[0] for m in re.finditer(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))
