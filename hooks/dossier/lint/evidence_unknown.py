"""Names of records, metrics, projects and rows that lead nowhere for those who may read them."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.card import Card
from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.model.document import FileKind
from dossier.model.library import ApplicationEntry, Library, ProfileEntry, ProjectEntry, RecordEntry
from dossier.plain.problems import Problem
from dossier.prose.directives import OF_A_DOSSIER
from dossier.prose.passages import Passage, is_open
from dossier.prose.placed_directives import PlacedDirective
from dossier.prose.resolve import DeadReference, resolve
from dossier.prose.scan import Reference
from dossier.prose.targets import Scheme, Target, parse_metric


def check(view: FileView) -> Iterator[Problem]:
    """Resolve every name in fields and directives for those who may read what it stands in."""
    library = view.library
    for directive in view.directives:
        yield from _in_directive(library, directive)
    if view.profile:
        yield from _in_leads(library, view.profile)
    if view.project:
        yield from _in_headline(library, view.project)
    for record in view.records:
        yield from _project_of(library, record)
    if view.application:
        yield from _in_rows(library, view.application)


def check_card(card: Card) -> Iterator[Problem]:
    """Resolve every reference for those who may read what it stands in."""
    library = card.judge.library
    for passage in () if card.is_head else card.passages:
        for mention in passage.mentions():
            dead = _reference(library, passage, mention, mention.target) if mention.target else None
            problem = dead.at(passage.locate(mention)) if dead else None
            if problem:
                yield problem


def _reference(
    library: Library, passage: Passage, mention: Reference, target: Target
) -> DeadReference | None:
    if target.scheme is Scheme.EVIDENCE and (target.metric is None) != mention.has_text:
        if target.metric is None:
            message, hint = f"the citation `{target}` has no text", "write a text in the brackets"
        else:
            message = f"`{target}` writes the metric's value, so it has no text of its own"
            hint = "empty the brackets, or take `#…` off to cite in words"
        return DeadReference("metric-reference", message, hint)
    if target.scheme in (Scheme.PROJECT, Scheme.PROOF, Scheme.FIGURE) and not mention.has_text:
        message = f"the reference `{target}` has no text"
        return DeadReference("metric-reference", message, "write a text in the brackets")
    if passage.is_page and mention.start is None:
        message = f"`{target}` stands where it cannot be expanded"
        hint = "write it as an ordinary link in a paragraph"
        return DeadReference("reference-place", message, hint)
    found = resolve(target, library, reader=passage.audience, application=passage.application)
    return found if isinstance(found, DeadReference) else None


def _in_headline(library: Library, entry: ProjectEntry) -> Iterator[Problem]:
    for position, name in enumerate(entry.project.headline):
        target = parse_metric(name)
        if target.metric:
            found = resolve(target, library, reader=entry.project.audience)
        else:
            hint = "a headline is written `file/record#metric`"
            found = DeadReference("metric-reference", f"`{name}` names no metric", hint)
        where = entry.source.locate(("headline", position))
        problem = found.at(where) if isinstance(found, DeadReference) else None
        if problem:
            yield problem


def _project_of(library: Library, entry: RecordEntry) -> Iterator[Problem]:
    """Find a record whose project is not there for its readers."""
    if not entry.project:
        return
    found = resolve(Target(Scheme.PROJECT, entry.project), library, reader=entry.audience)
    if isinstance(found, DeadReference):
        path = (*entry.path, "project") if entry.record.project else ("project",)
        if problem := found.at(entry.source.locate(path)):
            yield problem


def _in_directive(library: Library, placed: PlacedDirective) -> Iterator[Problem]:
    name, reader = placed.directive.name, placed.passage.audience
    dossier = placed.passage.application
    if dossier:
        rows = [row.id for row in dossier.application.proof_points]
        yield from placed.unknown("only", rows, code="proof-unknown")
    elif name in OF_A_DOSSIER:
        message = f"`{name}` stands outside a dossier, so there is nothing to show"
        yield Problem("reference-place", placed.where, message, "move it into an application")
    projects = [e.id for e in library.projects.values() if reader.may_see(e.project.audience)]
    yield from placed.unknown("project", projects, code="project-unknown")


def _in_leads(library: Library, entry: ProfileEntry) -> Iterator[Problem]:
    for position, lead in enumerate(entry.profile.leads):
        for number, project in enumerate(lead.projects):
            target = Target(Scheme.PROJECT, project)
            found = resolve(target, library, reader=Audience.PRIVATE)
            where = entry.source.locate(("leads", position, "projects", number))
            problem = found.at(where) if isinstance(found, DeadReference) else None
            if problem:
                yield problem


def _in_rows(library: Library, entry: ApplicationEntry) -> Iterator[Problem]:
    reader = Audience.PUBLIC if is_open(entry) else Audience.SHARED
    for position, row in enumerate(entry.application.proof_points):
        for number, record_id in enumerate(row.evidence):
            found = resolve(Target(Scheme.EVIDENCE, record_id), library, reader=reader)
            if not isinstance(found, DeadReference):
                continue
            where = entry.source.locate(("proof_points", position, "evidence", number))
            if "#" in record_id:
                message = f"`{record_id}` names a metric, a row cites the whole record"
                hint = f"write `{record_id.partition('#')[0]}`"
                yield Problem("metric-reference", where, message, hint)
            elif problem := found.at(where):
                yield problem


RULE = Rule(
    "evidence-unknown",
    also=(
        "evidence-private",
        "metric-reference",
        "metric-unknown",
        "project-unknown",
        "proof-unknown",
        "reference-place",
        "reference-scheme",
    ),
    check=check,
    in_card=check_card,
    needs=(FileKind.EVIDENCE, FileKind.PROJECT),
)
