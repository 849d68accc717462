"""What recipients read to the names of other dossiers' companies in it.

A dossier begun as a copy of another still greets the other company. Names are found as those in
the public view are. What the profile says of a life, and skills, may be called like a company.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Self

from dossier.model.library import ApplicationEntry, Library, ProjectEntry, RecordEntry
from dossier.plain.frozen import frozen
from dossier.plain.kept_facts import Kind, digest_of_text, digest_of_value, take
from dossier.plain.problems import Place, Problem, problem_of, values_of, warning
from dossier.publishing.authored import Authored, strings
from dossier.publishing.company_names import CompanyName
from dossier.publishing.crossing import IN_PLACE, Crossing, cites, read_by_many
from dossier.publishing.private_names import Mention, PrivateNames, allowing, surest
from dossier.publishing.read_dossier import ReadDossier, dump
from dossier.publishing.read_forms import read_forms
from dossier.publishing.searched_text import SearchedText, folded


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
    names: PrivateNames, library: Library, read: Sequence[ReadDossier]
) -> Iterator[Crossing]:
    """Yield the names of other dossiers in what each one's recipients read.

    `names` are those of the dossiers that are not open, `library` is its author's, and so are the
    dossiers that are `read`.
    """
    look = _Look.of(names, library, read)
    yield from _in_dossiers(look, read)
    yield from _in_what_many_read(look, library, read)


def find_named(
    names: PrivateNames,
    library: Library,
    read: Sequence[ReadDossier],
    application: str,
    texts: Sequence[Authored],
) -> Iterator[Problem]:
    """Yield the names of other dossiers in texts that one's recipients are told for once."""
    passed = passing(names, library, read)[application]
    yield from (_told(mention, text) for mention, text in mentions_in(names, texts, passed))


def passing(
    names: PrivateNames, library: Library, read: Sequence[ReadDossier]
) -> Mapping[str, frozenset[str]]:
    """Return the names that may stand in what each dossier's recipients read, by its id."""
    look = _Look.of(names, library, read)
    return {each.entry.id: look.named(each).passed for each in read}


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
        found = mentions_in(self.names, read.sent, passed)
        return _Named(passed, tuple(_told(mention, text) for mention, text in found))


def _of_life(library: Library) -> str:
    """Return a digest of all that a library says beside its dossiers."""
    entries: list[RecordEntry | ProjectEntry] = [*library.records.values()]
    entries += library.projects.values()
    sources = [entry.source for entry in entries]
    sources += [library.profile.source] if library.profile else []
    return digest_of_value({source.file: digest_of_text(source.text) for source in sources})


def _in_dossiers(look: _Look, read: Sequence[ReadDossier]) -> Iterator[Crossing]:
    for each in read:
        alone = frozenset({each.entry.id})
        yield from (Crossing(problem, alone) for problem in look.named(each).problems)


def _in_what_many_read(
    look: _Look, library: Library, read: Sequence[ReadDossier]
) -> Iterator[Crossing]:
    """Yield the names in the profile, and in the records that dossiers cite."""
    names, passed_by = look.names, {each.entry.id: look.named(each).passed for each in read}
    everywhere = frozenset.intersection(*passed_by.values()) if read else frozenset()
    suspected = _meant_in_what_many_read(look, library, read) - everywhere
    passed = frozenset({*names.names, *names.domains}) - suspected
    for record, known in read_by_many(library) if suspected else ():
        for mention, text in mentions_in(names, known, passed):
            citing = (each for each in read if record is None or cites(each, record.id))
            ids = (each.entry.id for each in citing)
            if others := frozenset(id_ for id_ in ids if mention.name not in passed_by[id_]):
                yield Crossing(_told(mention, text), others)


def _meant_in_what_many_read(
    look: _Look, library: Library, read: Iterable[ReadDossier]
) -> frozenset[str]:
    def meant() -> frozenset[str]:
        texts = (text.text for _, known in read_by_many(library) for text in known)
        return look.names.naming(SearchedText("\n".join(texts)))

    facts = next((each.facts for each in read), None)
    return take(facts, _NAMES, "meant", look.hangs_on, meant)


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


def mentions_in(
    names: PrivateNames, texts: Sequence[Authored], passed: frozenset[str]
) -> Iterator[tuple[Mention, Authored]]:
    """Yield each name that texts hold, but those that are passed, with each text that does."""
    forms = [tuple(map(SearchedText, read_forms(text.text))) for text in texts]
    whole = SearchedText("\n".join(form.text for each in forms for form in each))
    for found in sorted(surest(names.in_authored(whole, passed))):
        alone = names.only(found.name)
        for text, each in zip(texts, forms, strict=True):
            held = (mention for form in each for mention in alone.in_authored(form))
            if any(mention.is_sure == found.is_sure for mention in held):
                yield found, text


def _told(mention: Mention, text: Authored) -> Problem:
    found = problem_of_name(mention, text.text, place_of(mention, text))
    return replace(
        found, hint=f"{found.hint}; or, for this place alone, {IN_PLACE.format(found.code)}"
    )


def place_of(mention: Mention, text: Authored) -> Place:
    """Return where a text has a name."""
    begin = max(folded(text.text).find(mention.found), 0)
    return text.locate(text.text[begin : begin + len(mention.found)])


def problem_of_name(mention: Mention, text: str, where: Place) -> Problem:
    """Return the problem that a name in what recipients read is, a warning if it may be chance."""
    whose, hint = f"whose dossier `{mention.dossier}` is private", allowing(mention.name)
    if _is_sure(mention, text):
        message = f"recipients would read `{mention.name}`, {whose}"
        return Problem("other-dossier", where, message, hint)
    message = f"`{mention.found}`, which recipients read, may tell of `{mention.name}`, {whose}"
    return warning("name-similar", where, message, hint)


def _is_sure(mention: Mention, text: str) -> bool:
    """Return whether it is the name: a company may be called by a word, which has lower case."""
    written = CompanyName(mention.name).find(SearchedText(text), minds_case=True)
    return mention.is_sure and bool(written or mention.found not in text)
