"""What a document would need and does not get, and what was asked for and is not on it.

Nothing is left out in silence: each is a problem with its place, for the author alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.exporting.compose import standing
from dossier.exporting.highlights import records_of, standing_rows
from dossier.exporting.recipient import Recipient, emphasis_section
from dossier.lint import contact_missing, job_incomplete
from dossier.lint.file_view import file_views
from dossier.lint.rule import Rule
from dossier.match.coverage import COUNTING
from dossier.model.application import ProofPoint
from dossier.model.evidence import EvidenceKind
from dossier.model.library import ApplicationEntry
from dossier.plain.problems import Place, Problem, warning
from dossier.prose.scan import scan
from dossier.prose.targets import Scheme, Target
from dossier.quantities.stemming import stem_set, words_of

CONTACT: tuple[Rule, ...] = (contact_missing.RULE,)
RULES = (*CONTACT, job_incomplete.RULE)
"""Rules of the check that tell what every reader of a résumé would miss."""
PROJECT_HINT = "cite a record of a project, or tell it in a job's `highlights`"
CREDENTIAL_HINT = (
    "put it into the profile: a licence under `certificates`, a language under `languages`"
)
LACKING, LEFT_OUT = "resume-incomplete", "export-left-out"


def lacks_of_person(recipient: Recipient, rules: tuple[Rule, ...] = RULES) -> Iterator[Problem]:
    """Yield that nobody could answer, and which jobs say too little."""
    for view in file_views(recipient.library):
        if view.profile:
            for rule in rules:
                yield from rule.check(view) if rule.check else ()


def lacks_of_resume(recipient: Recipient, private: ApplicationEntry) -> Iterator[Problem]:
    """Yield what a résumé would need, and what is not on it. `private` is the author's dossier."""
    yield from lacks_of_person(recipient)
    where = private.source.locate()
    if private.application.lead is None:
        message = "the dossier has no lead, so nothing says as what you apply"
        yield warning(LACKING, where, message, "add `lead: …`, one of the profile's leads")
    if emphasis_section(private) is None:
        message = "the dossier emphasizes nothing, so that the rows alone choose and order"
        hint = "add `## Emphasis`, a list of links to projects and records"
        yield warning(LACKING, where, message, hint)
    if recipient.entry.section("pitch") is None:
        message = "the dossier has no pitch that its reader may see, so that there is no summary"
        yield warning(LACKING, where, message, "add `## Pitch`; its first paragraph is the summary")
    profile = recipient.library.profile
    if profile and not profile.profile.skills:
        message = "the profile names no skills, so that those of the projects stand for them"
        hint = "add `skills: [{group: …, skills: [Python, SQL]}]`"
        yield warning(LACKING, profile.source.locate(), message, hint)
    yield from _rows(recipient)
    yield from _emphasized(recipient, private)
    yield from _highlights(recipient)


def _rows(recipient: Recipient) -> Iterator[Problem]:
    """Yield the rows that stand nowhere, because no record of theirs is of a project."""
    projects = recipient.library.projects
    for row in standing_rows(recipient):
        records = records_of(recipient, row)
        is_of_project = any(record.project in projects for record in records)
        if not is_of_project and not _is_in_profile(recipient, row):
            message = f"the row `{row.id}` is not on it: no record of it is of a public project"
            is_credential = any(record.record.kind is EvidenceKind.CREDENTIAL for record in records)
            hint = CREDENTIAL_HINT if is_credential else PROJECT_HINT
            where = recipient.entry.source.locate_in(("proof_points",), row.id)
            yield warning(LEFT_OUT, where, message, hint)


def _is_in_profile(recipient: Recipient, row: ProofPoint) -> bool:
    """Return whether the profile tells what a row shows: a study, certificate or language of it."""
    entry = recipient.library.profile
    if entry is None:
        return False
    claims = (record.record.claim for record in records_of(recipient, row))
    shown = stem_set(words_of(" ".join((row.requirement, row.claim or "", *claims))))
    profile = entry.profile
    told = (
        *(study.field for study in profile.education),
        *(one.name for one in profile.certificates),
        *(one.language for one in profile.languages),
    )
    names = (stem_set(words_of(text)) for text in told if text)
    return any(name and name <= shown for name in names)


def _emphasized(recipient: Recipient, private: ApplicationEntry) -> Iterator[Problem]:
    section = emphasis_section(private)
    wanted = dict.fromkeys(recipient.emphasis)
    for mention in scan(section.text) if section else ():
        target = mention.target
        if target is None:
            continue
        bare = Target(target.scheme, target.id)
        why = _why_not(recipient, bare)
        if bare in wanted and why:
            del wanted[bare]
            assert section is not None  # noqa: S101 - else it mentions nothing
            where = Place(private.source.file, private.source.body_line + 1)
            if mention.start is not None:
                where = private.source.locate_in_body(section.offset + mention.start)
            yield warning(
                LEFT_OUT, where, f"`{bare.id}` is emphasized and not on it: {why[0]}", why[1]
            )


def _why_not(recipient: Recipient, target: Target) -> tuple[str, str] | None:
    """Say why what is emphasized is not on a document, and what to do; None if it is."""
    library = recipient.library
    if target.scheme is Scheme.PROJECT:
        hint = "say `audience: public` in the project"
        return None if target.id in library.projects else ("the project is not public", hint)
    record = library.records.get(target.id)
    if record is None:
        hint = "let a row cite it, or say `audience: public` in the record"
        return "its reader may not see the record", hint
    if record.record.status not in COUNTING:
        return (
            f"the record is {record.record.status}",
            "confirm it, or leave it out of the emphasis",
        )
    if record.project not in library.projects:
        return "the record is of no public project", "tell it in a job's `highlights`"
    return None


def _highlights(recipient: Recipient) -> Iterator[Problem]:
    """Yield the highlights of jobs that no row asks for."""
    entry = recipient.library.profile
    for position, job in enumerate(entry.profile.work if entry else ()):
        kept = set(standing(recipient, job))
        for number, text in enumerate(job.highlights):
            if entry and text not in kept:
                where = entry.source.locate(("work", position, "highlights", number))
                said = recipient.plain(text)
                message = f"this highlight is not on it, for no row cites its records: {said}"
                hint = "let a row of the role cite one of them, or the emphasis name it"
                yield warning(LEFT_OUT, where, message, hint)
