"""JSON Resume, held against its own schemas."""

import json
from typing import Any

import pytest
from jsonschema import (  # type: ignore[import-untyped]
    Draft4Validator,
    Draft7Validator,
)

from dossier.exporting.compose import compose_resume
from dossier.exporting.json_resume import spell_json_resume
from tests.builders import REPOSITORY
from tests.exporting.recipients import recipient, with_text

SCHEMAS = REPOSITORY / "tests/cases/exporting/schema"
"""As published in the npm packages @jsonresume/schema 1.3.1 and resume-schema 1.0.0 (MIT)."""
VALIDATORS = {"1.0.0": Draft4Validator, "1.3.1": Draft7Validator}
FULL = """\
skills: [{group: Data, skills: [SQL, Python]}]
languages: [{language: German, level: C1}]
publications: [{title: Loads, authors: [A. Example], publisher: DataConf, date: 2024-06}]
certificates: [{name: Nurse, issuer: Council, date: 2023-03, url: https://example.org/c}]
leads:"""


def spelled() -> dict[str, Any]:
    resume = compose_resume(recipient(with_text("content/profile.yml", ("leads:", FULL))))
    loaded: Any = json.loads(spell_json_resume(resume))
    return dict(loaded)


@pytest.mark.parametrize("version", VALIDATORS)
def test_it_is_as_its_schema_says(version: str) -> None:
    schema = json.loads((SCHEMAS / f"json-resume-{version}.json").read_text(encoding="utf-8"))
    errors = VALIDATORS[version](schema).iter_errors(spelled())
    assert [error.message for error in errors] == []


def test_it_says_what_is_known_and_nothing_else() -> None:
    found = spelled()
    assert found["work"] == [
        {"name": "Initech", "position": "Engineer", "startDate": "2019", "endDate": "2024-06"}
    ]
    assert found["education"] == [{"area": "Linguistics"}]
    assert found["languages"] == [{"language": "German", "fluency": "C1"}]
    assert found["basics"]["location"] == {"city": "Austin, TX"}
    assert found["publications"][0]["authors"] == ["A. Example"]
