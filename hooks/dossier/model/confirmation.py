"""What a person signed of a record, and how it is kept: `content/proofs/<name>.signed.json`.

The signed text is made from the record, so that whoever checks a confirmation makes it anew: a
record that has changed since, another record and another author's have another text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from dossier.model.audience import Audience
from dossier.model.evidence import Metric, Part, Record
from dossier.model.figure import caption, named, spell
from dossier.model.lock import stamp_of
from dossier.plain.dates import last_day
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

SUFFIX = ".signed.json"
"""The end of the names of these files in `content/proofs/`."""
NAMESPACE = "dossier"
"""What a signature is for, which is signed too: one that was made for a mail is none of a claim."""
SIGNER = pattern(r"(?:github|gitlab|codeberg):[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?")
"""How a signer is named: the host that shows the person's keys, and the name there."""
AUDIENCES = (Audience.SHARED, Audience.PUBLIC)
"""Who a signer may let the confirmation be shown to."""
_KEYS = {
    "github": "https://github.com/{}.keys",
    "gitlab": "https://gitlab.com/{}.keys",
    "codeberg": "https://codeberg.org/{}.keys",
}
_VERSION = 1
_SHOWN_TO = {
    Audience.SHARED: "the recipients whom {author} sends it to",
    Audience.PUBLIC: "anyone",
}
_PARTS = {
    Part.SOLE: "{author} alone",
    Part.LED: "led by {author}",
    Part.CONTRIBUTED: "{author} contributed",
    Part.USED: "others' work, used by {author}",
}


@frozen
class Confirmation:
    """A statement on a record that somebody signed."""

    record: str
    """The id of the record: `qortex/gain`."""
    signer: str
    """The host that shows the person's keys, and the name there: `github:maria`."""
    audience: Audience
    """Who may see it, as the signer agreed to: it stands in the statement."""
    statement: str
    signature: str
    """Armored, as `ssh-keygen -Y sign` writes it."""
    key: str
    """The public key on one line, `ssh-ed25519 AAAA…`, without a comment."""
    accepted: str
    """The day on which its author checked and stored it."""


def statement_of(
    record_id: str, record: Record, project: str | None, consent: tuple[str, str, Audience]
) -> str:
    """Return the six lines that are signed of a record, the last with its line end.

    `consent` is the author's name, the signer, and who may see that they signed.
    """
    author, signer, audience = consent
    stamp = stamp_of(record, project).fingerprint
    shown = _SHOWN_TO[audience].format(author=author)
    meaning = f"I, {signer}, know this to be so, and agree that this text, my name and my key"
    lines = (
        f"Confirmed for {author}: record {record_id}, fingerprint {stamp}",
        f"Claim: {record.claim}",
        f"Values: {'; '.join(map(_value, record.metrics)) or 'none'}",
        f"Scope: {'; '.join(_scope(record)) or 'not stated'}",
        f"Part: {_part(record, author)}",
        f"Signing means: {meaning} are shown to {shown}.",
    )
    return "".join(f"{_line(line)}\n" for line in lines)


def keys_of(signer: str) -> str:
    """Return the address at which a host shows a signer's keys."""
    host, _, name = signer.partition(":")
    return _KEYS[host].format(name)


def _value(metric: Metric) -> str:
    return f"{spell(metric)} {caption(named(metric), metric.baseline or '')}"


def _scope(record: Record) -> Iterator[str]:
    yield from dict.fromkeys(metric.scope for metric in record.metrics if metric.scope)
    yield from (text for text in (record.method, record.limits, record.date) if text)


def _part(record: Record, author: str) -> str:
    said = _PARTS[record.part].format(author=author) if record.part else "not stated"
    return f"{said}, in a team of {record.team}" if record.team else said


def _line(text: str) -> str:
    """Return a text on one line, without signs that cannot be seen or turn others round."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def spell_confirmation(confirmation: Confirmation) -> str:
    """Return a confirmation as it is kept."""
    kept = {"version": _VERSION, **asdict(confirmation)}
    return json.dumps(kept, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def parse_confirmation(text: str) -> Confirmation:
    """Return a kept confirmation. Raises ValueError if the text is none."""
    try:
        kept = json.loads(text)
    except (RecursionError, ValueError) as error:
        message = "it is no JSON"
        raise ValueError(message) from error
    if not isinstance(kept, dict) or kept.pop("version", None) != _VERSION:
        message = f"it is not of version {_VERSION}"
        raise ValueError(message)
    names = tuple(Confirmation.__dataclass_fields__)
    if sorted(kept) != sorted(names) or not _all_texts(kept.values()):
        message = f"it has not the keys that are written there: {', '.join(names)}"
        raise ValueError(message)
    if not (kept["signature"].isascii() and kept["key"].isascii()):
        message = "its signature or its key is none"
        raise ValueError(message)
    if kept["audience"] not in AUDIENCES or not SIGNER.fullmatch(kept["signer"]):
        message = "its audience or its signer is none"
        raise ValueError(message)
    last_day(kept["accepted"])
    return Confirmation(**kept | {"audience": Audience(kept["audience"])})


def _all_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)
