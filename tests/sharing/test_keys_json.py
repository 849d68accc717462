"""The form of the keystore's file; what each field must be is tested with the keystore."""

from datetime import date

import pytest

from dossier.plain.errors import ConfigError
from dossier.sharing.keys_json import Reader, parse

FIELDS = {"a": "2026-03-01", "b": 2, "c": "b" * 26, "d": "TExM"}


def test_values_are_read_as_what_they_are() -> None:
    reader = Reader(": `acme-1`", FIELDS)
    assert (reader.text("a"), reader.day("a"), reader.number("b")) == (
        "2026-03-01",
        date(2026, 3, 1),
        2,
    )
    assert (reader.share_id("c"), reader.secret("d", 3)) == ("b" * 26, b"LLL")


def test_place_of_a_mistake_is_told() -> None:
    with pytest.raises(ConfigError) as caught:
        parse(b'{"a": 1,\n "a"}')
    assert caught.value.message == ".dossier/keys.json:2:5: Expecting ':' delimiter"
    assert parse(b'{"a": [1]}') == {"a": [1]}
