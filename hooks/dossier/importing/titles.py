"""The title of a dossier to its company and role: `Acme — Engineer`, `Engineer at Acme`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.importing.fields import TITLE_WORDS
from dossier.importing.words import words

_PREFIX = re.compile(
    r"(?:(?:job\s+)?application(?:\s+(?:dossier|notes?|package|kit))?|dossier|tailored application"
    r"|(?:company|role|job)\s+dossier)\s*(?::|\u2014|\u2013|\s-\s|\bfor\b|\bto\b|\bat\b)\s*",
    re.IGNORECASE,
)
_AT = re.compile(r"(.+?)\s+(?:@|\bat\b)\s+(.+)", re.IGNORECASE)
_APART = re.compile(r"(.+?)\s*(?:\s[\u2014\u2013|\u00b7/-]\s|\s--\s|:\s|\s*[\u2014|]\s*)\s*(.+)")
_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says."""

    company: str
    role: str
    """Empty for none."""
    said: str
    """Words that belong to neither: *Application for*."""


def read_title(title: str) -> Title:
    """Return what a dossier's title says. One part alone is the company."""
    text = " ".join(re.sub(r"\*+|`+", "", title).split())
    found = _PREFIX.match(text)
    said = found[0] if found and found.end() < len(text) else ""
    rest = text[len(said) :]
    if (match := _AT.fullmatch(rest)) and is_title(match[1]):
        return Title(match[2], match[1], f"{said} at" if " at " in rest.casefold() else said)
    match = _APART.fullmatch(rest)
    if match is None and (match := _BRACKETS.fullmatch(rest)) and not is_title(match[2]):
        match = None
    if match is None:
        return Title(rest, "", said)
    company, role = match[1], match[2]
    if is_title(company) and not is_title(role):
        company, role = role, company
    return Title(company, role, said)


def is_title(text: str) -> bool:
    """Return whether a text reads as a job's title."""
    return bool(TITLE_WORDS.intersection(words(text)))
