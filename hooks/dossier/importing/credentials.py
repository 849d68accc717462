"""Certificates, licences and prizes of a résumé, one an item or a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dossier.importing.draft import Draft, Values
from dossier.importing.listed_parts import (
    GRADE,
    LENGTH,
    enumerated,
    given_by,
    is_name,
    without_colon,
)
from dossier.importing.tables import items, without_lines
from dossier.importing.values import plain_line, read_date
from dossier.importing.words import dated
from dossier.plain.patterns import pattern

_APART = pattern(
    r"\s*[,|\u00b7;]\s+(?![^(]*\))|\s+[\u2013\u2014-]\s+(?![^,|\u00b7;]*\)\s*(?:[,|\u00b7;]|$))"
)
"""What parts a line; a dash before what ends in a bracket does not: `Safety – Skilled (VOP)`."""
_DAY = pattern(
    r"(?P<said>(?:(?:held )?since|issued|obtained|awarded|passed|in|from)?\s*(?P<date>\S.*))",
    re.IGNORECASE,
)
_BEHIND = pattern(r"(?P<name>.*[^\W\d_]\S*)\s+\(?(?P<date>(?:19|20)\d{2})\)?")
_WORDS = r"certif|diplom|licen[cs]e|registr|award|degree|\b(?:BSc|MSc|BA|MA|NVQ|GCSE)\b"
_TOLD = pattern(rf"\b(?:19|20)\d{{2}}\b|{_WORDS}", re.IGNORECASE)
"""What tells a certificate or a study from other things that one may list."""
_NAMED = pattern(
    rf"{_WORDS}|\b(?:course|training|member|fellow|associate|first aid)\b"
    rf"|[,(:\u2014\u2013]\s*{LENGTH.pattern}"
    r"(?=\s*(?:[,)\u2014\u2013]|$))",
    re.IGNORECASE,
)
_VALID = pattern(r"(?:valid|expires?|expiring|renew\w*|until)\b", re.IGNORECASE)
UNTIL = pattern(
    r"(?:valid|expire[sd]?|expiring|lapse[sd]?|lapsing|ran out)\s+"
    r"(?:(?:until|till|to|through|on|in)\s+)?(?P<date>\S.*)",
    re.IGNORECASE,
)
_CODE = pattern(r"[A-Z]{1,2}|[A-Z]{1,3}\d{1,3}[A-Z]?|\d[A-Za-z]?")
"""A class of a licence: `C1`."""
_EXAM = pattern(r"(?:exam(?:ination)?|test|passed|prüfung|bestanden)\b", re.IGNORECASE)
"""What was passed, which is nobody that gave it."""
_TOLD_OF = pattern(r"[a-z]|.*\b(?:19|20)\d{2}\b")
"""A day, or what was done or won, which is no organisation either."""
_HELD_SINCE = pattern(r" \(([^()]*\bsince [^()]*\d{4})\)$")
_BEHIND_DAY = pattern(
    rf"(.*\b(?:19|20)\d{{2}}) \(({LENGTH.pattern}|{GRADE.pattern})\)$", re.IGNORECASE
)
_NO_ISSUER = (
    _VALID,
    _EXAM,
    _TOLD_OF,
    pattern(rf"(?:{LENGTH.pattern}|{GRADE.pattern})$", re.IGNORECASE),
)
_SINCE = pattern(r"(?!held since)(?P<name>\S.*?),? (?P<said>(?:held )?since (?P<date>\S.*))")
_YEAR = pattern(r"\b(?:19|20)\d{2}\b")
_KIND = pattern(
    r"(?:licen[cs]es?|certificates?|certified|cards?|permits?|tickets?|passes|diplomas?|badges?"
    r"|schein|zertifikat)\b",
    re.IGNORECASE,
)
"""What each of several that stand in one line is."""
_LETTERS = pattern(r"(?P<issuer>\S.*\S) \((?P<letters>[A-Z]{3,8})\)")
_TAIL = pattern(r"(?: \([^()]*\)|,? since (?:\w+ )?(?:19|20)\d{2}|, [a-z].*| with .*)$")
"""What may stand behind a licence: its class, since when, and what else is said of it."""
_NOT_HELD = pattern(
    r"\b(?:no|not|never|without|lost|lapsed|suspended|kein\w*|ohne|pas|sin)\b", re.IGNORECASE
)
_OF_OTHERS = pattern(r"\b(?:my|own|likes?|needs?)\b", re.IGNORECASE)
_SCHEIN = pattern(r"\w*(?:schein|zertifikat)\b", re.IGNORECASE)
_MOST_LETTERS = 2
_MOST_WORDS = 6
_LONGEST = 160


def is_of_credentials(text: str) -> bool:
    """Return whether a list is of studies and certificates: short items, most with word or year."""
    return _are_all(text, _TOLD)


def are_credentials(text: str) -> bool:
    """Return whether most items of a list say by a word that they are studies or certificates."""
    return bool(_YEAR.search(text)) and _are_all(text, _NAMED)


def _are_all(text: str, told: re.Pattern[str]) -> bool:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    said = [item.text for item in items(text)] or lines
    return sum(bool(told.search(item)) for item in said) * 2 > len(said) and all(
        "\n" not in item
        and len(item) <= _LONGEST
        and item[0] not in "#_|>"
        and item[-1] not in ".:!?"
        for item in said
    )


def read_certificates(draft: Draft, text: str) -> str:
    """Take certificates and licences, one an item or a line, and return what is left."""
    return _read_list(draft, text, "certificates", lambda held: held)


def read_awards(draft: Draft, text: str) -> str:
    """Take prizes and distinctions, which are written as certificates are."""
    names = {"name": "title", "issuer": "awarder"}
    return _read_list(
        draft, text, "awards", lambda held: {names.get(key, key): v for key, v in held.items()}
    )


def _read_list(draft: Draft, text: str, key: str, told: Callable[[Values], Values]) -> str:
    found = items(text)
    lines = [(each.text, range(each.line, each.end), each.mark) for each in found] or [
        (line, range(number, number + 1), "") for number, line in enumerate(text.split("\n"))
    ]
    taken: set[int] = set()
    for said, where, mark in lines:
        every = [_certificate(draft, part) for part in _each(said)]
        if all(every):
            draft.profile.setdefault(key, []).extend(map(told, every))
            draft.read_as(mark, f"the order of {key}")
            taken.update(where)
    return without_lines(text, taken)


def _each(text: str) -> list[str]:
    """Return the certificates that stand in one line without days, each by what it is called."""
    parts = text.split(", ")
    is_list = len([part for part in parts if _KIND.search(part)]) > 1
    return parts if is_list and not _YEAR.search(text) else [text]


def _certificate(draft: Draft, text: str) -> Values:
    """Return what a line says of a certificate; nothing if it is a sentence, or has a link."""
    line = plain_line(text)
    if not line or "\n" in text or len(line) > _LONGEST or line[-1] in ".:!?":
        return {}
    line = _HELD_SINCE.sub(r", \1", _BEHIND_DAY.sub(r"\1, \2", line))
    line = without_colon(line)
    name, by = given_by(line) or (line, "")
    first, *rest = _parts(name)
    held = _Held("", by)
    held.name = held.without_day(first)
    for part in rest:
        held.put(part)
    is_bare = not held.day and not rest and not UNTIL.search(held.name)
    if is_bare and (behind := _BEHIND.fullmatch(held.name)):
        held.name, held.day = behind["name"], behind["date"]
        held.told = held.day
    if held.day:
        draft.read_as(held.told, f"certificates: {held.day}")
    values = _with_letters(held.name, held.by) if held.by else {"name": held.name}
    return {**values, "date": dated(held.day)} if held.day else values


@dataclass
class _Held:
    """What the parts of a line said so far."""

    name: str
    by: str
    day: str = ""
    told: str = ""
    """The words of the day."""

    def without_day(self, part: str) -> str:
        """Take the day since when something is held, and return the part without it."""
        found = None if self.day else _SINCE.fullmatch(part)
        if not found or not (day := read_date(found["date"])):
            return part
        self.day, self.told = day, found["said"]
        return found["name"]

    def put(self, part: str) -> None:
        """Take the next part as the day, as more of the name, or as who gave it."""
        part = self.without_day(part)
        read = _DAY.fullmatch(part)
        date = read_date(read["date"]) if read and not self.day else None
        if read and date:
            self.day, self.told = date, read["said"]
        elif not self.by and _CODE.fullmatch(part) and _CODE.fullmatch(self.name.split(" ")[-1]):
            self.name = f"{self.name}, {part}"  # `Driving licence B, BE`
        elif self.day and not self.by and (_VALID.match(part) or _YEAR.search(part)):
            # `2019, renewed 2024`, `2014, refreshed 2018`: as it stands
            self.name, self.day = f"{self.name}, {self.told}, {part}", ""
        elif any(each.match(part) for each in _NO_ISSUER) or not is_name(part):
            self.name = f"{self.name}, {part}"
        else:
            self.by = f"{self.by}, {part}" if self.by else part


def _parts(line: str) -> list[str]:
    """Return the parts of a line, its name first: a comma within what is enumerated parts none."""
    marks = [mark[0].strip() for mark in _APART.finditer(line)]
    near = next((n for n, mark in enumerate(marks) if mark != ","), len(marks))
    parts = _APART.split(line)
    count = enumerated(parts[: near + 1])
    return [", ".join(parts[:count]), *parts[count:]]


def _with_letters(name: str, issuer: str) -> Values:
    """Return name and issuer, with letters that a member may bear behind the name.

    `Fellow, Royal College of Nursing (FRCN)`: they are those of the issuer and one or two more.
    """
    found = _LETTERS.fullmatch(issuer)
    initials = "".join(re.findall(r"\b[A-Z]", found["issuer"])) if found else ""
    is_borne = found and found["letters"].endswith(initials) and found["letters"] != initials
    if found and is_borne and len(found["letters"]) - len(initials) <= _MOST_LETTERS:
        return {"name": f"{name} ({found['letters']})", "issuer": found["issuer"]}
    return {"name": name, "issuer": issuer}


def take_held(draft: Draft, part: str) -> bool:
    """Take a licence, or what is valid until a day, that stands beside other things."""
    until = UNTIL.search(part)
    is_held = until and read_date(until["date"]) and until.start()
    bare = _TAIL.sub("", part)
    said = bare.split()
    is_short = 1 < len(said) <= _MOST_WORDS and not _OF_OTHERS.search(bare)
    is_kind = _KIND.fullmatch(said[-1]) or _SCHEIN.match(bare) if is_short else None
    if _NOT_HELD.search(part):
        return False
    held = _certificate(draft, part) if is_held or is_kind else {}
    if held:
        draft.profile.setdefault("certificates", []).append(held)
    return bool(held)


def without_goods(part: str) -> list[str]:
    """Return a licence and what one has beside it apart: `full licence, own tools`."""
    held, _, more = part.partition(", ")
    is_held = held and _KIND.fullmatch(held.split()[-1])
    return [held, more] if is_held and _OF_OTHERS.match(more) else [part]
