"""What résumés say of papers and talks, as people write it in several fields."""

import pytest

from dossier.importing.draft import Draft
from dossier.importing.resumes import read_resume
from dossier.model.profile import Publication

READ = {
    'Tulloch M. & Reid A., "Datums in the Tay", *The Hydrographic Journal*, 2018': (
        "Datums in the Tay",
        ["Tulloch M.", "Reid A."],
        "The Hydrographic Journal",
        2018,
    ),
    "Pryce, O. (2021). Ripples in the lab. School Science Review, 102, 41-45.": (
        "Ripples in the lab",
        ["Pryce, O."],
        "School Science Review, 102, 41-45",
        2021,
    ),
    "\u201cLedgers that balance\u201d, GopherCon EU, June 2022": (
        "Ledgers that balance",
        [],
        "GopherCon EU",
        "2022-06",
    ),
    "**Rye and water**. J. Petersen and A. Lund, Bakers' Press, 2019": (
        "Rye and water",
        [],
        "J. Petersen and A. Lund, Bakers' Press",
        2019,
    ),
    "[Falls at night](https://example.org/falls), Nursing Times, 2020": (
        "Falls at night",
        [],
        "Nursing Times",
        2020,
    ),
    "Falls at night, Nursing Times 2020, with A. Roe": (
        "Falls at night, Nursing Times 2020, with A. Roe",
        [],
        None,
        None,
    ),
}


def read(heading: str, text: str) -> Draft:
    draft = read_resume(f"# Ada Example\n\n## {heading}\n\n{text}\n")
    assert (draft.account().lost, draft.account().invented) == ((), ())
    return draft


@pytest.mark.parametrize("mark", ["- ", "1. ", ""])
@pytest.mark.parametrize("text", READ)
def test_title_authors_place_and_day_have_their_fields(text: str, mark: str) -> None:
    draft = read("Publications", f"{mark}{text}")
    (said,) = draft.profile["publications"]
    title, authors, publisher, day = READ[text]
    found = (said["title"], said.get("authors", []), said.get("publisher"), said.get("date"))
    assert found == (title, authors, publisher, day)
    assert said.get("url") == ("https://example.org/falls" if "](" in text else None)
    Publication.model_validate({name: str(v) if name == "date" else v for name, v in said.items()})
    assert not draft.parts


@pytest.mark.parametrize(
    "heading",
    ["Publications and talks", "Conference papers", "Selected publications", "Presentations"],
)
def test_usual_headings_name_them(heading: str) -> None:
    draft = read(heading, '- A. Roe, "Tides in rivers", Hydro, 2020 (talk)')
    assert draft.profile["publications"][0]["summary"] == "talk"


def test_what_is_none_stays() -> None:
    text = '- I have written a lot about tides\n- A. Roe, "Tides in rivers", Hydro, 2020'
    draft = read("Publications", text)
    assert len(draft.profile["publications"]) == 1
    assert [part.text for part in draft.parts] == ["- I have written a lot about tides"]
