"""What recipients read to what is another dossier's in it: its company's name, a private sentence.

A dossier begun as a copy of another still greets the other company. Names are found as those in
the public view are. Private sentences are those about a company, word for word; one's own answers
are told to many. What the profile says of a life, and skills, may be called like a company.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.load.hide import visible_part
from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.base import Entry, spell
from dossier.model.document import Document
from dossier.model.library import ApplicationEntry, Library, RecordEntry
from dossier.plain.problems import Problem, warning
from dossier.publishing.authored import Authored, authored, strings
from dossier.publishing.company_names import CompanyName
from dossier.publishing.private_names import Mention, PrivateNames, allowing, surest
from dossier.publishing.searched_text import SearchedText, folded
from dossier.publishing.sentences import sentences

_OF_THE_COMPANY = frozenset({"context", "angle", "notes", None})
"""Sections whose sentences are about a company: the others hold one's own words, for many."""
_CONFIGURATION = Document("mkdocs.yml", "")
_OWN_WORDS = frozenset({"gaps", "proof_points"})
"""Fields that do."""
_IN_PLACE = "say why in a comment in the line above: `dossier: allow {}: …`"


@dataclass(frozen=True, slots=True)
class Crossing:
    """A problem of what the recipients of some dossiers read."""

    problem: Problem
    dossiers: frozenset[str]
    """The ids of these dossiers."""


def find_crossings(
    names: PrivateNames, library: Library, told: Iterable[Problem]
) -> Iterator[Crossing]:
    """Yield what is of another dossier in what each one's recipients read, in places not yet told.

    `names` are those of the dossiers that are not open, `library` is its author's.
    """
    places, entries = {problem.where for problem in told}, library.applications.values()
    spoken = names.naming(SearchedText("\n".join(_spoken(library))))
    read = [_Read(entry, tuple(_sent(entry)), spoken | _owned(names, entry)) for entry in entries]
    found = (*_in_dossiers(names, read), *_in_what_many_read(names, library, read))
    yield from (each for each in found if each.problem.where not in places)


def find_noted(private: Library, public: Library, spoken: Iterable[str] = ()) -> Iterator[Problem]:
    """Yield the sentences of public texts that stand privately in a dossier, word for word.

    `spoken` is what the configuration puts on every page.
    """
    entries = private.applications.values()
    noted = _private_sentences(_Read(e, tuple(_sent(e)), frozenset()) for e in entries)
    texts = (*authored(public), *(Authored(text, _CONFIGURATION) for text in spoken))
    for text in texts if noted else ():
        for sentence, words in sentences(text.text):
            if dossiers := noted.get(words):
                yield _told_sentence("text-published", "anyone", sentence, min(dossiers), text)


@dataclass(frozen=True, slots=True)
class _Read:
    """A dossier as its recipients read it."""

    entry: ApplicationEntry
    sent: tuple[Authored, ...]
    passed: frozenset[str]
    """The names that may stand in it: its own, and those that all may be told."""


def _in_dossiers(names: PrivateNames, read: Iterable[_Read]) -> Iterator[Crossing]:
    private = _private_sentences(read)
    for each in read:
        alone = frozenset({each.entry.id})
        for mention, text in _mentions(names, each.sent, each.passed):
            yield Crossing(_told(mention, text), alone)
        for text in each.sent:
            for sentence, words in sentences(text.text):
                if others := private.get(words, frozenset()) - alone:
                    told = _told_sentence(
                        "other-dossier", "recipients", sentence, min(others), text
                    )
                    yield Crossing(told, alone)


def _in_what_many_read(
    names: PrivateNames, library: Library, read: Sequence[_Read]
) -> Iterator[Crossing]:
    """Yield the names in the profile, and in the records that dossiers cite."""
    shared = (r for r in library.records.values() if Audience.SHARED.may_see(r.audience))
    texts: list[tuple[RecordEntry | None, tuple[Authored, ...]]] = [
        (None, tuple(_of_profile(library))),
        *((record, tuple(_of_record(record))) for record in shared),
    ]
    whole = SearchedText("\n".join(text.text for _, known in texts for text in known))
    everywhere = frozenset.intersection(*(each.passed for each in read)) if read else frozenset()
    suspected = names.naming(whole) - everywhere
    passed = frozenset({*names.names, *names.domains}) - suspected
    for record, known in texts if suspected else ():
        for mention, text in _mentions(names, known, passed):
            citing = (each for each in read if record is None or _cites(each, record))
            others = frozenset(e.entry.id for e in citing if mention.name not in e.passed)
            if others:
                yield Crossing(_told(mention, text), others)


def _owned(names: PrivateNames, entry: ApplicationEntry) -> frozenset[str]:
    """Return the names that are like a dossier's own, or that its postings have as addresses."""
    application = entry.application
    urls = (str(role.url or "") for role in application.roles)
    return names.naming(SearchedText("\n".join((application.company, *application.aliases, *urls))))


def _spoken(library: Library) -> Iterator[str]:
    """Yield the names that a life, and what one can do, are told by."""
    for project in library.projects.values():
        yield project.project.title
    for record in library.records.values():
        yield from record.record.skills
    if library.profile is None:
        return
    profile = library.profile.profile
    yield str(profile.name)
    for path, text in strings(_dump(profile)):
        if path[-1] in ("employer", "institution", "issuer", "publisher") or "skills" in path:
            yield text


def _sent(entry: ApplicationEntry) -> Iterator[Authored]:
    """Yield what recipients are shown of a dossier."""
    yield from _shown(entry.application, entry.source)
    for section in entry.sections:
        if Audience.SHARED.may_see(section.audience):
            yield Authored(section.title, entry.source, offset=section.offset)
            yield Authored(section.text, entry.source, offset=section.offset)


def _shown(model: Entry, source: Document, *left_out: str) -> Iterator[Authored]:
    raw = _dump(model, *left_out)
    seen = {text for _, text in strings(visible_part(type(model), raw, Audience.SHARED))}
    yield from (Authored(text, source, path) for path, text in strings(raw) if text in seen)


def _of_profile(library: Library) -> Iterator[Authored]:
    if entry := library.profile:
        # No recipient's page shows these.
        yield from _shown(entry.profile, entry.source, "leads")


def _of_record(entry: RecordEntry) -> Iterator[Authored]:
    for path, text in strings(_dump(entry.record)):
        yield Authored(text, entry.source, (*entry.path, *path))


def _cites(read: _Read, record: RecordEntry) -> bool:
    """Return whether a dossier cites a record, in a row or in what recipients read."""
    return any(record.id in text.text for text in read.sent)


def _mentions(
    names: PrivateNames, texts: Sequence[Authored], passed: frozenset[str]
) -> Iterator[tuple[Mention, Authored]]:
    """Yield each name that texts hold, with each text that does."""
    whole = SearchedText("\n".join(text.text for text in texts))
    for found in sorted(surest(names.in_authored(whole, passed))):
        alone = names.only(found.name)
        for text in texts:
            if any(m.is_sure == found.is_sure for m in alone.in_authored(SearchedText(text.text))):
                yield found, text


def _told(mention: Mention, text: Authored) -> Problem:
    begin = max(folded(text.text).find(mention.found), 0)
    where = text.locate(text.text[begin : begin + len(mention.found)])
    whose = f"whose dossier `{mention.dossier}` is private"
    is_sure = _is_sure(mention, text)
    code = "other-dossier" if is_sure else "name-similar"
    hint = f"{allowing(mention.name)}; or, for this place alone, {_IN_PLACE.format(code)}"
    if is_sure:
        return Problem(code, where, f"recipients would read `{mention.name}`, {whose}", hint)
    message = f"`{mention.found}`, which recipients read, may tell of `{mention.name}`, {whose}"
    return warning(code, where, message, hint)


def _is_sure(mention: Mention, text: Authored) -> bool:
    """Return whether it is the name: a company may be called by a word, which has lower case."""
    written = CompanyName(mention.name).find(SearchedText(text.text), minds_case=True)
    return mention.is_sure and bool(written or mention.found not in text.text)


def _told_sentence(code: str, who: str, sentence: str, dossier: str, text: Authored) -> Problem:
    said = spell(sentence)
    message = f"{who} would read what stands privately in the dossier `{dossier}`: {said}"
    hint = f"take the sentence out, or, if it may go out, {_IN_PLACE.format(code)}"
    return Problem(code, text.locate(sentence), message, hint)


def _private_sentences(read: Iterable[_Read]) -> Mapping[str, frozenset[str]]:
    """Return the sentences about a company that no recipient reads, each with its dossiers."""
    found: dict[str, set[str]] = {}
    for each in read:
        kept = {words for text in _kept(each.entry) for _, words in sentences(text)}
        shown = {words for t in each.sent for _, words in sentences(t.text)} if kept else set()
        for key in kept - shown:
            found.setdefault(key, set()).add(each.entry.id)
    return {key: frozenset(dossiers) for key, dossiers in found.items()}


def _kept(entry: ApplicationEntry) -> Iterator[str]:
    """Yield what a dossier says of its company for its author alone."""
    raw = _dump(entry.application)
    seen = {text for _, text in strings(visible_part(Application, raw, Audience.SHARED))}
    for path, text in strings(raw):
        if text not in seen and path[0] not in _OWN_WORDS:
            yield text
    for section in entry.sections:
        if section.name in _OF_THE_COMPANY and not Audience.SHARED.may_see(section.audience):
            yield section.text


def _dump(model: Entry, *left_out: str) -> dict[str, object]:
    return model.model_dump(by_alias=True, exclude_none=True, exclude=set(left_out))
