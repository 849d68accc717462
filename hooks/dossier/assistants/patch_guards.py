"""What a patch may not do, whatever it is made of: told from what is there before and after.

A person vouches for records that are neither unconfirmed nor planned, for rows that are rated above
weak or that others see, and for sections that others see. A patch adds beside them, and replaces
only what nobody has vouched for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from dossier.match.coverage import cover
from dossier.model.application import Application, ProofPoint, Strength
from dossier.model.audience import Audience
from dossier.model.evidence import RecordStatus
from dossier.model.library import ApplicationEntry, Library, RecordEntry, Section

OPEN = frozenset({RecordStatus.UNCONFIRMED, RecordStatus.PLANNED})
"""What nobody has vouched for."""
LOW = frozenset({Strength.WEAK, Strength.NONE})
_FREE = ("proof_points", "events")


def refusals(
    before: Library, after: Library, application: str, *, texts: int, as_of: date
) -> Iterator[str]:
    """Yield why what a patch came to may not stand. Both libraries are one reader's.

    `texts` is the number of texts that it is to change.
    """
    yield from changes(before, after, application, texts=texts)
    if application in before.applications and application in after.applications:
        yield from _coverage(before, after, as_of)


def changes(before: Library, after: Library, application: str, *, texts: int) -> Iterator[str]:
    """Yield what a patch changed that it may not, whatever that is worth to a reader."""
    yield from _records(before.records, after.records)
    one, other = before.applications.get(application), after.applications.get(application)
    if one is None or other is None:
        yield f"the dossier `{application}` cannot be read"
        return
    yield from _rows(one.application, other.application)
    yield from _fields(one.application, other.application)
    yield from _sections(one, other, texts)
    for part in ("profile", "projects", "pages", "stories", "guardrails", "stamps"):
        if getattr(before, part) != getattr(after, part):
            yield f"it changes {part}"
    for name in before.applications.keys() | after.applications.keys():
        if name != application and before.applications.get(name) != after.applications.get(name):
            yield "it changes another dossier"


def _records(before: Mapping[str, RecordEntry], after: Mapping[str, RecordEntry]) -> Iterator[str]:
    for name, entry in before.items():
        now = after.get(name)
        if now is None:
            yield f"the record `{name}` would be gone"
        elif _said(now) != _said(entry) and entry.record.status not in OPEN:
            yield f"the record `{name}` is confirmed: add another beside it"
        elif now.audience is not entry.audience:
            yield f"the record `{name}` would be seen by others"
        elif _said(now) != _said(entry) and Audience.SHARED.may_see(entry.audience):
            yield f"others see the record `{name}`: add another beside it"
    for name, entry in after.items():
        is_new = name not in before or _said(entry) != _said(before[name])
        if is_new and entry.record.status not in OPEN:
            yield f"the record `{name}` says that it is confirmed"
        if name not in before and entry.audience not in (Audience.PRIVATE, Audience.ASSISTANT):
            yield f"the record `{name}` would be seen by others"


def _said(entry: RecordEntry) -> object:
    return entry.record, entry.project, entry.audience


def _rows(before: Application, after: Application) -> Iterator[str]:
    old, new = before.proof_points, after.proof_points
    known = {row.id for row in new}
    yield from (f"the row `{row.id}` would be gone" for row in old if row.id not in known)
    pairs = tuple(zip(old, new, strict=False))
    if any(one.id != other.id for one, other in pairs):
        yield "the rows would stand in another order"
        return
    changed = [(one, other) for one, other in pairs if one != other]
    for one, _ in changed:
        if not _is_proposed(one):
            yield f"the row `{one.id}` is its author's: add another beside it"
    for row in (*(other for _, other in changed), *new[len(old) :]):
        yield from _unvouched(row.id, row)


def _is_proposed(row: ProofPoint) -> bool:
    is_rated = row.strength not in LOW or row.override or row.accepted
    return row.audience is Audience.ASSISTANT and not is_rated


def _unvouched(name: str, row: ProofPoint) -> Iterator[str]:
    if row.strength not in LOW:
        allowed = "`weak` or `none` is all that a patch may say"
        yield f"the row `{name}` rates itself {row.strength}: {allowed}"
    if row.override or row.accepted:
        yield f"the row `{name}` says `override` or `accepted`, which is its author's to say"
    if row.audience is not Audience.ASSISTANT:
        yield f"the row `{name}` would be seen by others"


def _fields(before: Application, after: Application) -> Iterator[str]:
    for name in type(before).model_fields:
        if name not in _FREE and getattr(before, name) != getattr(after, name):
            yield f"it changes `{name}` of the dossier"
    if after.events[: len(before.events)] != before.events:
        yield "it changes events that are there"


def _sections(before: ApplicationEntry, after: ApplicationEntry, texts: int) -> Iterator[str]:
    old, new = before.sections, after.sections
    if [_heading(s) for s in new[: len(old)]] != [_heading(s) for s in old]:
        yield "it changes which sections there are, or who may see them"
        return
    if (
        sum(one.text.strip() != other.text.strip() for one, other in zip(old, new, strict=False))
        > texts
    ):
        yield "it changes other sections than those that it names"
    for one, other in zip(old, new, strict=False):
        if Audience.SHARED.may_see(one.audience) and one.text.strip() != other.text.strip():
            cure = "write under another heading, or its author adds `{ audience=assistant }` to it"
            yield f"others see the section `{one.title}`: {cure}"
    for section in new[len(old) :]:
        if section.audience not in (Audience.PRIVATE, Audience.ASSISTANT):
            yield f"the section `{section.title}` would be seen by others"


def _coverage(before: Library, after: Library, as_of: date) -> Iterator[str]:
    """Refuse what makes a dossier look better: as by a row that is no must any longer."""
    old, new = _percents(before, as_of), _percents(after, as_of)
    for role, percent in new.items():
        if percent > old.get(role, 0):
            yield f"the coverage of {role} would rise, on nobody's word"


def _percents(library: Library, as_of: date) -> Mapping[str, int]:
    return {
        f"{entry.id}/{role.role.id}" if role.role else entry.id: role.percent or 0
        for entry in library.applications.values()
        for role in cover(entry, library, as_of)
    }


def _heading(section: Section) -> object:
    return section.name, section.title, section.audience


def unseen(before: Library, after: Library, application: str, seen: Library) -> Iterator[str]:
    """Yield what a patch changes that its seat does not see. The first two are the author's."""
    for name, entry in before.records.items():
        if name not in seen.records and _said(after.records[name]) != _said(entry):
            yield f"it changes the record `{name}`, which it does not see"
    one, other = before.applications[application], after.applications[application]
    hidden = [row for row in one.application.proof_points if not _may_see(row.audience)]
    for row in hidden:
        if row not in other.application.proof_points:
            yield f"it changes the row `{row.id}`, which it does not see"
    for old, new in zip(one.sections, other.sections, strict=False):
        if old.text != new.text and not _may_see(old.audience):
            yield f"it changes the section `{old.title}`, which it does not see"
    for new in other.sections[len(one.sections) :]:
        if not _may_see(new.audience):
            yield f"its section `{new.title}` would stand where it is not seen"


def _may_see(audience: Audience) -> bool:
    return Audience.ASSISTANT.may_see(audience)
