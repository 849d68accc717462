"""JSON to a patch, and what is wrong with it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from dossier.model.patch import Patch
from dossier.plain.errors import ContentError
from dossier.plain.frozen import frozen
from dossier.plain.json_objects import once
from dossier.plain.patterns import pattern
from dossier.plain.text import MAX_BYTES
from dossier.plain.yaml import NUMBER

SCHEMA = "docs/schemas/patch.json describes a patch, and so does `dossier schema patch`"

_SHORT = 40
"""How much is shown of a number that is none."""
_QUOTED = pattern(r"'([^']*)'")
_SAID = {
    "missing": "it is missing",
    "extra_forbidden": "there is no such key",
    "string_type": "text is expected, in quotes",
    "string_unicode": "it has half of a character, which is no text",
    "string_too_short": "it is empty",
    "string_too_long": "it has more than {most:,} signs",
    "too_short": "it is empty",
    "too_long": "it has more than {most:,} items",
    "tuple_type": "a list is expected",
    "model_type": "keys and values are expected",
    "model_attributes_type": "keys and values are expected",
    "none_required": "it is its author's to say",
    "int_type": "a whole number is expected",
    "int_parsing": "a whole number is expected",
    "int_from_float": "a whole number is expected",
    "enum": "it is not one of {words}",
    "literal_error": "it is not one of {words}",
    "union_tag_invalid": "`op` is not one of {words}",
    "union_tag_not_found": "`op` is missing",
}
"""pydantic's error types are stable; its English messages are not."""


@frozen
class ReadPatch:
    """A patch, and its operations as plain values, digits as they were typed."""

    patch: Patch
    operations: tuple[dict[str, Any], ...]


def read_patch(text: str) -> ReadPatch:
    """Return what a JSON text asks for. Raises ContentError with all that is wrong."""
    if len(text.encode(errors="replace")) > MAX_BYTES:
        message = f"the patch has more than the {MAX_BYTES:,} bytes that are read"
        raise ContentError(message)
    try:
        raw = json.loads(text, **_AS)
    except (ValueError, RecursionError) as error:
        said = "it is nested too deeply" if isinstance(error, RecursionError) else error
        message = f"the patch is no JSON that can be read: {said}\n  hint: {SCHEMA}"
        raise ContentError(message) from None
    try:
        patch = Patch.model_validate(raw)
    except ValidationError as error:
        found = [each for each in error.errors(include_url=False) if not _follows(each, raw)]
        lines = "\n".join(f"{_path(each['loc'])}: {_message(each)}" for each in found[:20])
        message = f"the patch is not applied: it has not the form of one\n{lines}\n  hint: {SCHEMA}"
        raise ContentError(message) from None
    return ReadPatch(patch, tuple(raw["operations"]))


def _refuse(word: str) -> None:
    message = f"`{word}` is no number"
    raise ValueError(message)


def _number(digits: str) -> Decimal:
    if not NUMBER.fullmatch(digits):
        shown = digits if len(digits) <= _SHORT else f"{digits[:_SHORT]}…"
        message = f"`{shown}` is no number that content can hold: write up to 31 digits, no `e`"
        raise ValueError(message)
    return Decimal(digits)


def _whole(digits: str) -> int:
    return int(_number(digits))


_AS: dict[str, Any] = {
    "parse_float": _number,
    "parse_int": _whole,
    "parse_constant": _refuse,
    "object_pairs_hook": once,
}


def _follows(error: Any, raw: Any) -> bool:  # noqa: ANN401 - pydantic's
    """Return whether operations are told to be none because those that there are are wrong."""
    is_of_all = (error["type"], error["loc"]) == ("too_short", ("operations",))
    return is_of_all and bool(raw["operations"])


def _path(path: tuple[str | int, ...]) -> str:
    # Behind its position pydantic tells the kind of an operation, which nobody wrote there.
    text = ""
    for part in path[:2] + path[3:] if path[:1] == ("operations",) else path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".") or "the patch"


def _message(error: Any) -> str:  # noqa: ANN401 - pydantic's
    context = error.get("ctx", {})
    expected = str(context.get("expected") or context.get("expected_tags") or "")
    words = ", ".join(_QUOTED.findall(expected)) or expected
    known = _SAID.get(error["type"])
    said = known.format(most=context.get("max_length"), words=words) if known else error["msg"]
    return " ".join(str(context.get("message") or said).split())
