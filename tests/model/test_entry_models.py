"""pydantic makes entries, tells all that is wrong in them, and how they are written."""

from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from dossier.model.base import Line
from dossier.model.entry import Entry
from dossier.model.entry_models import json_schema_of, validated
from dossier.model.marks import Key
from dossier.model.profile import Education, Profile, Stated


class Inner(Entry):
    """Within."""

    since: Annotated[Line | None, Key("from")] = None


class Outer(Entry):
    """Around."""

    stands_for = "string"

    value: Line
    inner: tuple[Inner, ...] = ()


def test_what_is_right_is_an_entry_with_what_was_said() -> None:
    outer = validated(Outer, {"value": "a", "inner": [{"from": " b "}, {}]})
    assert outer == Outer(value="a", inner=(Inner(**{"from": "b"}), Inner()))
    assert outer.model_fields_set == {"value", "inner"}
    assert outer.inner[1].model_fields_set == set()
    assert validated(Outer, "a") == Outer(value="a")


def test_what_is_wrong_in_parts_is_told_with_its_way() -> None:
    with pytest.raises(ValidationError) as caught:
        validated(Profile, {"name": "", "email": 5, "education": [{"since": "2020"}, 7]})
    assert [(error["loc"], error["type"]) for error in caught.value.errors()] == [
        (("name",), "string_too_short"),
        (("email", "value"), "string_type"),
        (("education", 0, "since"), "extra_forbidden"),
        (("education", 1), "model_type"),
    ]


def test_a_whole_is_checked_when_its_parts_are_right() -> None:
    with pytest.raises(ValidationError) as caught:
        validated(Profile, {"name": "A", "education": [{}]})
    assert [error["loc"] for error in caught.value.errors()] == [("education", 0)]
    assert validated(Education, {"degree": "BA"}).degree == "BA"


def test_types_that_are_made_of_entries_are_validated_too() -> None:
    (stated,) = TypeAdapter(list[Stated]).validate_python(["x"])
    assert stated == Stated(value="x")


def test_a_schema_says_the_keys_and_what_may_stand_for_an_entry() -> None:
    short, whole = json_schema_of(Outer)["anyOf"]
    assert short == {"type": "string"}
    assert (whole["title"], whole["description"]) == ("Outer", "Around.")
    assert whole["required"] == ["value"]
    assert list(json_schema_of(Inner)["properties"]) == ["from"]
