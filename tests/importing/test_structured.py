"""Keys and values of other formats."""

from decimal import Decimal

from dossier.importing.draft import Draft
from dossier.importing.structured import given_words, take_entry, write_down
from dossier.importing.structured_fields import WORK
from dossier.model.profile import Employment


def test_words_are_values_and_keys_that_no_format_has() -> None:
    raw = {"name": "Ada", "mood": ["ok", True, None, Decimal("4.0")]}
    assert given_words(raw) == "Ada\nmood\nok\ntrue\n4.0"


def test_what_has_a_field_is_taken_and_the_rest_left() -> None:
    draft = Draft("résumé", "")
    raw = {"name": "Acme", "startDate": "Feb 2020", "endDate": "present", "mood": "ok", "url": ""}
    entry, rest = take_entry(draft, raw, WORK, Employment)
    assert entry == {"employer": "Acme", "from": "2020-02", "to": "present"}
    assert rest == {"mood": "ok"}
    assert [reading.said for reading in draft.readings] == ["Feb 2020", "present"]


def test_entry_that_the_model_refuses_is_left_whole() -> None:
    raw = {"position": "Engineer", "startDate": "2020"}
    draft = Draft("résumé", "")
    assert take_entry(draft, raw, WORK, Employment) == ({}, raw)
    assert draft.readings == []


def test_date_that_is_none_is_left() -> None:
    raw = {"name": "Acme", "startDate": "long ago"}
    entry, rest = take_entry(Draft("résumé", ""), raw, WORK, Employment)
    assert (entry, rest) == ({"employer": "Acme"}, {"startDate": "long ago"})


def test_rest_is_written_down_below_its_key() -> None:
    draft = Draft("résumé", "mood ok fine Ada extra")
    write_down(draft, "skills", [{"name": "Ada", "mood": ["ok", "fine"], "level": None}])
    write_down(draft, "skills", {"extra": None})
    (part,) = draft.parts
    assert part.text == "- **name:** Ada\n    - **mood:**\n        - ok\n        - fine\n\n- extra"
    assert (draft.account().lost, draft.account().invented) == ((), ())
