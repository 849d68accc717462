"""`dossier schema`, and that the shipped content is what the schemas describe."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.load.tree import read_tree
from dossier.model.document import FileKind
from dossier.model.schemas import KINDS, json_schema
from tests.builders import MINIMAL, REPOSITORY, write_site


@pytest.mark.parametrize("kind", KINDS)
def test_schema_of_a_kind_is_printed(kind: str) -> None:
    done = CliRunner().invoke(main, ["schema", kind])
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == json_schema(kind)
    assert json.loads(done.stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_all_schemas_are_written(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er"
    done = CliRunner().invoke(main, ["schema", "--write", str(folder)])
    assert (done.exit_code, done.stdout) == (0, f"9 schemas are in {folder}.\n")
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    shipped = REPOSITORY / "docs" / "schemas"
    assert written == {path.name: path.read_text(encoding="utf-8") for path in shipped.iterdir()}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [([], "no kind is named"), (["company"], "Error: "), (["--write", "/proc/x"], "dossier: ")],
    ids=["nothing", "unknown kind", "not writable"],
)
def test_wrong_use(arguments: list[str], message: str) -> None:
    done = CliRunner().invoke(main, ["schema", *arguments])
    assert done.exit_code == 2
    assert message in done.stderr
    assert isinstance(done.exception, SystemExit)


def violations(schema: Mapping[str, Any], value: object, whole: Mapping[str, Any]) -> Iterator[str]:
    """Yield where a value breaks a schema, for the words that our schemas use."""
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    choices = schema.get("anyOf", [])
    if choices and all([*violations(choice, value, whole)] for choice in choices):
        yield f"{value!r} is none of {len(choices)} choices"
    yield from wrong_value(schema, value)
    for item in value if isinstance(value, list) else ():
        yield from violations(schema.get("items", {}), item, whole)
    if isinstance(value, dict):
        yield from wrong_keys(schema, value)
        for key, known in schema.get("properties", {}).items():
            if key in value:
                yield from violations(known, value[key], whole)


def wrong_value(schema: Mapping[str, Any], value: object) -> Iterator[str]:
    if "enum" in schema and value not in schema["enum"]:
        yield f"{value!r} is not one of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{value!r} is not {schema['const']!r}"
    if "type" in schema and not is_of(schema["type"], value):
        yield f"{value!r} is no {schema['type']}"
    if "pattern" in schema and not re.search(schema["pattern"], str(value)):
        yield f"{value!r} does not match {schema['pattern']}"


def wrong_keys(schema: Mapping[str, Any], value: Mapping[str, object]) -> Iterator[str]:
    yield from (f"{key} is missing" for key in schema.get("required", ()) if key not in value)
    if schema.get("additionalProperties") is False:
        yield from (f"{key} is unknown" for key in value if key not in schema["properties"])


def is_of(kind: str, value: object) -> bool:
    kinds: Mapping[str, type | tuple[type, ...]] = {
        "array": list,
        "boolean": bool,
        "integer": int,
        "null": type(None),
        "number": (int, Decimal),
        "object": dict,
        "string": str,
    }
    return isinstance(value, kinds[kind]) and (kind == "boolean" or not isinstance(value, bool))


def found_in(root: Path) -> list[str]:
    """Return where the files of a project break their schemas."""
    tree = read_tree(root / "content", root)
    assert len(tree.documents) > 4
    found = []
    for document in tree.documents:
        if document.kind is FileKind.LOCK:
            continue
        schema = json.loads(json_schema(document.kind.value))
        broken = violations(schema, document.raw, schema)
        found += [f"{document.source.file}: {text}" for text in broken]
    return found


def test_shipped_content_is_what_the_schemas_describe() -> None:
    assert found_in(REPOSITORY) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("profile.yml", "headline:", "headlin:", "headlin is unknown"),
        ("profile.yml", "name: Ada Example", "x: 1", "name is missing"),
        ("projects/qortex.md", "audience: public", "audience: open", "'open' is not one of"),
        ("evidence/qortex.yml", "kind: benchmark", "kind: 7", "7 is not one of"),
        ("evidence/qortex.yml", "date: 2026-02", "date: soon", "'soon' is none of"),
        ("applications/acme/index.md", "strength: direct", "strength: [direct]", "is not one of"),
        ("index.md", "title: Ada Example", "tags: Ada", "'Ada' is no array"),
    ],
)
def test_schema_finds_what_is_wrong(
    tmp_path: Path, file: str, old: str, new: str, found: str
) -> None:
    text = MINIMAL[f"content/{file}"]
    assert old in text
    write_site(tmp_path, MINIMAL | {f"content/{file}": text.replace(old, new)})
    (told, *_) = found_in(tmp_path)
    assert told.startswith(f"content/{file}: ")
    assert found in told
