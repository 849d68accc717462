"""Texts and data put together at random: whatever their shape, no word is lost or invented."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from dossier.importing.dossiers import read_dossier
from dossier.importing.draft import Draft
from dossier.importing.json_resume import read_json_resume
from dossier.importing.postings import read_job_posting, read_text_posting
from dossier.importing.resumes import read_resume

HEADINGS = """
# Ada Lovelace|# Ada Lovelace — Analyst|# Second title|Ada Lovelace|ADA LOVELACE|## Contact
## Experience|## Work|## Education|## Skills|## Languages|## Projects|## Publications
## Certificates
### Analyst, Engine Works (2019 - present)|### Engine Works
### **Analyst**, Engine Works, 2019–2021
### BSc Mathematics, University of London, 2014|## Weaving|### Loom — weaves|## Summary|## Profile
## Target roles|### Lead Analyst (req 4711)|## Proof points|## Gaps|## Questions|## Hooks
## Why Acme
# Application: Acme|# Acme — Lead Analyst|## Compensation|## Status|## Notes|## What we offer
## Your tasks
## Requirements
""".strip()
LINES = """
ada@example.org|+44 20 7946 0000|Email: ada@example.org|https://example.org/ada|London|Phone: none
- Cut wait from 20 to 12 min|- Led a team of 6|  - with two others|1. First|Python, SQL, weaving
- **Skills**: looms|- German (C1)|English: native|2019 - 2021|2014
Analyst, Engine Works, 2019-2021
| Field | Value |~|---|---|~| Place | London |~| Status | applied |~| URL | https://e.org/j |
| Requirement | Evidence | Strength |~|---|---|---|~| Looms | [L](x) | strong |~| Cards | – | gap |
**Location:** Remote|**Status:** applied 2026-02-10|**Recruiter:** Eve Long (LinkedIn)
**Salary:** 50-60k
> A quote of theirs.|Plain words, and more of them.|`code`|[link](https://example.org/p)
![](x.png)
A question? An answer.|- Must: looms|- Nice to have: cards|Apply until 15 December 2026.|---
""".strip()
KEY_LIST = """
name label email phone url summary location profiles basics work education projects skills languages
publications certificates awards volunteer interests references meta
position company startDate
endDate highlights institution area studyType courses keywords level fluency language publisher
releaseDate title hiringOrganization jobLocation datePosted validThrough employmentType
description baseSalary address addressLocality
addressCountry identifier qualifications responsibilities
"""
KEYS = KEY_LIST.split()
VALUES = (
    "Ada",
    "2019-03",
    "2019-03-04T10:00:00Z",
    "https://example.org/x",
    "a, b",
    "",
    7,
    None,
    True,
)
SHAPES = 60


def text_of(chance: random.Random) -> str:
    """Return headings and lines in any order, with or without front matter."""
    headings, lines = HEADINGS.replace("\n", "|").split("|"), LINES.split("\n")
    every = [
        part for line in lines for part in (line.split("~") if "~" in line else line.split("|"))
    ]
    front = "---\ncompany: Acme\nlist: [a, {b: c}]\nurl: https://example.org/j\nnone: null\n---\n"
    parts = [front] if chance.random() < 0.3 else []
    for _ in range(chance.randint(1, 8)):
        parts.append(chance.choice(headings) + "\n")
        table = chance.choice([line.split("~") for line in lines if "~" in line])
        body = table if chance.random() < 0.3 else chance.sample(every, chance.randint(0, 5))
        parts.append("\n".join(body) + "\n")
    return "\n".join(parts)


def data_of(chance: random.Random, depth: int = 0) -> Any:  # noqa: ANN401 - any JSON
    """Return an object whose keys are those of résumés and postings, and whose values are any."""
    found: dict[str, Any] = {}
    for key in chance.sample(KEYS, chance.randint(0, 14)):
        kind = chance.random()
        if depth < 3 and kind < 0.4:
            found[key] = [data_of(chance, depth + 1) for _ in range(chance.randint(0, 2))]
        elif depth < 3 and kind < 0.6:
            found[key] = data_of(chance, depth + 1)
        else:
            found[key] = chance.choice((*VALUES, ["a", "b"]))
    return found


READERS: dict[str, Callable[[random.Random], Draft]] = {
    "résumé": lambda chance: read_resume(text_of(chance)),
    "dossier": lambda chance: read_dossier(text_of(chance), "acme"),
    "posting": lambda chance: read_text_posting(text_of(chance), "acme"),
    "JSON Resume": lambda chance: read_json_resume(data_of(chance)),
    "JobPosting": lambda chance: read_job_posting(data_of(chance), "acme"),
}


@pytest.mark.parametrize("reader", READERS)
def test_no_word_is_lost_or_invented(reader: str) -> None:
    wrong = []
    for seed in range(SHAPES):
        account = READERS[reader](random.Random(seed)).account()  # noqa: S311 - the same each time
        if account.lost or account.invented:
            wrong.append((seed, account.lost, account.invented))
    assert wrong == []
