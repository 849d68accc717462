from decimal import Decimal

import pytest

from dossier.claims.metrics import Vocabulary, agrees
from dossier.claims.numbers import figures
from tests.claims.saying import known

PRECISION = 'id: precision, name: precision, value: 22, unit: "%", op: "+"'
TESTS = 'id: tests, name: tests, forms: [checks run], value: 100, op: ">="'
WEEKS = "id: weeks, name: lead time, value: [2, 3], unit: weeks"
TOLD = [
    "100 tests",
    "exactly 100 tests",
    "about 98 tests",
    "nearly 99 tests",
    "nearly 101 tests",
    "over 100 tests",
    "over 90 tests",
    "over 20 tests",
    "at least 100 tests",
    "under 100 tests",
    "under 110 tests",
    "at most 100 tests",
    "99 tests",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The precision rose", [("precision", 4, 13)]),
        ("checks were often run", [("tests", 0, 21)]),
        ("checks two three four five six seven eight nine run", []),
        ("lead, then precision", [("precision", 11, 20)]),
    ],
)
def test_name_is_found_if_its_words_stand_near_each_other(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    found = Vocabulary(known(PRECISION, TESTS, WEEKS)).find(text)
    assert [(n.meanings[0].metric.id, n.start, n.end) for n in found] == expected


def test_metric_knows_its_reference_and_its_value() -> None:
    found = known(PRECISION, WEEKS)
    assert [(m.reference, m.says) for m in found] == [
        ("[](evidence:qortex/gain#precision)", "precision +22%"),
        ("[](evidence:qortex/gain#weeks)", "lead time 2–3\N{NO-BREAK SPACE}weeks"),
    ]
    assert [m.value and (m.value.values, m.value.kind) for m in found] == [
        ((Decimal(22),), "%"),
        ((Decimal(14), Decimal(21)), "days"),
    ]


UP = ["at least 100 tests", "over 100 tests"]
EXACT = ["100 tests", "exactly 100 tests", "about 98 tests", "nearly 101 tests", "over 90 tests"]


@pytest.mark.parametrize(
    ("op", "right"),
    [
        *((op, [*EXACT, *UP, "under 110 tests", "at most 100 tests"]) for op in ("+", "-", "~")),
        *((op, ["100 tests", *UP]) for op in (">", ">=")),
        *((op, ["100 tests", "under 100 tests", "at most 100 tests"]) for op in ("<", "<=")),
    ],
)
def test_figure_agrees_if_it_says_no_more_than_the_metric(op: str, right: list[str]) -> None:
    _, tests = known(PRECISION, f'id: tests, name: tests, value: 100, op: "{op}"')
    agreeing = [text for text in TOLD if agrees(next(figures(text)), tests)]
    assert agreeing == [text for text in TOLD if text in right]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (".22 more", 0, True),
        ("0.22", 0, True),
        ("22", 0, True),
        ("22 ms", 0, False),
        (".23", 0, False),
        ("2-3 weeks", 1, True),
        ("14-21 days", 1, True),
        ("2-4 weeks", 1, False),
        ("2-3 months", 1, False),
    ],
)
def test_units_and_fractions_are_compared_as_one(text: str, number: int, *, expected: bool) -> None:
    assert agrees(next(figures(text)), known(PRECISION, WEEKS)[number]) is expected
