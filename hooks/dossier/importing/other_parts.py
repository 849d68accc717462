"""What résumés put below *Other*, and numbers of registers, to certificates, languages, skills.

A list of things one can do is taken whole; a sentence stays as it is.
"""

from __future__ import annotations

import re

from dossier.importing.draft import Draft
from dossier.importing.tables import items, without_lines
from dossier.importing.values import plain_line, split_list
from dossier.importing.words import Copied, dated
from dossier.match.background import is_language
from dossier.plain.patterns import pattern

OTHER = frozenset(
    {"other", "additional", "additional information", "further information", "miscellaneous"}
)
"""Headings that say nothing of what is below them."""
_REGISTERED = pattern(
    r"(?!TEL|FAX|DOB|MOB|CELL|PHONE)[A-Z]{3,8}"
    r"(?:[ -](?:[Rr]egist(?:ered|ration|rant)|[Ll]icen[cs]ed?|[Pp]in|PIN|[Nn]o\.?|[Nn]umber))*"
    r"[\s,:#]+(?=[A-Z/-]*\d{3})[A-Z\d/-]{4,12}"
)
"""A register and one's number there: `ABCD registered, XY12345`."""
_HELD = pattern(
    r"\b(?:regist(?:ered|ration)|licen[cs]ed?|certified|certificate|chartered|accredited|prescriber"
    r"|fellow|member(?:ship)? of|first aider)\b",
    re.IGNORECASE,
)
"""What is held or given, as a certificate is."""
_SINCE = pattern(r"(?P<name>\S.*\S),? since (?P<date>(?:19|20)\d{2})")
_SPOKEN = pattern(r"(?P<language>[^\W\d_]+)\s*\((?P<level>[^()]+)\)")
_SKILL = pattern(r"(?=.*[^\W\d_])[^.!?:|()\d]{1,40}")
_MOST_WORDS = 4
_LEAST_LISTED = 2


def take_registration(draft: Draft, part: str) -> bool:
    """Take a number in a register as a certificate. Returns whether it is one."""
    if not _REGISTERED.fullmatch(part):
        return False
    draft.profile.setdefault("certificates", []).append({"name": part})
    return True


def read_other(draft: Draft, text: str) -> str:
    """Take what has a field out of a list of anything, and return what is left."""
    lines = text.split("\n")
    taken: set[int] = set()
    for item in items(text):
        line = plain_line(item.text)
        if not line or "\n" in item.text:
            continue
        parts = re.split(r";\s+", line)
        left = [part for part in parts if not _take(draft, part)]
        if len(left) == len(parts):
            continue
        draft.read_as(item.mark, "the order of other things")
        if left:
            lines[item.line] = f"{item.mark} {'; '.join(left)}"
        else:
            taken.update(range(item.line, item.end))
    return without_lines("\n".join(lines), taken)


def _take(draft: Draft, part: str) -> bool:
    return take_registration(draft, part) or _held(draft, part) or _listed(draft, part)


def _held(draft: Draft, part: str) -> bool:
    """Take what is held since a year, or is a member of."""
    found = _SINCE.fullmatch(part)
    name = found["name"] if found else part
    if not _HELD.search(name) or re.search(r"\d|[.:!?]", name):
        return False
    held = {"name": name}
    if found:
        held["date"] = dated(found["date"])
        draft.read_as(f"since {found['date']}", f"certificates: {found['date']}")
    draft.profile.setdefault("certificates", []).append(held)
    return True


def _listed(draft: Draft, part: str) -> bool:
    """Take a list of languages and skills, if it holds nothing else."""
    said = split_list(part)
    spoken = {each: found for each in said if (found := _language(each))}
    skills = [each for each in said if each not in spoken]
    is_short = all(_SKILL.fullmatch(s) and len(s.split()) <= _MOST_WORDS for s in skills)
    if len(said) < _LEAST_LISTED or not is_short:
        return False
    for found in spoken.values():
        draft.profile.setdefault("languages", []).append(found)
    if skills:
        groups = draft.profile.setdefault("skills", [])
        groups.append({"group": Copied("Other"), "skills": skills})
    return True


def _language(text: str) -> dict[str, str]:
    found = _SPOKEN.fullmatch(text)
    return dict(found.groupdict()) if found and is_language(found["language"]) else {}
