from collections.abc import Iterator
from decimal import Decimal

import pytest

from dossier.assistants.vouching import (
    CLAIM,
    asked,
    confirmed,
    introduced,
    read_value,
    told,
    with_values,
)
from dossier.load.assemble import assemble
from dossier.model.application import ProofPoint
from dossier.model.audience import Audience
from dossier.model.base import Entry
from dossier.model.evidence import Earlier, Metric, Record
from dossier.model.library import RecordEntry
from dossier.model.source import Source
from dossier.plain.yaml import construct
from dossier.plain.yaml_places import Path as YamlPath
from tests.builders import MINIMAL, tree_of

TEXT = """\
# mine
evidence:
  - id: loads   # from memory
    claim: Loads take 11 min on 14 clinics
    kind: production
    check: statement
    status: unconfirmed
    metrics:
      - {id: time, name: load time of 9 clinics, value: 11, unit: min, before: 95}
      - {id: span, name: span, value: [2, 3], before: {value: 4, unit: h}}
    limits: Only 2 nights
"""


def entry_of(text: str = TEXT) -> RecordEntry:
    files = {**MINIMAL, "content/evidence/mine.yml": text}
    return assemble(tree_of(files), Audience.PRIVATE)[0].records["mine/loads"]


def test_values_are_asked_for_without_a_number() -> None:
    every = list(asked(entry_of(), "en"))
    assert [(each.of, each.unit, each.shown) for each in every] == [
        ("load time of … clinics", "min", "11 min"),
        ("load time of … clinics, before", "min", "95 min"),
        ("span", "", "2–3"),
        ("span, before", "h", "4 h"),
        ("the figure in the claim", "", "14"),
    ]
    assert every[-1].path == CLAIM
    said = " ".join(text for _, text in introduced(entry_of().record, "en"))
    assert said == "Loads take … on … clinics Only …"


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("11", ["11"]),
        ("11.50 min", ["11.50"]),
        ("1,000", ["1000"]),
        ("2 to 3", ["2", "3"]),
        ("2-3", ["2", "3"]),
        ("3 to 2", None),
        ("about ten", None),
        ("", None),
        ("1 2 3", None),
    ],
)
def test_what_an_answer_says(answer: str, value: list[str] | None) -> None:
    found = read_value(answer)
    assert (found and [str(number) for number in found]) == value


def test_other_values_and_the_status_are_all_that_changes() -> None:
    entry = entry_of()
    values = {each.path: each.written for each in asked(entry, "en") if each.path != CLAIM}
    for path in values:
        other = {path: (Decimal("7.50"),)}
        text = confirmed(entry, entry.source, "shipped", other)
        assert text
        assert "# mine\n" in text
        assert "   # from memory\n" in text
        wanted = construct(TEXT, "")[0]
        record = wanted["evidence"][0]
        record["status"] = "shipped"
        metric, key = record["metrics"][path[1]], path[2]
        if isinstance(metric[key], dict):
            metric[key]["value"] = Decimal("7.50")
        else:
            metric[key] = Decimal("7.50")
        assert construct(text, "")[0] == wanted
        assert "7.50" in text


SOURCE = {
    "label": "Plant report",
    "url": "https://a.example/report",
    "quote": "A quote unseen",
    "package": "npm:kilns",
    "version": "1.4.7",
    "repo": "https://b.example/other",
    "commit": "4f1c2d9",
    "path": "bench/report.json",
    "lines": "10-20",
    "doi": "10.1000/182",
    "attestation": "proofs/report.json",
    "workflow": "proof.yml",
    "printed": "Hive Press 33",
}
METRIC = {
    "id": "loss",
    "name": "heat loss",
    "value": 41,
    "unit": "kW",
    "op": "<",
    "at": "/a/b",
    "before": {"value": 4321, "unit": "W"},
    "baseline": "brick",
    "scope": "one kiln",
    "forms": ["energy saved"],
    "display": "0.04",
}
RECORD = {
    "id": "kiln",
    "claim": "See [this](https://c.example)",
    "kind": "release",
    "check": "rerun",
    "status": "unconfirmed",
    "audience": "assistant",
    "project": "hearth",
    "part": "sole",
    "team": 77,
    "metrics": [METRIC],
    "method": "Log book",
    "limits": "In winter",
    "must_say": ["per shift"],
    "date": "2026-01",
    "valid_until": "2031-05",
    "source": SOURCE,
    "skills": ["rocket-surgery"],
}
ROW = {
    "id": "heat",
    "requirement": "Ovens",
    "quote": "we heat",
    "priority": "nice",
    "roles": ["stoker"],
    "concept": "fire",
    "evidence": ["a/b", "c/d"],
    "claim": "I stoked",
    "strength": "weak",
    "note": "Once",
    "override": "Seen",
    "accepted": "Waived",
    "audience": "assistant",
}


def leaves(entry: Entry, found: set[tuple[type[Entry], str]]) -> Iterator[str]:
    for key in type(entry).model_fields:
        value = getattr(entry, key)
        for each in value if isinstance(value, tuple) else [value]:
            if each is not None:
                found.add((type(entry), key))
                yield from leaves(each, found) if isinstance(each, Entry) else [str(each)]


def test_whoever_vouches_is_told_each_field_that_a_model_has() -> None:
    other = {**RECORD, "valid_until": None, "review_every": "180d"}
    found: set[tuple[type[Entry], str]] = set()
    full = (*map(Record.model_validate, (RECORD, other)), ProofPoint.model_validate(ROW))
    for entry in full:
        said = "\n".join(f"{key}: {text}" for key, text in told(entry))
        untold = [value for value in leaves(entry, found) if value not in said]
        assert not untold, said
    every = {(m, k) for m in (Record, Metric, Earlier, Source, ProofPoint) for k in m.model_fields}
    assert every == found, "give a new field a value here"


def test_values_are_told_as_a_reader_will_see_them() -> None:
    entry = entry_of(TEXT.replace("value: 11,", 'value: 11000, op: "<", display: 11K,'))
    other: dict[YamlPath, tuple[Decimal, ...]] = {
        ("metrics", 0, "value"): (Decimal(12500),),
        ("metrics", 1, "before"): (Decimal(5),),
    }
    said = dict(told(with_values(entry, other), ","))
    assert said["metrics.time.value"] == "<12,500 min"
    assert said["metrics.time.display"] == "<11K min"
    assert said["metrics.span.before"] == "5 h"
    assert said["audience"] == "private"
