"""The title of a dossier to its company and role: `Acme — Engineer`, `Engineer at Acme`."""

from __future__ import annotations

import re

from dossier.importing.fields import TITLE_WORDS
from dossier.importing.words import words
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_PREFIX = pattern(
    r"(?:(?:job\s+)?application(?:\s+(?:dossier|notes?|package|kit))?|dossier|tailored application"
    r"|(?:company|role|job)\s+dossier)\s*(?::|\u2014|\u2013|\s-\s|\bfor\b|\bto\b|\bat\b)\s*",
    re.IGNORECASE,
)
_AT = pattern(r"(.+?)\s+(?:@|\bat\b)\s+(.+)", re.IGNORECASE)
_JOINT = r"\s*(?:\s[\u2014\u2013|\u00b7/-]\s|\s--\s|:\s|\s*[\u2014|]\s*)\s*"
_APART = pattern(rf"(.+?){_JOINT}(.+)")
_BAR = pattern(r"([^|]+?)\s\|\s([^|]+)")
"""One bar alone parts more than a dash within a part."""
_LAST = pattern(rf"(.+){_JOINT}(.+)")
_BRACKETS = pattern(r"(.+?)\s*\(([^()]+)\)")


@frozen
class Title:
    """What a title says."""

    company: str
    role: str
    """Empty for none."""
    said: str
    """Words that belong to neither: *Application for*."""
    is_sure: bool = True
    """Whether it says which is the company: not where something follows a title and a dash."""


def read_title(title: str) -> Title:
    """Return what a dossier's title says. One part alone is the company."""
    text = " ".join(re.sub(r"\*+|`+", "", title).split())
    found = _PREFIX.match(text)
    said = found[0] if found and found.end() < len(text) else ""
    rest = text[len(said) :]
    if (match := _AT.fullmatch(rest)) and is_title(match[1]):
        return Title(match[2], match[1], f"{said} at" if " at " in rest.casefold() else said)
    match = _BAR.fullmatch(rest) or _APART.fullmatch(rest)
    if match is None and (match := _BRACKETS.fullmatch(rest)) and not is_title(match[2]):
        match = None
    if match is None:
        return Title(rest, "", said)
    company, role, is_sure = match[1], match[2], True
    if is_title(company) and not is_title(role):
        # The company stands last: what is between belongs to the title.
        last = _LAST.fullmatch(rest)
        company, role = (last[2], last[1].strip()) if last else (role, company)
        is_sure = "|" in rest
    return Title(company, role, said, is_sure)


def rejoined(company: str, role: str, text: str) -> str:
    """Return a title that was taken apart as it stands in a text, empty if it does not."""
    found = re.search(rf"{re.escape(company)}{_JOINT}{re.escape(role)}", text)
    return found[0] if found else ""


def is_title(text: str) -> bool:
    """Return whether a text reads as a job's title."""
    return bool(TITLE_WORDS.intersection(words(text)))


def without_company(title: str, company: str) -> str:
    """Return a role's title without the company that stands behind or before it.

    Behind it, what else its last part says goes too: the name in full, the place.
    """
    name = re.escape(company)
    short = re.sub(rf"(?i)\A{name}{_JOINT}|\s+(?:at|@)\s+{name}\s*\Z", "", title)
    behind = re.search(rf"(?i){_JOINT}({name}(?!\w).*)\Z", short)
    if behind and not is_title(behind[1]):
        short = short[: behind.start()]
    return short.strip() or title
