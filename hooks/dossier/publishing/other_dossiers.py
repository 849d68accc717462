"""What recipients read to what is another dossier's in it: its company's name, a private sentence.

A dossier begun as a copy of another still greets the other company. Names are found as those in
the public view are. Private sentences are those about a company, word for word; one's own answers
are told to many. What the profile says of a life, and skills, may be called like a company.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Self

from dossier.model.audience import Audience
from dossier.model.base import spell
from dossier.model.document import Document
from dossier.model.library import ApplicationEntry, Library, ProjectEntry, RecordEntry
from dossier.plain.frozen import frozen
from dossier.plain.kept_facts import Kind, digest_of_text, digest_of_value, take
from dossier.plain.problems import Problem, problem_of, values_of, warning
from dossier.publishing.authored import Authored, strings
from dossier.publishing.company_names import CompanyName
from dossier.publishing.private_names import Mention, PrivateNames, allowing, surest
from dossier.publishing.read_dossier import ReadDossier, dump, keeping, key_of, shown
from dossier.publishing.searched_text import SearchedText, folded
from dossier.publishing.sentences import sentences

_CONFIGURATION = Document("mkdocs.yml", "")
_IN_PLACE = "say why in a comment in the line above: `dossier: allow {}: …`"


@frozen
class Crossing:
    """A problem of what the recipients of some dossiers read."""

    problem: Problem
    dossiers: frozenset[str]
    """The ids of these dossiers."""


@frozen
class _Named:
    """The names in a dossier."""

    passed: frozenset[str]
    """Those that may stand in it: its own, and those that all may be told."""
    problems: tuple[Problem, ...]
    """Of the others."""


_NAMED: Kind[_Named] = Kind(
    "named",
    lambda named: [sorted(named.passed), list(map(values_of, named.problems))],
    lambda values: _Named(frozenset(values[0]), tuple(map(problem_of, values[1]))),
)
_NAMES: Kind[frozenset[str]] = Kind("names", sorted, frozenset)


def find_crossings(
    names: PrivateNames, library: Library, read: Sequence[ReadDossier], told: Iterable[Problem]
) -> Iterator[Crossing]:
    """Yield what is of another dossier in what each one's recipients read, in places not yet told.

    `names` are those of the dossiers that are not open, `library` is its author's, and so are the
    dossiers that are `read`.
    """
    places, look = {problem.where for problem in told}, _Look.of(names, library, read)
    found = (*_in_dossiers(look, read), *_in_what_many_read(look, library, read))
    yield from (each for each in found if each.problem.where not in places)


def passing(
    names: PrivateNames, library: Library, read: Sequence[ReadDossier]
) -> Mapping[str, frozenset[str]]:
    """Return the names that may stand in what each dossier's recipients read, by its id."""
    look = _Look.of(names, library, read)
    return {each.entry.id: look.named(each).passed for each in read}


def find_noted(
    noted: Mapping[str, str], texts: Iterable[Authored], spoken: Iterable[str] = ()
) -> Iterator[Problem]:
    """Yield the sentences of public texts that stand privately elsewhere, word for word.

    `noted` tells where by their keys, `spoken` is what the configuration puts on every page.
    """
    every = (*texts, *(Authored(text, _CONFIGURATION) for text in spoken))
    for text in every if noted else ():
        for sentence, words in sentences(text.text):
            if whose := noted.get(key_of(words)):
                yield _told_sentence("text-published", "anyone", sentence, whose, text)


@frozen
class _Look:
    """What names are looked for in dossiers with."""

    names: PrivateNames
    hangs_on: str
    """All that tells what is found in a text, beside the text."""
    spoken: frozenset[str]
    """The names that all may be told."""

    @classmethod
    def of(cls, names: PrivateNames, library: Library, read: Iterable[ReadDossier]) -> Self:
        """Return what a library is looked through with."""
        facts = next((each.facts for each in read), None)
        hangs_on = f"{names.digest} {_of_life(library)}" if facts else ""
        spoken = take(
            facts,
            _NAMES,
            "spoken",
            hangs_on,
            lambda: names.naming(SearchedText("\n".join(_spoken(library)))),
        )
        return cls(names, hangs_on, spoken)

    def named(self, read: ReadDossier) -> _Named:
        """Return the names in a dossier."""
        source = read.entry.source
        hangs_on = f"{self.hangs_on} {digest_of_text(source.text)}"
        return take(read.facts, _NAMED, source.file, hangs_on, partial(self._named, read))

    def _named(self, read: ReadDossier) -> _Named:
        entry = read.entry
        # An edit of prose leaves them, and all names are gone through for them.
        of = (self.names.digest, entry.names, entry.addresses) if read.facts else ()
        owned = take(read.facts, _NAMES, f"of {entry.id}", of, lambda: _owned(self.names, entry))
        passed = self.spoken | owned
        found = _mentions(self.names, read.sent, passed)
        return _Named(passed, tuple(_told(mention, text) for mention, text in found))


def _of_life(library: Library) -> str:
    """Return a digest of all that a library says beside its dossiers."""
    entries: list[RecordEntry | ProjectEntry] = [*library.records.values()]
    entries += library.projects.values()
    sources = [entry.source for entry in entries]
    sources += [library.profile.source] if library.profile else []
    return digest_of_value({source.file: digest_of_text(source.text) for source in sources})


def _in_dossiers(look: _Look, read: Sequence[ReadDossier]) -> Iterator[Crossing]:
    private = keeping(read)
    for each in read:
        alone = frozenset({each.entry.id})
        yield from (Crossing(problem, alone) for problem in look.named(each).problems)
        # Most hold none, which their keys tell.
        if all(private.get(key, alone) <= alone for key in each.keys.sent):
            continue
        for text in each.sent:
            for sentence, words in sentences(text.text):
                if others := private.get(key_of(words), frozenset()) - alone:
                    whose = of_dossier(others)
                    told = _told_sentence("other-dossier", "recipients", sentence, whose, text)
                    yield Crossing(told, alone)


def _in_what_many_read(
    look: _Look, library: Library, read: Sequence[ReadDossier]
) -> Iterator[Crossing]:
    """Yield the names in the profile, and in the records that dossiers cite."""
    names, passed_by = look.names, {each.entry.id: look.named(each).passed for each in read}
    everywhere = frozenset.intersection(*passed_by.values()) if read else frozenset()
    suspected = _meant_in_what_many_read(look, library, read) - everywhere
    passed = frozenset({*names.names, *names.domains}) - suspected
    for record, known in _read_by_many(library) if suspected else ():
        for mention, text in _mentions(names, known, passed):
            citing = (each for each in read if record is None or _cites(each, record))
            ids = (each.entry.id for each in citing)
            if others := frozenset(id_ for id_ in ids if mention.name not in passed_by[id_]):
                yield Crossing(_told(mention, text), others)


def _meant_in_what_many_read(
    look: _Look, library: Library, read: Iterable[ReadDossier]
) -> frozenset[str]:
    def meant() -> frozenset[str]:
        texts = (text.text for _, known in _read_by_many(library) for text in known)
        return look.names.naming(SearchedText("\n".join(texts)))

    facts = next((each.facts for each in read), None)
    return take(facts, _NAMES, "meant", look.hangs_on, meant)


def _read_by_many(library: Library) -> Iterator[tuple[RecordEntry | None, tuple[Authored, ...]]]:
    yield None, tuple(_of_profile(library))
    for record in library.records.values():
        if Audience.SHARED.may_see(record.audience):
            yield record, tuple(_of_record(record))


def _owned(names: PrivateNames, entry: ApplicationEntry) -> frozenset[str]:
    """Return the names that are like a dossier's own, or that its postings have as addresses."""
    return names.naming(SearchedText("\n".join((*entry.names, *entry.addresses))))


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
    for path, text in strings(dump(profile)):
        if path[-1] in ("employer", "institution", "issuer", "publisher") or "skills" in path:
            yield text


def _of_profile(library: Library) -> Iterator[Authored]:
    if entry := library.profile:
        # No recipient's page shows these.
        yield from shown(entry.profile, entry.source, "leads")


def _of_record(entry: RecordEntry) -> Iterator[Authored]:
    for path, text in strings(dump(entry.record)):
        yield Authored(text, entry.source, (*entry.path, *path))


def _cites(read: ReadDossier, record: RecordEntry) -> bool:
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


def of_dossier(ids: Iterable[str]) -> str:
    """Return how a problem names the first of dossiers."""
    return f"the dossier `{min(ids)}`"


def _told_sentence(code: str, who: str, sentence: str, whose: str, text: Authored) -> Problem:
    said = spell(sentence)
    message = f"{who} would read what stands privately in {whose}: {said}"
    hint = f"take the sentence out, or, if it may go out, {_IN_PLACE.format(code)}"
    return Problem(code, text.locate(sentence), message, hint)
