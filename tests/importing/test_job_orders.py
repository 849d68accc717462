"""Heads of jobs whose titles stand in no list, by the heads beside them."""

from dossier.importing.job_orders import beside, read_orders
from dossier.importing.jobs import read_job
from dossier.importing.report import guessed_line
from tests.builders import REPOSITORY
from tests.importing.test_resumes import read

HEADS = REPOSITORY / "tests/cases/job_heads.txt"
"""Sections of résumés, with the title, employer and place of each head; a slash ends a line."""


def test_heads_of_a_section_have_one_order() -> None:
    wrong, unsure = [], []
    for section in HEADS.read_text(encoding="utf-8").strip().split("\n\n"):
        told = [line.split("  =  ") for line in section.split("\n")]
        heads = [[*head.split(" / "), "2019 \u2013 2021"] for head, _ in told]
        for (head, wanted), found in zip(told, read_orders(heads, ["Porto"]), strict=True):
            values = found.values if found else {}
            if [values.get(k, "") for k in ("title", "employer", "location")] != wanted.split("|"):
                wrong.append((head, values))
            unsure += [head] if found and not found.is_sure else []
    assert wrong == []
    assert unsure == ["### Registered Nurse, Ward 7, St James's Hospital, Leeds"]


def test_what_no_words_tell_is_a_guess_that_is_said() -> None:
    resume = "# Ada\n\n## Experience\n\n### Alpha Beta, Gamma\nMai 2019 \u2013 heute\n\n- Did it.\n"
    draft = read(resume)
    job = draft.profile["work"][0]
    assert (job["title"], job["employer"], job["from"]) == ("Alpha Beta", "Gamma", "2019-05")
    assert "Alpha Beta \u00b7 Gamma. Else: content/profile.yml" in guessed_line(draft)


def test_title_below_an_employer_needs_no_list() -> None:
    head = ["#### Commis", "2011 \u2013 2013"]
    found = beside(read_job(head, "Beaurivage"), None, head, "Beaurivage")
    assert found
    assert found.values == {"title": "Commis", "employer": "Beaurivage"}
    assert beside(None, None, ["#### Commis"], "") is None


def test_an_organisation_with_a_place_behind_it_is_the_employer() -> None:
    heads = [
        ["**Lead Nurse, Recovery and Surgery** \u2014 Elm Road Hospital, York"],
        ["**Staff Nurse, Outpatients** \u2014 Birch Infirmary, Selby"],
    ]
    first, _ = read_orders(heads)
    assert first is not None
    assert first.is_sure
    assert str(first) == "Lead Nurse, Recovery and Surgery \u00b7 Elm Road Hospital (York)"


def test_what_stands_behind_a_name_may_employ_and_is_asked() -> None:
    cases = {
        "Camera Assistant, second unit (drama, 2 crews), Quill Pictures": ("Quill Pictures", False),
        "Gaffer / Engineer, second unit, Quill Pictures": ("Quill Pictures", False),
        "Barista Manager, Blue Bean, Old Quay": ("Blue Bean", False),
        "Barista Manager, Blue Bean, New York": ("Blue Bean", True),
        "Barista Manager, Blue Bean, Leeds": ("Blue Bean", True),
        "Barista Manager, Bean Studio, Old Quay": ("Bean Studio", True),
    }
    for line, expected in cases.items():
        head = [f"**{line}**", "2019 \u2013 2021"]
        (order,) = read_orders([head])
        found = beside(read_job(head), order, head, "")
        assert order is not None, line
        assert found is not None, line
        assert (found.values["employer"], order.is_sure) == expected, line
        if not order.is_sure:
            assert order.other is not None, line
            assert order.other.values["employer"] == order.values["location"], line
