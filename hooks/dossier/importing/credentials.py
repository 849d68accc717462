"""Certificates of a résumé, and the records that they and studies make: unconfirmed, as all are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError

from dossier.importing.draft import Draft, Values
from dossier.importing.tables import items, without_lines
from dossier.importing.values import plain_line, read_date
from dossier.importing.words import Copied, dated
from dossier.match.spelled_credentials import spell_award, spell_certificate, spell_study
from dossier.model.evidence import Check, EvidenceKind, RecordStatus
from dossier.model.profile import Award, Certificate, Education
from dossier.plain.patterns import pattern

_APART = pattern(
    r"\s*[,|\u00b7;]\s+(?![^(]*\))|\s+[\u2013\u2014-]\s+(?![^,|\u00b7;]*\)\s*(?:[,|\u00b7;]|$))"
)
"""What parts a line; a dash before what ends in a bracket does not: `Safety – Skilled (VOP)`."""
_DAY = pattern(
    r"(?P<said>(?:since|issued|obtained|awarded|passed|in|from)?\s*(?P<date>\S.*))", re.IGNORECASE
)
_BEHIND = pattern(r"(?P<name>.*[^\W\d_]\S*)\s+\(?(?P<date>(?:19|20)\d{2})\)?")
_TOLD = pattern(
    r"\b(?:19|20)\d{2}\b|certif|diplom|licen[cs]e|registr|award|degree|\b(?:BSc|MSc|BA|MA|NVQ|GCSE)\b",
    re.IGNORECASE,
)
"""What tells a certificate or a study from other things that one may list."""
_VALID = pattern(r"(?:valid|expires?|expiring|renew\w*|until)\b", re.IGNORECASE)
_UNTIL = pattern(
    r"(?:valid|expires?|expiring)\s+(?:(?:until|till|to|through|on|in)\s+)?(?P<date>\S.*)",
    re.IGNORECASE,
)
_CODE = pattern(r"[A-Z]{1,2}|[A-Z]\d[A-Z]?|\d[A-Za-z]?")
"""A class of a licence: `C1`."""
_EXAM = pattern(r"(?:exam(?:ination)?|test|passed|prüfung|bestanden)\b", re.IGNORECASE)
"""What was passed, which is nobody that gave it."""
_TOLD_OF = pattern(r"\b(?:19|20)\d{2}\b|^[a-z]")
"""A day, or what was done or won, which is no organisation either."""
_YEAR = pattern(r"\b(?:19|20)\d{2}\b")
_KIND = pattern(
    r"(?:licen[cs]es?|certificates?|certified|cards?|permits?|tickets?|passes|diplomas?|badges?"
    r"|schein|zertifikat)\b",
    re.IGNORECASE,
)
"""What each of several that stand in one line is."""
_LETTERS = pattern(r"(?P<issuer>\S.*\S) \((?P<letters>[A-Z]{3,8})\)")
_SCHEIN = pattern(r"\w*(?:schein|zertifikat)\b", re.IGNORECASE)
_MOST_LETTERS = 2
_MOST_WORDS = 5
_LONGEST = 160


def is_of_credentials(text: str) -> bool:
    """Return whether a list is of studies and certificates: short items, most with word or year."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    said = [item.text for item in items(text)] or lines
    told = sum(bool(_TOLD.search(item)) for item in said)
    return told * 2 > len(said) and all(
        "\n" not in item
        and len(item) <= _LONGEST
        and item[0] not in "#*_|>"
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
    first, *rest = _APART.split(line)
    day, told = "", ""
    others: list[str] = []
    for part in rest:
        read = _DAY.fullmatch(part)
        date = read_date(read["date"]) if read and not day else None
        if read and date:
            day, told = date, read["said"]
        elif not others and _CODE.fullmatch(part) and _CODE.fullmatch(first.split(" ")[-1]):
            first = f"{first}, {part}"  # `Driving licence B, BE`
        elif day and not others and _VALID.match(part):
            first, day = f"{first}, {told}, {part}", ""  # `2019, renewed 2024`: as it stands
        elif _VALID.match(part) or _EXAM.match(part) or _TOLD_OF.search(part):
            first = f"{first}, {part}"
        else:
            others.append(part)
    is_bare = not day and not rest and not _UNTIL.search(first)
    if is_bare and (behind := _BEHIND.fullmatch(first)):
        first, day = behind["name"], behind["date"]
        told = day
    if day:
        draft.read_as(told, f"certificates: {day}")
    held: Values = {"name": first}
    if others:
        held |= _with_letters(first, ", ".join(others))
    return {**held, "date": dated(day)} if day else held


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
    """Take a licence, or what is valid until a day, that stands beside how to reach somebody."""
    until = _UNTIL.search(part)
    is_held = until and read_date(until["date"]) and until.start()
    said = part.split()
    is_kind = 1 < len(said) <= _MOST_WORDS and (_KIND.fullmatch(said[-1]) or _SCHEIN.match(part))
    held = _certificate(draft, part) if is_held or is_kind else {}
    if held:
        draft.profile.setdefault("certificates", []).append(held)
    return bool(held)


def add_credentials(draft: Draft) -> None:
    """Make a record of each study and certificate of a résumé: most postings ask for some."""
    for number, claim in enumerate(_credentials(draft.profile), start=1):
        draft.records.append(
            {
                "id": Copied(f"credential{number}"),
                "claim": Copied(claim),
                "kind": Copied(EvidenceKind.CREDENTIAL),
                "check": Copied(Check.STATEMENT),
                "status": Copied(RecordStatus.UNCONFIRMED),
            }
            | ({"valid_until": dated(until)} if (until := _valid_until(claim)) else {})
        )


def _valid_until(claim: str) -> str:
    """Return the day that a certificate names as its last; empty for none."""
    found = (_UNTIL.search(part) for part in claim.split(", "))
    return next((day for each in found if each and (day := read_date(each["date"]))), "")


def _credentials(profile: Values) -> Iterator[str]:
    for model, spell, key in (
        (Certificate, spell_certificate, "certificates"),
        (Education, spell_study, "education"),
        (Award, spell_award, "awards"),
    ):
        for values in profile.get(key, ()):
            read = _read(model, values)
            is_named = values.get("degree") or key != "education"
            if read is not None and is_named and (claim := spell(read)):
                yield claim


def _read(model: type[Any], values: Values) -> Any:  # noqa: ANN401 - one of the two
    """Return an entry as it will be read; None for one that is told as wrong there."""
    try:
        return model.model_validate({name: _plain(value) for name, value in values.items()})
    except ValidationError:
        return None


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value
