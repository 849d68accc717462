"""Where a record can be checked, and what checking it came to, as its readers see it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from urllib.parse import quote

from dossier.model.library import RecordEntry
from dossier.model.source import HERITAGE, WAYBACK, Source, addresses, split_lines
from dossier.model.verdict import SourcePart, Verdict
from dossier.plain.dates import spell_date
from dossier.plain.frozen import frozen
from dossier.plain.text_fragment import at_passage

_RESOLVER = "https://archive.softwareheritage.org/"
_ARCHIVES = {
    WAYBACK: ("Wayback Machine", "https://web.archive.org/web/"),
    HERITAGE: ("Software Heritage", _RESOLVER),
}
"""What each is called, and how the addresses of its copies begin: no other is shown as one."""


@frozen
class SourceView:
    """Where a record can be checked."""

    label: str
    href: str
    details: tuple[tuple[str, str, str], ...]
    """What else is known: its name, what it says, and the link to it, if there is one."""


def source_seen(entry: RecordEntry, *, is_private: bool) -> SourceView | None:
    """Return a record's source; its author sees all of it, others only what can be followed."""
    source, failed = entry.record.source, entry.verdict.failed if entry.verdict else {}
    if source is None:
        return None
    if is_private:
        return _with_findings(entry, source_view(source, linked_addresses(entry)))
    links = {} if entry.is_broken else linked_addresses(entry)
    return _with_findings(entry, source_view(source, links, failed))


def _with_findings(entry: RecordEntry, view: SourceView) -> SourceView:
    """Add the name by which Software Heritage knows the file, and copies, as far as known."""
    verdict, source = entry.verdict, entry.record.source
    if verdict is None or source is None or entry.is_broken:
        return view
    kept = verdict.copies.get(HERITAGE)
    named = swhid(source, verdict) if source.repo else ""
    address = f"{_RESOLVER}{named}" if kept else ""
    told = (("SWHID", named.partition(";")[0], address),) if named else ()
    return replace(view, details=(*view.details, *told, *_copies(verdict)))


def _copies(verdict: Verdict) -> tuple[tuple[str, str, str], ...]:
    """Return the copies that archives keep, each with its day and its address."""
    found = (
        (*_ARCHIVES.get(name, ("", "")), copy) for name, copy in sorted(verdict.copies.items())
    )
    return tuple(
        ("copy", f"{name}, {spell_date(copy.day)}", copy.address)
        for name, begin, copy in found
        if begin and copy.address.startswith(begin)
    )


def swhid(source: Source, verdict: Verdict) -> str:
    """Return the name of a file for good, with where it is from; empty if it was not read."""
    if not verdict.content:
        return ""
    path, lines = split_lines(source.path or "", source.lines)
    told = (
        ("origin", (source.repo or "").removesuffix(".git")),
        ("anchor", f"swh:1:rev:{verdict.revision}" if verdict.revision else ""),
        ("path", f"/{path.removeprefix('./')}" if path else ""),
        ("lines", lines.replace("L", "")),
    )
    kept = (f";{name}={quote(value, safe='/:@-._~')}" for name, value in told if value)
    return verdict.content + "".join(kept)


def linked_addresses(entry: RecordEntry) -> Mapping[str, str]:
    """Return all that can be followed, an address to write to included."""
    source = entry.record.source
    if source is None:
        return {}
    links = ({"url": source.url} if source.url else {}) | dict(addresses(source))
    if source.quote and source.url and source.url.startswith(("http://", "https://")):
        # As the page spells it, if that is known: a browser looks for the letters that it is given.
        found = entry.proven.get(SourcePart.PLACE)
        links["url"] = at_passage(source.url, (found.spelled if found else "") or source.quote)
    return links


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


def source_view(
    source: Source, known: Mapping[str, str], failed: Collection[SourcePart] = ()
) -> SourceView:
    """Return a source with the addresses that open, without the parts that are not there."""
    href = next(iter(known.values()), "")
    # The label leads to the first of them; whatever else opens does so by itself.
    links = {name: address for name, address in known.items() if address != href}
    commit = "" if SourcePart.COMMIT in failed else source.commit or ""
    file = "" if SourcePart.FILE in failed else _spell_file(source)
    of_repository = links.get("repo", "")
    details = (
        ("quote", f"“{source.quote}”" if source.quote else "", ""),
        ("package", _spell_package(source), links.get("package", "")),
        ("on paper", source.printed or "", ""),
        ("DOI", source.doi or "", links.get("doi", "")),
        ("repository", _bare(source.repo or ""), "" if commit or file else of_repository),
        ("commit", commit, "" if file else of_repository),
        ("file", file, of_repository),
        ("workflow", source.workflow or "", ""),
    )
    return SourceView(source.label, href, tuple(detail for detail in details if detail[1]))


def _bare(address: str) -> str:
    return address.partition("://")[2].rstrip("/").removesuffix(".git")


def _spell_package(source: Source) -> str:
    return " ".join(said for said in (source.package, source.version) if said)


def _spell_file(source: Source) -> str:
    # A hash is for programs.
    path = (source.path or "").partition("#sha256=")[0]
    if not source.lines:
        return path
    word = "lines" if "-" in source.lines else "line"
    return f"{path}, {word} {source.lines.replace('-', '–')}".removeprefix(", ")
