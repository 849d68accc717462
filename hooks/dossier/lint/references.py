"""References in prose and text fields: dead ones, forbidden ones, and texts where none belongs."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.model.library import Library, ProjectEntry, RecordEntry
from dossier.plain.problems import Problem
from dossier.prose.passages import Passage
from dossier.prose.resolve import Dead, resolve
from dossier.prose.scan import Reference
from dossier.prose.targets import Scheme, Target, parse_metric


def check(view: FileView) -> Iterator[Problem]:
    """Resolve every reference for those who may read the text it stands in."""
    library = view.library
    for passage in view.passages:
        for mention in passage.mentions():
            dead = _reference(library, passage, mention, mention.target) if mention.target else None
            problem = dead.at(passage.locate(mention)) if dead else None
            if problem:
                yield problem
    if view.project:
        yield from _headline(library, view.project)
    for record in view.records:
        yield from _project_of(library, record)


def _reference(
    library: Library, passage: Passage, mention: Reference, target: Target
) -> Dead | None:
    if target.scheme is Scheme.EVIDENCE and (target.metric is None) != mention.has_text:
        if target.metric is None:
            message, hint = f"the citation `{target}` has no text", "write a text in the brackets"
        else:
            message = f"`{target}` writes the metric's value, so it has no text of its own"
            hint = "empty the brackets, or take `#…` off to cite in words"
        return Dead("metric-reference", message, hint)
    if target.scheme in (Scheme.PROJECT, Scheme.PROOF, Scheme.FIGURE) and not mention.has_text:
        message = f"the reference `{target}` has no text"
        return Dead("metric-reference", message, "write a text in the brackets")
    if passage.is_page and mention.start is None:
        message = f"`{target}` stands where it cannot be expanded"
        hint = "write it as an ordinary link in a paragraph"
        return Dead("reference-place", message, hint)
    found = resolve(target, library, reader=passage.audience, application=passage.application)
    return found if isinstance(found, Dead) else None


def _headline(library: Library, entry: ProjectEntry) -> Iterator[Problem]:
    for position, name in enumerate(entry.project.headline):
        target = parse_metric(name)
        if target.metric:
            found = resolve(target, library, reader=entry.project.audience)
        else:
            hint = "a headline is written `file/record#metric`"
            found = Dead("metric-reference", f"`{name}` names no metric", hint)
        where = entry.source.locate(("headline", position))
        problem = found.at(where) if isinstance(found, Dead) else None
        if problem:
            yield problem


def _project_of(library: Library, entry: RecordEntry) -> Iterator[Problem]:
    """Find a record whose project is not there for its readers."""
    if not entry.project:
        return
    found = resolve(Target(Scheme.PROJECT, entry.project), library, reader=entry.audience)
    if isinstance(found, Dead):
        path = (*entry.path, "project") if entry.record.project else ("project",)
        if problem := found.at(entry.source.locate(path)):
            yield problem
