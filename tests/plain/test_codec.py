"""Values as JSON has them: the same when they are read again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from dossier.model.audience import Audience
from dossier.plain.codec import codec
from dossier.plain.problems import Place


@dataclass(frozen=True, slots=True)
class Said:
    """Some of everything."""

    words: tuple[str, ...]
    place: Place
    audience: Audience
    by_unit: Mapping[str, frozenset[int]]
    pair: tuple[str, bool]


SAID = Said(
    ("a", "\ud800"), Place("x.md", 2, 3), Audience.SHARED, {"b": frozenset({2, 1})}, ("c", True)
)


def test_a_value_is_itself_again() -> None:
    spell, read = codec(Said)
    kept = json.loads(json.dumps(spell(SAID)))
    assert read(kept) == SAID
    assert type(read(kept).audience) is Audience
    assert kept[3] == {"b": [1, 2]}


def test_what_is_no_value_of_the_type_is_refused() -> None:
    spell, read = codec(Said)
    kept = spell(SAID)
    for wrong in (None, [], kept[:-1], [*kept, 1], [*kept[:2], "everyone", *kept[3:]]):
        with pytest.raises((TypeError, ValueError)):
            read(wrong)
    with pytest.raises(TypeError):
        codec(tuple[object, ...])
