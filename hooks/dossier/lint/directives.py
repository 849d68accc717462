"""Directives: their options, what those name, and private figures in shareable texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.lint.file_view import FileView
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.library import Library
from dossier.plain.problems import Place, Problem, did_you_mean
from dossier.prose.directives import OF_A_DOSSIER, PRIVATE, Directive, parse_directive
from dossier.prose.passages import Passage


def check(view: FileView) -> Iterator[Problem]:
    """Check every directive for those who may read the text it stands in."""
    for passage in view.passages:
        for block in passage.blocks():
            where = passage.locate_line(block.line)
            line = where.line - passage.source.body_line - 1
            parsed = parse_directive(block.name, block.body, passage.source, line)
            if isinstance(parsed, Problem):
                yield parsed
                continue
            yield from _placed(parsed, passage, where)
            options = Document(where.file, yaml=block.body, yaml_line=where.line)
            yield from _named(parsed, passage, options, view.library)


def _placed(directive: Directive, passage: Passage, where: Place) -> Iterator[Problem]:
    name = directive.name
    if name in PRIVATE and passage.audience is not Audience.PRIVATE:
        message = f"`{name}` shows private figures, and this text is {passage.audience}"
        yield Problem("directive-private", where, message, "move it to a private section or page")
    if name in OF_A_DOSSIER and passage.application is None:
        message = f"`{name}` stands outside a dossier, so there is nothing to show"
        yield Problem("reference-place", where, message, "move it into an application")


def _named(
    directive: Directive, passage: Passage, options: Document, library: Library
) -> Iterator[Problem]:
    application = passage.application.application if passage.application else None
    readable = [
        entry
        for entry in library.projects.values()
        if passage.audience.may_see(entry.project.audience)
    ]
    records = [
        entry.record
        for entry in library.records.values()
        if passage.audience.may_see(entry.audience)
    ]
    skills = {skill for record in records for skill in record.skills}
    known: dict[str, tuple[str, str, Iterable[str]]] = {
        "project": ("project-unknown", "project", [entry.id for entry in readable]),
        "skills": ("skill-unknown", "skill", skills),
    }
    if application:
        known["role"] = ("role-unknown", "role", [role.id for role in application.roles])
        known["only"] = ("proof-unknown", "row", [row.id for row in application.proof_points])
    for option, values in directive.options.items():
        if option not in known:
            continue
        code, kind, names = known[option]
        for position, value in enumerate(values):
            if value not in names:
                where = options.locate((option, position))
                message = f"`{directive.name}` names the {kind} `{value}`, which is not there"
                yield Problem(code, where, message, did_you_mean(value, names))
