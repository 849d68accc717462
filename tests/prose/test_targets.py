"""What a reference says: `tests/cases/refs/targets.md`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.prose.targets import FIGURES, Scheme, Target, parse_metric, parse_target
from tests.prose.fixtures import Case, each_case


def spell(target: Target | None) -> str:
    if target is None:
        return "an ordinary link\n"
    metric = "" if target.metric is None else f" metric `{target.metric}`"
    return f"{target.scheme} `{target.id}`{metric}\n"


@each_case("targets.md")
def test_addresses_name_their_targets(case: Case, *, update_goldens: bool) -> None:
    found = "".join(spell(parse_target(line)) for line in case.given.splitlines())
    case.compare(found, update=update_goldens)


@pytest.mark.parametrize(
    ("text", "record", "metric"),
    [
        ("qortex/gain#precision", "qortex/gain", "precision"),
        ("qortex/gain", "qortex/gain", ""),
        ("qortex/gain#", "qortex/gain", ""),
        ("a#b#c", "a", "b#c"),
        ("", "", ""),
    ],
)
def test_a_headline_names_a_record_and_its_metric(text: str, record: str, metric: str) -> None:
    assert parse_metric(text) == Target(Scheme.EVIDENCE, record, metric)


IDS = st.text(st.sampled_from("abz09-/"), min_size=1)


@given(st.sampled_from(Scheme), IDS, st.none() | IDS)
def test_a_target_reads_as_it_is_written(scheme: Scheme, name: str, metric: str | None) -> None:
    target = Target(scheme, name, metric)
    assert parse_target(str(target)) == target
    assert parse_target(str(target).replace(scheme, scheme.upper(), 1)) == target


@given(st.text())
def test_no_address_whatever_stops_the_parser(address: str) -> None:
    target = parse_target(address)
    assert target is None or target.scheme in Scheme


def test_the_kinds_of_figures_are_those_of_the_specification() -> None:
    assert FIGURES == ("estimate", "posting", "market", "other")
