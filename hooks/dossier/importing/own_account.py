"""Jobs that name nobody who employs: of those who work for themselves, and of nobody knows whom."""

from __future__ import annotations

import re

from dossier.importing.draft import Values
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
_LONGEST = 160


def own_account(title: str) -> Values:
    """Return what a job has beside a title that says nobody employed one; nothing for others."""
    found = ((who, told) for who, said in _EMPLOYERS.items() if (told := said.search(title)))
    own, told = next(found, ("", None))
    if told is None:
        return {}
    is_alone = told[0] == title and not is_title(title)  # `Self-employed`
    named = {"employer": title} if is_alone else {"employer": Copied(own), "title": title}
    return {**named, "kind": Copied(EmploymentKind.FREELANCE)}


def on_own_account(lines: list[str]) -> Head | None:
    """Return what the head of a job says that has a title and dates, if nobody employed one."""
    bare, size = without_size(lines)
    parts, span, url = read_parts(bare)
    values = own_account(parts[0]) if span and len(parts) == 1 else {}
    return with_size(Head(values, (parts[0],), span, url), size) if values else None


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
