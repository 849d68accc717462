"""Where a record can be checked, and what checking it came to, as its readers see it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dossier.model.evidence import Source
from dossier.model.library import RecordEntry
from dossier.model.verdict import SourcePart
from dossier.plain.dates import spell_date


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a record can be checked."""

    label: str
    href: str
    details: tuple[tuple[str, str], ...]
    """Package, commit and path, as far as they are known."""


def source_seen(entry: RecordEntry, *, is_private: bool) -> SourceView | None:
    """Return a record's source; its author sees all of it, others only what can be followed."""
    failed = entry.verdict.failed if entry.verdict else {}
    return source_view(entry.record.source, () if is_private else failed)


def why_broken(entry: RecordEntry, *, is_private: bool) -> str:
    """Say that a source is not there: to the author with the reason, to all with the last day."""
    failed = entry.verdict.failed if entry.verdict else {}
    if not failed:
        return ""
    last = max((finding.good for finding in failed.values()), default="")
    was_good = f"; it last was on {spell_date(last)}" if last else ""
    if not is_private:
        return f"Its source could not be confirmed when it was last checked{was_good}."
    why = "; ".join(
        f"{finding.said or 'the artifact says another value'} ({spell_date(finding.checked)})"
        for finding in failed.values()
    )
    return f"Its source is not good: {why}{was_good}."


def checked_since(entries: Iterable[RecordEntry]) -> str:
    """Return the day since which all sources that records name are known to be good, or nothing."""
    sourced = (entry for entry in entries if entry.record.source)
    days = [entry.verdict.checked if entry.verdict else "" for entry in sourced]
    return spell_date(min(days)) if days and all(days) else ""


def source_view(source: Source | None, failed: Collection[SourcePart] = ()) -> SourceView | None:
    """Return a source with what is known of it, without the parts that are not there."""
    if source is None:
        return None
    # A hash is for programs.
    path = (source.path or "").partition("#sha256=")[0]
    known = (
        ("package", source.package),
        ("commit", "" if SourcePart.COMMIT in failed else source.commit),
        ("file", "" if SourcePart.FILE in failed else path),
    )
    details = tuple((name, value) for name, value in known if value)
    href = "" if SourcePart.URL in failed else source.url or ""
    return SourceView(source.label, href, details)
