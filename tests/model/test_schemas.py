import json
from collections.abc import Iterator
from typing import Any

import pytest

from dossier.model.base import Entry, shape
from dossier.model.schemas import KINDS, NAMES, SCHEMAS, json_schema
from tests.builders import REPOSITORY

FOLDER = REPOSITORY / "docs" / "schemas"
each_kind = pytest.mark.parametrize("kind", KINDS)
each_schema = pytest.mark.parametrize("kind", SCHEMAS)


@each_schema
def test_the_schemas_in_the_repository_are_those_of_the_models(kind: str) -> None:
    written = (FOLDER / f"{kind}.json").read_text(encoding="utf-8")
    assert written == json_schema(kind), "run `dossier schema --write docs/schemas`"


def test_the_repository_has_no_other_schemas() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(NAMES)


@each_kind
def test_a_schema_knows_the_keys_that_people_type_and_no_others(kind: str) -> None:
    schema = json.loads(json_schema(kind))
    models = {KINDS[kind].__name__: KINDS[kind]}
    waiting = [KINDS[kind]]
    while waiting:
        inner = [field.model for field in shape(waiting.pop()).values() if field.model]
        waiting += [model for model in inner if model.__name__ not in models]
        models |= {model.__name__: model for model in inner}
    definitions = {KINDS[kind].__name__: schema.get("items", schema), **schema.get("$defs", {})}
    for name, model in models.items():
        assert _object(definitions[name])["additionalProperties"] is False
        assert set(_object(definitions[name])["properties"]) == set(shape(model))


def _object(definition: dict[str, Any]) -> dict[str, Any]:
    """Return the definition of an object, also where a plain text may stand for it."""
    choices = definition.get("anyOf", [definition])
    return next(choice for choice in choices if choice["type"] == "object")


def test_a_schema_accepts_the_short_forms_of_values() -> None:
    evidence = json.loads(json_schema("evidence"))
    metric = evidence["$defs"]["Metric"]["properties"]
    record = evidence["$defs"]["Record"]["properties"]
    assert [choice["type"] for choice in metric["value"]["anyOf"]] == ["number", "array"]
    assert {"type": "integer"} in record["date"]["anyOf"]
    stated = json.loads(json_schema("profile"))["$defs"]["Stated"]
    assert {"type": "string"} in stated["anyOf"]


def test_a_schema_says_what_a_key_means() -> None:
    row = json.loads(json_schema("application"))["$defs"]["ProofPoint"]["properties"]
    assert row["note"]["description"].startswith("The caveat a reader sees;")


@each_schema
def test_every_key_of_a_schema_says_what_it_means(kind: str) -> None:
    def properties(part: object) -> Iterator[tuple[str, Any]]:
        if isinstance(part, dict):
            yield from part.get("properties", {}).items()
        for inner in part.values() if isinstance(part, dict) else ():
            yield from properties(inner)
        for inner in part if isinstance(part, list) else ():
            yield from properties(inner)

    found = list(properties(json.loads(json_schema(kind))))
    assert found
    assert [key for key, said in found if not said.get("description")] == []


def test_every_model_of_a_schema_is_an_entry() -> None:
    assert all(issubclass(model, Entry) for model in SCHEMAS.values())
