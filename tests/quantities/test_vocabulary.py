from dossier.quantities.vocabulary import Vocabulary

KNOWN = Vocabulary([("precise", [("precis",), ("precis", "gain")]), ("gain", [("gain",)])])


def spans(*stems: str, parts: tuple[int, ...] = ()) -> list[tuple[int, int, tuple[str, ...]]]:
    found = KNOWN.find(stems, parts or (0,) * len(stems))
    return [(hit.start, hit.end, hit.named) for hit in found]


def test_words_of_a_name_stand_in_any_order_and_apart() -> None:
    assert spans("gain", "of", "precis") == [(0, 3, ("precise",)), (0, 1, ("gain",))]


def test_no_name_goes_over_the_end_of_a_clause() -> None:
    assert spans("gain", "precis", parts=(0, 1)) == [(0, 1, ("gain",)), (1, 2, ("precise",))]


def test_no_name_is_spread_too_far() -> None:
    assert spans("gain", *["x"] * 20, "precis") == [(0, 1, ("gain",)), (21, 22, ("precise",))]


def test_longer_name_holds_a_shorter_one() -> None:
    whole, part = KNOWN.find(("precis", "gain"), (0, 0))
    assert whole.holds(part)
    assert not part.holds(whole)


def test_what_has_all_words_of_a_name_anywhere_may_be_named() -> None:
    found = KNOWN.among(frozenset({"gain", "of", "precis"}))
    assert sorted(found) == ["gain", "precise", "precise"]
    assert list(KNOWN.among(frozenset({"of", "recall"}))) == []


def test_names_are_looked_for_only_where_their_rarest_words_stand() -> None:
    assert KNOWN.may_find(["of", "gain"])
    assert not KNOWN.may_find(["of", "recall"])
