"""Lines of a posting to its headings, and what a heading says by itself.

Most say nothing that is known, in whatever language: they are headings by where they stand.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from dossier.match.priorities import is_wish
from dossier.plain.folding import plain
from dossier.plain.patterns import pattern

BULLET = pattern(
    r"\s*(?:(?:[-*+•◦▪·‣●○■–—✓✔✅☑☐□◾◽▸►▶➤➔→»\u203a❖✦★◆◇∙\u2043]|[\u2190-\u21ff\u25a0-\u25ff\u2700-\u27bf\u2b00-\u2bff]|👉)\ufe0f?|\d{1,2}[.)]"
    r"|[a-z]\))\s+(.*)"
)
"""An item of a list; its text is the group."""
_DEMANDING = pattern(
    r"requirement|qualif|must.have|nice.to.have|need.to.have|prefer|bonus|(?:a|big) plus|ideal"
    r"|essential|desirable|person spec"
    r"|anforderung|voraussetzung|profil\b|mitbring|bring(?:st|en|t)\b"
    r"|wünschen wir|wir uns (?:von|wünschen)",
    re.IGNORECASE,
)
_TASKS = pattern(
    r"\btasks?\b|responsib|duties|what you(?:'ll| will)(?! (?:need|bring|have|get))"
    r"|you(?:'ll| will) (?:do|work|be)\b|the (?:role|job|work)\b|impact you|day.to.day"
    r"|aufgabe|tätigkeit|arbeitstag|arbeitsgebiet|einsatzgebiet|verantwortung",
    re.IGNORECASE,
)
_ASKING = pattern(
    r"look(?:ing)? for|who we(?:'re| are) (?:after|seeking)"
    r"|you (?:have|bring|need|know|are|should)\b|who you are|about you"
    r"|you(?:'ll| will) (?:need|bring|have)|your (?:profile|skills|background)"
    r"|you (?:may|might|could) be|we(?:'d| would) (?:love|like)|experience|skills|competenc"
    r"|what you|expect|we need|(?:sie|du) (?:haben|hast|sind|bist|verfüg)|kenntnisse"
    r"|wir erwarten|wen wir suchen|das bist du",
    re.IGNORECASE,
)
_PRAISING = pattern(
    r"benefit|perk|compensation|salary|\bpay\b|equal|divers|inclus|eeo|about (?:us|the (?:company"
    r"|team))|about (?!you\b|the (?:role|job|position))[a-z]|who we are|our (?:mission|values|story"
    r"|culture|team|commitment|promise|offer)|we offer|what's in it|what you(?:'ll| will)? get"
    r"|why (?:join|us|work|you)|privacy|accommodation|(?:how to|to) apply|process|legal|notice"
    r"|disclaimer|compliance|location|similar jobs|wir bieten|bieten wir|über uns|wer wir sind"
    r"|unser(?:e)? (?:angebot|leistung|benefits)|^(?:leistungen|vorteile|kontakt)\b|vergütung"
    r"|gehalt|datenschutz|bewerbung|ansprechpartner|chancengleichheit|\bwarum\b",
    re.IGNORECASE,
)
_CRITERIA = pattern(r"(?:essential|desirable)(?: criteria| skills)?", re.IGNORECASE)
"""What parts a list of criteria wherever it stands."""
_GOES_ON = pattern(
    r"[.!?;]\s+\w|\b(?:and|or|of|the|an?|in|on|to|for|with|at|by|from|our|your|is|are|und|oder|der|die|das)$"
)
"""What a row of wrapped prose has within or at its end."""
_LONGEST_ITEM = 120
_BOLD = pattern(r"(\*\*|__)(.+?)\1:?")
_LONGEST = 60
_LONGEST_KNOWN = 40
_LONG = 40
_FEW = 6
_WRAPPED = 50
"""As long as a line is at least that goes on in the next."""


class Kind(Enum):
    """What a heading says of the items below it."""

    ASKING = auto()
    TASKS = auto()
    PRAISING = auto()
    UNKNOWN = auto()


def kind_of(heading: str) -> Kind:
    """Return what a heading says by itself."""
    patterns = {
        Kind.PRAISING: (_PRAISING,),
        Kind.ASKING: (_DEMANDING,),
        Kind.TASKS: (_TASKS,),
    }
    found = (kind for kind, known in patterns.items() if any(p.search(heading) for p in known))
    is_asking = _ASKING.search(heading) or is_wish(heading)
    return next(found, Kind.ASKING if is_asking else Kind.UNKNOWN)


def heading_of(rows: list[str], number: int, *, continues: bool) -> str | None:
    """Return the heading that a row is, None if it is none. `continues`: it goes on from a line.

    Markdown's, a bold line, capitals, a short line with a colon or known words, any short line
    that stands alone right above a list, or a few known words above a sentence.
    """
    row, text = rows[number], rows[number].strip()
    title = plain(text)
    if not title or len(title) > _LONGEST or BULLET.fullmatch(row):
        return None
    after = rows[number + 1] if number + 1 < len(rows) else ""
    is_marked = text.startswith("#") or _BOLD.fullmatch(text) or re.fullmatch(r"={3,}|-{3,}", after)
    is_loud = title.isupper() and len(title) > 5  # noqa: PLR2004 - not an acronym
    is_lead = text.endswith(":") and not (text[0].islower() or continues)
    is_short = not (continues or title[0].islower()) and title[-1] not in ".;,!"
    is_alone = is_short and title[0].isalpha() and (not after.strip() or _is_item(after))
    is_known = is_alone and kind_of(title) is not Kind.UNKNOWN and len(title) < _LONGEST_KNOWN
    is_over_list = is_alone and _is_item(
        after if after.strip() else "".join(rows[number + 2 : number + 3])
    )
    if is_marked or is_loud or is_lead or is_known or is_over_list or _heads_more(rows, number):
        return title.rstrip(":")
    return None


def _heads_more(rows: list[str], number: int) -> bool:
    is_criteria = _CRITERIA.fullmatch(plain(rows[number].strip()))
    return bool(is_criteria) or _heads_prose(rows, number) or _divides_lists(rows, number)


def is_plain_list(rows: list[str]) -> bool:
    """Return whether rows without gaps are a list that lost its marks: each begins a thing anew.

    Prose that was wrapped goes on in small letters, or ends a sentence within a row.
    """
    said = [row.strip() for row in rows]
    return len(said) > 1 and all(
        (row[0].isupper() or row[0].isdigit())
        and len(row) <= _LONGEST_ITEM
        and row[-1] not in ",:-\u2013"
        and not _GOES_ON.search(row)
        for row in said
    )


def _divides_lists(rows: list[str], number: int) -> bool:
    """Return whether a short line stands between a whole item and the items that it heads."""
    title, before = plain(rows[number].strip()), "".join(rows[number - 1 : number])
    after = "".join(rows[number + 1 : number + 2])
    is_between = _is_item(before) and _is_item(after) and len(before) < _WRAPPED
    is_few = len(title.split()) <= _FEW and title[-1] not in ".;,!"
    return is_between and is_few and title[0].isupper() and rows[number][0] not in " \t"


def _heads_prose(rows: list[str], number: int) -> bool:
    """Return whether a few known words stand below a gap and right above a whole sentence."""
    title = plain(rows[number].strip())
    before, after = rows[number - 1] if number else "", "".join(rows[number + 1 : number + 2])
    is_few = len(title.split()) <= _FEW and title[-1] not in ".;,!?"
    said = after.strip()
    is_sentence = bool(said) and not said[0].islower() and (said[-1] in ".!?:" or len(said) > _LONG)
    is_apart = not before.strip() and title[0].isupper()
    return is_apart and is_few and is_sentence and kind_of(title) is not Kind.UNKNOWN


def _is_item(row: str) -> bool:
    return bool(BULLET.fullmatch(row))
