"""All of a library but its dossiers to the sentences that its author alone sees, file by file.

Whatever is stated for others is no secret, wherever it stands in private too: the claim of an open
record, what recipients read in the profile, and for a closed record all that an open one says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from dossier.load.assemble import HOME
from dossier.load.hide import visible_part
from dossier.model.audience import Audience
from dossier.model.base import Entry
from dossier.model.document import Document
from dossier.model.evidence import RecordStatus
from dossier.model.library import Library, ProfileEntry, RecordEntry
from dossier.model.page_names import IMPORTED
from dossier.model.profile import Profile
from dossier.plain.frozen import frozen
from dossier.plain.kept_facts import KeptFacts, Kind, digest_of_text, take
from dossier.publishing.authored import strings
from dossier.publishing.read_dossier import dump, keys_of, said_in

_ALL = ""
"""The name of what is closed in a file and of no record."""
_QUOTED = ("source", "quote")
"""What a record says in the words of its source."""


@frozen
class Kept:
    """Where a sentence stands that its author alone sees."""

    whose: str
    """As a problem names it."""
    record: str = ""
    """The id of the record that says it. That its readers may not see it, whoever cites it is
    told."""
    may_be_draft: bool = False
    """Whether it is of a page or project, which may have been copied to be published."""
    is_answer: bool = False
    """Whether it was prepared to be told to many, as stories are."""


@frozen
class _FileKeys:
    """The sentences of a file, by their keys."""

    closed: Mapping[str, frozenset[str]]
    """Those that its author alone sees, by the id of their record."""
    stated: frozenset[str]
    """Those that are stated for others."""
    said: frozenset[str]
    """All values that recipients may read, of records and of the profile."""


_FILE_KEYS: Kind[_FileKeys] = Kind(
    "closed",
    lambda keys: [
        {name: " ".join(sorted(each)) for name, each in keys.closed.items()},
        *(" ".join(sorted(each)) for each in (keys.stated, keys.said)),
    ],
    lambda kept: _FileKeys(
        {name: frozenset(each.split()) for name, each in kept[0].items()},
        *(frozenset(each.split()) for each in kept[1:]),
    ),
)


@frozen
class PrivateEntries:
    """The sentences of all that is no dossier."""

    closed: Mapping[str, Kept]
    """Where the author alone sees them, by their keys."""
    said: frozenset[str]
    """What recipients may read of records and in the profile."""

    @classmethod
    def of(cls, library: Library, facts: KeptFacts | None = None) -> PrivateEntries:
        """Return those of its author's library."""
        files = tuple(_files(library, facts))
        said = frozenset().union(*(keys.said for _, keys in files))
        stated = frozenset().union(*(keys.stated for _, keys in files))
        answers = {entry.source.file for entry in library.stories.values()}
        drafts = {source.file for source, _ in _closed_pages(library)} - answers
        closed: dict[str, Kept] = {}
        for source, keys in files:
            for record, every in keys.closed.items():
                whose = f"the record `{record}`" if record else f"`{source.file}`"
                is_answer, is_draft = source.file in answers, source.file in drafts
                kept = Kept(whose, record, may_be_draft=is_draft, is_answer=is_answer)
                for key in every - (said if record else stated):
                    # What a page says too may not be told by whoever cites a record.
                    if key not in closed or closed[key].record or closed[key].is_answer:
                        closed[key] = kept
        return cls(closed, said)


def _files(library: Library, facts: KeptFacts | None) -> Iterator[tuple[Document, _FileKeys]]:
    by_file: dict[str, list[RecordEntry]] = {}
    for entry in library.records.values():
        by_file.setdefault(entry.source.file, []).append(entry)
    for records in by_file.values():
        source = records[0].source
        yield source, _take(facts, source, partial(_of_records, records))
    if profile := library.profile:
        yield profile.source, _take(facts, profile.source, partial(_of_profile, profile))
    for source, model in _closed_pages(library):
        yield source, _take(facts, source, partial(_of_page, source, model))


def _take(facts: KeptFacts | None, source: Document, make: partial[_FileKeys]) -> _FileKeys:
    return take(facts, _FILE_KEYS, source.file, digest_of_text(source.text), make)


def _closed_pages(library: Library) -> Iterator[tuple[Document, Entry]]:
    for project in library.projects.values():
        if not Audience.SHARED.may_see(project.project.audience):
            yield project.source, project.project
    for page in library.pages.values():
        is_closed = page.path != HOME and page.page.audience is not Audience.PUBLIC
        # What a résumé said waits there for a place to be said in.
        if is_closed and not page.path.startswith(IMPORTED):
            yield page.source, page.page
    for story in library.stories.values():
        yield story.source, story.story


def _of_page(source: Document, model: Entry) -> _FileKeys:
    texts = [source.body, *(text for _, text in strings(dump(model)))]
    return _FileKeys({_ALL: keys_of(texts)}, frozenset(), frozenset())


def _of_profile(entry: ProfileEntry) -> _FileKeys:
    raw = dump(entry.profile)
    shown = {text for _, text in strings(visible_part(Profile, raw, Audience.SHARED))}
    said = said_in(shown)
    kept = keys_of(text for _, text in strings(raw) if text not in shown)
    return _FileKeys({_ALL: kept - said}, said, said)


def _of_records(entries: Iterable[RecordEntry]) -> _FileKeys:
    closed: dict[str, frozenset[str]] = {}
    stated: list[str] = []
    said: list[str] = []
    for entry in entries:
        texts = [t for path, t in strings(dump(entry.record)) if path[-2:] != _QUOTED]
        if Audience.SHARED.may_see(entry.audience):
            stated.append(entry.record.claim)
            said += texts
        else:
            # Who does not vouch for one yet was told it by a text that may say it.
            is_proposed = entry.record.status is RecordStatus.UNCONFIRMED
            own = {entry.record.claim} if is_proposed else set()
            closed[entry.id] = keys_of(text for text in texts if text not in own)
    return _FileKeys(closed, keys_of(stated), said_in(said))
