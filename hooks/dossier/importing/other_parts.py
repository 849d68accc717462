"""What résumés put below *Other*, and numbers of registers, to certificates, languages, skills.

A list of things one can do is taken whole; a sentence stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter

from dossier.importing.credentials import take_held
from dossier.importing.draft import Draft
from dossier.importing.spoken_languages import told_languages
from dossier.importing.tables import items, without_lines
from dossier.importing.values import plain_line, split_list
from dossier.importing.words import Copied, dated, words
from dossier.match.background import is_language
from dossier.match.priorities import sentences_of
from dossier.plain.patterns import pattern

OTHER = frozenset(
    {
        *("other", "anything else", "miscellaneous"),
        *("additional", "additional information", "further information"),
    }
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
_BLOCK = pattern(r"\s*[#>|`~<]|\s{4}")
_SINCE = pattern(r"(?P<name>\S.*\S),? since (?P<date>(?:19|20)\d{2})")
_SPOKEN = pattern(r"(?P<language>[^\W\d_]+)\s*\((?P<level>[^()]+)\)")
_SKILL = pattern(r"(?=.*[^\W\d_])[^.!?:|()\d]{1,40}")
_LONGEST = 300
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
    found = items(text)
    for item in found:
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
    return without_lines("\n".join(lines), taken) if found else _of_prose(draft, text)


def _of_prose(draft: Draft, text: str) -> str:
    """Take sentences that plainly tell of languages or of a licence, and return the others."""
    left = []
    for paragraph in re.split(r"\n\s*\n", text):
        lines = paragraph.split("\n")
        each = [_without_told(draft, line) for line in lines]
        if each == lines:  # a sentence may go on in the next line
            whole = " ".join(paragraph.split())
            rest = _without_told(draft, whole)
            each = lines if rest == whole else [rest]
        left.append("\n".join(line for line in each if line.strip()))
    return "\n\n".join(part for part in left if part)


def _without_told(draft: Draft, line: str) -> str:
    if not line.strip() or plain_line(line) is None or _BLOCK.match(line):
        return line
    said = sentences_of(line)
    left = [each for each in said if not _take_sentence(draft, each.strip().rstrip("."))]
    return line if len(left) == len(said) else " ".join(left)


def _take_sentence(draft: Draft, sentence: str) -> bool:
    said = plain_line(sentence) or ""
    return (
        len(said) <= _LONGEST
        and not said[:1].islower()
        and bool(
            _spoken(draft, said)
            or take_registration(draft, said)
            or take_held(draft, said)
            or (_HELD.match(said) and _held(draft, said))
        )
    )


def _take(draft: Draft, part: str) -> bool:
    takes = (take_registration, _held, _listed, _spoken, take_held)
    return any(take(draft, part) for take in takes)


def _spoken(draft: Draft, said: str) -> bool:
    """Take the languages of a sentence that tells of nothing else."""
    if not (spoken := told_languages(said)):
        return False
    draft.profile.setdefault("languages", []).extend(spoken)
    named = words(" ".join(value for each in spoken for value in each.values()))
    between = Counter(words(said)) - Counter(named)
    draft.read_as(" ".join(between.elements()), "languages")
    return True


def _held(draft: Draft, part: str) -> bool:
    """Take what is held since a year, or is a member of."""
    found = _SINCE.fullmatch(part)
    name = found["name"] if found else part
    if " " not in name or not _HELD.search(name) or re.search(r"\d|[.:!?]", name):
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
