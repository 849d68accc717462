"""What checking the sources of records came to: `content/verified.json`, which a command writes.

A result is of the source and the metrics that were checked, by their fingerprint: it lapses when
the author changes them. JSON, because nobody types it and there is one way to write it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, field
from enum import StrEnum
from typing import Any, cast

from dossier.model.evidence import Record
from dossier.model.source import Source
from dossier.plain.dates import last_day
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

FILE = "verified.json"
"""The file of all results, below `content/`."""
NO_NUMBER = "text, not a number"
"""What is told of a text in a file: itself might be private, or a key."""
_VERSION = 1
_NAMES = pattern(r"(?:swh:1:cnt:)?[0-9a-f]{40,64}")
"""What a file and a commit are called for good."""
_TEXTS = ("elsewhere", "spelled", "lines", "record")


class SourcePart(StrEnum):
    """What of a source can be checked."""

    COMMIT = "commit"
    FILE = "file"
    PLACE = "place"
    """The quote, or the lines, stand there."""
    ATTESTATION = "attestation"
    """What a machine signed of the file."""
    URL = "url"


class CheckOutcome(StrEnum):
    """What a check of a part came to."""

    GOOD = "good"
    BROKEN = "broken"
    CONTRADICTED = "contradicted"
    REFUSED = "refused"
    """It proves nothing, for a reason. Nothing else follows from it."""


@frozen
class CheckResult:
    """What one part of a source came to."""

    outcome: CheckOutcome
    checked: str
    """The day, as `2026-03-01`."""
    good: str = ""
    """The last day on which it was good, empty for never."""
    said: str = ""
    """Why it is broken."""
    moved: str = ""
    """The address that it answers from now, empty for its own."""
    values: tuple[tuple[str, str], ...] = ()
    """The metrics that were compared, each with what the artifact says."""
    against: tuple[str, ...] = ()
    """Those of them that the artifact contradicts."""
    exact: tuple[str, ...] = ()
    """Those of them that stand at a place of their own in it, rather than in lines."""
    elsewhere: str = ""
    """The host that it is redirected to, empty for its own."""
    spelled: str = ""
    """The quote as it is spelled there, empty for as the record does."""
    lines: str = ""
    """What tells whether its lines are still those that were looked at."""
    record: str = ""
    """The fingerprint of the whole record that was checked; of any other it proves nothing."""


@frozen
class Attested:
    """What a machine signed of an artifact, as its attestation says."""

    repo: str
    workflow: str
    commit: str
    day: str
    """The day of the signature, by the transparency log."""
    digest: str
    """The SHA-256 of the artifact."""
    run: str = ""
    """The address of the run, empty if it is not told."""
    log: str = ""
    """The number of the entry in the transparency log."""


@frozen
class Copy:
    """A copy that an archive keeps."""

    address: str
    day: str
    """The day since which it is known."""


@frozen
class Verdict:
    """What a record's source came to."""

    of: str
    """The fingerprint of what was checked."""
    parts: Mapping[SourcePart, CheckResult]
    content: str = ""
    """The SWHID of the file that was read, empty for none."""
    revision: str = ""
    """The full id of the commit that it was read at."""
    attested: Attested | None = None
    copies: Mapping[str, Copy] = field(default_factory=dict)
    """Copies by the archive that keeps them."""

    @property
    def checked(self) -> str:
        """The day since which all that was checked is known to be good, empty if something is not.

        The oldest of its parts' days, because a page that names a day vouches for all of them.
        """
        if self.failed:
            return ""
        good = (
            found.checked for found in self.parts.values() if found.outcome is CheckOutcome.GOOD
        )
        return min(good, default="")

    @property
    def is_broken(self) -> bool:
        """Whether some of it was not there."""
        return any(found.outcome is CheckOutcome.BROKEN for found in self.parts.values())

    @property
    def failed(self) -> Mapping[SourcePart, CheckResult]:
        """The parts that are not there, or say otherwise."""
        bad = (CheckOutcome.BROKEN, CheckOutcome.CONTRADICTED)
        return {part: found for part, found in self.parts.items() if found.outcome in bad}


def fingerprint(record: Record) -> str:
    """Return what tells whether a record's source or metrics are still those that were checked."""
    metrics = [
        (m.id, [str(v) for v in m.value], m.unit or "", m.op or "", m.at or "")
        for m in record.metrics
    ]
    source = _checked_of(record.source) if record.source else {}
    text = json.dumps([source, metrics], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _checked_of(source: Source) -> dict[str, str | None]:
    """Return what is checked of a source, in a form that no key of a later format changes."""
    written: dict[str, str | None] = dict.fromkeys(("url", "package", "commit", "path"))
    return written | source.model_dump(exclude={"label", "quote", "printed"}, exclude_none=True)


def spell_verdicts(verdicts: Mapping[str, Verdict]) -> str:
    """Return results as they are kept: sorted, the same for the same."""
    records = {record_id: _spelled(verdict) for record_id, verdict in verdicts.items()}
    kept = {"version": _VERSION, "records": records}
    return json.dumps(kept, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _spelled(verdict: Verdict) -> dict[str, object]:
    facts = {name: getattr(verdict, name) for name in ("content", "revision")}
    facts["attested"] = asdict(verdict.attested) if verdict.attested else None
    facts["copies"] = {name: asdict(copy) for name, copy in verdict.copies.items()}
    known: dict[str, object] = {key: fact for key, fact in facts.items() if fact}
    parts = {str(part): _kept(finding) for part, finding in verdict.parts.items()}
    return {"of": verdict.of, **known, **parts}


def _kept(finding: CheckResult) -> dict[str, object]:
    fields = {key: value for key, value in asdict(finding).items() if value}
    return fields | ({"values": dict(finding.values)} if finding.values else {})


def parse_verdicts(text: str) -> Mapping[str, Verdict]:
    """Return kept results by record id. Raises ValueError if the text is nothing of ours."""
    try:
        kept = json.loads(text)
    except (RecursionError, ValueError) as error:
        message = "it is no JSON"
        raise ValueError(message) from error
    if not isinstance(kept, dict) or kept.get("version") != _VERSION:
        message = f"it is not of version {_VERSION}"
        raise ValueError(message)
    try:
        return {str(name): _verdict(found) for name, found in kept["records"].items()}
    except (AttributeError, KeyError, TypeError) as error:
        message = "it has not the form that is written there"
        raise ValueError(message) from error


def _verdict(kept: Mapping[str, Any]) -> Verdict:
    attested, copies = kept.get("attested"), kept.get("copies", {})
    known = {name: str(kept.get(name, "")) for name in ("content", "revision")}
    # They are printed: nothing else may stand there.
    known = {name: text if _NAMES.fullmatch(text) else "" for name, text in known.items()}
    return Verdict(
        of=str(kept["of"]),
        parts=dict(_parts(kept)),
        attested=Attested(**_dated(attested, "day")) if attested else None,
        copies={str(name): Copy(**_dated(copy, "day")) for name, copy in copies.items()},
        **known,
    )


def _dated(kept: Mapping[str, Any], key: str) -> dict[str, str]:
    """Return texts by name, one of them a date. Raises ValueError if it is none."""
    last_day(str(kept[key]))
    return {str(name): str(value) for name, value in kept.items()}


def _parts(verdict: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[SourcePart, CheckResult]]:
    for part in SourcePart:
        if part in verdict:
            yield part, _finding(dict(verdict[part]))


def _finding(kept: dict[str, object]) -> CheckResult:
    days = [str(kept[key]) for key in ("checked", "good") if key in kept]
    for day in days:
        last_day(day)
    values, lists = kept.get("values", {}), [kept.get(key, []) for key in ("against", "exact")]
    if not isinstance(values, dict) or not all(isinstance(names, list) for names in lists):
        raise TypeError
    against, exact = (tuple(map(str, cast("list[object]", names))) for names in lists)
    texts = {key: str(kept.get(key, "")) for key in _TEXTS}
    return CheckResult(
        outcome=CheckOutcome(str(kept["outcome"])),
        checked=str(kept["checked"]),
        good=str(kept.get("good", "")),
        said=str(kept.get("said", "")),
        moved=str(kept.get("moved", "")),
        values=tuple((str(key), str(value)) for key, value in values.items()),
        against=against,
        exact=exact,
        **texts,
    )
