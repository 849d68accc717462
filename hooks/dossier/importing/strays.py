"""What stands below a job or a study and is not of it: a paragraph apart, a line of another time.

`*2018: parental leave.*` below the last of the jobs, which ended in 2013, tells of none of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.importing.draft import Values
from dossier.importing.profile_entries import LONGEST_OF_JOB, prose_alone
from dossier.importing.values import TIME, find_span
from dossier.plain.folding import plain
from dossier.plain.patterns import pattern

_BLANK = pattern(r"\n[^\S\n]*\n")
_LED_BY_TIME = pattern(rf"(?i)\W*(?P<time>{TIME})\s*(?:[:,\uff1a]|\s[\u2013\u2014-]\s)")
_YEAR = pattern(r"(?:19|20)\d\d")
_HABIT = 0.5
"""How many of the other entries have paragraphs apart at least where that is how they are told."""


def paragraphs_apart(texts: Sequence[str]) -> list[str]:
    """Return the paragraphs of prose that stand apart below entries, as a summary says them.

    `texts` is what stands below the head of each. What the others have too is how they are told.
    """
    every = [_further(text) for text in texts]
    found = []
    for number, apart in enumerate(every):
        others = [bool(each) for each in (*every[:number], *every[number + 1 :])]
        is_habit = others and sum(others) >= _HABIT * len(others)
        found += [] if is_habit else apart
    return found


def _further(text: str) -> list[str]:
    """Return the paragraphs of prose behind the first one, or behind a list."""
    blocks = [block for block in _BLANK.split(text) if block.strip()]
    told = (prose_alone(each, is_labelled=True, longest=LONGEST_OF_JOB) for each in blocks[1:])
    return [said for said in told if said]


def is_of_other_time(text: str, entry: Values) -> bool:
    """Return whether a text begins with a time, and an entry had not begun then or was over."""
    if not (led := _LED_BY_TIME.match(plain(text))):
        return False
    span = find_span(led["time"])
    told = _years(led["time"])
    since, until = _years(str(entry.get("from", ""))), _years(str(entry.get("to", "")))
    is_open = span is not None and span.until in (None, "present")
    is_before = bool(since) and max(told) < since[0] and not is_open
    return is_before or (bool(until) and min(told) > until[-1])


def _years(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]
