"""What checking the sources of records came to: `content/verified.json`, which a command writes.

A result is of the source and the metrics that were checked, by their fingerprint: it lapses when
the author changes them. JSON, because nobody types it and there is one way to write it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from dossier.model.evidence import Record
from dossier.model.source import Source
from dossier.plain.dates import last_day

FILE = "verified.json"
"""The file of all results, below `content/`."""
_VERSION = 1


class SourcePart(StrEnum):
    """What of a source can be checked."""

    COMMIT = "commit"
    FILE = "file"
    URL = "url"


class CheckOutcome(StrEnum):
    """What a check of a part came to."""

    GOOD = "good"
    BROKEN = "broken"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a record's source came to."""

    of: str
    """The fingerprint of what was checked."""
    parts: Mapping[SourcePart, CheckResult]

    @property
    def checked(self) -> str:
        """The day since which all that was checked is known to be good, empty if something is not.

        The oldest of its parts' days, because a page that names a day vouches for all of them.
        """
        if any(finding.outcome is not CheckOutcome.GOOD for finding in self.parts.values()):
            return ""
        return min((finding.checked for finding in self.parts.values()), default="")

    @property
    def is_broken(self) -> bool:
        """Whether some of it was not there."""
        return any(found.outcome is CheckOutcome.BROKEN for found in self.parts.values())

    @property
    def failed(self) -> Mapping[SourcePart, CheckResult]:
        """The parts that are not good."""
        return {p: f for p, f in self.parts.items() if f.outcome is not CheckOutcome.GOOD}


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
    records = {
        record_id: {
            "of": verdict.of,
            **{part: _kept(finding) for part, finding in verdict.parts.items()},
        }
        for record_id, verdict in verdicts.items()
    }
    kept = {"version": _VERSION, "records": records}
    return json.dumps(kept, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


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
        return {str(i): Verdict(str(v["of"]), dict(_parts(v))) for i, v in kept["records"].items()}
    except (AttributeError, KeyError, TypeError) as error:
        message = "it has not the form that is written there"
        raise ValueError(message) from error


def _parts(verdict: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[SourcePart, CheckResult]]:
    for part in SourcePart:
        if part in verdict:
            yield part, _finding(dict(verdict[part]))


def _finding(kept: dict[str, object]) -> CheckResult:
    days = [str(kept[key]) for key in ("checked", "good") if key in kept]
    for day in days:
        last_day(day)
    values, against = kept.get("values", {}), kept.get("against", [])
    if not isinstance(values, dict) or not isinstance(against, list):
        raise TypeError
    return CheckResult(
        outcome=CheckOutcome(str(kept["outcome"])),
        checked=str(kept["checked"]),
        good=str(kept.get("good", "")),
        said=str(kept.get("said", "")),
        moved=str(kept.get("moved", "")),
        values=tuple((str(key), str(value)) for key, value in values.items()),
        against=tuple(map(str, against)),
    )
