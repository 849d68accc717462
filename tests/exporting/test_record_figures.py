"""Figures behind a claim say what it does not say already."""

from dossier.exporting.record_figures import joined, with_figures
from tests.builders import MINIMAL
from tests.exporting.recipients import recipient

RECORDS = "content/evidence/qortex.yml"
METRIC = "{{id: m, name: {}, baseline: none, {}}}"
RATE = METRIC.format("annual leak rate", 'value: 1.8, unit: "%", before: 14')
POWER = METRIC.format("electricity a month", "value: 41200, unit: kWh, before: 55900")
CALLS = METRIC.format("emergency call-outs in the first year", "value: 3, scope: outside hours")
ONE = METRIC.format("command to provision a VM", "value: 1, forms: [single command]")
BEDS = METRIC.format("beds", "value: 40").replace("id: m", "id: n")


def told(claim: str, *metrics: str) -> str:
    record = (
        f"  - {{id: it, claim: It, kind: code, check: inspect, metrics: [{', '.join(metrics)}]}}\n"
    )
    seen = recipient(MINIMAL | {RECORDS: MINIMAL[RECORDS] + record})
    said = with_figures(seen, claim, seen.library.records["qortex/it"])
    return said.replace("\u00a0", " ").replace(" against none", "")


def test_a_name_is_told_unless_the_claim_says_it_and_nobody_could_mistake_the_value() -> None:
    few = "In the first year there were few emergency call-outs"
    both = "3 emergency call-outs in the first year (outside hours); 40 beds"
    for claim, metrics, expected in (
        ("It leaks less.", [RATE], "It leaks less: annual leak rate from 14% to 1.8%"),
        ("Annual rates of leaks fell.", [RATE], "Annual rates of leaks fell: from 14% to 1.8%"),
        ("It saves.", [POWER], "It saves: electricity a month from 55,900 to 41,200 kWh"),
        (f"{few}.", [CALLS], f"{few}: 3 (outside hours)"),
        (f"{few}.", [CALLS, BEDS], f"{few}: {both}"),
        ("It takes a single command.", [ONE], "It takes a single command."),
        ("It is quick.", [ONE], "It is quick: 1 command to provision a VM"),
    ):
        assert told(claim, *metrics) == expected


def test_parts_are_joined_as_in_a_sentence() -> None:
    assert [joined(list("a")), joined(list("abc"))] == ["a", "a, b and c"]
