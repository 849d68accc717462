"""How a wrong value is told: as it was written, on one line, at its place."""

import pytest

from dossier.load.validate import validate
from dossier.model.application import Application
from dossier.model.document import Document
from dossier.model.evidence import Record
from dossier.model.profile import Profile
from dossier.plain.yaml import construct


def problems_of(model: type[Application | Profile | Record], yaml: str) -> list[str]:
    raw, _ = construct(yaml, "f.yml")
    found, problems = validate(model, raw, Document("f.yml", yaml, yaml=yaml))
    assert (found is None) == bool(problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("yaml", "shown"),
    [
        ("name: [a]", "`name` is a list, not text"),
        ("name: {a: b}", "`name` is a mapping, not text"),
        ("name: true", "`name` is `true`, not text"),
        ("name: 0.10", "`name` is `0.10`, not text"),
        ("name: a\nleads: " + "x" * 50, f"`leads` is `{'x' * 39}…`, not a list"),
        ("name: a\nleads: " + "x" * 40, f"`leads` is `{'x' * 40}`, not a list"),
        ('name: a\nleads: "x\\n\\ty"', "`leads` is `x y`, not a list"),
    ],
)
def test_value_is_spelled_as_it_was_written_on_one_line(yaml: str, shown: str) -> None:
    (problem,) = problems_of(Profile, yaml)
    assert f": {shown} [text-type]" in problem


def test_key_is_spelled_on_one_line() -> None:
    problem, *_ = problems_of(Profile, 'name: a\n"k\\nf:1:1: error": 1')
    assert problem.startswith("f.yml:2:1: error: there is no key `k f:1:1: error` here [")


def test_fact_that_was_written_short_is_named_as_it_was_written() -> None:
    assert problems_of(Profile, "name: a\nemail: 5") == [
        "f.yml:2:1: error: `email` is `5`, not text [text-type]\n  hint: put quotes around it"
    ]
    assert problems_of(Profile, "name: a\nemail: {value: 5}") == [
        "f.yml:2:9: error: `email.value` is `5`, not text [text-type]\n  hint: put quotes around it"
    ]


def test_missing_value_of_a_fact_is_told_at_the_fact() -> None:
    assert problems_of(Profile, "name: a\nemail: {audience: public}") == [
        "f.yml:2:1: error: `email.value` is missing [field-missing]\n  hint: add `value: …`"
    ]
