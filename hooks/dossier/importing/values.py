"""Words as people write them to the values of fields. What is not sure is no value."""

from __future__ import annotations

import re
from decimal import Decimal

from dossier.importing.fields import STRENGTHS
from dossier.model.base import SCHEMES
from dossier.plain.dates import OTHER_MONTHS, PRESENT, last_day, year_first
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.prose.markdown import parse_inline

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    rf"|{'|'.join(sorted(OTHER_MONTHS, key=len, reverse=True))})\.?"
)
_DATE = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}[-/.]\d{1,2}(?!\d)|\d{1,2}/\d{4}"
    rf"|\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},\s*\d{{4}}"
    rf"|{_MONTH},?\s+(?:de\s+)?\d{{4}}"
    r"|(?:19|20)\d{2})"
)
_DAY = pattern(
    r"(?<![\w/.-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    rf"|\d{{1,2}}\.?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},\s*\d{{4}})(?![\w/-])",
    re.IGNORECASE,
)
_OPEN = (
    r"present|now|current|today|date|ongoing|heute|jetzt|aujourd['\u2019]hui|ce jour|actualidad"
    r"|presente|la actualidad|oggi|attuale|heden|hoje|atual|o momento"
)
_END = rf"(?:{_DATE}|{_OPEN})"
_DASH = (
    r"\s*(?:--?-?|->|\u2192|\u2010|\u2011|\u2012|\u2013|\u2014|\u2212|\bto\b|\buntil\b"
    r"|\bthrough\b|\bbis\b|\bà\b|\ba\b|\bau\b|\bal\b|\bhasta\b|\baté\b|\btot\b)\s*"
)
TIME = rf"{_DATE}(?:{_DASH}{_END})?"
"""A date, or from when to when, as a part of a pattern whose case is ignored."""
_RANGE = pattern(rf"(?<![\w/.-]){_DATE}{_DASH}{_END}(?![\w/-])", re.IGNORECASE)
_SINCE = pattern(rf"\b(?:since|seit|depuis|desde|dal|sinds)\s+({_DATE})(?![\w/-])", re.IGNORECASE)
_FIT = pattern(r"([0-5](?:\.[05])?)\s*(?:/|out of)\s*5(?:\.0)?")
_STRENGTH = pattern(r"(.+?)\s*(?:\s[\u2014\u2013-]+\s|[:;,\u2014]\s+|\.\s+|\((?=.*\)$))(.*)")
_SPLIT = pattern(r"[,;](?![^(\[]*[)\]])\s*")
_SEMICOLON = pattern(r";(?![^(\[]*[)\]])\s*")
_AND = pattern(r"^(?:and|und|&)\s+")
_NAMES = pattern(r"(?:[A-Z\d]\S*)(?: [A-Z\d]\S*){0,2}")
_TELLING = pattern(r"(?:\S*[A-Z]\S*)?[A-Z\d]\S*[A-Z\d]|\d\S*")
"""A word that is written as no word is: with a second capital, or with a digit."""
_MARKS = pattern(r"\*+|(?<!\w)_+|_+(?!\w)|`+|~~")
_ADDRESS = pattern(r"(?:https?://|mailto:)[^\s<>\"'`)\]|]+[^\s<>\"'`)\]|.,;:!?*_]")


@frozen
class Span:
    """A time from a date to a date, with the words that said so."""

    said: str
    since: str | None
    until: str | None
    """`present` for what still goes on."""

    def __str__(self) -> str:
        return " ".join(
            f"{word} {date}" for word, date in (("from", self.since), ("to", self.until)) if date
        )


def read_date(text: str) -> str | None:
    """Return the date that a text is, year first: `Feb 2026` is `2026-02`. None if it is none.

    `02/10/2026` is none: its month depends on where one lives.
    """
    said = text.strip().strip("*_").casefold()
    if not re.fullmatch(_DATE, said, re.IGNORECASE):
        return None
    said = re.sub(r"^([a-z]+\.?)\s+(\d{1,2}),\s*(\d{4})$", r"\2 \1 \3", said)
    said = re.sub(r"^(\d)/(\d{4})$", r"0\1/\2", said)
    date = "-".join(part.zfill(2) for part in re.split(r"[-/.]", year_first(said)))
    try:
        last_day(date)
    except ValueError:
        return None
    return date


def find_days(text: str) -> list[tuple[int, int]]:
    """Return where a text has a date with its day, from and to."""
    return [found.span() for found in _DAY.finditer(text)]


def find_span(text: str) -> Span | None:
    """Return the time that a text speaks of: `05/2020 -- 06/2021`, `since 2020`, `2019`."""
    if found := _RANGE.search(text):
        start = re.match(_DATE, found[0], re.IGNORECASE)
        end = re.search(rf"{_END}$", found[0], re.IGNORECASE)
        since = read_date(start[0]) if start else None
        until = end[0] if end else ""
        last = PRESENT if re.fullmatch(_OPEN, until, re.IGNORECASE) else read_date(until)
        if since and last:
            return Span(found[0], since, last)
    if (found := _SINCE.search(text)) and (since := read_date(found[1])):
        return Span(found[0], since, None)
    return None


def read_fit(text: str) -> Decimal | None:
    """Return a score out of five, None if it is another."""
    found = _FIT.fullmatch(text.strip().strip("*").strip())
    value = Decimal(found[1]) if found else None
    return value if value is not None and value <= 5 else None  # noqa: PLR2004 - out of five


def read_strength(text: str) -> tuple[str, str, str] | None:
    """Return a strength, its note and the words that said it: `Moderate (why)`."""
    said = _unwrapped(" ".join(text.split()))
    word, note = said, ""
    if not _strength(word) and (found := _STRENGTH.fullmatch(said)):
        word, note = found[1].strip(), found[2].strip()
        note = note.removesuffix(")") if note.count(")") > note.count("(") else note
    strength = _strength(word)
    return (strength, note, word) if strength else None


def _strength(word: str) -> str | None:
    plain = re.sub(r"^\W+|\W+$", "", word).casefold()
    return STRENGTHS.get(plain) or STRENGTHS.get(plain.removesuffix(" match"))


def _unwrapped(text: str) -> str:
    """Return a text without emphasis around the whole of it."""
    found = re.fullmatch(r"(\*{1,3}|_{1,3})([^*_]+)\1", text)
    return found[2] if found else text


def split_list(text: str) -> list[str]:
    """Return the items of a list in a sentence; commas in brackets part nothing."""
    mark = _SEMICOLON if _SEMICOLON.search(text) else _SPLIT
    return [item.strip() for item in mark.split(text) if item.strip()]


def split_names(text: str) -> list[str]:
    """Return the names of a list, those of lists within it too: `Go, SQL; Kafka, and NATS`.

    `Python and SQL` are two where one is written as no word is: `health and safety` may be one.
    """
    parts = (_AND.sub("", part).strip() for part in _SPLIT.split(text))
    return [name for part in parts if part for name in _names(part)]


def _names(text: str) -> list[str]:
    one, mark, two = text.partition(" and ")
    is_pair = mark and _NAMES.fullmatch(one) and _NAMES.fullmatch(two)
    is_told = is_pair and any(map(_TELLING.fullmatch, (*one.split(), *two.split())))
    return [one, two] if is_told else [text]


def plain_line(text: str) -> str | None:
    """Return a line without its marks of emphasis, None if it holds a link."""
    if "](" in text or "][" in text:
        return None
    return " ".join(_MARKS.sub("", text).split())


def find_link(text: str) -> tuple[str, str] | None:
    """Return the first web address of a text, and the words of its link."""
    words: list[str] | None = None
    address = ""
    for token in parse_inline(text):
        if token.type == "link_open" and not address:
            address, words = str(token.attrs.get("href", "")), []
        elif token.type == "link_close" and words is not None:
            break
        elif words is not None:
            words.append(token.content)
    if address.partition(":")[0].lower() not in SCHEMES:
        found = _ADDRESS.search(text)
        return (found[0], "") if found else None
    said = "".join(words or ())
    return address, "" if said == address else said
