"""What a résumé that was imported says of its author: it waits on a private page."""

from __future__ import annotations

import re

from dossier.importing.asides import is_aside
from dossier.importing.outline import Heading, headings
from dossier.importing.section_names import is_heading, section_of
from dossier.match.priorities import sentences_of
from dossier.model.library import Library
from dossier.model.page_names import IMPORTED
from dossier.plain.folding import plain
from dossier.plain.patterns import pattern
from dossier.prose.not_for_others import unclosed

_LONGEST = 600
_WISH = pattern(
    r"(?:(?:i am|i'm|now|currently|i)\s+)*(?:looking|seeking|search|hop(?:e|ing)|aim(?:ing)?"
    r"|want(?:ing)?|ready|open to|auf der suche|suche)\b",
    re.IGNORECASE,
)
"""What says whom one seeks, and nothing to those who read it."""


def is_summary(title: str) -> bool:
    """Return whether a heading is that of a summary, which a pitch is proposed from."""
    return section_of(title) == "summary"


def own_summary(library: Library) -> str:
    """Return the summary of an imported résumé, empty if there is none, or a long one.

    Without what it says of a pay, facts with a label, and what others shall not read.
    """
    for path in sorted(library.pages):
        if path.startswith(IMPORTED) and (text := _summary(library.pages[path].source.body)):
            return text
    return ""


def _summary(body: str) -> str:
    found: list[Heading] = headings(body, is_heading)
    lines = body.split("\n")
    for heading, after in zip(found, [*found[1:], None], strict=True):
        if is_summary(heading.title):
            text = plain("\n".join(lines[heading.start : after.line if after else len(lines)]))
            said = (each for each in sentences_of(text) if not _WISH.match(each))
            told = (s for s in said if not (_is_for_nobody_else(s) or is_aside(s)))
            text = " ".join(told)
            return text if len(text) <= _LONGEST else ""
    return ""


def _is_for_nobody_else(sentence: str) -> bool:
    """Return whether a sentence says that others shall not read it: `Confidential: no calls`."""
    return any(unclosed(sentence, (), lambda _: None))
