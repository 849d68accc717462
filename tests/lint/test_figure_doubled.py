"""Signs and units that stand twice where a metric is printed."""

import pytest

from tests.builders import edited, problems_of

RECORDS = "content/evidence/qortex.yml"
DOSSIER = "content/applications/acme/index.md"
OLD = 'value: 22, unit: "%", op: "+"'


@pytest.mark.parametrize("unit", ["EUR", "\N{EURO SIGN}"])
def test_currency_stands_once(unit: str) -> None:
    display = "\N{EURO SIGN}22"
    files = edited(RECORDS, OLD, f'value: 22, unit: "{unit}", display: "{display}"')
    found = [p for p in problems_of(files) if p.endswith("[figure-doubled]")]
    assert len(found) == 1
    assert "the unit twice" in found[0]


GAIN = "[](evidence:qortex/gain#precision)"
DOUBLED = {
    ('value: 22, unit: "%", op: "+"', f"It rose by +{GAIN}."): "the sign twice",
    ('value: 22, unit: "%", op: ">="', f"It rose by at least {GAIN}."): "the sign twice",
    ('value: 22, unit: "%"', f"It rose by {GAIN} percent."): "the unit twice",
    ("value: 22, unit: neighbours", f"It looks at {GAIN} neighbours."): "the unit twice",
    ("value: 22, unit: queries per day", f"It takes {GAIN} a day."): "the unit twice",
    ('value: 22, unit: "%", display: "++22%"', "It rose."): "the sign twice",
    ('value: 22, unit: "%", op: "+"', f"The gain is {GAIN}."): "",
    ("value: 22, unit: neighbours", f"It looks at {GAIN} at once."): "",
    ("value: 22, unit: queries per day", f"It takes {GAIN}, all told."): "",
}
"""What a metric is and what is written of it, and what then stands twice."""


def test_what_stands_beside_a_figure_is_not_printed_again() -> None:
    wrong = []
    for (metric, sentence), expected in DOUBLED.items():
        files = edited(DOSSIER, "I built [a learned ranker](evidence:qortex/gain).", sentence)
        files |= {RECORDS: edited(RECORDS, OLD, metric)[RECORDS]}
        found = [p for p in problems_of(files) if p.endswith("[figure-doubled]")]
        if bool(found) is not bool(expected) or expected not in "".join(found):
            wrong.append(f"{metric} | {sentence}: {found}")
    assert not wrong, "\n".join(wrong)


def test_an_earlier_value_that_there_is_not_is_told_and_stops_nothing() -> None:
    gone = "It rose by [](evidence:qortex/gain#precision.before)."
    told = problems_of(edited(DOSSIER, "I built [a learned ranker](evidence:qortex/gain).", gone))
    assert [p.rpartition(" ")[2] for p in told if "`before`" in p] == ["[metric-unknown]"]
