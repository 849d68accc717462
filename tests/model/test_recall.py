"""What was made is made again where an answer is another one, and only there."""

import pytest

from dossier.model.recall import Recall
from dossier.model.watched import Question


def asked(name: str) -> Question:
    return "records", "get", name


class Maker:
    """Makes things of parts, and remembers which it has made."""

    def __init__(self) -> None:
        self.recall, self.made = Recall(), list[str]()

    def part(self, name: str, *reads: str, given: str = "") -> str:
        def make() -> str:
            self.made.append(name)
            self.recall.book.notes.update(map(asked, reads))
            return f"{name} {given}"

        return self.recall.once(name, (given,), make)

    def whole(self, name: str, *parts: str) -> str:
        def make() -> str:
            self.made.append(name)
            return ", ".join(self.part(part, part) for part in parts)

        return self.recall.once(name, (), make)

    def begin(self, *changed: str, anew: bool = False) -> None:
        self.recall.begin({asked(name) for name in changed}, anew=anew)
        self.made.clear()


def test_a_part_is_made_again_with_what_it_is_of() -> None:
    maker = Maker()
    for changed, parts, made in (
        ("", "ab", ["one", "a", "b", "two", "c"]),
        ("", "ab", []),
        ("a", "ab", ["one", "a"]),
        ("", "ab", []),
        ("c", "ab", ["two", "c"]),
        ("xy", "ab", []),
        ("b", "abd", ["one", "b", "d"]),
    ):
        maker.begin(*changed)
        assert (maker.whole("one", *parts), maker.whole("two", "c")) == (
            ", ".join(f"{part} " for part in parts),
            "c ",
        )
        assert maker.made == made, changed


def test_what_was_not_asked_for_in_a_round_is_not_known_in_the_next() -> None:
    maker = Maker()
    for _ in range(2):
        maker.begin()
        maker.part("a", "a")
        maker.begin("a")
    maker.begin()
    maker.part("a", "a")
    assert maker.made == ["a"]


def test_what_is_given_counts_and_is_made_once_a_round() -> None:
    maker = Maker()
    maker.begin()
    assert [maker.part("a", given=given) for given in "xxy"] == ["a x", "a x", "a y"]
    assert maker.made == ["a", "a"]
    maker.begin()
    assert maker.part("a", given="y") == "a y"
    assert maker.made == []
    maker.begin(anew=True)
    assert maker.part("a", given="y") == "a y"
    assert maker.made == ["a"]


def test_what_is_shared_was_read_by_all_who_ask() -> None:
    maker = Maker()

    def view() -> str:
        maker.made.append("view")
        return maker.part("a", "a")

    def page(name: str) -> str:
        return maker.recall.once(name, (), lambda: maker.recall.shared("view", view))

    for changed, made in (("", ["view", "a"]), ("b", []), ("a", ["view", "a"])):
        maker.begin(*changed)
        assert [page("one"), page("two")] == ["a ", "a "]
        assert maker.made == made


def test_what_could_not_be_made_is_not_known() -> None:
    maker = Maker()
    maker.begin()
    with pytest.raises(ZeroDivisionError):
        maker.recall.once("one", (), lambda: [maker.part("a"), 1 / 0])
    assert maker.part("a") == "a "
    assert maker.made == ["a", "a"]
