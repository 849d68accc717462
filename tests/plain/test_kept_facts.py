"""What was worked out of parts is given to the next run while all that it hangs on is the same."""

import json
from datetime import date
from typing import Any

from dossier.model.audience import Audience
from dossier.plain.kept_facts import KeptFacts, Kind, digest_of_text, digest_of_value, take

WORDS: Kind[frozenset[str]] = Kind("words", sorted, frozenset)


def test_a_part_is_made_once_and_again_when_what_it_hangs_on_is_another() -> None:
    made: list[str] = []

    def find(facts: KeptFacts | None, hangs_on: object, word: str = "b") -> frozenset[str]:
        def make() -> frozenset[str]:
            made.append(word)
            return frozenset({"a", word})

        return take(facts, WORDS, "x", hangs_on, make)

    first = KeptFacts({})
    assert find(first, 1) == find(first, 1) == frozenset("ab")
    assert made == ["b"]
    left = json.loads(json.dumps(first.now))
    second = KeptFacts(left)
    assert find(second, 1, "c") == frozenset("ab")
    assert json.loads(json.dumps(second.now)) == left
    assert find(KeptFacts(left), 2, "c") == frozenset("ac")
    assert find(None, 1, "d") == find(None, 1, "d") == frozenset("ad")
    assert made == ["b", "c", "d", "d"]


def test_what_no_run_has_left_is_passed_over() -> None:
    digest = digest_of_value(1)
    spoils: tuple[Any, ...] = (
        None,
        [],
        "x",
        {"words": None},
        {"words": {"x": [digest, [[]]]}},
        {"words": 1},
    )
    for spoiled in spoils:
        facts = KeptFacts(spoiled)
        assert take(facts, WORDS, "x", 1, lambda: frozenset("a")) == frozenset("a"), spoiled


def test_what_nobody_asks_for_any_more_is_not_kept() -> None:
    facts = KeptFacts({"words": {"gone": [digest_of_value(1), ["a"]]}})
    take(facts, WORDS, "x", 1, frozenset)
    assert facts.now == {"words": {"x": (digest_of_value(1), [])}}


def test_what_is_carried_on_is_left_as_it_was_and_gives_way_to_what_is_made() -> None:
    left: Any = [digest_of_value(1), ["a"]]
    nothing: tuple[Any, ...] = (None, [], {"words": None}, {"words": {}})
    for before in nothing:
        facts = KeptFacts(before)
        facts.carry(WORDS, "x")
        assert facts.now == {}, before
    facts = KeptFacts({"words": {"x": left}})
    facts.carry(WORDS, "x")
    assert facts.now == {"words": {"x": left}}
    facts.put(WORDS, "x", digest_of_value(1), frozenset("b"))
    assert facts.known(WORDS, "x", 1) == frozenset("b")


def test_what_little_is_new_is_not_worth_writing_all() -> None:
    def edited(parts: int) -> KeptFacts:
        facts = KeptFacts({"words": {"x": [digest_of_value(1), ["a"]]}})
        take(facts, WORDS, "x", 1, frozenset)
        for number in range(parts):
            facts.keep(WORDS, str(number), number, frozenset())
        return facts

    assert [edited(parts).are_worth_keeping for parts in (0, 15, 30)] == [False, False, True]
    assert KeptFacts({}).are_worth_keeping


def test_digests_are_those_of_any_process() -> None:
    values = [None, True, "\ud800"]
    value = (frozenset(map(str, range(40))), {"b": date(2026, 3, 1), "a": Audience.PUBLIC}, values)
    assert (
        digest_of_value(value) == "a32de9e6d7f37524d4c9c40a8168b55e37a2aacdd36ac6c7cc82859ffb3185d8"
    )


def test_long_texts_are_told_apart_as_short_ones_are() -> None:
    one, other = "a" * 600, "a" * 599 + "b"
    assert digest_of_value(one) == digest_of_value("a" * 600) != digest_of_value(other)
    # Neither is a text what stands for another.
    assert digest_of_value(one) != digest_of_value(digest_of_text(one))
    assert digest_of_value(one) != digest_of_value(("text", digest_of_text(one)))
