"""The fields of a class of entries, as its annotations have them."""

from typing import Annotated, ClassVar

from dossier.model.audience import Audience
from dossier.model.base import Inline, Link, Text
from dossier.model.entry import Entry
from dossier.model.entry_fields import MISSING, fields_of, parts_of
from dossier.model.marks import Key


class Base(Entry):
    """What others are made of."""

    id: Text
    """A remark."""
    said: Annotated[Text | None, Audience.PUBLIC, Key("from")] = None
    kind: ClassVar[str] = "base"


class Other(Base):
    """A field more, and one that has no default any more."""

    whole = True
    said: Text
    links: tuple[Link, ...] = ()


def test_fields_of_bases_come_first_and_no_others_are_fields() -> None:
    assert list(fields_of(Base)) == ["id", "said"]
    assert list(fields_of(Other)) == ["id", "said", "links"]


def test_a_field_says_its_key_its_type_and_its_default() -> None:
    said = fields_of(Base)["said"]
    assert (said.key, said.default, said.is_required) == ("from", None, False)
    assert said.annotation == (Text | None)
    assert said.marks == (Audience.PUBLIC, Key("from"))
    again = fields_of(Other)["said"]
    assert (again.key, again.default, again.is_required) == ("said", MISSING, True)


def test_an_annotation_is_told_by_all_its_parts() -> None:
    assert {tuple, Link} <= set(parts_of(fields_of(Other)["links"].hint))
    parts = list(parts_of(fields_of(Base)["said"].hint))
    assert Audience.PUBLIC in parts
    assert any(isinstance(part, Inline) for part in parts)
    assert {str, type(None)} <= {part for part in parts if isinstance(part, type)}
