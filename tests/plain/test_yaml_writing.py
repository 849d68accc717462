"""Plain values to YAML, and back."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.plain.yaml import construct
from dossier.plain.yaml_writing import spell_text, write_yaml

TEXTS = st.text("aB1é:#-&*!?|>%@'\"\\\n\t {}[],~\x07\x85\u2028", max_size=8)
VALUES = st.recursive(
    TEXTS | st.integers(-(10**9), 10**9) | st.booleans() | st.none() | st.just(Decimal("0.10")),
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS.filter(bool), inner),
    max_leaves=8,
)


def test_values_are_laid_out_as_a_person_would() -> None:
    text = write_yaml(
        {
            "company": "Acme, Inc.",
            "url": "https://a.example/b?c=d",
            "date": "2026-02",
            "year": "2026",
            "note": "a: b",
            "skills": ["sql", "rust"],
            "asks": ["one, two", "three"],
            "fit": Decimal("3.50"),
            "long": "word " * 30 + "end",
            "rows": [{"id": "a", "strength": "strong"}],
            "none": [],
        },
        {("rows", 0): ["evidence: [x/y]"]},
    )
    assert text == (
        "company: Acme, Inc.\nurl: https://a.example/b?c=d\ndate: 2026-02\n"
        'year: "2026"\nnote: "a: b"\nskills: [sql, rust]\nasks:\n  - one, two\n  - three\n'
        "fit: 3.50\nlong: >-\n  " + "word " * 17 + "word\n  " + "word " * 12 + "end\n"
        "rows:\n  - id: a\n    strength: strong\n    # evidence: [x/y]\nnone: []\n"
    )


@pytest.mark.parametrize(
    "text",
    ["yes", "null", "~", "- a", "# a", "a: b", "a #b", "&a", "*a", "!a", "12", "", " a", "a "],
)
def test_text_is_never_read_as_something_else(text: str) -> None:
    assert construct(f"a: {spell_text(text)}\n", "") == ({"a": text}, [])


@settings(max_examples=50)
@given(st.dictionaries(TEXTS.filter(bool), VALUES, min_size=1))
def test_all_values_read_back_as_they_were(values: dict[str, object]) -> None:
    assert construct(write_yaml(values), "") == (values, [])


DEEP = json.loads(f"{'[' * 200}{']' * 200}")


@pytest.mark.parametrize("values", [{"a": DEEP}, {"a": "\ud800"}, {"": "a"}])
def test_what_would_be_read_as_something_else_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="cannot be written as YAML"):
        write_yaml(values)
