"""An id to what it stands for: what it says, its state, and where it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import date
from typing import Any, Self

from dossier.assistants.fences import barred
from dossier.match.coverage import RoleCoverage, cover, cover_row, expiry, spell_percent, why_not
from dossier.model.figure import write
from dossier.model.library import ApplicationEntry, Library, ProjectEntry, RecordEntry, StoryEntry
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place
from dossier.prose.passages import passages
from dossier.prose.questions import questions, told_in
from dossier.prose.targets import Scheme
from dossier.render.badge import spell_counts

Pair = tuple[str, str]


@frozen
class Found:
    """What an id stands for."""

    kind: str
    id: str
    where: str
    state: str
    says: tuple[Pair, ...]
    used: tuple[Pair, ...]
    """Where, and as what."""

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)

    def without_lines(self) -> Self:
        """Return it with files alone for places: lines tell how much else stands above them."""
        used = tuple(dict.fromkeys((_file(where), how) for where, how in self.used))
        return replace(self, where=_file(self.where), used=used)

    def lines(self) -> Iterator[str]:
        """Yield it as text: what files say behind bars, as in a context."""
        yield f"{self.kind} {self.id} ({self.where})"
        yield f"  state: {barred(self.state)}"
        for key, value in self.says:
            if value:
                yield f"  {key}: {barred(value)}"
        yield from (f"  used: {where}, {barred(how)}" for where, how in self.used)
        if not self.used and self.kind != "application":
            yield "  used: nowhere"


def _file(where: str) -> str:
    return where.partition(":")[0]


def known_ids(library: Library) -> tuple[str, ...]:
    """Return every id that can be looked up; of a row with its dossier's before it."""
    rows = (
        f"{entry.id}/{row.id}"
        for entry in library.applications.values()
        for row in entry.application.proof_points
    )
    named = (*library.records, *library.projects, *library.applications, *library.stories)
    return tuple(dict.fromkeys((*named, *rows)))


def look_up(library: Library, name: str, as_of: date) -> Iterator[Found]:
    """Yield what an id stands for: one thing, unless ids of several kinds are alike."""
    if entry := library.records.get(name):
        yield _record(library, entry, as_of)
    if project := library.projects.get(name):
        yield _project(library, project)
    if application := library.applications.get(name):
        yield _application(library, application, as_of)
    if story := library.stories.get(name):
        yield _story(library, story)
    dossier, _, row_id = name.partition("/")
    holder = library.applications.get(dossier)
    if holder and holder.application.row(row_id):
        yield _row(library, holder, row_id, as_of)


def _record(library: Library, entry: RecordEntry, as_of: date) -> Found:
    record, last = entry.record, expiry(entry.record)
    why = why_not(entry, as_of)
    if not why and last and as_of > last:
        why = f"expired on {last.isoformat()}"
    if not why and entry.id in library.suspects:
        why = "has changed since it was last reviewed"
    state = f"{record.status}, does not count: it {why}" if why else f"{record.status}, counts"
    figures = tuple(("figure", f"{each.name} {write(each)}") for each in record.metrics)
    says = (
        ("claim", record.claim),
        *figures,
        ("limits", record.limits or ""),
        ("must say", " | ".join(record.must_say)),
        ("check", record.check.value),
        ("source", record.source.label if record.source else ""),
        ("project", entry.project or ""),
        ("audience", entry.audience.value),
    )
    rows = tuple(
        (_row_place(holder, row.id), f"row {row.id} of {holder.id}")
        for holder, row in library.citations.get(entry.id, ())
    )
    where = entry.source.locate(entry.path)
    used = (*rows, *_mentions(library, Scheme.EVIDENCE, entry.id))
    return Found("record", entry.id, str(where), state, says, used)


def _project(library: Library, entry: ProjectEntry) -> Found:
    records = library.records_by_project.get(entry.id, ())
    says = (
        ("title", entry.project.title),
        ("line", entry.project.line or ""),
        ("limits", entry.project.limits or ""),
        ("records", ", ".join(record.id for record in records)),
        ("audience", entry.project.audience.value),
    )
    used = tuple(_mentions(library, Scheme.PROJECT, entry.id))
    status = entry.project.status.value
    return Found("project", entry.id, str(entry.source.locate()), status, says, used)


def _application(library: Library, entry: ApplicationEntry, as_of: date) -> Found:
    covered = (
        (
            f"role {role.role.id}" if role.role else "rows",
            _coverage(role),
        )
        for role in cover(entry, library, as_of)
    )
    sections = ", ".join(section.title for section in entry.sections if section.title)
    says = (("company", entry.application.company), *covered, ("sections", sections))
    state = entry.application.stage_on(as_of).value
    return Found("application", entry.id, str(entry.source.locate()), state, says, ())


def _coverage(role: RoleCoverage) -> str:
    return f"{spell_percent(role)}: {spell_counts(role)}"


def _story(library: Library, entry: StoryEntry) -> Found:
    used = tuple(
        (str(teller.source.locate()), f"a question of {teller.id}")
        for teller in told_in(library, entry.id)
    )
    says = (("title", entry.story.title), ("text", entry.source.body))
    state = "told" if used else "told nowhere"
    return Found("story", entry.id, str(entry.source.locate()), state, says, used)


def _row(library: Library, entry: ApplicationEntry, row_id: str, as_of: date) -> Found:
    row = entry.application.row(row_id)
    assert row is not None  # noqa: S101 - the caller has looked
    found = cover_row(row, library, as_of)
    says = (
        ("requirement", row.requirement),
        ("quote", row.quote or ""),
        ("strength", row.strength.value),
        ("evidence", ", ".join(row.evidence)),
        ("claim", row.claim or ""),
        ("note", row.note or ""),
        ("override", row.override or ""),
        ("roles", ", ".join(row.roles)),
    )
    gaps = (
        (_place(entry, "gaps"), f"gap {g.id}") for g in entry.application.gaps if g.about == row_id
    )
    asked = (
        (str(question.where), f"question {question.title}")
        for question in questions(entry)
        if question.options.get("about") == row_id
    )
    used = (*gaps, *asked, *_mentions(library, Scheme.PROOF, row_id, lambda e: e is entry))
    state = f"{found.state}: {found.reason}"
    return Found("row", f"{entry.id}/{row_id}", _row_place(entry, row_id), state, says, used)


def _row_place(entry: ApplicationEntry, row_id: str) -> str:
    rows = [row.id for row in entry.application.proof_points]
    return str(entry.source.locate(("proof_points", rows.index(row_id))))


def _place(entry: ApplicationEntry, key: str) -> str:
    return str(entry.source.locate((key,)))


def _mentions(
    library: Library,
    scheme: Scheme,
    name: str,
    wanted: Callable[[ApplicationEntry | None], bool] = lambda _: True,
) -> Iterator[Pair]:
    """Yield where texts refer to an id."""
    seen: set[Place] = set()
    for passage in passages(library):
        if name not in passage.text or not wanted(passage.application):
            continue
        for mention in passage.mentions():
            target = mention.target
            if target and target.scheme is scheme and target.id == name:
                where = passage.locate(mention)
                if where not in seen:
                    seen.add(where)
                    yield str(where), f"a text for {passage.audience}"
