"""Words of sentences that tell of figures: verbs, and what ends or links a name."""

from __future__ import annotations

import re

from dossier.plain.patterns import pattern

_JOINING_TEXT = """
with over in by to for and or vs versus on at from while per than across compared as into between
within through against below above beyond without during among via after before under
"""
JOINING = frozenset(_JOINING_TEXT.split())
"""Words that join what stands behind them to something else, which is named."""
_ENDS_TEXT = """
of the a an is was are were be been that which up down reducing fell rose grew dropped went
more less about around nearly only just off out so also each every all both any some no not when
where while if once until since because but though who whose what there this these those
i me my we us our you your he him his she her it its they them their
whom whose itself themselves each am has have had do did does
will would can could then thus far now again incl including etc faster slower quicker higher lower
better worse cheaper longer shorter larger smaller earlier later auf von um bis
instead rather worth takes take lasts needs
"""
ENDS = frozenset(_ENDS_TEXT.split()) | JOINING
"""Words at which a name ends."""
WHO = frozenset({"i", "we", "you", "he", "she", "it", "they", "who"})
"""Words behind which a verb stands."""
OPENS = frozenset({"that", "which", "who", "while", "because", "when"})
"""Words that open a part of a sentence, which has its own verb."""
RELATIVE = frozenset({"who", "that", "which"})
ARTICLES = frozenset({"a", "an", "the", "our", "my", "their", "its"})
LINKS = frozenset({"of", "a", "an", "the"})
"""Words that may stand within a name: `turnaround of a volume`."""
VERB = pattern(
    r"(?:\w+ed|cut|grew|brought|built|made|kept|ran|led|won|took|sold|held|lost|froze|drove|wrote|rewrote|taught|drew|gave|met|paid|saw|flew|wove|spoke|threw"
    r"|increase|improve|reduce|raise|lower|drive|grow|keep|hold|bring)",
    re.IGNORECASE,
)
"""What a sentence about something done begins with: no part of a name."""
DONE = pattern(
    r"(?:\w{2,}[^\We]ed|grew|brought|built|made|kept|ran|led|won|took|sold|held|lost|froze"
    r"|drove|wrote|rewrote|taught|drew|gave|met|paid|saw|flew|wove|spoke|threw|left|came|went|became"
    r"|began|chose|found|knew|sent|spent|told|fell)",
    re.IGNORECASE,
)
"""A verb that is no noun as well, as `speed` and `cut` are."""
MOVED = frozenset({"fell", "rose", "grew", "dropped", "went", "came"})
"""Verbs behind which a figure stands, so that a participle before them belongs to the noun."""
STOPS = frozenset({";", ":", "."})
"""Signs behind which a sentence has another verb."""
