"""Jobs that name nobody who employs: of those who work for themselves, and of nobody knows whom."""

from __future__ import annotations

import re
from itertools import takewhile

from dossier.importing.draft import Values
from dossier.importing.job_orders import is_employer
from dossier.importing.jobs import Head, head_lines, read_parts, with_size, without_size
from dossier.importing.titles import is_title
from dossier.importing.values import find_span
from dossier.importing.words import Copied
from dossier.model.profile import EmploymentKind
from dossier.plain.patterns import pattern

_EMPLOYERS = {
    "Self-employed": pattern(
        r"\bfreelanc\w+|\bself[- ]employed|\bsole (?:trader|proprietor)|\bown (?:account|business)"
        r"|\bindependent (?:\w+ )?(?:consultant|contractor|advis[eo]r|practitioner)\b",
        re.IGNORECASE,
    ),
    "Selbstständig": pattern(r"\bfreiberuf\w+|\bselbst?ständig\w*", re.IGNORECASE),
    "Indépendant": pattern(r"\bindépendante?\b|\bà son compte\b", re.IGNORECASE),
    "Autónomo": pattern(r"\bautónom[oa]\b|\bpor cuenta propia\b", re.IGNORECASE),
}
"""What stands for the employer of those who have none, by what their titles say."""
_INDEPENDENT = pattern(r"independent (\w+)", re.IGNORECASE)
_FREE = pattern(r"freelanc|independent|freiberuf|indépendant|autónom", re.IGNORECASE)
"""Words of those who may name whom they worked for."""
_COMMA = pattern(r",\s+(?![^()]*\))")
_LONGEST = 160


def own_account(title: str) -> Values:
    """Return what a job has beside a title that says nobody employed one; nothing for others."""
    found = ((who, told) for who, said in _EMPLOYERS.items() if (told := said.search(title)))
    own, told = next(found, ("", None))
    word = _INDEPENDENT.fullmatch(title)
    if told is None and not (word and is_title(word[1])):
        return {}
    own = own or next(iter(_EMPLOYERS))
    is_alone = told is not None and told[0] == title and not is_title(title)  # `Self-employed`
    named = {"employer": title} if is_alone else {"employer": Copied(own), "title": title}
    return {**named, "kind": Copied(EmploymentKind.FREELANCE)}


def on_own_account(lines: list[str]) -> tuple[Head | None, bool]:
    """Return what the head of a job says that has a title and dates, if nobody employed one.

    Beside the title stands where it was. Returns also whether that is sure: it is whom one worked
    for, maybe, where one was free to work for several.
    """
    bare, aside = without_size(lines)
    parts, span, url = read_parts(bare)
    pieces = _COMMA.split(parts[0]) if parts else []
    count = 1 + sum(1 for _ in takewhile(str.islower, pieces[1:]))
    title, place = ", ".join(pieces[:count]), ", ".join(pieces[count:])
    values = own_account(title) if span else {}
    others = [each for each in (place, *parts[1:]) if each]
    is_free = bool(_FREE.search(title))
    is_for_one = is_free and not all(each[0].islower() for each in parts[1:])
    if not values or any(map(is_employer, others)) or is_for_one:
        return None, False
    if others:
        values["location"] = others[0]
    told = tuple(str(values.get(key, "")) for key in ("title", "employer", "location"))
    said = tuple(each for each in (title, *others) if each in told)
    aside = "; ".join(each for each in (*others[1:], aside) if each)
    return with_size(Head(values, said, span, url), aside), not (is_free and others)


def unread_lines(text: str) -> list[str]:
    """Return the lines of a text that have dates as those above a job do, as they read."""
    return [
        said
        for line in text.split("\n")
        if len(line) <= _LONGEST and find_span(line) and not line.rstrip().endswith(".")
        if (said := head_line([line]))
    ]


def head_line(lines: list[str]) -> str:
    """Return the lines above a job as one without marks."""
    return " ".join(head_lines(lines).split())


def unread_remark(heads: list[str]) -> str:
    """Say which lines with dates became no job, and what makes them one."""
    named = "; ".join(f"`{head}`" for head in heads)
    became = "is no job of your profile" if len(heads) == 1 else "are no jobs of your profile"
    return (
        f"{named} {became}, as no employer is told: write `employer:`, `title:`, `from:` and `to:` "
        "below `work:` in content/profile.yml"
    )
