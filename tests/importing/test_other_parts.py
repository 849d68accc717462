"""What stands below *Other* goes where it has a field, and the rest stays word for word."""

from tests.importing.test_resumes import read

RESUME = """\
# Ada Lane

Senior Roof Carpenter \u00b7 York, UK
ada@example.org \u00b7 CSCS registered, RC20417

## Projects

**Barn frames (2020)** \u2014 oak frames for two barns. Waste fell from 9% to 4%.

## Education

- BSc (Hons) Timber Engineering, Leeds, 2011

## Other

- Licensed crane operator since 2017
- Member of the Guild of Joiners; sang in a choir of 12
- English (native), German (good), SketchUp, lime mortar
- I climb, and won a race in 2019.
"""


def test_what_has_a_field_goes_there_and_the_rest_stays() -> None:
    draft = read(RESUME)
    profile = draft.profile
    assert (profile["headline"], profile["location"]) == ("Senior Roof Carpenter", "York, UK")
    assert [(c["name"], str(c.get("date", ""))) for c in profile["certificates"]] == [
        ("CSCS registered, RC20417", ""),
        ("Licensed crane operator", "2017"),
        ("Member of the Guild of Joiners", ""),
    ]
    assert [each["language"] for each in profile["languages"]] == ["English", "German"]
    assert [group["skills"] for group in profile["skills"]] == [["SketchUp", "lime mortar"]]
    kept = {part.title: part.text for part in draft.parts}
    assert kept == {"Other": "- sang in a choir of 12\n- I climb, and won a race in 2019."}


def test_item_of_several_paragraphs_stays_word_for_word() -> None:
    item = "- Licensed crane operator since 2017; German\n\n  I learned both at work."
    draft = read(f"# Ada\n\n## Other\n\n{item}\n- Licensed crane operator since 2017\n")
    assert "languages" not in draft.profile
    assert [part.text for part in draft.parts] == [item]


def test_honours_are_of_the_degree_and_all_a_project_says_is_told() -> None:
    draft = read(RESUME)
    study = draft.profile["education"][0]
    assert (study["degree"], study["field"]) == ("BSc (Hons)", "Timber Engineering")
    (project,) = draft.projects.values()
    assert project.values["line"] == "oak frames for two barns."
    assert "Waste fell from 9% to 4%." in [record["claim"] for record in draft.records]


PROSE = """\
# Ada Lane

## Also

Full clean driving licence. I own my tools and the van's licence.
I have no forklift licence. I speak Welsh (native) and Yoruba (good).
Member of the Guild of Joiners since 2017. I am a member of a choir.
"""


def test_sentences_that_plainly_tell_of_a_licence_or_languages_have_fields() -> None:
    draft = read(PROSE)
    assert [(c["name"], str(c.get("date", ""))) for c in draft.profile["certificates"]] == [
        ("Full clean driving licence", ""),
        ("Member of the Guild of Joiners", "2017"),
    ]
    assert [each["language"] for each in draft.profile["languages"]] == ["Welsh", "Yoruba"]
    (part,) = draft.parts
    assert part.text == (
        "I own my tools and the van's licence.\nI have no forklift licence.\n"
        "I am a member of a choir."
    )
    assert (draft.account().lost, draft.account().invented) == ((), ())


def test_a_sentence_may_go_on_in_the_next_line() -> None:
    draft = read("# Ada Lane\n\n## Odds and ends\n\nI like tea. Full\ndriving licence.\n")
    assert [held["name"] for held in draft.profile["certificates"]] == ["Full driving licence"]
    assert draft.parts[0].text == "I like tea."
