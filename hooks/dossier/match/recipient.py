"""What all recipients may see, cut down to what one of them is sent: a dossier and its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.library import ApplicationEntry, Library, ProfileEntry, RecordEntry
from dossier.plain.errors import ConfigError
from dossier.plain.problems import did_you_mean
from dossier.prose.directives import Directive, parse_directive
from dossier.prose.passages import Passage, passages
from dossier.prose.targets import Scheme


def library_for(library: Library, application_id: str, role_id: str | None = None) -> Library:
    """Return one dossier, or its part for one role, with the records that its page cites.

    `library` is that of the shared audience. Of projects and pages only public ones stay: they
    have an address that a recipient can follow. Raises ConfigError for a dossier or role that
    is not there.
    """
    entry = library.applications.get(application_id)
    if entry is None:
        raise ConfigError(
            f"there is no application `{application_id}` that can be shared",
            _hint(application_id, library.applications),
        )
    entry = _for_role(entry, role_id) if role_id else entry
    projects = {
        project.id: project
        for project in library.projects.values()
        if project.project.audience is Audience.PUBLIC
    }
    pages = {p.path: p for p in library.pages.values() if p.page.audience is Audience.PUBLIC}
    cut = replace(library, applications={entry.id: entry}, projects=projects, pages=pages)
    shown = replace(cut, profile=_shown(cut.profile), projects={}, pages={}, records={})
    records = _cited(cut, shown)
    of_records = {record.project for record in records.values()}
    known = {name: entry for name, entry in library.projects.items() if name in of_records}
    return replace(cut, records=records, known_projects=known)


def _shown(entry: ProfileEntry | None) -> ProfileEntry | None:
    """Return the profile without the texts that no recipient's page shows."""
    if entry is None:
        return None
    return replace(entry, profile=entry.profile.model_copy(update={"leads": ()}))


def _hint(word: str, known: Iterable[str]) -> str:
    names = list(known)
    return did_you_mean(word, names) or f"there are: {', '.join(names) or 'none'}"


def _for_role(entry: ApplicationEntry, role_id: str) -> ApplicationEntry:
    application = entry.application
    roles = tuple(role for role in application.roles if role.id == role_id)
    if not roles:
        raise ConfigError(
            f"`{entry.id}` has no role `{role_id}`",
            _hint(role_id, (role.id for role in application.roles)),
        )
    # Which other roles a row applies to is none of this recipient's business.
    rows = tuple(row.model_copy(update={"roles": ()}) for row in application.rows_of(role_id))
    update = {"roles": roles, "proof_points": rows, "title": None}
    return replace(entry, application=application.model_copy(update=update))


def _cited(library: Library, texts: Library) -> Mapping[str, RecordEntry]:
    """Return the records that the texts and rows of a library cite, and those that these cite."""
    wanted: dict[str, None] = {}
    found = set(_ids(library, texts))
    while found - wanted.keys():
        new = found - wanted.keys()
        wanted |= dict.fromkeys(new)
        records = {name: library.records[name] for name in new if name in library.records}
        only = replace(texts, profile=None, applications={}, records=records)
        found = set(_ids(library, only))
    return {name: entry for name, entry in library.records.items() if name in wanted}


def _ids(library: Library, texts: Library) -> Iterator[str]:
    for application in texts.applications.values():
        for row in application.application.proof_points:
            yield from row.evidence
    for passage in passages(texts):
        for mention in passage.mentions():
            if mention.target and mention.target.scheme is Scheme.EVIDENCE:
                yield mention.target.id
        yield from _listed(library, passage)


def _listed(library: Library, passage: Passage) -> Iterator[str]:
    """Yield the records that a passage's `evidence` directives list."""
    for block in passage.blocks():
        directive = parse_directive(block.name, block.body, Document(""), 0)
        if block.name == "evidence" and isinstance(directive, Directive):
            for entry in library.records.values():
                if is_listed(entry, directive):
                    yield entry.id


def is_listed(entry: RecordEntry, directive: Directive) -> bool:
    """Return whether the directive `evidence` lists a record: by its project and its skills."""
    projects, skills = directive.options.get("project", ()), directive.options.get("skills", ())
    return (not projects or entry.project in projects) and (
        not skills or bool(set(skills) & set(entry.record.skills))
    )
