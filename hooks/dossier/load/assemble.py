"""Parsed files to the library that one audience may see, and the problems it may be told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dossier.load.collector import Collector, KeptEntries
from dossier.load.confirmations import confirmed
from dossier.load.hide import hidden_items, stated_audience, visible_part
from dossier.load.lock import read_lock
from dossier.load.open_comments import open_comments
from dossier.load.parsed_file import ParsedFile
from dossier.load.tree import Tree
from dossier.load.validate import validate
from dossier.load.verdicts import verdict_of
from dossier.match.postings import opened_postings
from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.document import FileKind
from dossier.model.evidence import EvidenceFile, Record
from dossier.model.guardrail import Guardrail
from dossier.model.library import (
    ApplicationEntry,
    GuardrailsEntry,
    Library,
    PageEntry,
    ProfileEntry,
    ProjectEntry,
    RecordEntry,
    StoryEntry,
)
from dossier.model.opened import opened_fields
from dossier.model.own_places import OwnPlaces, with_own_places
from dossier.model.page_names import is_page_name
from dossier.model.profile import Profile
from dossier.model.project import FreePage, Project
from dossier.model.story import Story
from dossier.plain.problems import Place, Problem, in_order
from dossier.prose.not_for_others import misplaced_options
from dossier.prose.sections import split_sections

HOME = "index.md"
"""The one page that is public whatever it says."""


def assemble(
    tree: Tree, audience: Audience, kept: KeptEntries | None = None, site: str = ""
) -> tuple[Library, tuple[Problem, ...]]:
    """Return the library of `audience`. What was `kept` of unchanged files is not read again.

    For any audience but the private one a file that cannot be parsed is passed over in silence,
    and so is whatever is wrong in what that audience may not see. `site` is the site's own address.
    """
    shelf = Collector(audience, tree.verdicts)
    documents = {document.source.file: document for document in tree.documents}
    (kept or KeptEntries(audience)).collect(documents, shelf, _read)
    author = shelf.profile.profile if shelf.profile else None
    records, lapsed = confirmed(shelf.records, tree.confirmations, author, audience)
    if shelf.sees_all:
        shelf.problems += [*tree.problems, *lapsed]
    files = tree.files if shelf.sees_all else {f for f in tree.files if f.startswith("assets/")}
    library = Library(
        audience,
        shelf.profile,
        shelf.projects,
        with_own_places(records, OwnPlaces.of(author, site)),
        shelf.applications,
        shelf.pages,
        frozenset(files),
        tree.texts if shelf.sees_all else opened_postings(tree.texts, shelf.applications),
        shelf.guardrails,
        frozenset(shelf.unread),
        shelf.stamps,
        left_out=frozenset(shelf.left_out),
        stories=shelf.stories,
    )
    return library, in_order(shelf.problems)


def texts_read(
    tree: Tree, library: Library, found: tuple[Problem, ...]
) -> Iterator[tuple[str, str]]:
    """Yield the texts of the files that a library was read from, or could not be."""
    names = {problem.where.file for problem in found} | library.sources
    for document in tree.documents:
        if library.audience is Audience.PRIVATE or document.source.file in names:
            yield document.source.file, document.source.text


def _read(shelf: Collector, document: ParsedFile) -> None:
    if not document.problems:
        _READERS[document.kind](shelf, document)
    elif shelf.sees_all or _is_home(document):
        shelf.problems += document.problems
        shelf.pass_over(document)


def _is_home(document: ParsedFile) -> bool:
    return document.kind is FileKind.PAGE and document.id == HOME


def _read_profile(shelf: Collector, document: ParsedFile) -> None:
    raw = visible_part(Profile, document.raw, shelf.audience)
    hidden = hidden_items(Profile, document.raw, shelf.audience)
    source = replace(document.source, hidden=hidden)
    profile, problems = shelf.validate(Profile, raw, source)
    shelf.problems += problems
    if profile:
        shelf.profile = ProfileEntry(profile, source)
    else:
        shelf.pass_over(document)


def _read_project(shelf: Collector, document: ParsedFile) -> None:
    stated = stated_audience(document.raw)
    if not shelf.audience.may_see(stated):
        return
    model, problems = shelf.validate(Project, document.raw, document.source, own=stated)
    unclosed = [*open_comments(document.source), *misplaced_options(document.source)]
    shelf.problems += [*problems, *unclosed]
    if model and (shelf.sees_all or not unclosed):
        shelf.projects[document.id] = ProjectEntry(document.id, model, document.source)
    else:
        shelf.pass_over(document)


def _read_page(shelf: Collector, document: ParsedFile) -> None:
    own = Audience.PUBLIC if _is_home(document) else stated_audience(document.raw)
    if not (shelf.sees_all or own is Audience.PUBLIC):
        return
    if own is Audience.PUBLIC and not is_page_name(document.id):
        if not shelf.sees_all:
            return
        shelf.problems.append(_copied(document))
    page, problems = shelf.validate(FreePage, document.raw, document.source, own=own)
    unclosed = [*open_comments(document.source), *misplaced_options(document.source)]
    shelf.problems += [*problems, *unclosed]
    if page and (shelf.sees_all or not unclosed):
        shelf.pages[document.id] = PageEntry(document.id, page, document.source)


def _copied(document: ParsedFile) -> Problem:
    message = "a public page is named as programs name the copies that they make"
    hint = "remove it if it is a copy; else rename it to lower-case words joined by hyphens"
    return Problem("id-form", Place(document.source.file), message, hint)


def _read_story(shelf: Collector, document: ParsedFile) -> None:
    if not shelf.sees_all:
        return
    story, problems = shelf.validate(Story, document.raw, document.source, own=Audience.PRIVATE)
    shelf.problems += [*problems, *open_comments(document.source)]
    if story:
        shelf.stories[document.id] = StoryEntry(document.id, story, document.source)
    else:
        shelf.pass_over(document)


def _read_evidence(shelf: Collector, document: ParsedFile) -> None:
    of_file = stated_audience(document.raw)
    shown = dict(document.raw)
    records = shown.pop("evidence", None)
    model, problems = shelf.validate(EvidenceFile, shown, document.source)
    if shelf.audience.may_see(of_file):
        shelf.problems += problems
        shelf.problems += _no_list(document, records)
    if model is None:
        # What is wrong elsewhere in the file takes no record away from its project.
        shown = {key: value for key, value in shown.items() if key == "project"}
        model = validate(EvidenceFile, shown, document.source)[0] or EvidenceFile()
    for position, raw in enumerate(records if isinstance(records, list) else ()):
        own = stated_audience(raw, of_file)
        if shelf.audience.may_see(own):
            _read_record(shelf, document, (position, raw, own, model))


def _no_list(document: ParsedFile, records: object) -> list[Problem]:
    if records is None or isinstance(records, list):
        return []
    where, hint = document.source.locate(("evidence",)), "begin each record with a hyphen"
    return [Problem("text-type", where, "`evidence` is not a list", hint)]


def _read_record(
    shelf: Collector, document: ParsedFile, item: tuple[int, Any, Audience, EvidenceFile]
) -> None:
    position, raw, audience, file = item
    path = ("evidence", position)
    record, problems = shelf.validate(Record, raw, document.source, path, audience)
    shelf.problems += problems
    if record is None:
        if isinstance(raw, dict):
            shelf.pass_over(document, f"{document.id}/{raw.get('id')}")
        return
    record_id = f"{document.id}/{record.id}"
    if record_id in shelf.records:
        first = shelf.records[record_id]
        where = document.source.locate((*path, "id"))
        message = (
            f"the record `{record_id}` stands twice, first at {first.source.locate(first.path)}"
        )
        shelf.problems.append(Problem("duplicate-id", where, message, "give one another id"))
        return
    shelf.records[record_id] = RecordEntry(
        record_id,
        record,
        record.project or file.project,
        audience,
        document.source,
        path,
        verdict_of(shelf.verdicts, record_id, record),
    )


def company_names(raw: object) -> list[str]:
    """Return the names that a dossier's headings may call its company by."""
    company = raw.get("company") if isinstance(raw, dict) else None
    return [company] if isinstance(company, str) and company.strip() else []


def _read_application(shelf: Collector, document: ParsedFile) -> None:
    openly = document.stated is Audience.PUBLIC
    if shelf.audience is Audience.PUBLIC and not openly:
        return
    # What stands openly on the site is the dossier's shared part.
    seen_as = Audience.SHARED if shelf.audience is Audience.PUBLIC else shelf.audience
    opened = opened_fields(document.raw) if seen_as is Audience.ASSISTANT else ()
    raw = visible_part(Application, document.raw, seen_as, opened)
    if openly and isinstance(raw, dict) and raw is not document.raw:
        raw = {**raw, "audience": Audience.PUBLIC}
    sections, faults = split_sections(document.source, company_names(document.raw))
    told = [fault.problem for fault in faults if seen_as.may_see(fault.audience)]
    if sections is None:
        shelf.problems += told
        if not shelf.sees_all:
            return
    hidden = hidden_items(Application, document.raw, seen_as)
    rows = tuple(item for item in hidden if item[0] == "proof_points")
    source = replace(document.source, hidden=rows)
    application, problems = shelf.validate(Application, raw, source)
    shelf.problems += [*told, *problems] if sections is not None else problems
    if application:
        visible = tuple(s for s in sections or () if seen_as.may_see(s.audience))
        shelf.applications[document.id] = ApplicationEntry(
            document.id, application, source, visible
        )


def _read_lock(shelf: Collector, document: ParsedFile) -> None:
    if shelf.sees_all:
        shelf.stamps, problems = read_lock(document.raw, document.source)
        shelf.problems += problems


def _read_guardrails(shelf: Collector, document: ParsedFile) -> None:
    if shelf.audience not in (Audience.PRIVATE, Audience.ASSISTANT):
        return
    rules = []
    for position, raw in enumerate(document.raw or ()):
        rule, problems = shelf.validate(Guardrail, raw, document.source, (position,))
        shelf.problems += problems
        rules += [rule] if rule else []
    shelf.guardrails = GuardrailsEntry(tuple(rules), document.source)


_READERS = {
    FileKind.PROFILE: _read_profile,
    FileKind.PROJECT: _read_project,
    FileKind.PAGE: _read_page,
    FileKind.EVIDENCE: _read_evidence,
    FileKind.APPLICATION: _read_application,
    FileKind.LOCK: _read_lock,
    FileKind.GUARDRAILS: _read_guardrails,
    FileKind.STORY: _read_story,
}
