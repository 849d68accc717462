import json
import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.adapters.front_matter import spell_front_matter
from dossier.plain.yaml import construct

SIGNS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def body(text: str) -> str:
    """Return what stands between the lines of three hyphens, of which there are two."""
    first, inner, rest = text.split("---\n")
    assert (first, rest) == ("", "")
    return inner


def test_nothing_is_nothing() -> None:
    assert spell_front_matter({}) == ""


def test_values_are_written_one_a_line() -> None:
    text = spell_front_matter({"title": "A: b", "private": False, "hide": ["toc", "navigation"]})
    assert text == '---\ntitle: "A: b"\nprivate: false\nhide: ["toc", "navigation"]\n---\n'


@pytest.mark.parametrize(
    "value",
    ["🚀", "é", "\u2028", "\x85", "\x7f", "\x00", "a\n---\nb", '"', "\\", "\U000e0041", "yes"],
)
def test_any_text_is_read_as_it_was(value: str) -> None:
    text = spell_front_matter({"title": value})
    assert text.isascii()
    assert yaml.safe_load(body(text)) == {"title": value}


@given(SIGNS)
def test_every_reader_reads_the_same(value: str) -> None:
    inner = body(spell_front_matter({"title": value}))
    assert yaml.load(inner, yaml.SafeLoader) == {"title": value}
    assert yaml.load(inner, yaml.CSafeLoader) == {"title": value}
    assert construct(inner, "a.md") == ({"title": value}, [])
    if max(value, default=" ") <= "\uffff":
        assert json.loads(inner.removeprefix("title: ")) == value


def test_last_sign_of_all_is_written_too() -> None:
    inner = body(spell_front_matter({"a": chr(sys.maxunicode - 2)}))
    assert inner == 'a: "\\U0010fffd"\n'
