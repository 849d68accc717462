"""Stamps of records: what changes them, what does not, and how they are written."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.evidence import Record
from dossier.model.lock import Change, Stamp, changes, fingerprint, spell_lock, stamp_of
from dossier.plain.yaml import construct

TEXT = """\
id: gain
claim: It retrieves
  better
kind: benchmark
check: rerun
metrics:
  - {id: precision, name: precision, value: 0.10, unit: "%", op: "+", forms: [gain, better]}
  - {id: cost, name: cost, value: [2, 3], unit: ms}
method: Twenty concepts
must_say: [controlled, 20 concepts]
date: 2026-02
valid_until: 2027-02
source: {label: Report, url: https://example.org/r}
skills: [bandits]
"""
VALUES = {
    "project": "qortex",
    "claim": "It retrieves better",
    "kind": "benchmark",
    "check": "rerun",
    "status": "shipped",
    "metrics.precision.id": "precision",
    "metrics.precision.name": "precision",
    "metrics.precision.value": "0.10",
    "metrics.precision.unit": "%",
    "metrics.precision.op": "+",
    "metrics.precision.forms.1": "better",
    "metrics.precision.forms.2": "gain",
    "metrics.cost.id": "cost",
    "metrics.cost.name": "cost",
    "metrics.cost.value.1": "2",
    "metrics.cost.value.2": "3",
    "metrics.cost.unit": "ms",
    "method": "Twenty concepts",
    "must_say.1": "controlled",
    "must_say.2": "20 concepts",
    "date": "2026-02",
    "source.label": "Report",
    "source.url": "https://example.org/r",
}


def stamp(text: str = TEXT, project: str | None = "qortex") -> Stamp:
    raw, problems = construct(text, "a.yml")
    assert problems == []
    return stamp_of(Record.model_validate(raw), project)


def test_stamp_holds_what_a_text_may_lean_on_by_the_path_of_its_field() -> None:
    assert stamp().values == VALUES
    assert stamp().fingerprint == fingerprint(VALUES)
    assert stamp().is_whole


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("claim: It retrieves\n  better\n", "claim: 'It  retrieves better '\n"),
        ("kind: benchmark\ncheck: rerun\n", "check: rerun\nkind: benchmark\n"),
        ("check: rerun\n", "check: rerun\nstatus: shipped\n"),
        ("{id: precision, name: precision,", "{name: precision, id: precision,"),
        ("[gain, better]", "[better, gain]"),
        ("valid_until: 2027-02", "review_every: 30d"),
        ("skills: [bandits]", "skills: [graphs]\naudience: public"),
    ],
)
def test_what_means_the_same_leaves_the_stamp_as_it_is(old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    assert stamp(TEXT.replace(old, new)).fingerprint == stamp().fingerprint


def test_the_order_of_metrics_is_nothing() -> None:
    lines = TEXT.splitlines(keepends=True)
    cost = next(line for line in lines if "id: cost" in line)
    lines.remove(cost)
    lines.insert(lines.index("metrics:\n") + 1, cost)
    assert stamp("".join(lines)).fingerprint == stamp().fingerprint


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("0.10", "0.1", "metrics.precision.value"),
        ('"%"', "ms", "metrics.precision.unit"),
        ('"+"', '"-"', "metrics.precision.op"),
        ("[2, 3]", "[2, 4]", "metrics.cost.value.2"),
        ("Twenty", "Thirty", "method"),
        ("kind: benchmark", "kind: code", "kind"),
        ("check: rerun", "check: inspect", "check"),
        ("date: 2026-02", "date: 2026-03", "date"),
        ("/r}", "/s}", "source.url"),
        ("controlled,", "tiny,", "must_say.1"),
        ("skills:", "limits: One domain\nskills:", "limits"),
        ("skills:", "status: deprecated\nskills:", "status"),
    ],
)
def test_what_means_something_else_changes_the_stamp(old: str, new: str, field: str) -> None:
    assert TEXT.count(old) == 1
    changed = stamp(TEXT.replace(old, new))
    assert changed.fingerprint != stamp().fingerprint
    assert [change.field for change in changes(stamp(), changed)] == [field]


def test_the_order_of_wordings_is_said_to_readers_so_it_counts() -> None:
    other = stamp(TEXT.replace("[controlled, 20 concepts]", "[20 concepts, controlled]"))
    assert other.fingerprint != stamp().fingerprint


def test_a_record_of_another_project_is_another() -> None:
    assert changes(stamp(), stamp(project=None)) == (Change("project", "qortex", ""),)


def test_changes_come_in_the_order_of_now_and_lost_fields_last() -> None:
    old = Stamp("", {"claim": "a", "method": "m", "kind": "code"})
    new = Stamp("", {"kind": "release", "claim": "b"})
    assert changes(old, new) == (
        Change("kind", "code", "release"),
        Change("claim", "a", "b"),
        Change("method", "m", ""),
    )


def test_two_metrics_of_one_id_hide_nothing() -> None:
    text = TEXT.replace("id: cost, name", "id: precision, name")
    values = stamp(text).values
    assert (values["metrics.precision.value"], values["metrics.precision.2.value.1"]) == (
        "0.10",
        "2",
    )


def test_lock_is_sorted_with_a_value_a_line() -> None:
    one = Stamp("f00", {"claim": 'A "quoted" \\ one', "kind": "code"})
    assert spell_lock({"b/two": Stamp("ba2", {}), "a/one": one}) == (
        "# What each cited record said when it was last reviewed: what changes after that makes "
        "the rows\n"
        "# that cite it suspect. Written by `dossier review`, never published, not for editing.\n"
        "version: 1\n"
        "records:\n"
        "  a/one:\n"
        '    sha256: "f00"\n'
        '    claim: "A \\"quoted\\" \\\\ one"\n'
        '    kind: "code"\n'
        "  b/two:\n"
        '    sha256: "ba2"\n'
    )
    assert spell_lock({}).endswith("version: 1\nrecords: {}\n")


@given(st.text(max_size=40))
def test_whatever_a_value_is_it_is_read_as_it_was_written(text: str) -> None:
    written = spell_lock({"a/b": Stamp("x", {"claim": text})})
    raw: Any = construct(written, "evidence.lock")[0]
    assert raw["records"]["a/b"]["claim"] == text
    assert yaml.safe_load(written)["records"]["a/b"]["claim"] == text
    assert written.count("\n") == 7
