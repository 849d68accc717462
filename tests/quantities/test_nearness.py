from dossier.quantities.nearness import candidates
from tests.claims.saying import sentence

METRICS = (
    'id: precision, name: precision, value: 22, unit: "%"',
    'id: recall, name: recall, value: 26, unit: "%"',
)


def nearest(text: str) -> list[str]:
    read = sentence(text, *METRICS)
    spans = [(f.first, f.last) for f in read.figures]
    found = []
    for first, last in spans:
        others = [span for span in spans if span != (first, last)]
        near = candidates(read.placed, read.hits, first, last, others)
        found.append(near[0].meanings[0].metric.id if near else "")
    return found


def test_nearest_name_wins_and_commas_part() -> None:
    assert nearest("Precision rose by 22%, recall by 26%") == ["precision", "recall"]
    assert nearest("22% precision and 26% recall") == ["precision", "recall"]


def test_no_figure_stands_between() -> None:
    assert nearest("Precision rose 5% in 2 weeks") == ["precision", ""]
