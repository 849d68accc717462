"""What a posting asks for that nobody proves: to be willing, free, allowed to work, to live there.

Whoever applies says so, and no record could show it. What somebody is like is not even said.
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
_LIKE = pattern(
    r"\W*you(?: are|'re|\u2019re) (?!(?:an?|the|able|in|at|on|from|used|currently|already|not)\b)"
    r"|.*\b(?:attitude|personality|temperament|mindset|demeanou?r|team[ -]player)\W*$",
    re.IGNORECASE,
)
"""What asks how somebody is: *you are calm and patient*, and not *you are a nurse*."""
_OF_TRADE = pattern(
    r"\b(?:experienced?|qualified|trained|certified|registered|licen[cs]ed|skilled|fluent|proficient"
    r"|familiar|competent|versed|knowledgeable|responsible|accountable|educated|graduat\w+|with|in)\b"
    r"|\d",
    re.IGNORECASE,
)
"""What somebody has learned or done, though it says what they are."""


def is_trait(asked: str) -> bool:
    """Return whether what is asked for is how somebody is, which nobody has a record of."""
    is_other = is_on_word(asked) or _OF_TRADE.search(asked) or _DONE.search(asked)
    return bool(_LIKE.match(asked)) and not is_other


def is_on_word(asked: str) -> bool:
    """Return whether what is asked for can only be said."""
    return bool(_ON_WORD.search(asked)) and not _DONE.search(asked)
