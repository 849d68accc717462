"""One input to what it becomes: recognised, read, its words counted, nothing of them lost."""

from __future__ import annotations

import re
from collections.abc import Callable

from dossier.importing.asides import part_asides
from dossier.importing.credential_records import add_credentials
from dossier.importing.dossiers import read_dossier
from dossier.importing.draft import Draft
from dossier.importing.figures import add_records
from dossier.importing.ids import make_id
from dossier.importing.json_resume import read_json_resume
from dossier.importing.open_fields import part_open_fields
from dossier.importing.postings import read_html_posting, read_job_posting, read_text_posting
from dossier.importing.proposals import propose
from dossier.importing.recognize import Format, Source, recognize
from dossier.importing.rendercv import read_rendercv
from dossier.importing.resumes import read_resume
from dossier.importing.same_places import name_same_places
from dossier.importing.saved_pages import read_page
from dossier.importing.words import words
from dossier.model.library import Library
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem
from dossier.prose.targets import Scheme, parse_target

_COMMENT = pattern(r"^[ \t]*#[ \t]?(.*)$", re.MULTILINE)


def read_input(
    file: str, content: bytes, library: Library, *, wanted: str = "", entry_id: str = ""
) -> Draft | Problem:
    """Return what a file becomes, or why it cannot be read.

    `wanted` says what it is; `entry_id` is the id that its files get.
    """
    source = recognize(file, content, wanted)
    if isinstance(source, Problem):
        return source
    stem = re.sub(r"\.\w{1,5}$", "", file.replace("\\", "/").rsplit("/", maxsplit=1)[-1])
    draft = _READERS[source.format](source, stem)
    if draft.kind == "posting" and not words(draft.posting):
        message = "there is no text in it: a script may have yet to show the page"
        hint = "copy the posting's text into a file ending in .md or .txt"
        return Problem("text-type", Place(file), message, hint)
    draft.id = entry_id or (draft.id if draft.application is not None else "") or make_id(stem)
    draft.id = draft.id or draft.kind.replace("é", "e")
    if source.removed:
        draft.remarks.append(f"{source.removed} signs that cannot be seen were left out")
    if source.left_out:
        draft.remarks.append(
            f"{source.left_out} other pages and attachments in the file were left out"
        )
    if draft.kind == "résumé":
        part_open_fields(draft)
        part_asides(draft)
        name_same_places(draft)
        add_credentials(draft)
    if draft.kind == "dossier":
        add_records(draft)
        propose(draft, library)
        _propose_lead(draft, library)
    draft.keep_lost()
    return draft


_READERS: dict[Format, Callable[[Source, str], Draft]] = {
    Format.DOSSIER: lambda source, name: read_dossier(source.text, name),
    Format.RESUME: lambda source, _: read_resume(source.text),
    Format.POSTING: lambda source, name: read_text_posting(source.text, name),
    Format.PAGE: lambda source, name: read_html_posting(read_page(source.text), name),
    Format.JOB_POSTING: lambda source, name: read_job_posting(source.raw, name),
    Format.JSON_RESUME: lambda source, _: read_json_resume(source.raw),
    Format.RENDERCV: lambda source, _: read_rendercv(source.raw, _comments(source.text)),
}
"""How each format is read; the name is the file's, for an input that names nobody."""


def _comments(yaml: str) -> str:
    """Return the comments of a YAML text that have lines of their own."""
    return "\n".join(line.strip() for line in _COMMENT.findall(yaml) if line.strip())


def _propose_lead(draft: Draft, library: Library) -> None:
    """Propose the lead that a dossier's section names."""
    leads = library.profile.profile.leads if library.profile else ()
    section = next((part.text for part in draft.parts if part.name == "lead"), "").casefold()
    for lead in leads:
        if lead.title.casefold() in section[: len(lead.title) + 20]:
            draft.comments.setdefault((), []).append(f"lead: {lead.id}")
            return


def is_known(library: Library, address: str) -> bool:
    """Return whether a reference leads to something that is there."""
    target = parse_target(address)
    if target is None:
        return False
    if target.scheme is Scheme.EVIDENCE:
        entry = library.records.get(target.id)
        return entry is not None and (not target.metric_id or bool(entry.metric(target.metric_id)))
    return target.scheme is Scheme.PROJECT and target.id in library.projects
