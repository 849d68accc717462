"""Records to verdicts: what is new of each source, and what is still known of before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from dossier.model.evidence import Metric
from dossier.model.library import Library, RecordEntry
from dossier.model.source import Source, addresses
from dossier.model.verdict import (
    NO_NUMBER,
    CheckOutcome,
    CheckResult,
    SourcePart,
    Verdict,
    fingerprint,
)
from dossier.plain.errors import ConfigError
from dossier.verify.artifact_numbers import agrees, read_number, read_numbers, spell_numbers
from dossier.verify.artifacts import (
    Location,
    UnfoundError,
    is_value,
    look_up,
    parse_location,
)
from dossier.verify.attested import check_attested
from dossier.verify.checkouts import Checkouts, blob_id, find_commit, is_led_to, read_artifact
from dossier.verify.lookalikes import taken_for
from dossier.verify.places import check_place, content_id, has_place
from dossier.verify.quotes import QuoteFound
from dossier.verify.signatures import RefusedError
from dossier.verify.source_check import SourceCheck
from dossier.verify.web import AnswerKind, Response

LONGEST = 80
"""How much of what an artifact says is kept, in characters."""


def check_source(entry: RecordEntry, places: Checkouts, day: str) -> SourceCheck:
    """Look at a record's commit and file. Raises ConfigError if a clone is none."""
    look, source = SourceCheck(day, entry.stamp().fingerprint), entry.record.source
    if source is None:
        look.skipped.append("it names no source")
        return look
    if why := _other_host(source):
        look.broken(SourcePart.URL, why)
        return look
    if source.attestation:
        _look_at_attestation(look, entry, source, places)
    else:
        _look_at_files(look, entry, source, places)
    if not source.is_linked:
        why = "its source stands in print" if source.printed else "its source is only a label"
        look.skipped.append(why)
    return look


def _other_host(source: Source) -> str:
    """Say that the host of an address could be taken for another, empty if none could."""
    for address in (source.url, source.repo):
        if address and (known := taken_for(address)):
            return f"its host reads like `{known}`, and is another: {urlsplit(address).hostname}"
    return ""


def _look_at_attestation(
    look: SourceCheck, entry: RecordEntry, source: Source, places: Checkouts
) -> None:
    """Look at what a machine signed. What it made lies beside it, and in no clone."""
    record = entry.record
    try:
        found = check_attested(record, source, places.content, places.trust)
    except RefusedError as error:
        look.refused(SourcePart.ATTESTATION, str(error))
        return
    except ConfigError as error:
        look.skipped.append(" ".join(str(error).split()))
        return
    for metric in _shown_otherwise(entry):
        why = f"`{metric.id}` is shown as `{metric.display}`, which is not read as its value"
        look.refused(SourcePart.ATTESTATION, why)
        return
    look.attested = found.attested
    exact = tuple(sorted(metric.id for metric in record.metrics))
    look.good(SourcePart.ATTESTATION, values=found.values, exact=exact)


def _look_at_files(
    look: SourceCheck, entry: RecordEntry, source: Source, places: Checkouts
) -> None:
    folder = places.folder(source)
    is_elsewhere = source.commit or source.package or source.repo
    if folder is None and source.path and not is_elsewhere:
        folder = _project_of(entry, source.path, places)
    if folder is None and (source.commit or source.path):
        named = source.package or source.repo or source.url
        look.skipped.append(f"its files are elsewhere: name a clone, --clone {named}=DIR")
    elif folder is not None:
        if source.commit:
            try:
                look.revision = find_commit(folder, source.commit)
            except UnfoundError as error:
                look.unfound(SourcePart.COMMIT, error)
                return
            if not look.revision:
                look.skipped.append("the clone is shallow and does not have its commit")
                return
            look.good(SourcePart.COMMIT)
        _look_at_file(look, entry, source, folder)
        if look.revision and not is_led_to(folder, look.revision):
            _refuse_commit(look)


def _refuse_commit(look: SourceCheck) -> None:
    """Let nothing count that stands at a commit which nobody else can get. It may contradict."""
    why = f"no branch or tag leads to its commit {look.revision[:12]}, so that no clone has it"
    for part, found in tuple(look.parts.items()):
        if found.outcome is CheckOutcome.GOOD:
            look.refused(part, why if part is SourcePart.COMMIT else "")


def _project_of(entry: RecordEntry, path: str, places: Checkouts) -> Path | None:
    """Return the project's root if a source with a url keeps its values in a file there."""
    location = parse_location(path)
    has_values = is_value(location.place) or any(m.at for m in entry.record.metrics)
    try:
        read_artifact(places.root, location.file, "", is_read=False)
    except UnfoundError:
        return None
    return places.root if has_values else None


def _look_at_file(look: SourceCheck, entry: RecordEntry, source: Source, folder: Path) -> None:
    """Look at the file of a source, and at what it says of each metric."""
    base = _location_of(source)
    pairs = list(_places_of(base, entry.record.metrics))
    if not base.file and not pairs:
        return
    files = _Files(folder, look.revision)
    before = entry.proven.get(SourcePart.PLACE)
    try:
        if base.file:
            files.look_up(base)
        said = {metric.id: files.look_up(place) for metric, place in pairs}
        against = [m.id for m, place in pairs if not _is_said(m, said[m.id], place)]
        if base.file and has_place(source, base):
            found = files.read(base.file)
            place = check_place(source, base, found, before, entry.record.metrics)
            look.note(SourcePart.PLACE, place)
    except UnfoundError as error:
        look.unfound(SourcePart.FILE, error)
        return
    look.content = files.content_id(base.file)
    values = tuple(sorted((m.id, _told(said[m.id], m.unit or "")) for m, _ in pairs))
    unread = _shown_otherwise(entry)
    look.skipped += [
        f"`{metric.id}` is shown as `{metric.display}`, which is not read as its value"
        for metric in unread
    ]
    exact = tuple(sorted(m.id for m, place in pairs if is_value(place.place) and m not in unread))
    look.good(SourcePart.FILE, values=values, exact=exact)
    if against:
        finding = replace(look.parts[SourcePart.FILE], outcome=CheckOutcome.CONTRADICTED, good="")
        look.parts[SourcePart.FILE] = replace(finding, against=tuple(sorted(against)))


def _shown_otherwise(entry: RecordEntry) -> tuple[Metric, ...]:
    """Return the metrics whose readers see something else than what was compared."""
    if not any(metric.display for metric in entry.record.metrics):
        return ()
    # Late: few metrics have a spelling of their own, and reading one takes tables of words.
    from dossier.records.displays import shown_otherwise  # noqa: PLC0415

    return tuple(shown_otherwise(entry))


@dataclass(slots=True)
class _Files:
    """The files of one source, each read once."""

    folder: Path
    commit: str
    """Empty for as they are on disk."""
    known: dict[str, bytes] = field(default_factory=dict)

    def read(self, file: str) -> bytes:
        """Return a file's bytes. Raises UnfoundError."""
        if file not in self.known:
            self.known[file] = read_artifact(self.folder, file, self.commit, is_read=True)
        return self.known[file]

    def look_up(self, location: Location) -> str:
        """Return what stands at a place, nothing for the whole file. Raises UnfoundError."""
        if location.place:
            return look_up(self.read(location.file), location)
        read_artifact(self.folder, location.file, self.commit, is_read=False)
        return ""

    def content_id(self, file: str) -> str:
        """Return the SWHID of a file, empty for a folder, or one that was not read."""
        if file and self.commit:
            found = blob_id(self.folder, file, self.commit)
            return f"swh:1:cnt:{found}" if found else ""
        return content_id(self.known[file]) if file in self.known else ""


def _location_of(source: Source) -> Location:
    found = parse_location(source.path or "")
    return found if found.place or not source.lines else found.at(f"L{source.lines}")


def _places_of(base: Location, metrics: tuple[Metric, ...]) -> Iterator[tuple[Metric, Location]]:
    """Yield the metrics that a place is known of: their own, or the source's for an only one."""
    for metric in metrics:
        if metric.at:
            yield metric, base.at(metric.at)
        elif len(metrics) == 1 and is_value(base.place):
            yield metric, base


def _is_said(metric: Metric, text: str, location: Location) -> bool:
    if not is_value(location.place):
        return any(agrees(metric, reading) for reading in read_numbers(text))
    reading = read_number(text)
    if reading is None:
        raise UnfoundError(f"{location} is {NO_NUMBER}")
    return agrees(metric, reading)


def _told(text: str, unit: str) -> str:
    text = spell_numbers(" ".join(text.split()), unit)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def record_response(look: SourceCheck, answer: Response, quote: QuoteFound | None = None) -> None:
    """Note what the address of a record's source answered, and whether its quote stands there."""
    if answer.kind is AnswerKind.UNCLEAR:
        look.skipped.append(f"its address says nothing to a program: {answer.said}")
        return
    if answer.kind is not AnswerKind.GOOD:
        look.broken(SourcePart.URL, answer.said)
        return
    look.good(SourcePart.URL, moved=answer.moved, elsewhere=answer.elsewhere)
    if quote is None:
        return
    if answer.elsewhere:
        why = f"its page is redirected to another host: {answer.elsewhere}"
        look.refused(SourcePart.PLACE, why)
    elif quote.why_not:
        look.refused(SourcePart.PLACE, quote.why_not)
    else:
        look.good(SourcePart.PLACE, spelled=quote.spelled)


def asked_url(source: Source | None) -> str:
    """Return the address of a source that can be asked, empty for none.

    Of a repository that of the file or the commit: one that was never pushed opens for nobody.
    """
    found = addresses(source) if source else {}
    return found.get("url") or found.get("repo", "").partition("#")[0]


def quote_there(source: Source | None) -> str:
    """Return what a source quotes of the page at its address, empty for nothing."""
    return (source.quote or "") if source and source.url else ""


def merge(
    library: Library, known: Mapping[str, Verdict], looks: Mapping[str, SourceCheck]
) -> Mapping[str, Verdict]:
    """Return all verdicts: new findings over those of before, without what has lapsed.

    What could not be looked at today keeps what was found before, with its day.
    """
    merged = {i: v for i, v in known.items() if i not in library.records and library.is_unread(i)}
    for record_id, entry in library.records.items():
        before = entry.verdict or Verdict("", {})
        check = looks.get(record_id, SourceCheck(""))
        new = {p: _with_last(f, before.parts.get(p)) for p, f in check.parts.items()}
        verdict = replace(
            before,
            of=fingerprint(entry.record),
            parts={**before.parts, **new},
            content=check.content or before.content,
            revision=check.revision or before.revision,
            attested=check.attested or before.attested,
        )
        if verdict.parts or verdict.copies:
            merged[record_id] = verdict
    return merged


def _with_last(finding: CheckResult, before: CheckResult | None) -> CheckResult:
    is_good = finding.outcome is CheckOutcome.GOOD
    return finding if is_good or not before else replace(finding, good=before.good)
