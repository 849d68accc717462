"""Plain values to YAML that reads back as the same values, laid out as a person would write it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from dossier.plain.patterns import pattern
from dossier.plain.yaml import construct
from dossier.plain.yaml_places import Path

_WIDTH = 96
_LONG = 60
"""From how many characters on a text is folded, and a list has a line for each item."""
_SAFE = pattern(
    r"[^\W\d_](?:[\w .()/+&;!?@%=~'\u2013\u2014\u2019-]|,(?= )|:(?=//))*(?<! )"
    r"|\d{4}(?:-\d\d){1,2}"
)
"""What begins with a letter and has nothing that YAML reads as more than text; and dates."""
_FOLDABLE = pattern(r"\S+(?: \S+)*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""What some reader of YAML takes for something else than text."""
_ESCAPED = pattern("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
Comments = Mapping[Path, Sequence[str]]
"""Lines that stand at the end of the mapping at a path, each without its `# `."""


def write_yaml(values: Mapping[str, Any], comments: Comments | None = None) -> str:
    """Return a mapping of texts, numbers, lists and mappings as a YAML text.

    Raises ValueError if it would be read as something else.
    """
    text = "".join(f"{line}\n" for line in _mapping(values, (), comments or {}))
    if construct(text, "") != (_plain(values), []):
        message = "these values cannot be written as YAML"
        raise ValueError(message)
    return text


def spell_text(text: str) -> str:
    """Return a text as YAML that cannot be read as anything but text."""
    if _SAFE.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    return quote_text(text)


def quote_text(text: str) -> str:
    """Return a text in quotation marks, which it says the same in wherever it stands."""
    quoted = json.dumps(str(text), ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _plain(value: Any) -> Any:  # noqa: ANN401 - any plain value
    """Return a value as it is read: texts of no other type than text."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def _mapping(values: Mapping[str, Any], path: Path, comments: Comments) -> Iterator[str]:
    for key, value in values.items():
        here = (*path, key)
        if isinstance(value, Mapping) and value:
            yield f"{spell_text(key)}:"
            yield from (f"  {line}" for line in _mapping(value, here, comments))
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield from _list(key, value, here, comments)
        else:
            yield from _scalar(f"{spell_text(key)}:", value)
    yield from (f"# {line}" for line in comments.get(path, ()))


def _list(key: str, items: Sequence[Any], path: Path, comments: Comments) -> Iterator[str]:
    short = [spell_in_brackets(item) for item in items if not isinstance(item, Mapping | list)]
    line = f"{spell_text(key)}: [{', '.join(short)}]"
    is_flat = len(short) == len(items) and not any("," in item for item in short)
    if is_flat and len(line) <= _LONG:
        yield line
        return
    yield f"{spell_text(key)}:"
    for position, item in enumerate(items):
        if isinstance(item, Mapping) and item:
            lines = list(_mapping(item, (*path, position), comments))
        else:
            lines = [line.strip() for line in _scalar("", item)]
        yield f"  - {lines[0]}"
        yield from (f"    {line}" for line in lines[1:])


def spell_value(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Return a plain value as YAML on one line."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, Mapping):
        spelled = ((spell_in_brackets(key), spell_in_brackets(it)) for key, it in value.items())
        return f"{{{', '.join(f'{key}: {item}' for key, item in spelled)}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(spell_in_brackets, value))}]"
    return str(value) if isinstance(value, int | Decimal) else spell_text(value)


def spell_in_brackets(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Return a plain value as YAML between brackets, where a comma ends what is not quoted."""
    is_cut = isinstance(value, str) and "," in value
    return quote_text(value) if is_cut else spell_value(value)


def _scalar(key: str, value: Any) -> Iterator[str]:  # noqa: ANN401 - any plain value
    if value is None:
        yield key or "null"
        return
    is_long = isinstance(value, str) and len(key) + len(value) > _WIDTH - _LONG // 3
    if not is_long or not _FOLDABLE.fullmatch(value) or not value.isprintable():
        yield f"{key} {spell_value(value)}"
        return
    yield f"{key} >-"
    line = ""
    for word in value.split(" "):
        if line and len(line) + len(word) >= _WIDTH - 4:
            yield f"  {line}"
            line = ""
        line = f"{line} {word}" if line else word
    yield f"  {line}"
