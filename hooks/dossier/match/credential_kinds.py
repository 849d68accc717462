"""What kind of credential is asked for, and which a name is of: a membership, a study, a course.

*Membership of the PTA* is answered by *Member of the Pianoforte Tuners' Association (MPTA)*: by its
initials, or by the letters behind a name without the one that says how one belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.match.abbreviations import initials
from dossier.match.alternatives import examples
from dossier.match.asks import stems
from dossier.plain.folding import fold, holds
from dossier.plain.patterns import pattern

_MEMBERSHIP = pattern(
    r"(?i)\bmemberships?\b(?! (?:fees?|sales|services?|system|database|team|scheme))"
    r"|\b(?:professional|full|associate|chartered|corporate) member\b"
    r"|\bmember(?:ship)? (?:of|in|with) (?:an? |the )?(?:\w+ ){0,3}(?:body|association|institut\w+"
    r"|society|guild|chamber|register)\b|\bmitglied(?:schaft)?\b"
)
_BELONGS = pattern(r"(?i)\b(?:member|membership|fellow|fellowship|associate|mitglied\w*)\b")
_BODY = pattern(
    r"(?i)\b(?:association|associations|institute|institution|society|guild|federation|union"
    r"|chamber|verband|verein|kammer|gesellschaft|innung)\b"
)
_TAUGHT = pattern(
    r"(?i)\b(?:diplom\w*|certific\w*|degree|course|training|award|registration|registered|licen\w*"
    r"|level|accredit\w*|exam\w*|nvq|zertifikat|lehrgang|kurs|prüfung)\b"
)
"""What a body gives to others than its members."""
_ANY_BODY = pattern(
    r"(?i)\b(?:an?|any|other|another|similar|equivalent|comparable|relevant|recogni[sz]ed"
    r"|appropriate|professional) (?:[\w-]+ ){0,3}"
    r"(?:body|bodies|association|institut\w+|organi[sz]ation|society|guild)\b"
)
_EXPERIENCE = pattern(r"(?i)\b(?:experience|erfahrung)\b")
_STUDY = pattern(r"(?i)\bqualifications?\b|\bqualifikation\b")
"""What a study is called, and some certificates."""
_COURSE = pattern(r"(?i)\btraining\b|\bcourses?\b|\bschulung\w*|\blehrg[aä]ng\w*|certif|zertifi")
_HELD_BY_LETTERS = pattern(r"(?<![\w-])[A-Z](?:[a-z]{0,2}[A-Z]){1,6}(?![\w-])")
"""A name of a body in letters: `AA`, `RICS`, `GPhC`."""
_MEMBERS = ("M", "F", "A", "G")
"""What stands before the letters of a body, of who is a member, a fellow, an associate of it."""


def asks_membership(item: str) -> bool:
    """Return whether one is to belong to a professional body."""
    return bool(_MEMBERSHIP.search(item))


def asks_study(item: str) -> bool:
    """Return whether a qualification is asked for, which a study is first."""
    return bool(_STUDY.search(item))


def is_membership(name: str) -> bool:
    """Return whether a certificate says that one belongs to a body, and not what one learned."""
    return bool(_BELONGS.search(name) or (_BODY.search(name) and not _TAUGHT.search(name)))


def memberships(item: str, names: Sequence[str]) -> tuple[list[str], bool]:
    """Return the memberships that answer, and whether it is the body that is asked for by name.

    Of another body one answers only where any will do.
    """
    held = [name for name in names if is_membership(name)]
    if named := [name for name in held if is_of_body(item, name)]:
        return named, True
    return (held if _ANY_BODY.search(item) or not _letters(item) else []), False


def is_of_body(item: str, name: str) -> bool:
    """Return whether a name is of a body that stands in what is asked: by letters, or in words."""
    asked, told = _letters(item), set(_held_letters(name))
    spelled = initials(name) if is_membership(name) else set()
    of_item = initials(item, 3, with_small=asks_membership(item))
    return not asked.isdisjoint(told | spelled) or not told.isdisjoint(of_item)


def named_courses(item: str, names: Sequence[str]) -> list[str]:
    """Return what somebody was taught by one of those that are listed: *(Steinway or similar)*."""
    houses = _houses(item)
    taught = [name for name in names if not is_membership(name)]
    return [name for name in taught if any(holds(fold(name), house) for house in houses)]


def asks_course(item: str) -> bool:
    """Return whether a course of one of those that are listed is asked for: no work is one."""
    return bool(_houses(item)) and not _EXPERIENCE.search(item)


def _houses(item: str) -> list[str]:
    if not _COURSE.search(item):
        return []
    return [fold(each) for each in examples(item) if each[:1].isupper() and stems(each)]


def _letters(text: str) -> set[str]:
    return set(_HELD_BY_LETTERS.findall(re.sub(r"\bUK\b", "", text)))


def _held_letters(name: str) -> Iterator[str]:
    """Yield the letters of bodies in a name; of those behind a person's name a part, too."""
    for letters in _letters(name):
        yield letters
        yield re.sub("[a-z]", "", letters)
        if letters.startswith(_MEMBERS) and len(letters) > 3:  # noqa: PLR2004 - `MA` is a degree
            yield letters[1:]
