"""A configuration file, and those that it inherits from, to plain values that know their places.

The scanner is the one that MkDocs uses. Its tags of Python's are never followed: they import and
call what they name.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import ConstructorError
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place
from dossier.plain.yaml import syntax_problem
from dossier.plain.yaml_places import Path as Keys

MAX_BYTES = 1_000_000


@frozen
class Opaque:
    """Stands for a value that only MkDocs makes."""

    tag: str


class _Loader(yaml.SafeLoader):
    """Reads what MkDocs reads."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002 - PyYAML's
        """Return the value of a node. Raises YAMLError."""
        try:
            return super().construct_object(node, deep=deep)
        except (ValueError, TypeError, AttributeError) as error:  # such as `2026-13-45`
            raise ConstructorError(None, None, str(error), node.start_mark) from error


def _relative(loader: _Loader, node: yaml.ScalarNode) -> Opaque:
    text = loader.construct_scalar(node)
    if text and text.partition("/")[0] not in ("$config_dir", "$docs_dir"):
        message = "after `!relative` stands $config_dir, $docs_dir or nothing"
        raise ConstructorError(None, None, message, node.start_mark)
    return Opaque(node.tag)


def _opaque(_loader: _Loader, _suffix: str, node: yaml.Node) -> Opaque:
    return Opaque(node.tag)


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_constructor("!relative", _relative)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _opaque)


@frozen
class ConfigFile:
    """A configuration file: what it says together with those that it inherits from."""

    values: Mapping[Any, Any]
    files: tuple[tuple[str, yaml.Node | None], ...]
    """Names and nodes of the file and of those it inherits from, in this order."""

    def place(self, *keys: str | int) -> Place:
        """Return where a value stands, or the nearest thing around it that is written."""
        for count in range(len(keys), 0, -1):
            for name, root in self.files:
                node = root and _find(root, keys[:count])
                if node:
                    return _place(name, node.start_mark)
        return Place(self.files[0][0])

    def wrong(self, keys: Keys, message: str, hint: str = "") -> ConfigError:
        """Return the error of a value, to be raised."""
        return ConfigError(f"{self.place(*keys)}: {message}", hint)


def read_config_file(file: Path) -> ConfigFile:
    """Read a configuration file. Raises ConfigError."""
    try:
        return _read(file, ())
    except RecursionError:
        raise ConfigError(f"{file.name}: it is nested too deeply", "write it out") from None


def _read(file: Path, heirs: tuple[Path, ...]) -> ConfigFile:
    """Read a file that others, its heirs, inherit from."""
    name = os.path.relpath(file, (*heirs, file)[0].parent)
    node, values = _construct(file, name)
    own = ConfigFile(values, ((name, node),))
    if "INHERIT" not in values:
        return own
    rest = {key: value for key, value in values.items() if key != "INHERIT"}
    parent = _read(_parent(own, file, heirs), (*heirs, file))
    return ConfigFile(_merge(parent.values, rest), (*own.files, *parent.files))


def _parent(own: ConfigFile, file: Path, heirs: tuple[Path, ...]) -> Path:
    """Return the file that a file inherits from. Raises ConfigError."""
    named = own.values["INHERIT"]
    if not isinstance(named, str):
        raise own.wrong(("INHERIT",), "INHERIT names no file", "write its path as text")
    parent = Path(os.path.normpath(file.parent / named))
    if not parent.exists():
        raise own.wrong(("INHERIT",), f"there is no file `{named}`")
    if parent in (*heirs, file):
        message = f"`{named}` inherits from this file in turn"
        raise own.wrong(("INHERIT",), message, "let one of them stand alone")
    return parent


def _construct(file: Path, name: str) -> tuple[yaml.Node | None, Mapping[Any, Any]]:
    """Return the root node of a file and its value. Raises ConfigError."""
    try:
        text = read_ordinary(file, MAX_BYTES).decode()
    except FileNotFoundError:
        hint = "go to the folder of your project, or name its mkdocs.yml with -f"
        raise ConfigError(f"there is no file {file}", hint) from None
    except OSError as error:
        raise ConfigError(f"{name} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{name} is not UTF-8 text", "save the file as UTF-8") from None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        values = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        raise _unreadable(text, name, error) from None
    if values is None:
        return node, {}
    if not isinstance(values, dict):
        raise ConfigError(f"{Place(name)}: this is no mapping", "write `key: value`")
    return node, values


def _unreadable(text: str, name: str, error: yaml.YAMLError) -> ConfigError:
    """Return what makes a text unreadable, in our words if we have some."""
    if problem := syntax_problem(text, name):
        return ConfigError(f"{problem.where}: {problem.message}", problem.hint)
    mark = getattr(error, "problem_mark", None)
    where = _place(name, mark) if mark else Place(name)
    said = [getattr(error, part, None) for part in ("context", "problem")]
    return ConfigError(f"{where}: {', '.join(part for part in said if part)}")


def _merge(parent: Mapping[Any, Any], own: Mapping[Any, Any]) -> dict[Any, Any]:
    """Return the values of a parent with those that stand in its heir in their place."""
    merged = dict(parent)
    for key, value in own.items():
        before = parent.get(key)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            merged[key] = _merge(before, value)
        else:
            merged[key] = value
    return merged


def _find(node: yaml.Node, keys: Keys) -> yaml.Node | None:
    """Return the node that says a value: that of its key, or of an item of a list."""
    if not keys:
        return node
    first, rest = keys[0], keys[1:]
    if isinstance(node, yaml.SequenceNode) and isinstance(first, int) and first < len(node.value):
        return _find(node.value[first], rest)
    if isinstance(node, yaml.MappingNode):
        for key, value in reversed(node.value):
            if key.value == first:
                return _find(value, rest) if rest else key
    return None


def _place(name: str, mark: yaml.Mark) -> Place:
    return Place(name, mark.line + 1, mark.column + 1)
