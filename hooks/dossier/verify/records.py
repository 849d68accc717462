"""Records to verdicts: what is new of each source, and what is still known of before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dossier.model.evidence import Metric
from dossier.model.library import Library, RecordEntry
from dossier.model.source import Source
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart, Verdict, fingerprint
from dossier.quantities.artifact_numbers import agrees, read_number, read_numbers
from dossier.verify.artifacts import (
    Location,
    UnfoundError,
    is_value,
    look_up,
    parse_location,
)
from dossier.verify.checkouts import Checkouts, find_commit, read_artifact
from dossier.verify.web import AnswerKind, Response

LONGEST = 80
"""How much of what an artifact says is kept, in characters."""


@dataclass(slots=True)
class SourceCheck:
    """What a look at one record's source finds."""

    day: str
    parts: dict[SourcePart, CheckResult] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    """What could not be checked, and why."""

    def good(self, part: SourcePart, **facts: object) -> None:
        """Note that a part is as it should be."""
        known = CheckResult(CheckOutcome.GOOD, self.day, self.day)
        self.parts[part] = replace(known, **facts)  # type: ignore[arg-type]

    def broken(self, part: SourcePart, why: str) -> None:
        """Note that a part is not there."""
        self.parts[part] = CheckResult(CheckOutcome.BROKEN, self.day, said=" ".join(why.split()))


def check_source(entry: RecordEntry, places: Checkouts, day: str) -> SourceCheck:
    """Look at a record's commit and file. Raises ConfigError if a clone is none."""
    look, source = SourceCheck(day), entry.record.source
    if source is None:
        look.skipped.append("it names no source")
        return look
    folder = places.folder(source)
    is_elsewhere = source.commit or source.package or source.repo
    if folder is None and source.path and not is_elsewhere:
        folder = _project_of(entry, source.path, places)
    if folder is None and (source.commit or source.path):
        named = source.package or source.repo or source.url
        look.skipped.append(f"its files are elsewhere: name a clone, --clone {named}=DIR")
    elif folder is not None:
        commit = ""
        if source.commit:
            try:
                commit = find_commit(folder, source.commit)
            except UnfoundError as error:
                look.broken(SourcePart.COMMIT, str(error))
                return look
            if not commit:
                look.skipped.append("the clone is shallow and does not have its commit")
                return look
            look.good(SourcePart.COMMIT)
        _look_at_file(look, entry, (folder, commit))
    if not source.is_linked:
        why = "its source stands in print" if source.printed else "its source is only a label"
        look.skipped.append(why)
    return look


def _project_of(entry: RecordEntry, path: str, places: Checkouts) -> Path | None:
    """Return the project's root if a source with a url keeps its values in a file there."""
    location = parse_location(path)
    has_values = is_value(location.place) or any(m.at for m in entry.record.metrics)
    try:
        read_artifact(places.root, location.file, "", is_read=False)
    except UnfoundError:
        return None
    return places.root if has_values else None


def _look_at_file(look: SourceCheck, entry: RecordEntry, where: tuple[Path, str]) -> None:
    """Look at the file of a source, and at what it says of each metric."""
    record, source = entry.record, entry.record.source
    base = _location_of(source) if source else Location("")
    pairs = list(_places_of(base, record.metrics))
    if not base.file and not pairs:
        return
    cache: dict[str, bytes] = {}
    try:
        if base.file:
            _read(where, base, cache)
        said = {metric.id: _read(where, place, cache) for metric, place in pairs}
        against = [m.id for m, place in pairs if not _is_said(m, said[m.id], place)]
    except UnfoundError as error:
        look.broken(SourcePart.FILE, str(error))
        return
    values = tuple((name, _shortened(text)) for name, text in sorted(said.items()))
    look.good(SourcePart.FILE, values=values)
    if against:
        finding = replace(look.parts[SourcePart.FILE], outcome=CheckOutcome.CONTRADICTED, good="")
        look.parts[SourcePart.FILE] = replace(finding, against=tuple(sorted(against)))


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


def _read(where: tuple[Path, str], location: Location, cache: dict[str, bytes]) -> str:
    folder, commit = where
    if location.file not in cache:
        is_read = bool(location.place)
        content = read_artifact(folder, location.file, commit, is_read=is_read)
        if is_read:
            cache[location.file] = content
        else:
            return ""
    return look_up(cache[location.file], location)


def _is_said(metric: Metric, text: str, location: Location) -> bool:
    if not is_value(location.place):
        return any(agrees(metric, reading) for reading in read_numbers(text))
    reading = read_number(text)
    if reading is None:
        message = f"{location} says `{_shortened(text)}`, which is no number"
        raise UnfoundError(message)
    return agrees(metric, reading)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def record_response(look: SourceCheck, answer: Response) -> None:
    """Note what the address of a record's source answered."""
    if answer.kind is AnswerKind.GOOD:
        look.good(SourcePart.URL, moved=answer.moved)
    elif answer.kind is AnswerKind.UNCLEAR:
        look.skipped.append(f"its address says nothing to a program: {answer.said}")
    else:
        look.broken(SourcePart.URL, answer.said)


def asked_url(source: Source | None) -> str:
    """Return the address of a source that can be asked, empty for none."""
    url = (source.url or source.repo or "") if source else ""
    return url if url.startswith(("http://", "https://")) else ""


def merge(
    library: Library, known: Mapping[str, Verdict], looks: Mapping[str, SourceCheck]
) -> Mapping[str, Verdict]:
    """Return all verdicts: new findings over those of before, without what has lapsed.

    What could not be looked at today keeps what was found before, with its day.
    """
    merged = {i: v for i, v in known.items() if i not in library.records and library.is_unread(i)}
    for record_id, entry in library.records.items():
        before = entry.verdict.parts if entry.verdict else {}
        new = looks[record_id].parts if record_id in looks else {}
        parts = {**before, **{p: _with_last(f, before.get(p)) for p, f in new.items()}}
        if parts:
            merged[record_id] = Verdict(fingerprint(entry.record), parts)
    return merged


def _with_last(finding: CheckResult, before: CheckResult | None) -> CheckResult:
    is_good = finding.outcome is CheckOutcome.GOOD
    return finding if is_good or not before else replace(finding, good=before.good)
