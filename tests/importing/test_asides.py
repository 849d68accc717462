"""What is no achievement is kept private, whatever a résumé calls it and whichever form it has."""

import json
from pathlib import Path

import pytest

from dossier.importing.asides import OF_ENTRIES, is_aside, lines_of, part_asides, turn
from dossier.importing.draft import Draft
from dossier.importing.read import read_input
from dossier.importing.report import kept_line
from dossier.importing.resumes import read_resume
from dossier.importing.settle import settle
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.folding import plain

ASIDES = (
    "Reason for leaving: conflict with my manager.",
    "Left because: the owner sold up",
    "Left on good terms: references on request",
    "Grund des Ausscheidens: Konflikt",
    "Current CTC: 24 LPA, expected 32 LPA",
    "Salary 61,000 EUR",
    "Line manager: Ann Roe",
    "**Reporting to:** Meera Shah",
    "Supervised by: Tom Hale",
    "Visa status: settled",
    "Gap in 2016: parental leave",
    "L\u00fccke 2018: Elternzeit",
    "References: available on request",
    "Ask Tom, +44 7700 900789.",
    "Reported to Bob (bob@mill.example).",
    "Achievements: ask tom@mill.example",
)
TOLD = (
    "Wove 40 cloths.",
    "Built three services: ingest, billing and search.",
    "Migrated 14 services to Kubernetes: 30% lower cost.",
    "Achievements: cut deploy time from 40 to 6 minutes",
    "Technologies: Go, Kafka",
    "Opened at 9:30 for 120 guests, in teams of 2:1.",
    "Saved \u00a3120,000 a year in licences.",
    "Served 12 000 000 requests from 2019-05-01 to 01-02-2021.",
    "Fixed std::vector in 3 modules.",
)


def read(file: str, text: str) -> Draft:
    wanted = "resume" if file.endswith(".md") else ""
    draft = read_input(file, text.encode(), Library(Audience.PRIVATE), wanted=wanted)
    assert isinstance(draft, Draft)
    settle(draft, Path("nowhere"), lambda _: False)
    assert (draft.account().lost, draft.account().invented) == ((), ())
    return draft


def markdown(lines: tuple[str, ...]) -> str:
    said = "".join(f"- {line}\n" for line in lines)
    return f"# Ada Lov\n\n## Experience\n\n### Engineer, Mill (2019 \u2013 2020)\n\n{said}"


def json_resume(lines: tuple[str, ...]) -> str:
    work = {"name": "Mill", "position": "Engineer", "startDate": "2019", "highlights": lines}
    return json.dumps({"basics": {"name": "Ada Lov"}, "work": [work]})


def rendercv(lines: tuple[str, ...]) -> str:
    job = {"company": "Mill", "position": "Engineer", "start_date": "2019", "highlights": lines}
    return json.dumps({"cv": {"name": "Ada Lov", "sections": {"experience": [job]}}})


FORMS = {"r.md": markdown, "r.json": json_resume, "r.yaml": rendercv}


@pytest.mark.parametrize("text", ASIDES)
def test_a_fact_with_a_label_a_way_to_reach_somebody_and_a_pay_are_asides(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize("text", TOLD)
def test_what_came_of_a_job_is_none(text: str) -> None:
    assert not is_aside(text)


@pytest.mark.parametrize("file", FORMS)
def test_recipients_read_what_came_of_a_job_and_no_aside_of_it(file: str) -> None:
    draft = read(file, FORMS[file]((*ASIDES, *TOLD)))
    (job,) = draft.profile["work"]
    assert job["highlights"] == list(TOLD)
    told = repr((draft.profile, draft.records, draft.record_comments, draft.projects))
    page = next(part.text for part in draft.parts if part.title == OF_ENTRIES)
    line = kept_line(draft)
    for text in ASIDES:
        assert text not in told
        assert f"- {text} (Engineer, Mill)" in page.split("\n")
        assert f" {plain(text).split()[0].strip(':')}" in line


def test_of_a_summary_the_sentences_that_are_asides_are_kept() -> None:
    summary = "Flew 2,400 hours. Line manager: Ann Roe. Left because: the base closed."
    work = {"name": "Sky", "position": "Pilot", "startDate": "2019", "summary": summary}
    draft = read("r.json", json.dumps({"basics": {"name": "Ada Lov"}, "work": [work]}))
    assert draft.profile["work"][0]["summary"] == "Flew 2,400 hours."
    assert "Ann Roe" not in repr((draft.profile, draft.records))


def test_labels_of_a_study_are_its_own_and_what_reaches_its_teacher_is_not() -> None:
    head = "# Ada Lov\n\n## Education\n\n### BSc in Tides, Leeds University (2012 \u2013 2016)\n\n"
    (study,) = read("r.md", f"{head}Dissertation: Ebb and flow\n").profile["education"]
    assert study["summary"] == "Dissertation: Ebb and flow"
    (study,) = read("r.md", f"{head}Tutor: Bob, bob@leeds.example\n").profile["education"]
    assert "summary" not in study


def test_a_list_with_labels_is_of_skills_where_its_heading_says_so() -> None:
    facts = [{"label": "Notice period", "details": "3 months"}]
    for title, is_read in (("personal", False), ("skills", True)):
        cv = {"name": "Ada Lov", "sections": {title: facts}}
        assert ("skills" in read("r.yaml", json.dumps({"cv": cv})).profile) is is_read, title


def test_asides_of_other_sections_make_no_records() -> None:
    text = markdown(("Wove 40 cloths",)) + "\n## Further\n\n- Salary: 41,500 GBP\n- Ran 12 races\n"
    assert [r["claim"] for r in read("r.md", text).records] == ["Wove 40 cloths", "Ran 12 races"]


def test_a_line_that_is_turned_twice_stands_where_it_stood() -> None:
    draft = read("r.md", markdown(("Wove 40 cloths", "Salary: 41,500 GBP", "Dyed 9 more")))
    (job,) = draft.profile["work"]
    before = dict(job), [(part.title, part.text) for part in draft.parts]
    line = lines_of(draft, job)[1]
    turn(draft, line)
    assert job["highlights"] == ["Wove 40 cloths", "Salary: 41,500 GBP", "Dyed 9 more"]
    assert OF_ENTRIES not in [part.title for part in draft.parts]
    turn(draft, line)
    assert (dict(job), [(part.title, part.text) for part in draft.parts]) == before


def test_a_paragraph_apart_below_a_long_job_is_kept_private_as_a_whole() -> None:
    prose = " ".join(f"I ran line {n} of the plant and kept its logs in order." for n in range(9))
    apart = "In 2018 I was on leave. My mother was ill and I cared for her."
    jobs = "### Nurse, Acme (2019 - 2021)\n\nI nursed.\n\n### Fitter, Globex (2014 - 2018)"
    draft = read_resume(f"# Ada Oster\n\n## Work\n\n{jobs}\n\n{prose}\n\n{apart}\n")
    part_asides(draft)
    read = str(draft.profile["work"])
    assert "kept its logs" in read
    assert "leave" not in read
    assert "mother" not in read
