"""The evidence lock: what each cited record said when its author last reviewed it.

Stamped are the project, the claim with its metrics, and how it can be checked: whatever a text that
cites the record may lean on. Not stamped are the terms `valid_until` and `review_every`, which
freshness judges by itself; `skills`, which only sort; and `audience`, which has its own checks.
Values are stamped as they are meant: white space is folded, a default counts as written, the order
of keys, metrics and forms is nothing, and numbers keep the digits as typed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from decimal import Decimal

from dossier.model.base import Entry
from dossier.model.evidence import Metric, Record
from dossier.plain.frozen import frozen

LOCK_FILE = "evidence.lock"
"""Its name below `content/`."""
VERSION = 1
FIELDS = (
    *("claim", "kind", "check", "status", "part", "team", "metrics"),
    *("method", "limits", "must_say", "date", "source"),
)
"""The fields of a record that are stamped, in the order of the file. `project` stands before."""
FINGERPRINT = "sha256"
_LENGTH = 16
"""Hex digits of the fingerprint that are kept."""
_HEAD = """\
# What each cited record said when it was last reviewed: what changes after that makes the rows
# that cite it suspect. Written by `dossier review`, never published, not for editing.
version: 1
"""


@frozen
class Stamp:
    """A record as it was last reviewed, or as it is now."""

    fingerprint: str
    """Empty for a stamp that cannot be trusted: it equals none."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What is stamped, by the path of its field: `metrics.precision.value`."""

    @property
    def is_whole(self) -> bool:
        """Whether the values are those that the fingerprint was taken of."""
        return self.fingerprint == fingerprint(self.values)


@frozen
class Change:
    """A field that is not as it was; empty where it was not, or is no more."""

    field: str
    old: str
    new: str


def stamp_of(record: Record, project: str | None) -> Stamp:
    """Return the stamp of a record of a project as it is now."""
    values = {"project": project} if project else {}
    for name in FIELDS:
        values |= _flat(name, getattr(record, name))
    return Stamp(fingerprint(values), values)


def fingerprint(values: Mapping[str, str]) -> str:
    """Return the beginning of the SHA-256 of stamped values, whatever their order."""
    lines = (f"{name}={_quoted(value)}" for name, value in sorted(values.items()))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:_LENGTH]


def changes(old: Stamp, new: Stamp) -> tuple[Change, ...]:
    """Return what differs between two stamps, in the order of the newer one, lost fields last."""
    names = dict.fromkeys((*new.values, *old.values))
    pairs = ((name, old.values.get(name, ""), new.values.get(name, "")) for name in names)
    return tuple(Change(*pair) for pair in pairs if pair[1] != pair[2])


def spell_lock(stamps: Mapping[str, Stamp]) -> str:
    """Return the text of the lock: YAML, sorted by record, a value a line."""
    lines = ["records:" if stamps else "records: {}"]
    for record_id, stamp in sorted(stamps.items()):
        lines.append(f"  {record_id}:")
        lines.append(f"    {FINGERPRINT}: {_quoted(stamp.fingerprint)}")
        lines += (f"    {name}: {_quoted(value)}" for name, value in stamp.values.items())
    return _HEAD + "\n".join(lines) + "\n"


def _flat(name: str, value: object) -> dict[str, str]:
    """Return a value by the path of each of its parts. What is not there has no path."""
    if value is None:
        return {}
    parts: Iterable[tuple[str, object]]
    if isinstance(value, Entry):
        parts = ((f"{name}.{key}", getattr(value, key)) for key in type(value).model_fields)
    elif isinstance(value, tuple):
        parts = _items(name, value)
    else:
        text = f"{value:f}" if isinstance(value, Decimal) else " ".join(str(value).split())
        return {name: text}
    return {path: text for key, part in parts for path, text in _flat(key, part).items()}


def _items(name: str, values: tuple[object, ...]) -> Iterator[tuple[str, object]]:
    """Yield the items of a list: metrics by their id, others by their number from 1."""
    if name.endswith(".forms"):
        values = tuple(sorted(map(str, values)))
    seen: dict[str, int] = {}
    for number, value in enumerate(values, start=1):
        if isinstance(value, Metric):
            # Two of one id are told as such; until then neither hides the other.
            seen[value.id] = seen.get(value.id, 0) + 1
            again = f".{seen[value.id]}" if seen[value.id] > 1 else ""
            yield f"{name}.{value.id}{again}", value
        else:
            is_one = name.endswith(".value") and len(values) == 1
            yield (name if is_one else f"{name}.{number}"), value


def _quoted(text: str) -> str:
    """Return a text as a YAML scalar on one line, with every sign that cannot be seen escaped."""
    is_plain = text.isprintable() and '"' not in text and "\\" not in text
    return f'"{text}"' if is_plain else '"' + "".join(_escaped(text)) + '"'


def _escaped(text: str) -> Iterable[str]:
    for sign in text:
        if sign in '"\\':
            yield f"\\{sign}"
        else:
            yield sign if sign.isprintable() else f"\\U{ord(sign):08X}"
