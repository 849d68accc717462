"""Configuration files to values: tags, what is inherited, and the place of what is wrong."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from dossier.configuration.config_file import ConfigFile, Opaque, read_config_file
from dossier.plain.errors import ConfigError


def read(folder: Path, files: Mapping[str, str]) -> ConfigFile:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_config_file(folder / "mkdocs.yml")


def test_tags_of_python_are_not_followed(tmp_path: Path) -> None:
    text = f"a: !!python/object/apply:os.mkdir ['{tmp_path}/made']\nb: [!!python/name:os.nowhere ]"
    values = read(tmp_path, {"mkdocs.yml": text}).values
    assert values == {
        "a": Opaque("tag:yaml.org,2002:python/object/apply:os.mkdir"),
        "b": [Opaque("tag:yaml.org,2002:python/name:os.nowhere")],
    }
    assert os.listdir(tmp_path) == ["mkdocs.yml"]  # noqa: PTH208 - names alone


def test_heir_counts_before_those_it_inherits_from(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": "INHERIT: a/one.yml\na: {b: {c: 1}, d: [1]}",
        "a/one.yml": "INHERIT: two.yml\na: {b: {c: 2, e: 2}, d: [2, 2]}\nf: 2",
        "a/two.yml": "a: {b: {g: 3}, h: 3}\nf: {i: 3}\nj: 3",
    }
    assert read(tmp_path, files).values == {
        "a": {"b": {"c": 1, "e": 2, "g": 3}, "d": [1], "h": 3},
        "f": 2,
        "j": 3,
    }


def test_place_is_where_the_value_was_written(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": "INHERIT: a/base.yml\na:\n  b: 1\n  c: [x, {d: y}]\nc: 1\nc: 2\n",
        "a/base.yml": "# first\na: {b: 2, e: 3}\nf: &f {g: 1}\nh: {<<: *f}\n",
    }
    file = read(tmp_path, files)
    places = {
        ("a",): "mkdocs.yml:2:1",
        ("a", "b"): "mkdocs.yml:3:3",
        ("a", "c", 1): "mkdocs.yml:4:10",
        ("a", "c", 1, "d"): "mkdocs.yml:4:11",
        ("a", "c", 9): "mkdocs.yml:4:3",
        ("c",): "mkdocs.yml:6:1",
        ("a", "e"): "a/base.yml:2:11",
        ("h", "g"): "a/base.yml:3:8",
        ("nowhere",): "mkdocs.yml:1:1",
        ("f", "g", "deeper"): "a/base.yml:3:8",
    }
    assert {keys: str(file.place(*keys)) for keys in places} == places


def test_error_tells_the_place_and_the_cure(tmp_path: Path) -> None:
    error = read(tmp_path, {"mkdocs.yml": "\na: 5"}).wrong(("a",), "it is wrong", "mend it")
    assert str(error) == "mkdocs.yml:2:1: it is wrong\n  hint: mend it"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [", "mkdocs.yml:1:4: what begins here is never closed"),
        ("a: !!python/name:b\nc: [\n", "mkdocs.yml:2:4: what begins here is never closed"),
        ("a: !here b", "mkdocs.yml:1:4: could not determine a constructor for the tag '!here'"),
        ("a: b\n---\n", "mkdocs.yml:2:1: expected a single document in the stream, but found"),
        ("a: *b", "mkdocs.yml:1:4: found undefined alias 'b'"),
        ("a: 2026-13-45", "mkdocs.yml:1:4: month must be in 1..12"),
        ("a:\n  - !relative b", "mkdocs.yml:2:5: after `!relative` stands $config_dir"),
        ("a: '\x01'", "mkdocs.yml:1:5: the character U+0001 is not allowed in YAML"),
        ("- a", "mkdocs.yml:1:1: this is no mapping"),
        (f"a: {'[' * 600}", "mkdocs.yml: it is nested too deeply"),
        ("INHERIT: 5", "mkdocs.yml:1:1: INHERIT names no file"),
        ("a:\nINHERIT: b.yml", "mkdocs.yml:2:1: there is no file `b.yml`"),
        ("INHERIT: ./mkdocs.yml", "mkdocs.yml:1:1: `./mkdocs.yml` inherits from this file"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(ConfigError) as error:
        read(tmp_path, {"mkdocs.yml": text})
    assert str(error.value).startswith(message)


def test_place_in_an_inherited_file_is_told_from_the_first_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"^a/base.yml:2:1: a tab"):
        read(tmp_path, {"mkdocs.yml": "INHERIT: a/base.yml", "a/base.yml": "b:\n\tc: d"})


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=f"^there is no file {tmp_path}/mkdocs.yml"):
        read(tmp_path, {})


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").mkdir()
    with pytest.raises(ConfigError, match=r"^mkdocs.yml cannot be read: this is no ordinary file"):
        read(tmp_path, {})


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"a: \xff")
    with pytest.raises(ConfigError, match=r"^mkdocs.yml is not UTF-8 text"):
        read(tmp_path, {})
