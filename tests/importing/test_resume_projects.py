"""Projects of a résumé: the sentence of each, its words, and the figures in them."""

from dossier.importing.draft import Draft
from dossier.importing.resume_projects import tells_of_work
from dossier.importing.resumes import read_resume


def read(projects: str) -> Draft:
    return read_resume(f"# Ada\n\n## Projects\n\n{projects}")


def test_project_says_first_what_it_is_and_its_figures_are_records() -> None:
    text = "### Night clinics\n2023\n\nI opened the clinic\nat night. It took 30% more rooms.\n"
    text += "\n- 40 users\n"
    draft = read(text)
    found = draft.projects["night-clinics"]
    assert found.values == {
        "title": "Night clinics",
        "audience": "private",
        "line": "I opened the clinic at night.",
    }
    assert found.body == "2023\n\nIt took 30% more rooms.\n\n- 40 users"
    assert [record["claim"] for record in draft.records] == ["40 users", "It took 30% more rooms."]
    comments = list(draft.record_comments.values())
    assert all("project: night-clinics" in lines for lines in comments)
    assert draft.account().lost == ()


def test_what_is_no_sentence_stays_where_it_is() -> None:
    for body in (
        "In [short](https://a.example) here.",
        "- 4 users here now",
        "Two words",
        "We weave **and** measure all of it here.",
        f"We {'weave and measure ' * 30}.",
        "x" * 300,
    ):
        found = read(f"### Loom\n\n{body}\n").projects["loom"]
        assert ("line" in found.values, found.body) == (False, body)


def test_what_heads_no_project_is_left() -> None:
    draft = read("Many small things.\n\n### Loom — A loom that mends itself\n\nx\n")
    assert draft.projects["loom"].values["line"] == "A loom that mends itself"
    assert [part.text for part in draft.parts if part.title == "Projects"] == ["Many small things."]


def test_a_title_may_begin_its_paragraph() -> None:
    said = "A loom that weavers had begun to refuse. It lost 12 mm of drift in two summers."
    draft = read(f"**The old loom (2021).** {said}\n")
    (project,) = draft.projects.values()
    assert project.values["title"] == "The old loom (2021)"
    assert project.values["line"] == "A loom that weavers had begun to refuse."
    assert project.body == "It lost 12 mm of drift in two summers."
    assert draft.account().lost == ()


def test_work_with_figures_is_told_from_other_prose() -> None:
    assert tells_of_work("I dried 52 looms. It took a week.")
    for other in ("I like looms. I like rope.", "I dried 52 looms.", "- Dried 52 looms.\n- Left."):
        assert not tells_of_work(other), other
