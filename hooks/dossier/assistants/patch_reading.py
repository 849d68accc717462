"""JSON to a patch, and what is wrong with it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from dossier.model.patch import Patch
from dossier.plain.errors import ContentError
from dossier.plain.frozen import frozen
from dossier.plain.text import MAX_BYTES

SCHEMA = "docs/schemas/patch.json describes a patch, and so does `dossier schema patch`"


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
        raw = json.loads(text, parse_float=Decimal, parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        message = f"the patch is no JSON that can be read: {error}\n  hint: {SCHEMA}"
        raise ContentError(message) from None
    try:
        patch = Patch.model_validate(raw)
    except ValidationError as error:
        found = error.errors(include_url=False)
        lines = "\n".join(f"{_path(each['loc'])}: {_message(each)}" for each in found[:20])
        message = f"the patch is not applied: it has not the form of one\n{lines}\n  hint: {SCHEMA}"
        raise ContentError(message) from None
    return ReadPatch(patch, tuple(raw["operations"]))


def _refuse(word: str) -> None:
    message = f"`{word}` is no number"
    raise ValueError(message)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        message = "a key stands twice in one object"
        raise ValueError(message)
    return found


def _path(path: tuple[str | int, ...]) -> str:
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".") or "the patch"


def _message(error: Any) -> str:  # noqa: ANN401 - pydantic's
    said = error.get("ctx", {}).get("message") or error["msg"]
    if error["type"] == "extra_forbidden":
        said = "there is no such key"
    return " ".join(str(said).split())
