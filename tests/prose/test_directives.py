"""Fenced blocks with a directive's name: `tests/cases/refs/directives.md`."""

import pytest

from dossier.model.document import Document
from dossier.plain.problems import Problem
from dossier.prose.directives import (
    OF_A_DOSSIER,
    OPTIONS,
    PRIVATE,
    Directive,
    directive_name,
    parse_directive,
)
from tests.prose.fixtures import Case, each_case


def spell(found: Directive | Problem) -> str:
    if isinstance(found, Problem):
        return f"{found}\n"
    options = "".join(f" {key}={'|'.join(values)}" for key, values in found.options.items())
    return f"{found.name}{options}\n"


@each_case("directives.md")
def test_options_of_directives(case: Case, *, update_goldens: bool) -> None:
    # The input is a block; it begins on the third line of the prose, the eighth of the file.
    first, _, rest = case.given.partition("\n")
    body = rest.removesuffix("```\n")
    source = Document("content/a.md", body_line=5, body=f"\n\n{case.given}")
    found = parse_directive(first.removeprefix("```"), body, source, 2)
    case.compare(spell(found), update=update_goldens)


@pytest.mark.parametrize(
    ("info", "name"),
    [
        ("coverage", "coverage"),
        ("  coverage ", "coverage"),
        ("Coverage", None),
        ("coverage role=ml", None),
        ("python", None),
        ("", None),
    ],
)
def test_a_fence_is_a_directive_if_its_info_is_the_name_alone(info: str, name: str | None) -> None:
    assert directive_name(info) == name


def test_the_directives_are_those_of_the_specification() -> None:
    assert set(OPTIONS) == {
        *("proof-points", "coverage", "roles", "evidence"),
        *("gaps", "pipeline", "matrix", "strengthen"),
    }
    assert {"gaps", "pipeline", "matrix", "strengthen"} == PRIVATE
    assert {"proof-points", "coverage", "roles", "gaps"} == OF_A_DOSSIER


def test_the_first_value_of_an_option_that_is_there() -> None:
    directive = Directive("evidence", {"skills": ("bandits", "retrieval"), "project": ()})
    assert directive.one("skills") == "bandits"
    assert directive.one("project") is None
    assert directive.one("role") is None
