"""A target to what it points to, or to the problem of a dead or forbidden one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dossier.model.application import ProofPoint
from dossier.model.audience import Audience
from dossier.model.evidence import Metric
from dossier.model.figure import BEFORE
from dossier.model.library import ApplicationEntry, Library, ProjectEntry, RecordEntry
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place, Problem, closest
from dossier.prose.targets import FIGURES, Scheme, Target


@frozen
class ResolvedReference:
    """A record, and the metric of it whose value is meant."""

    entry: RecordEntry
    metric: Metric | None = None
    is_before: bool = False
    """Whether its earlier value is meant."""


@frozen
class MarkedFigure:
    """A figure that is not a claim about one's own work."""

    kind: str


Resolved = ResolvedReference | ProjectEntry | ProofPoint | MarkedFigure


@frozen
class DeadReference:
    """Why a target points nowhere. Without a code it has been told already."""

    code: str
    message: str
    hint: str = ""

    def at(self, where: Place) -> Problem | None:
        """Return the problem of this reference at its place."""
        return Problem(self.code, where, self.message, self.hint) if self.code else None


_FORMS = {
    Scheme.EVIDENCE: "a record is referred to as `evidence:file/record`",
    Scheme.PROJECT: "a project is referred to as `project:id`",
    Scheme.PROOF: "a row is referred to as `proof:id`",
    Scheme.FIGURE: f"a figure is marked as `figure:` and one of {', '.join(FIGURES)}",
}


def resolve(
    target: Target,
    library: Library,
    *,
    reader: Audience,
    application: ApplicationEntry | None = None,
) -> Resolved | DeadReference:
    """Return what a target points to for a text that `reader` may read."""
    if not target.id:
        return DeadReference(
            "reference-scheme", f"`{target.scheme}:` names nothing", _FORMS[target.scheme]
        )
    if target.scheme is Scheme.FIGURE:
        return _figure(target)
    if target.scheme is Scheme.PROOF:
        return _row(target, application)
    if target.scheme is Scheme.PROJECT:
        return _project(target, library, reader)
    return _record(target, library, reader)


def _figure(target: Target) -> MarkedFigure | DeadReference:
    if target.id in FIGURES:
        return MarkedFigure(target.id)
    message = f"`figure:{target.id}` is no kind of figure"
    return DeadReference("reference-scheme", message, f"known are: {', '.join(FIGURES)}")


def _row(target: Target, application: ApplicationEntry | None) -> ProofPoint | DeadReference:
    if application is None:
        return DeadReference(
            "proof-unknown", f"`{target}` stands outside a dossier, so there are no rows"
        )
    row = application.application.row(target.id)
    if row is not None:
        return row
    ids = [row.id for row in application.application.proof_points]
    message = f"this dossier has no row `{target.id}`"
    return DeadReference("proof-unknown", message, suggest(target.id, ids, _row_place(application)))


def _project(target: Target, library: Library, reader: Audience) -> ProjectEntry | DeadReference:
    entry = library.projects.get(target.id)
    if entry is None:
        if library.is_unread(target.id):
            return DeadReference("", "")
        known = [e.id for e in library.projects.values() if reader.may_see(e.project.audience)]
        hint = suggest(target.id, known, lambda found: str(library.projects[found].source.locate()))
        return DeadReference("project-unknown", f"there is no project `{target.id}`", hint)
    if not reader.may_see(entry.project.audience):
        if library.is_left_out(entry.source, ("audience",)):
            return DeadReference("", "")
        return DeadReference("evidence-private", *_widening(f"project `{target.id}`", reader))
    return entry


def _record(
    target: Target, library: Library, reader: Audience
) -> ResolvedReference | DeadReference:
    entry = library.records.get(target.id)
    if entry is None:
        if library.is_unread(target.id):
            return DeadReference("", "")
        known = [e.id for e in library.records.values() if reader.may_see(e.audience)]
        hint = suggest(target.id, known, lambda found: _record_place(library.records[found]))
        if "/" not in target.id:
            hint = hint or _FORMS[Scheme.EVIDENCE]
        return DeadReference("evidence-unknown", f"there is no evidence `{target.id}`", hint)
    if not reader.may_see(entry.audience):
        if any(library.is_left_out(entry.source, (*at, "audience")) for at in (entry.path, ())):
            return DeadReference("", "")
        return DeadReference("evidence-private", *_widening(f"record `{target.id}`", reader))
    return ResolvedReference(entry) if target.metric is None else _metric(entry, target.metric)


def _metric(entry: RecordEntry, name: str) -> ResolvedReference | DeadReference:
    name, dot, part = name.partition(".")
    metric = entry.metric(name)
    if metric and not dot:
        return ResolvedReference(entry, metric)
    if metric and part == BEFORE and metric.before:
        return ResolvedReference(entry, metric, is_before=True)
    if metric:
        message = f"`{entry.id}#{name}` has no `{part}` value"
        hint = f"add `before:` to the metric, or write `#{name}`"
        return DeadReference("metric-unknown", message, hint)
    ids = [metric.id for metric in entry.record.metrics]
    hint = suggest(name, ids, lambda found: _metric_place(entry, ids.index(found)))
    if not hint:
        hint = f"it has: {', '.join(ids)}" if ids else "it has no metrics at all"
    if not name:
        return DeadReference("reference-scheme", f"`{entry.id}#` names no metric", hint)
    return DeadReference("metric-unknown", f"`{entry.id}` has no metric `{name}`", hint)


def _widening(thing: str, reader: Audience) -> tuple[str, str]:
    message = f"a {reader} text cites the {thing}, which its readers may not see"
    return (
        message,
        f"open the {thing.split(maxsplit=1)[0]} with `audience: {reader}`, or leave it out here",
    )


def suggest(word: str, known: Iterable[str], place: Callable[[str], str]) -> str:
    """Return a hint that names the nearest known word and its place, or an empty text."""
    found = closest(word, known)
    return f"did you mean `{found}`? ({place(found)})" if found else ""


def _record_place(entry: RecordEntry) -> str:
    return str(entry.source.locate(entry.path))


def _metric_place(entry: RecordEntry, position: int) -> str:
    return str(entry.source.locate((*entry.path, "metrics", position)))


def _row_place(application: ApplicationEntry) -> Callable[[str], str]:
    rows = [row.id for row in application.application.proof_points]
    return lambda found: str(application.source.locate(("proof_points", rows.index(found))))
