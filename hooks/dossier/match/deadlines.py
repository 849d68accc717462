"""Until when one may apply, with the words of the posting that say so."""

from __future__ import annotations

import re
from datetime import date

from dossier.plain.folding import plain
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.written_days import written_days

_CUE = pattern(
    r"\b(?:deadline|closing date|clos(?:es|ing) (?:on|date)|apply\b|applications?\b|send\b|submit\b"
    r"|bewerbung\w*|bewerben\b|bewerbt\b|einsendeschluss|bis (?:zum|spätestens)\b)",
    re.IGNORECASE,
)
_UNTIL = pattern(
    r"\b(?:by|until|till|before|deadline|closing|closes|due|bis|\w*frist|\w*schluss|\w*ende)\b",
    re.IGNORECASE,
)
_STOP = pattern(r"[!?]|\.\s+(?=[^\W\d_a-z])")
_NEAR = 80
"""How far before a day the words stand that make it a deadline."""


@frozen
class Deadline:
    """The last day to apply."""

    day: date
    words: str
    """What the posting says of it."""


def deadline_of(text: str, after: date | None) -> Deadline | None:
    """Return the first deadline of a posting. `after`: when it was posted, for days without a year.

    A day that a posting names for something else, as the start of the work, is none.
    """
    read = plain(text)
    found = sorted(written_days(read, after), key=lambda written: written.start)
    for written in found:
        before = read[max(written.start - _NEAR, 0) : written.start]
        stops = [stop.end() for stop in _STOP.finditer(before)]
        near = before[stops[-1] if stops else 0 :]
        cue = _CUE.search(near)
        if cue and _UNTIL.search(near, cue.start()):
            start = written.start - len(near) + cue.start()
            return Deadline(written.day, read[start : written.end])
    return None
