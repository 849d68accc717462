"""A class of values is what a frozen, slotted dataclass would be, whatever its fields say."""

from dataclasses import KW_ONLY, dataclass, field, fields, replace
from functools import cached_property
from typing import Any

import pytest

from dossier.plain.frozen import changing, frozen


def declared() -> type:
    class Said:
        """Some of everything."""

        word: str
        number: int = 3
        place: int = field(default=0, compare=False)
        note: list[int] = field(default_factory=list, hash=False)
        secret: str = field(default="", repr=False)
        _: KW_ONLY
        is_loud: bool = False

    return Said


def declared_alone() -> type:
    class Alone:
        word: str

    return Alone


def declared_empty() -> type:
    class Empty:
        pass

    return Empty


def declared_own() -> type:
    class Own:  # noqa: PLW1641 - it is made by the decorator
        word: str
        number: int = 0

        def __eq__(self, other: object) -> bool:
            return isinstance(other, type(self)) and self.word.lower() == other.word.lower()

        def __repr__(self) -> str:
            return self.word

    return Own


GIVEN: dict[Any, list[tuple[tuple[object, ...], dict[str, object]]]] = {
    declared: [
        (("a",), {}),
        (("a", 3, 7), {}),
        (("a", 3, 0, [1]), {}),
        (("a", 3), {"secret": "b"}),
        (("a",), {"is_loud": True}),
        (("b",), {}),
    ],
    declared_alone: [(("a",), {}), (("b",), {})],
    declared_empty: [((), {})],
    declared_own: [(("a", 1), {}), (("A", 1), {}), (("b", 1), {})],
}


@pytest.mark.parametrize("declare", GIVEN)
def test_it_is_equal_hashed_and_printed_as_a_dataclass_is(declare: Any) -> None:  # noqa: ANN401
    ours, theirs = frozen(declare()), dataclass(frozen=True, slots=True)(declare())
    made = [[of(*args, **named) for args, named in GIVEN[declare]] for of in (ours, theirs)]
    for one, its in zip(*made, strict=True):
        assert repr(one) == repr(its)
        assert hash(one) == hash(replace(one)) or one != replace(one)
        assert one != its
        for other, others in zip(*made, strict=True):
            assert (one == other) is (its == others), (one, other)
            assert (hash(one) == hash(other)) is (hash(its) == hash(others)), (one, other)
    assert [each.name for each in fields(ours)] == [each.name for each in fields(theirs)]
    assert ours.__match_args__ == theirs.__match_args__
    assert not hasattr(made[0][0], "__dict__")


def test_what_is_worked_out_late_is_kept() -> None:
    @frozen
    class Text:
        words: str

        @cached_property
        def stems(self) -> list[str]:
            return self.words.split()

    text = Text("a b")
    assert text.stems is text.stems
    assert text == replace(text)


def test_what_is_asked_of_a_value_is_asked_when_it_is_made() -> None:
    @frozen
    class Odd:
        number: int

        def __post_init__(self) -> None:
            if self.number % 2 == 0:
                raise ValueError(self.number)

    assert Odd(1).number == 1
    for number in (2, 4):  # the first is made by another method than those that follow
        with pytest.raises(ValueError, match=str(number)):
            Odd(number)


def test_what_is_not_given_or_too_much_is_refused() -> None:
    ours: Any = frozen(declared())
    for _ in range(2):
        with pytest.raises(TypeError, match="missing 1 required positional argument: 'word'"):
            ours()
        with pytest.raises(TypeError, match="positional arguments"):
            ours("a", 1, 2, [], "", "loud")
        with pytest.raises(TypeError, match="unexpected keyword argument 'words'"):
            ours(words="a")


def test_each_value_has_its_own_of_what_is_made_for_it() -> None:
    ours: Any = frozen(declared())
    assert ours("a").note is not ours("a").note


def test_a_class_may_say_itself_how_it_is_made() -> None:
    @frozen
    class Own:
        word: str

        def __init__(self, word: str) -> None:
            self.word = word.upper()  # type: ignore[misc]  # as a slot is set

    assert Own("a").word == "A"


def test_what_changes_is_equal_to_itself_alone_and_takes_no_other_field() -> None:
    @changing
    class Kept:
        word: str
        found: list[int] = field(default_factory=list)

    one, other = Kept("a"), Kept("a")
    one.word = "b"
    one.found.append(1)
    assert (one.word, one.found, other.found) == ("b", [1], [])
    assert other != Kept("a")
    assert {one, other} == {other, one}
    with pytest.raises(AttributeError):
        one.wrod = "c"  # type: ignore[attr-defined]
