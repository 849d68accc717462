import pytest

from dossier.claims.agreement import Agreement
from dossier.claims.sense import other_baseline, wrong_direction
from tests.claims.saying import sentence

GAIN = 'id: precision, name: precision, value: 22, unit: "%", op: "+", baseline: cosine search'


def test_other_direction_than_the_record_is_wrong() -> None:
    read = sentence("Precision fell by 22%", GAIN)
    told = wrong_direction(read, read.figures[0], read.ground.meanings[0], Agreement.VALUE)
    assert told == "told as a fall of precision, the record has a rise"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Precision rose by 22% over Pinecone", "Pinecone"),
        ("Precision rose by 22% over Cosine search", ""),
        ("Precision rose by 22% over two weeks", ""),
    ],
)
def test_named_baseline_is_that_of_the_record(text: str, other: str) -> None:
    read = sentence(text, GAIN)
    assert other_baseline(read, read.figures[0], read.ground.meanings[0]) == other
