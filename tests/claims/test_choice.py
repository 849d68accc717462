import pytest

from dossier.claims.choice import Fitting, chosen, right
from dossier.quantities.nearness import candidates
from dossier.records.agreement import Agreement, agreement
from tests.claims.saying import sentence

NAMES = (
    "id: precision, name: yield, value: 91",
    "id: first, name: first-pass yield, value: 73",
    'id: recitals, name: "recitals, of 41", value: 34',
)


def fitting(text: str, number: int = 0) -> list[Fitting]:
    read = sentence(text, *NAMES)
    figure = read.figures[number]
    found = candidates(read.placed, read.hits, figure.first, read.figures[-1].last, [])
    return [(c, m, agreement(figure, m) or Agreement.WRONG) for c in found for m in c.meanings]


def meant(text: str, number: int = 0) -> list[str]:
    read = sentence(text, *NAMES)
    kept = chosen(fitting(text, number), read, read.figures[number])
    return [meaning.metric.id for _, meaning, _ in kept]


def test_a_name_within_a_longer_one_is_not_meant() -> None:
    assert meant("The first-pass yield is 91")[:1] == ["first"]
    assert meant("A yield of 91, and not first-pass")[:1] == ["precision"]


def test_a_shorter_name_is_meant_of_what_another_figure_is_part_of() -> None:
    assert meant("It was 58 of 91 first-pass yield", 1) == ["precision"]


@pytest.mark.parametrize(
    ("text", "number", "names"),
    [
        ("It was 34 of 41 recitals", 0, ["recitals"]),
        ("It was 36 of 41 recitals", 0, ["recitals"]),
        ("It was 8 of 9 recitals", 0, []),
        ("Recitals were 8 of 9", 0, ["recitals"]),
        ("It was 34 of 41 recitals", 1, []),
        ("It was 34 of 50 recitals", 1, ["recitals"]),
        ("It was 8 of 9 recitals", 1, []),
    ],
)
def test_what_something_is_told_of_is_no_value(text: str, number: int, names: list[str]) -> None:
    assert meant(text, number) == names


def test_a_figure_is_of_a_near_metric_whose_value_it_is() -> None:
    found = right(fitting("The yield is 91"))
    assert found is not None
    assert (found[0].metric.id, found[1]) == ("precision", Agreement.VALUE)
    assert right(fitting("The yield is 90")) is None
    assert right([]) is None
