"""Figures that an input tells to records that do not count."""

import pytest

from dossier.importing.draft import Draft, Part
from dossier.importing.figures import Records, add_records, proposed_metrics, value_alone
from dossier.model.evidence import EvidenceKind


def records(*claims: str) -> Records:
    made = Records()
    for claim in claims:
        made.add(claim, EvidenceKind.EMPLOYMENT)
    return made


def test_record_says_what_was_said_and_no_more() -> None:
    made = records("- Cut costs by 12%")
    assert made.values == [
        {
            "id": "figure1",
            "claim": "Cut costs by 12%",
            "kind": "employment",
            "check": "statement",
            "status": "unconfirmed",
        }
    ]


def test_text_without_a_figure_makes_no_record() -> None:
    assert records("Led the team", "since 2019", "", "5.", "GPT-4 user").values == []


def test_figure_makes_one_record_only() -> None:
    assert len(records("+22% precision on X", "we had +22% precision").values) == 1


@pytest.mark.parametrize(
    ("claim", "metric"),
    [
        ("+22% precision", ["name: precision", "value: 22", 'unit: "%"', "op: +"]),
        (
            "2M+ monthly users",
            ["name: monthly users", "value: 2000000", 'op: ">="', 'display: "2M"'],
        ),
        ("0.02ms median overhead", ["name: median overhead", "value: 0.02", "unit: ms"]),
        ("won $18M in grants", ["name: grants", "value: 18000000", "unit: USD", 'display: "18M"']),
        ("a score of 4.7 out of 5", ["name: score", "value: 4.7", "scope: out of 5"]),
        (
            "Ran it: 410 members when I began, 655 when I left",
            ["name: members", "value: 655", "before: 410"],
        ),
        ("Verfügbarkeit von 91 % auf 97 %", ["name: Verfügbarkeit", "value: 97", "before: 91"]),
        ("2-3% error", ["name: error", "- 2", "- 3"]),
        ("Dried 1 234 volumes", ["name: volumes", "value: 1234"]),
        (
            "Cut the turnaround of a volume from 95 minutes to 11 minutes",
            ["name: turnaround of a volume", "value: 11", "unit: minutes", "before: 95"],
        ),
        ("Food cost held at 23% against a target of 26%", ["name: Food cost", "value: 23"]),
        ("Second in a brigade of 9 in a kitchen", ["name: people in the brigade", "value: 9"]),
        ("A sheet that brought late starts from 11 to 4", ["name: late starts", "value: 4"]),
        ("Grew the team from 3 to 9 binders", ["name: team", "value: 9", "before: 3"]),
        (
            "Waiting time fell to 5 days from 3 weeks",
            ["name: Waiting time", "value: 5", "before:", "value: 3", "unit: weeks"],
        ),
        ("Restored volumes 1'200 → 3'400.", ["name: volumes", "value: 3400", "before: 1200"]),
    ],
)
def test_metric_is_proposed_in_the_words_around_it(claim: str, metric: list[str]) -> None:
    lines = [line.strip(" ") for line in records(claim).comments["evidence", 0]]
    text = "\n".join(lines).replace("value: [2, 3]", "- 2\n- 3").replace('op: "+"', "op: +")
    assert lines[0] == "metrics:"
    for line in metric:
        assert line in text


def test_figures_of_rows_and_of_what_is_said_to_others_are_kept() -> None:
    row = {"id": "sql", "requirement": "SQL", "claim": "Ran 14 audits"}
    draft = Draft("dossier", "", application={"proof_points": [row]})
    draft.sources["sql"] = "[the report](https://a.example/r), p. 3"
    draft.parts = [
        Part("Pitch", "I cut 30% of costs. I do more.", name="pitch"),
        Part("Notes", "They pay 40% more.", name="notes"),
    ]
    add_records(draft)
    assert [record["claim"] for record in draft.records] == ["Ran 14 audits", "I cut 30% of costs."]
    assert draft.records[0]["source"] == {
        "label": "the report p. 3",
        "url": "https://a.example/r",
    }
    assert draft.records_of_rows == {"sql": "figure1"}


def test_magnitude_of_money_is_kept_however_it_is_written() -> None:
    said = ("$1.5m", "USD 1.5 m", "1.5m USD", "$1.5 million", "1.5 mn USD", "USD 1500 k")
    for amount in said:
        (metric,) = proposed_metrics(f"Ran the kitchens on a budget of {amount}")
        assert (metric["name"], metric["value"]) == ("budget", 1_500_000), amount
        assert metric["unit"] == "USD", amount
        assert metric["display"] in amount, amount
    (length,) = proposed_metrics("Built a counter of 2.4m")
    assert (float(length["value"]), length["unit"]) == (2.4, "m")


def test_what_is_not_one_amount_alone_is_none() -> None:
    for said in ("2-3", "3-5 kg", "EUR 3-5", "5 kg of flour", "about", "5 % kg"):
        assert value_alone(said) is None, said
    assert value_alone("12 minutes") == {"value": 12, "unit": "minutes"}


def test_a_difference_ahead_of_both_values_is_none_of_them() -> None:
    (metric,) = proposed_metrics("Cut delays by 19 days, from 57 to 38 days")
    told = {"id": "delays", "name": "delays", "value": 19, "unit": "days", "op": "-"}
    assert metric == told


def test_a_range_that_is_no_earlier_value_gives_no_unit() -> None:
    claim = "Weight brought to 50 g across all 88 keys, from a spread of 46–63 g"
    told = {str(m["name"]): m.get("unit") for m in proposed_metrics(claim)}
    assert told.get("keys", "none") is None


def test_what_something_is_told_per_is_no_figure() -> None:
    claim = "Built 60 looms, and breakdowns per 1,000 shifts dropped"
    assert [m["value"] for m in proposed_metrics(claim)] == [60]
