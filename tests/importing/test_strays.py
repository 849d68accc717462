"""What stands apart below a job, or tells of another time, is not that job's."""

from pathlib import Path

import pytest

from dossier.importing.asides import OF_ENTRIES
from dossier.importing.draft import Draft
from dossier.importing.read import read_input
from dossier.importing.report import kept_line
from dossier.importing.settle import settle
from dossier.importing.strays import is_of_other_time
from dossier.model.audience import Audience
from dossier.model.library import Library

JOBS = """\
# Ada Lov

## Experience

**Weaver, Silk Mill, Leeds** \u2014 2015 \u2013 2019
- Wove 40 cloths.

**Dyer, Dye House, Leeds** \u2014 06/2010 \u2013 10/2013
{below}

## Languages

English (native)
"""


def read(below: str) -> Draft:
    text = JOBS.format(below=below)
    draft = read_input("r.md", text.encode(), Library(Audience.PRIVATE), wanted="resume")
    assert isinstance(draft, Draft)
    settle(draft, Path("nowhere"), lambda _: False)
    assert (draft.account().lost, draft.account().invented) == ((), ())
    return draft


@pytest.mark.parametrize("own", ["Sixteen vats a day.", "- Sixteen vats a day."])
@pytest.mark.parametrize(
    "stray",
    [
        "*2018: seven months' parental leave.*",
        "2018: seven months' parental leave.",
        "Seven months' parental leave, some time ago.",
    ],
)
def test_a_paragraph_that_stands_apart_is_kept_and_named(own: str, stray: str) -> None:
    draft = read(f"{own}\n\n{stray}")
    job = draft.profile["work"][1]
    assert "Sixteen vats a day." in (job.get("summary"), *job.get("highlights", ()))
    assert "leave" not in repr((draft.profile, draft.records))
    page = next(part.text for part in draft.parts if part.title == OF_ENTRIES)
    assert f"- {stray} (Dyer, Dye House)" in page.split("\n")
    assert "months" in kept_line(draft)


def test_a_line_of_another_time_is_kept_in_whatever_form() -> None:
    (_, job) = read("- Sixteen vats a day.\n- 2018: parental leave (seven months)").profile["work"]
    assert job["highlights"] == ["Sixteen vats a day."]


def test_paragraphs_are_a_jobs_own_where_jobs_are_told_in_them() -> None:
    text = JOBS.format(below="Sixteen vats.\n\nOf indigo, mostly.").replace(
        "- Wove 40 cloths.", "Forty cloths.\n\nOf silk, mostly."
    )
    draft = read_input("r.md", text.encode(), Library(Audience.PRIVATE), wanted="resume")
    assert isinstance(draft, Draft)
    said = [job["summary"] for job in draft.profile["work"]]
    assert said == ["Forty cloths. Of silk, mostly.", "Sixteen vats. Of indigo, mostly."]


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("2018: leave", True),
        ("2014 \u2013 2015: leave", True),
        ("Mar 2009, at school", True),
        ("2013: foreman", False),
        ("2009 \u2013 2011: two vats", False),
        ("2018 vats a year", False),
        ("Dyed as in 1911: by hand", False),
    ],
)
def test_a_time_of_its_own_is_what_a_text_begins_with(text: str, *, is_other: bool) -> None:
    assert is_of_other_time(text, {"from": "2010-06", "to": "2013-10"}) is is_other
    assert not is_of_other_time(text, {"to": "present"})
