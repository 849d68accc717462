"""What a posting asks for that nobody proves: to be willing, free, allowed to work, to live there.

Whoever applies says so, and no record could show it.
"""

from __future__ import annotations

import re

from dossier.plain.patterns import pattern

_ON_WORD = pattern(
    r"\b(?:willing(?:ness)?|prepared|ready|available|happy|open) (?:to|for|on|from|at)\b"
    r"|\bable to (?:travel|commute|relocate|work (?:\w+ )?(?:evening|weekend|night|shift|overtime"
    r"|unsocia|flexib|irregular|rota))\w*"
    r"|\bavailability\b|\bflexibility (?:to|in|on|about)\b"
    r"|\b(?:right|permission|eligible|authori[sz]ed|authori[sz]ation|allowed) to work\b"
    r"|\bpermit to work in\b"
    r"|\bwork (?:permit|visa|authori[sz]ation)\b"
    r"|\b(?:live|living|based|reside|residing|residence|relocate|relocating|relocation)"
    r" (?:in|to|within|near)\b"
    r"|\bbereit(?:schaft)? (?:zu|zur|zum|für)\b|\b\w*bereitschaft\b|\bverfügbar\w*\b|\bwohnhaft\b"
    r"|\barbeitserlaubnis\b|\bwohnsitz\b",
    re.IGNORECASE,
)
_DONE = pattern(r"\b(?:experience|proven|track record|erfahrung|nachweis\w*)\b", re.IGNORECASE)


def is_on_word(asked: str) -> bool:
    """Return whether what is asked for can only be said."""
    return bool(_ON_WORD.search(asked)) and not _DONE.search(asked)
