"""How many of how many: the part is the figure, and its name says the whole."""

from dossier.importing.figures import proposed_metrics


def told(claim: str) -> list[tuple[str, object]]:
    return [(str(metric["name"]), metric["value"]) for metric in proposed_metrics(claim)]


def test_a_part_and_its_whole_are_one_figure() -> None:
    for claim, name, value in (
        ("31 of 40 seedlings since spring survived the frost.", "survived, of 40 seedlings", 31),
        ("Grew 40 seedlings, of which 31 survived the frost", "survived, of 40 seedlings", 31),
        ("Of 40 seedlings 31 survived", "survived, of 40 seedlings", 31),
        ("Won 14 of the 20 tenders for roof gardens", "tenders, of 20", 14),
        ("Answered 300 letters, 280 of them in a week", "letters, of 300", 280),
    ):
        assert told(claim) == [(name, value)], claim


def test_two_counts_beside_each_other_stay_two() -> None:
    assert told("Led 8 gardeners and planted 300 trees") == [("gardeners", 8), ("trees", 300)]
    assert told("Planted 300 trees. 31 of them survived") == [("trees", 300)]
