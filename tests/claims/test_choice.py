from dossier.claims.choice import Fitting, right, whole
from dossier.quantities.nearness import candidates
from dossier.records.agreement import Agreement, agreement
from tests.claims.saying import sentence

NAMES = ("id: precision, name: yield, value: 91", "id: first, name: first-pass yield, value: 73")


def fitting(text: str) -> list[Fitting]:
    read = sentence(text, *NAMES)
    figure = read.figures[0]
    found = candidates(read.placed, read.hits, figure.first, figure.last, [])
    return [(c, m, agreement(figure, m) or Agreement.WRONG) for c in found for m in c.meanings]


def test_a_name_within_a_longer_one_is_not_meant() -> None:
    for text, named in (
        ("The first-pass yield is 91", "first"),
        ("A yield of 91, and not first-pass", "precision"),
    ):
        placed = sentence(text, *NAMES).placed
        assert [m.metric.id for _, m, _ in whole(fitting(text), placed)][:1] == [named]


def test_a_shorter_name_is_meant_of_what_another_figure_is_part_of() -> None:
    text = "The first-pass yield is 91"
    placed = sentence(text, *NAMES).placed
    kept = whole(fitting(text), placed, is_of=True)
    assert [m.metric.id for _, m, _ in kept] == ["first", "precision"]


def test_a_figure_is_of_a_near_metric_whose_value_it_is() -> None:
    found = right(fitting("The yield is 91"))
    assert found is not None
    assert (found[0].metric.id, found[1]) == ("precision", Agreement.VALUE)
    assert right(fitting("The yield is 90")) is None
    assert right([]) is None
