import copy
from typing import Any

import pytest

from dossier.load.validate import validate, validate_in_part
from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.base import Entry
from dossier.model.document import Document
from dossier.model.evidence import Record
from dossier.model.profile import Profile
from dossier.plain.problems import Place
from dossier.plain.yaml import construct
from dossier.plain.yaml_places import Path


def problems_of(model: type[Application | Profile | Record], yaml: str) -> list[str]:
    raw, _ = construct(yaml, "f.yml")
    found, problems = validate(model, raw, Document("f.yml", yaml, yaml=yaml))
    assert (found is None) == bool(problems)
    return [str(problem) for problem in problems]


def test_valid_values_become_a_model() -> None:
    source = Document("f.yml")
    model, problems = validate(Profile, {"name": " Ada "}, source)
    assert problems == []
    assert model == Profile(name="Ada")


def test_all_problems_are_told_in_one_run() -> None:
    yaml = "company: 5\nroles: x\ntier: [1]\nlive: yes\nnext: {due: soon}\n"
    assert [problem.partition(" [")[0] for problem in problems_of(Application, yaml)] == [
        "f.yml:1:1: error: `company` is `5`, not text",
        "f.yml:5:1: error: `next.do` is missing",
        "f.yml:5:8: error: next.due: `soon` is not a date",
        "f.yml:3:1: error: `tier` is a list, not a whole number",
        "f.yml:2:1: error: `roles` is `x`, not a list",
        "f.yml:4:1: error: there is no key `live` here",
    ]


def test_problem_below_a_path_is_found_below_it() -> None:
    yaml = "evidence:\n  - id: a\n  - id: b\n    kind: code\n    check: guess\n    claim: C\n"
    raw, _ = construct(yaml, "f.yml")
    source = Document("f.yml", yaml, yaml=yaml)
    _, problems = validate(Record, raw["evidence"][1], source, ("evidence", 1))
    assert [(p.code, p.where) for p in problems] == [("value-unknown", Place("f.yml", 5, 5))]
    assert problems[0].message.startswith("`check` is `guess`")


def in_part(model: type[Entry], yaml: str) -> tuple[Any, list[str], list[Path]]:
    raw, _ = construct(yaml, "f.yml")
    before = copy.deepcopy(raw)
    found, problems, missed = validate_in_part(model, raw, Document("f.yml", yaml, yaml=yaml))
    assert raw == before
    return found, [problem.code for problem in problems], sorted(missed)


RECORD = "id: a\nclaim: C\nkind: code\ncheck: inspect\n"


def test_entry_does_without_unknown_keys_and_wrong_values_of_optional_fields() -> None:
    yaml = f"{RECORD}limts: L\nstatus: alive\nskills: [a, 5]\nsource: {{label: L, url: x y}}\n"
    found, codes, missed = in_part(Record, yaml)
    assert codes == ["value-unknown", "link-unsafe", "text-type", "field-unknown"]
    assert found == Record.model_validate(
        {"id": "a", "claim": "C", "kind": "code", "check": "inspect", "source": {"label": "L"}}
    )
    # Of a misspelt key it is what was meant that has no value.
    assert missed == [("limits",), ("skills",), ("source", "url"), ("status",)]


@pytest.mark.parametrize(
    "yaml",
    [
        "id: a\nclaim: C\nkind: code\n",
        f"{RECORD}metrics: [{{id: m, name: M, value: x}}]\n",
        f"{RECORD}metrics: none\n",
        f"{RECORD}valid_until: 2026\nreview_every: 9d\n",
        "- a\n",
    ],
    ids=["required", "item", "list of entries", "two fields", "no mapping"],
)
def test_entry_that_is_nothing_without_what_is_wrong_is_left_out(yaml: str) -> None:
    found, codes, missed = in_part(Record, yaml)
    assert found is None
    assert codes
    assert missed == []


def test_two_fields_that_exclude_each_other_are_told_beside_a_wrong_value() -> None:
    yaml = f"{RECORD}valid_until: 2026\nreview_every: 9d\nstatus: alive\n"
    assert in_part(Record, yaml)[:2] == (None, ["value-unknown", "date-wrong"])


@pytest.mark.parametrize("audience", ["publik", "[public]", "{a: public}"])
def test_wrong_audience_is_private(audience: str) -> None:
    fact = in_part(Profile, f"name: A\nemail: {{value: a, audience: {audience}}}")[0].email
    job = in_part(Profile, f"name: A\nwork: [{{employer: a, audience: {audience}}}]")[0].work[0]
    record = in_part(Record, f"{RECORD}audience: {audience}\n")[0]
    assert {fact.audience, job.audience, record.audience} == {Audience.PRIVATE}


def test_fact_without_a_usable_value_is_left_out_whole() -> None:
    found, codes, missed = in_part(Profile, "name: A\nemail: 5\nphone: {value: [1]}\n")
    assert (found, codes) == (Profile(name="A"), ["text-type", "text-type"])
    assert missed == [("email",), ("phone",)]
