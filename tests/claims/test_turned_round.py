"""A metric's two values under each other's time are found, in whatever words."""

import pytest

from dossier.claims.context import Context
from dossier.claims.turned_round import turned_round
from tests.claims.saying import sentence
from tests.claims.test_pairs import TIME


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14 now, 9 at first", ["9"]),
        ("14 today; it had been 9", ["9"]),
        ("9 before, 14 after", ["9"]),
        ("before that it came to a slow 9; today, all in all, it is 14", ["9"]),
        ("before that it came to a slow 14; today, all in all, it is 9", []),
        ("when I began we needed 9; today the same one runs with 14", ["9"]),
        ("9 now, 14 before", []),
        ("9 now; when I began it needed 14", []),
        ("14 before, 9 after", []),
        ("14 when I came; at the end it was 9", []),
        ("we needed 14; two years later it was 9", []),
        ("it is 14; it was 9", ["9"]),
        ("we need 14 now; in 2018 it was 9", ["9"]),
        ("9 now, 12 before", []),
    ],
)
def test_value_of_today_told_as_the_one_before_is_found(text: str, found: list[str]) -> None:
    read = sentence(f"Packing time: {text}", TIME)
    assert [figure.text for figure, _, _ in turned_round(read, Context(read))] == found


def test_value_of_today_beside_the_year_of_the_baseline_is_found() -> None:
    dated = "id: precision, name: turnover, value: 34, unit: '%', baseline: 71% in 2021"
    read = sentence("In 2021 the turnover was at 34%, by 2024 at 71%", dated)
    assert [figure.text for figure, _, _ in turned_round(read, Context(read))] == ["34%"]
