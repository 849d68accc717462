from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import Field, ValidationError

from dossier.model.application import Application, ProofPoint
from dossier.model.audience import Audience
from dossier.model.base import (
    Days,
    Entry,
    FieldShape,
    Id,
    Line,
    Link,
    Numbers,
    PartialDate,
    Text,
    Url,
    Wording,
    shape,
    spell,
    texts,
)
from dossier.model.evidence import EvidenceFile
from dossier.model.fit import Fit
from dossier.model.profile import Profile
from dossier.model.project import FreePage, Project
from dossier.plain.yaml import construct


class Sample(Entry):
    """Every type of field."""

    id: Id | None = None
    line: Line | None = None
    text: Annotated[Text | None, Audience.SHARED] = None
    texts: Annotated[tuple[Text, ...], Audience.PUBLIC] = ()
    link: Link | None = None
    links: Annotated[tuple[Link, ...], Audience.PUBLIC] = ()
    since: PartialDate | None = Field(None, alias="from")
    url: Url | None = None
    value: Numbers = ()
    fit: Fit | None = None
    days: Days | None = None
    wording: Wording | None = None


class Nested(Entry):
    """Texts in entries in lists."""

    last: Text | None = Field(None, alias="first")
    inner: tuple[Sample, ...] = ()
    one: Sample | None = None


@pytest.mark.parametrize(
    ("key", "given", "value"),
    [
        ("id", "my-project-2", "my-project-2"),
        ("line", " a  b ", "a  b"),
        ("text", "\na\n", "a"),
        ("from", 2026, "2026"),
        ("from", "2026-02", "2026-02"),
        ("url", "https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("url", "HTTP://example.org", "HTTP://example.org"),
        ("url", "mailto:ada@example.org", "mailto:ada@example.org"),
        ("value", 22, (Decimal(22),)),
        ("value", Decimal("0.10"), (Decimal("0.10"),)),
        ("value", [-2, Decimal("3.5")], (Decimal(-2), Decimal("3.5"))),
        ("fit", 0, Decimal(0)),
        ("fit", Decimal("3.5"), Decimal("3.5")),
        ("fit", Decimal("3.7"), Decimal("3.7")),
        ("fit", 5, Decimal(5)),
        ("days", "180d", "180d"),
        ("wording", "20 concepts", "20 concepts"),
        ("wording", "é", "é"),
    ],
)
def test_value_is_read_as_it_was_typed(key: str, given: object, value: object) -> None:
    sample = Sample.model_validate({key: given})
    assert getattr(sample, {"from": "since"}.get(key, key)) == value


def test_sign_that_is_typed_is_told_where_a_number_cannot_keep_it() -> None:
    read, _ = construct("value: +5", "")
    with pytest.raises(ValidationError) as raised:
        Sample.model_validate(read)
    (error,) = raised.value.errors()
    assert "`+5` is not a number" in error["msg"]
    assert 'write `5`; the sign goes to `op`: `op: "+"`' in error["ctx"]["hint"]


def test_number_keeps_its_digits() -> None:
    assert str(Sample.model_validate({"value": Decimal("0.10")}).value[0]) == "0.10"


@pytest.mark.parametrize(
    ("key", "given", "code"),
    [
        ("id", "Mine", "id-form"),
        ("id", "a--b", "id-form"),
        ("id", "a-", "id-form"),
        ("id", "a\n", "id-form"),
        ("id", "", "id-form"),
        ("id", "é", "id-form"),
        ("id", 5, "string_type"),
        ("line", "", "string_too_short"),
        ("line", " \t\n", "string_too_short"),
        ("line", 5, "string_type"),
        ("from", "soon", "date-wrong"),
        ("from", "2026-00", "date-wrong"),
        ("from", True, "date-wrong"),
        ("from", ["2026"], "date-wrong"),
        ("from", "\uff12\uff10\uff12\uff16", "date-wrong"),
        ("url", "example.org", "link-unsafe"),
        ("url", "//example.org", "link-unsafe"),
        ("url", "https:///path", "link-unsafe"),
        ("url", "javascript:alert(1)", "link-unsafe"),
        ("url", "java\tscript:alert(1)", "link-unsafe"),
        ("url", "\x00javascript:alert(1)", "link-unsafe"),
        ("url", "file:///etc/passwd", "link-unsafe"),
        ("url", "http://[::1", "link-unsafe"),
        ("url", "", "link-unsafe"),
        ("value", [], "text-type"),
        ("value", [1, 2, 3], "text-type"),
        ("value", [2, 1], "text-type"),
        ("value", [1, 1], "text-type"),
        ("value", "22", "text-type"),
        ("value", True, "text-type"),
        ("value", None, "text-type"),
        ("value", {"a": 1}, "text-type"),
        ("fit", -1, "text-type"),
        ("fit", Decimal("5.5"), "text-type"),
        ("fit", Decimal("3.25"), "text-type"),
        ("fit", "high", "decimal_parsing"),
        ("days", "0d", "date-wrong"),
        ("days", "180", "date-wrong"),
        ("days", "100000d", "date-wrong"),
        ("days", "\u0661d", "date-wrong"),
        ("wording", "", "must-say-form"),
        ("wording", " … ", "must-say-form"),
        ("other", 1, "extra_forbidden"),
        ("since", "2026", "extra_forbidden"),
    ],
)
def test_value_that_is_none_is_refused_by_a_code(key: str, given: object, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate({key: given})
    assert [error["type"] for error in caught.value.errors()] == [code]


def test_entries_never_change() -> None:
    link = Link(label="a", url="https://example.org")
    with pytest.raises(ValidationError):
        link.label = "b"


@pytest.mark.parametrize(
    ("value", "spelled"),
    [
        (5, "`5`"),
        (Decimal("0.10"), "`0.10`"),
        (True, "`true`"),
        ([1], "a list"),
        ({"a": 1}, "a mapping"),
        ("a\n\tb", "`a b`"),
        ("x" * 40, f"`{'x' * 40}`"),
        ("x" * 41, f"`{'x' * 39}…`"),
        ("", "``"),
    ],
)
def test_message_spells_a_value_on_one_short_line(value: object, spelled: str) -> None:
    assert spell(value) == spelled


def test_shape_tells_of_each_key_who_sees_it_and_what_it_holds() -> None:
    found = shape(Sample)

    def field(audience: Audience, model: type[Entry] | None = None, **marks: bool) -> FieldShape:
        known = {"is_list": False, "is_text": False, "is_required": False}
        return FieldShape(audience, model, **{**known, **marks})

    assert found["text"] == field(Audience.SHARED, is_text=True)
    assert found["texts"] == field(Audience.PUBLIC, is_list=True, is_text=True)
    assert found["line"] == field(Audience.PRIVATE)
    assert found["link"] == field(Audience.PRIVATE, Link)
    assert found["links"] == field(Audience.PUBLIC, Link, is_list=True)
    assert shape(Link)["url"].is_required
    assert "from" in found
    assert "since" not in found


def test_texts_are_found_with_their_paths_in_the_order_of_the_fields() -> None:
    raw: Any = {
        "inner": [{"text": "a"}, {"texts": ["b", "c"], "line": "no text"}],
        "first": "d",
        "one": {"text": "e"},
    }
    assert list(texts(Nested.model_validate(raw))) == [
        (("first",), "d"),
        (("inner", 0, "text"), "a"),
        (("inner", 1, "texts", 0), "b"),
        (("inner", 1, "texts", 1), "c"),
        (("one", "text"), "e"),
    ]


@pytest.mark.parametrize("model", [Application, EvidenceFile, FreePage, Profile, Project])
def test_every_field_that_states_its_own_audience_is_of_a_whole_entry(model: type[Entry]) -> None:
    for key, field in shape(model).items():
        if field.model and "audience" in shape(field.model):
            # A row's audience hides the row, and opens none of its fields.
            assert field.model.whole or field.model is ProofPoint, key
