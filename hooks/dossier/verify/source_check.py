"""What a look at one record's source finds, part by part."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dossier.model.verdict import Attested, CheckOutcome, CheckResult, SourcePart
from dossier.verify.artifacts import UnfetchedError, UnfoundError


@dataclass(slots=True)
class SourceCheck:
    """What a look at one record's source finds."""

    day: str
    record: str = ""
    """The fingerprint of the record."""
    parts: dict[SourcePart, CheckResult] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    """What could not be checked, and why."""
    content: str = ""
    """The SWHID of its file."""
    revision: str = ""
    """The full id of its commit."""
    attested: Attested | None = None
    """What a machine signed of its artifact."""

    def good(self, part: SourcePart, **facts: object) -> None:
        """Note that a part is as it should be."""
        self.note(part, replace(CheckResult(CheckOutcome.GOOD, ""), **facts))  # type: ignore[arg-type]

    def unfound(self, part: SourcePart, error: UnfoundError) -> None:
        """Note that a part is not there, or was not fetched."""
        if isinstance(error, UnfetchedError):
            self.skipped.append(str(error))
        else:
            self.broken(part, str(error))

    def broken(self, part: SourcePart, why: str) -> None:
        """Note that a part is not there."""
        self.note(part, CheckResult(CheckOutcome.BROKEN, "", said=" ".join(why.split())))

    def refused(self, part: SourcePart, why: str) -> None:
        """Note that a part proves nothing."""
        self.note(part, CheckResult(CheckOutcome.REFUSED, "", said=" ".join(why.split())))

    def note(self, part: SourcePart, result: CheckResult) -> None:
        """Note what a part came to today."""
        good = self.day if result.outcome is CheckOutcome.GOOD else ""
        self.parts[part] = replace(result, checked=self.day, good=good, record=self.record)
