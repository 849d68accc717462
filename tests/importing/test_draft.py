"""What one input becomes, before it is written."""

from dossier.importing.draft import Draft, has_field
from dossier.model.profile import Employment


def test_line_with_a_lost_word_is_kept() -> None:
    draft = Draft("résumé", "# Ada\n\nMeasures all.\n", profile={"name": "Ada"})
    assert draft.account().lost == ("measures", "all")
    draft.keep_lost()
    assert [(part.title, part.text) for part in draft.parts] == [("Not placed", "- Measures all.")]
    assert draft.account().lost == ()


def test_nothing_is_kept_if_nothing_is_lost() -> None:
    draft = Draft("résumé", "Ada", profile={"name": "Ada"})
    draft.keep_lost()
    assert draft.parts == []


def test_lines_are_kept_below_one_heading() -> None:
    draft = Draft("dossier", "a b")
    draft.keep_line("Left", "- a")
    draft.keep_line("Left", "- b", ("b",))
    assert [(part.title, part.text) for part in draft.parts] == [("Left", "- a\n- b")]
    assert draft.account().lost == ("b",)


def test_a_dossier_is_begun_by_what_is_first_put_into_it() -> None:
    draft = Draft("posting", "")
    assert draft.application is None
    draft.dossier["company"] = "Acme"
    draft.dossier["status"] = "saved"
    assert draft.application == {"company": "Acme", "status": "saved"}


def test_field_is_known_by_the_key_that_people_type() -> None:
    assert has_field(Employment, "from")
    assert not has_field(Employment, "since")
