"""Which spellings of a value are read as that value."""

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.records.displays import claimed_otherwise, read_display, shown_otherwise
from dossier.records.record_index import RecordIndex
from tests.builders import edited, tree_of

RECORDS = "content/evidence/qortex.yml"
OLD = 'value: 22, unit: "%", op: "+"'
SPELLINGS = {
    "SAME": """
        value: 12000, display: 12K
        value: 12400, display: 12K
        value: 12400, display: about 12K
        value: 12400, display: "~12,000"
        value: 512345, display: 500K+
        value: 512345, op: ">=", display: 500K
        value: 1300, display: "1.30K"
        value: 48000000, display: 48 million
        value: 12, display: twelve
        value: 18500, unit: USD, display: "$18,500"
        value: 1500000, unit: USD, display: 1.5m
        value: 22, unit: "%", op: "+", display: "22"
        value: 0.22, display: 22%
        value: 5400, unit: s, display: 90 min
        value: 2, display: 2nd
        value: [2, 3], unit: ms, display: 2 or 3
        value: [2000, 3000], display: 2–3K
        value: -5, display: "−5"
        value: 12400, display: twelve thousand
        value: 33, unit: "%", display: a third
        value: 4.7, display: 4.7 out of 5
        value: 2024, display: "2024"
    """,
    "OTHER": """
        value: 12000, display: 16K
        value: 12400, display: 13K
        value: 12400, display: "12,000"
        value: 1340, display: "1.30K"
        value: 512345, op: ">=", display: 600K
        value: 42, display: "4"
        value: 22, unit: "%", display: "220"
        value: 22, unit: "%", display: "0.22"
        value: 97.6, unit: "%", display: "98"
        value: 12000, display: over 16K
        value: 5400, unit: s, display: 90 h
        value: 18500, unit: USD, display: "£18,500"
        value: 1500, unit: USD, display: 1.5m
        value: -5, display: "5"
        value: [2, 3], display: "2.5"
        value: [2, 3], display: 2 or 4
        value: 2, display: 3rd
        value: 12, display: thirteen
        value: 22, display: twenty
        value: 22, unit: "%", display: a third
    """,
    "UNREAD": """
        value: 12000, display: a lot
        value: 12000, display: 12K of 16K
    """,
}
"""Metrics by how their `display` stands to their value."""


def test_a_display_is_the_value_rounded_to_its_digits() -> None:
    wrong = []
    for expected, metrics in SPELLINGS.items():
        for metric in filter(None, map(str.strip, metrics.splitlines())):
            library, _ = assemble(tree_of(edited(RECORDS, OLD, metric)), Audience.PRIVATE)
            (meaning,) = RecordIndex(library).meanings
            found = read_display(meaning).name
            is_told = [m.id for m in shown_otherwise(meaning.entry)] == ["precision"]
            if found != expected or is_told is (expected == "SAME"):
                wrong.append(f"{metric}: {found}, not {expected}; told: {is_told}")
    assert not wrong, "\n".join(wrong)


CLAIM = "claim: Learned weights retrieve better than cosine similarity"


def test_a_claim_is_no_thousand_times_its_metric() -> None:
    told = {
        ("Held EUR 2.4m", "value: 2.4, unit: EUR"): "EUR 2.4m",
        ("Held 2.4 Mio EUR", "value: 2400, unit: EUR"): "2.4 Mio EUR",
        ("Held $1.5", "value: 1500, unit: USD"): "$1.5",
        ("Sent 12K letters", "value: 12"): "12K",
        ("Held EUR 2.4m", "value: 2400000, unit: EUR"): "",
        ("Held EUR 2.4m, EUR 2.4 a seat", "value: 2.4, unit: EUR"): "",
        ("Held EUR 2.4m", "value: 2.4, unit: USD"): "",
        ("Held EUR 7m", "value: 2.4, unit: EUR"): "",
        ("Held EUR 1.2-1.4m", "value: [1.2, 1.4], unit: EUR"): "EUR 1.2-1.4m",
    }
    found = {}
    for claim, metric in told:
        files = edited(RECORDS, OLD, metric)
        files[RECORDS] = files[RECORDS].replace(CLAIM, f"claim: {claim}")
        library, _ = assemble(tree_of(files), Audience.PRIVATE)
        (meaning,) = RecordIndex(library).meanings
        figure = claimed_otherwise(meaning)
        found[claim, metric] = figure.text if figure else ""
    assert found == told
