"""An apprenticeship or a prize that is asked for, and what certificates of a trade are called."""

from __future__ import annotations

from dossier.plain.patterns import pattern

_APPRENTICESHIP = pattern(
    r"(?i)\b(?:apprenticeship\b|(?:abgeschlossene|berufs)\S*\s?(?:lehre|ausbildung)\b|berufslehre"
    r"|gesellenbrief|lehrabschluss)"
)
_OFFERED = pattern(r"(?i)\bapprenticeships? (?:programm?e?s?|levy|schemes?|standards?)\b")
"""Apprenticeships that one runs, not the one that one has done."""
_OF_TRADE = pattern(
    r"\b(?:CAP|BEP|BTM|CQP|EFZ|EBA|[NS]VQ|HNC)\b|City (?:&|and) Guilds"
    r"|(?i:\bapprenti|\bbrevet\b|journeyman|trade certificate|craft certificate|fagbrev|gesell"
    r"|\blehr|meister|ausbildung|berufslehre|facharbeiter|fachausweis)"
)
_PRIZE = pattern(
    r"(?i)\b(?:competitions\b|(?:success|placed?|record|results?) in \S*\s?competition"
    r"|competition (?:record|success|results?)|contests?\b|championships?\b|prizes?\b"
    r"|medals?\b|wettbewerbe\b|(?:industry|professional) awards\b)"
)

_IN_BRACKETS = pattern(r"(?<=\S)\s*\([^()]*\)")


def asks_apprenticeship(item: str) -> bool:
    """Return whether an apprenticeship that was done is asked for."""
    return bool(_APPRENTICESHIP.search(item)) and not _OFFERED.search(item)


def is_of_trade(name: str) -> bool:
    """Return whether a study or a certificate is what an apprenticeship ends with.

    Whose number stands behind it in brackets does not say it: `F-Gas (City & Guilds 2079)`.
    """
    return bool(_OF_TRADE.search(_IN_BRACKETS.sub("", name)))


def asks_prize(item: str) -> bool:
    """Return whether success against others is asked for, which awards show."""
    return bool(_PRIZE.search(item))
