"""The strict base of everything a person types, the field types, and who may see a field.

A field's audience stands in its annotation: `Annotated[Line, Audience.SHARED]`. A field without
one is private; a model with `whole = True` is seen or hidden as a whole, by its own `audience`.

Annotations of entries are values, not texts: pydantic would compile each text again.
"""

import os
import re
import types
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from dossier.model.audience import Audience
from dossier.model.ids import ID_FORM
from dossier.plain.addresses import split_address
from dossier.plain.dates import PRESENT, last_day, year_first
from dossier.plain.digits import plain_digits
from dossier.plain.frozen import frozen
from dossier.plain.userinfo import has_userinfo
from dossier.plain.yaml_places import Path

# No package's plug-in looks on while private content is validated, and none is searched for.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
RESUME_DATE_PATTERN = r"^((\d{1,2} )?[A-Za-z]{3,9}\.?,? \d{4}|\d{2}/\d{4})$"
SCHEMES = frozenset({"http", "https", "mailto"})
"""The schemes that a link in a field may have."""


class Entry(BaseModel):
    """Base of all that people type: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    whole: ClassVar[bool] = False
    """Whether all fields are seen by whoever may see the entry."""


class Inline:
    """Marks a text as CommonMark inline text with references."""


def wrong(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """Return the error of a value, to be raised by its validator."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def spell(value: object) -> str:
    """Spell what somebody wrote for a message: on one line, in YAML's words, not too long."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
    return f"`{text}`" if len(text) <= 40 else f"`{text[:39]}…`"  # noqa: PLR2004 - readable


def _check_id(text: str) -> str:
    if not ID_FORM.fullmatch(text):
        hint = "ids are lower-case words joined by hyphens: `my-project`"
        raise wrong("id-form", f"{spell(text)} is not an id", hint)
    return text


def _dated(value: object, read: object, example: str) -> object:
    # A year alone is an integer to YAML.
    text = str(read) if isinstance(read, int) and not isinstance(read, bool) else read
    if text is None:
        return text
    try:
        # Python takes the digits of all scripts.
        last_day(text if isinstance(text, str) and text.isascii() and "-00" not in text else "")
    except ValueError:
        hint = f"write {example}"
        raise wrong("date-wrong", f"{spell(value)} is not a date", hint) from None
    return text


def _check_date(value: object) -> object:
    return _dated(value, value, "`2026`, `2026-02` or `2026-02-10`")


def _check_start(value: object) -> object:
    read = year_first(value) if isinstance(value, str) else value
    return _dated(value, read, "`2026`, `2026-02` or `Feb 2026`")


def _check_end(value: object) -> object:
    read = year_first(value) if isinstance(value, str) else value
    if read == PRESENT:
        return read
    return _dated(value, read, "`2026`, `2026-02`, `Feb 2026` or `present`")


def _check_url(text: str) -> str:
    parts = split_address(text) or urlsplit("")
    named = parts.path if parts.scheme == "mailto" else parts.netloc
    if parts.scheme not in SCHEMES or not named:
        is_bare = not parts.scheme or parts.scheme in SCHEMES
        hint = "write it with https:// in front" if is_bare else "link to an https address"
        raise wrong("link-unsafe", f"{spell(text)} is not a web address", hint)
    if has_userinfo(text):
        hint = "take out what stands before the @; if it was a password, change it"
        raise wrong("link-unsafe", "a name or password stands before the host", hint)
    return text


def _check_numbers(value: object) -> object:
    """Turn a number or a pair of numbers into a tuple of decimals, digits as typed."""
    numbers = value if isinstance(value, list) else [value]
    if len(numbers) not in (1, 2):
        raise wrong("text-type", "a range has two numbers", "write `[2, 3]`")
    decimals = []
    for number in numbers:
        if isinstance(number, bool) or not isinstance(number, int | Decimal):
            digits = plain_digits(number) if isinstance(number, str) else ""
            hint = f"write `{digits}`" if digits else "write digits only, without quotes"
            is_signed = digits and str(number).strip().startswith("+")
            hint += '; the sign goes to `op`: `op: "+"`' if is_signed else ""
            hint += "; the unit goes to `unit`"
            raise wrong("text-type", f"{spell(number)} is not a number", hint)
        decimals.append(Decimal(number))
    if len(decimals) == 2 and decimals[0] >= decimals[1]:  # noqa: PLR2004 - a pair
        raise wrong("text-type", "a range goes from the lower to the higher number")
    return tuple(decimals)


def _check_days(text: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]{0,4}d", text):
        raise wrong("date-wrong", f"{spell(text)} is not a number of days", "write `180d`")
    return text


def _check_language(text: str) -> str:
    if not re.fullmatch(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,3}", text):
        raise wrong("text-type", f"{spell(text)} is not a language", "write a code: `en`, `de`")
    return text


def _check_wording(text: str) -> str:
    if not re.search(r"\w", text):
        hint = "write the words that go with the figures, or no item"
        raise wrong("must-say-form", "there is no word in it", hint)
    return text


Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A line of plain text: a name, a title."""
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Inline()]
"""CommonMark inline text with references."""
Language = Annotated[str, AfterValidator(_check_language)]
"""A language by its code: `en`, `pt-BR`."""
Id = Annotated[str, AfterValidator(_check_id)]
PartialDate = Annotated[
    str,
    BeforeValidator(_check_date),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": DATE_PATTERN}, {"type": "integer"}]}),
]
"""A day, a month or a year: `2026-02-10`, `2026-02`, `2026`."""
Start = Annotated[
    str,
    BeforeValidator(_check_start),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": DATE_PATTERN},
                {"type": "string", "pattern": RESUME_DATE_PATTERN},
                {"type": "integer"},
            ]
        }
    ),
]
"""When a time of a life began, year first or as résumés have it: `2014-05`, `May 2014`."""
End = Annotated[
    str,
    BeforeValidator(_check_end),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": DATE_PATTERN},
                {"type": "string", "pattern": RESUME_DATE_PATTERN},
                {"enum": ["present", "now", "today", "current", "ongoing"]},
                {"type": "integer"},
            ]
        }
    ),
]
"""When it ended; `present` for what still goes on."""
Url = Annotated[str, AfterValidator(_check_url)]
Numbers = Annotated[
    tuple[Decimal, ...],
    BeforeValidator(_check_numbers),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "array", "items": {"type": "number"}}]}),
]
"""One number, or the two ends of a range."""
Wording = Annotated[str, AfterValidator(_check_wording)]
"""Words that prose has to use."""
Days = Annotated[str, AfterValidator(_check_days)]
"""A number of days: `180d`."""


class Link(Entry):
    """A labelled address."""

    whole = True

    label: Line
    """What a reader clicks on. Example: `Code`"""
    url: Url
    """The address, with https:// in front. Example: `https://example.org`"""


@frozen
class FieldShape:
    """What the walkers need to know of one field."""

    audience: Audience
    model: type[Entry] | None
    """The entry, or the entry of the list, that the field holds."""
    is_list: bool
    is_text: bool
    is_required: bool


@cache
def shape(model: type[Entry]) -> dict[str, FieldShape]:
    """Return the fields of a model by the key that people type."""
    fields = {}
    for name, info in model.model_fields.items():
        marks = [*info.metadata, *_marks(info.annotation)]
        audience = next((m for m in marks if isinstance(m, Audience)), Audience.PRIVATE)
        fields[info.alias or name] = FieldShape(
            audience=audience,
            model=next((m for m in marks if isinstance(m, type) and issubclass(m, Entry)), None),
            is_list=tuple in marks,
            is_text=any(isinstance(m, Inline) for m in marks),
            is_required=info.is_required(),
        )
    return fields


def _marks(annotation: object) -> Iterator[object]:
    """Yield what an annotation is made of: `tuple`, entries, markers."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        yield from metadata
        yield from _marks(inner)
    elif origin in (Union, types.UnionType):
        for part in get_args(annotation):
            yield from _marks(part)
    elif origin is tuple:
        yield tuple
        yield from _marks(get_args(annotation)[0])
    else:
        yield annotation


@cache
def _text_fields(model: type[Entry]) -> tuple[tuple[str, str, FieldShape], ...]:
    """Return the fields that hold texts: key, attribute and shape."""
    names = {info.alias or name: name for name, info in model.model_fields.items()}
    fields = shape(model).items()
    return tuple((key, names[key], f) for key, f in fields if f.is_text or _holds_text(f.model))


def _holds_text(model: type[Entry] | None) -> bool:
    return model is not None and bool(_text_fields(model))


def texts(entry: Entry, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every inline text of an entry with its path, in the order of the fields."""
    for key, name, field in _text_fields(type(entry)):
        value: Any = getattr(entry, name)
        if not value:
            continue
        for position, item in enumerate(value) if field.is_list else ((None, value),):
            here = (*path, key) if position is None else (*path, key, position)
            if field.is_text:
                yield here, item
            else:
                yield from texts(item, here)
