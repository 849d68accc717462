"""What is told of an import."""

from dossier.importing.draft import Draft, Part, Values
from dossier.importing.report import found, held, kept_line, readings, words_line


def test_what_was_found_is_counted() -> None:
    draft = Draft("dossier", "a b", application={"roles": [{}], "proof_points": [{}, {}]})
    draft.parts = [Part("Q", "### a?\n\nb", name="questions")]
    draft.comments = {("proof_points", 1): ["evidence: [x/y]"], (): ["lead: z"]}
    assert found(draft) == "a dossier: 1 role, 2 rows, 1 question, records proposed for 1 row"
    assert found(Draft("résumé", "")) == "a résumé: nothing that has a field"
    study = Draft("résumé", "", profile={"education": [{}, {}]})
    assert found(study) == "a résumé: 2 studies"


def test_words_are_told_by_where_they_went() -> None:
    draft = Draft("dossier", "Link x y z", application={"url": "x"}, parts=[Part("y", "")])
    draft.read_as("Link", "role.url")
    assert words_line(draft) == (
        "words: 4 in; 1 in fields, 0 in sections, 1 kept in private sections, "
        "1 read as names and values; 1 lost"
    )


def test_readings_are_listed_once() -> None:
    draft = Draft("dossier", "")
    draft.read_as("Strong", "strength: strong")
    draft.read_as("Strong", "strength: strong")
    draft.keep("Odd", "x")
    cure = "`dossier help` lists the sections that others read"
    assert kept_line(draft) == f"kept private: Odd (1 line: x); {cure}"
    draft.keep("Even", "### *Bank* nurse\n\ny")
    assert ": Odd (1 line: x), Even (2 lines: Bank nurse); " in kept_line(draft)
    draft.kind, draft.id = "résumé", "cv"
    assert kept_line(draft).startswith("kept private in content/imported/cv.md: ")
    assert kept_line(draft).endswith("; `dossier help profile` names the fields that others read")
    assert kept_line(Draft("dossier", "")) == ""
    draft.parts.pop()
    draft.parts.append(Part("Pitch", "x", is_remainder=False))
    assert list(readings(draft)) == [
        "`Strong` was read as strength: strong (2 times)",
        "kept without a field: Odd",
    ]


def test_what_a_profile_holds_is_counted() -> None:
    lists: Values = {"work": [{}], "education": [{}, {}], "skills": [{}, {}], "awards": [{}] * 3}
    assert held(Draft("résumé", "", profile=lists)) == (
        "1 job, 2 studies, 2 groups of skills, 3 awards"
    )
    assert held(Draft("résumé", "", profile={"skills": [{}]})) == "1 group of skills"
    assert held(Draft("résumé", "")) == "your name"
