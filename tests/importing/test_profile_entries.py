"""What a job or a study says of itself, beside what has a field."""

import pytest

from dossier.importing.draft import Draft
from dossier.importing.profile_entries import prose_alone
from dossier.importing.resumes import read_resume

STUDIES = {
    "**MSc Hydrography**, University of Plymouth, 2015–2016 (Distinction), accredited by the IHO": (
        "Distinction, accredited by the IHO"
    ),
    "**BSc (Hons) Geography**, University of Aberdeen, 2011–2015, 2:1": "2:1",
    "**BSc Nursing**, University of Leeds, 2011–2015\nDissertation: *Falls at night*": (
        "Dissertation: *Falls at night*"
    ),
    "### BA Linguistics, University of Leeds, 2012 – 2016\n\nFirst-class honours.": (
        "First-class honours."
    ),
    "**MA History**, York University, 2001–2002 | Distinction\nThesis: guilds\nTutor: A. Roe": (
        "Distinction; Thesis: guilds; Tutor: A. Roe"
    ),
    "**BSc Nursing**, University of Leeds, 2011–2015": "",
    "**BSc (Hons) Speech Therapy, 2:1** — Cardiff University, 2014–2017": "2:1",
    "**MSc Hydrography, Distinction** — University of Plymouth, 2015–2016": "Distinction",
    "**BSc Nursing, 1st class honours**, University of Leeds, 2011–2015": "1st class honours",
    "**B.A. Economics, summa cum laude** – Reed College, 2001–2005": "summa cum laude",
    "**BSc Physics, GPA 3.8** – Ohio State University, 2001–2005": "GPA 3.8",
}
JOBS = {
    "Contracts for ports in Scotland.": "Contracts for ports in Scotland.",
    "Line manager: Jo Roe\n": "",
    "Ask jo@example.org for what came of it.": "",
    "Ring +44 7700 900 418 for what came of it.": "",
    "| a | b |\n|---|---|\n| 1 | 2 |": "",
}


def read(section: str, text: str) -> Draft:
    draft = read_resume(f"# Ada Example\n\n## {section}\n\n{text}\n")
    assert (draft.account().lost, draft.account().invented) == ((), ())
    return draft


@pytest.mark.parametrize("text", STUDIES)
def test_study_keeps_what_has_no_field(text: str) -> None:
    draft = read("Education", text)
    (study,) = draft.profile["education"]
    assert study.get("summary", "") == STUDIES[text]
    assert {"degree", "field", "institution", "from", "to"} <= study.keys()
    assert not draft.parts


@pytest.mark.parametrize("text", JOBS)
def test_job_keeps_prose_and_nothing_with_a_label_or_an_address(text: str) -> None:
    draft = read("Experience", f"### Cook, Mill Inn (2012 – 2014)\n\n{text}\n\n- Cooked")
    (job,) = draft.profile["work"]
    assert job.get("summary", "") == JOBS[text]
    assert job["highlights"] == ["Cooked"]
    assert bool(draft.parts) is not bool(JOBS[text])


@pytest.mark.parametrize("text", ["", "- an item", "a " * 300, "> said", "# Heading"])
def test_what_is_no_prose_stays(text: str) -> None:
    assert not prose_alone(text, is_labelled=True)
