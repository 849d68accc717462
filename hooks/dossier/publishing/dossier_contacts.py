"""The people of dossiers to the places where others than their recipients would read of them.

A letter begun as a copy of another still greets the other's recruiter. Somebody known in several
dossiers may be named in each. A name of one word is not looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Self

from dossier.match.english_words import calls_field, is_everyday
from dossier.model.audience import Audience
from dossier.model.base import spell
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.contact_forms import reach_in
from dossier.plain.frozen import frozen
from dossier.plain.kept_facts import Kind, digest_of_text, digest_of_value, take
from dossier.plain.problems import Problem, problem_of, values_of, warning
from dossier.publishing.authored import Authored
from dossier.publishing.contact_data import ContactDatum
from dossier.publishing.crossing import IN_PLACE, Crossing, cites, read_by_many
from dossier.publishing.read_dossier import ReadDossier
from dossier.publishing.searched_text import folded
from dossier.publishing.sentences import in_words

_MET: Kind[tuple[Problem, ...]] = Kind(
    "met", lambda found: list(map(values_of, found)), lambda kept: tuple(map(problem_of, kept))
)
_PEOPLE: Kind[tuple[ContactDatum, ...]] = Kind(
    "people",
    lambda people: [[datum.field, datum.value] for datum in people],
    lambda kept: tuple(ContactDatum(f, value, Audience.PRIVATE) for f, value in kept),
)


@frozen
class Known:
    """What tells a person whom dossiers have as a contact, and their ids."""

    datum: ContactDatum
    dossiers: frozenset[str]

    @property
    def is_guess(self) -> bool:
        """Whether it may be no person: *Hiring Team*, *Mark Baker*."""
        name = self.datum.value if self.datum.field == "name" else ""
        words = in_words(name).split()
        return bool(words) and all(is_everyday(word) or calls_field(word) for word in words)

    def find(self, text: str) -> str:
        """Return how a text says it, empty if it does not."""
        if self.datum.field != "name":
            return self.datum.find(text)
        name = self.datum.value
        if f" {in_words(name)} " not in f" {in_words(text)} ":
            return ""
        return name if name in " ".join(text.split()) or not self.is_guess else ""


@frozen
class DossierContacts:
    """The contacts of the dossiers that are not open."""

    known: tuple[Known, ...]

    @classmethod
    def of(cls, library: Library, read: Iterable[ReadDossier]) -> Self:
        """Return those of its author's library. Of what was read before nothing is parsed."""
        found: dict[ContactDatum, set[str]] = {}
        own = in_words(str(library.profile.profile.name)) if library.profile else ""
        for each in read:
            source = each.entry.source
            hangs_on = digest_of_text(source.text) if each.facts else ""
            people = take(each.facts, _PEOPLE, source.file, hangs_on, partial(_people, each.entry))
            for datum in people:
                if in_words(datum.value) != own:
                    found.setdefault(datum, set()).add(each.entry.id)
        return cls(tuple(Known(datum, frozenset(ids)) for datum, ids in found.items()))

    def in_public(self, texts: Iterable[Authored]) -> Iterator[Problem]:
        """Yield them in what anyone reads: who is named there may be known for other reasons."""
        for text in texts if self.known else ():
            for known in self.known:
                if found := known.find(text.text):
                    yield _told(known, found, text, "anyone")

    def crossings(
        self, library: Library, read: Sequence[ReadDossier], markup: Sequence[Authored]
    ) -> Iterator[Crossing]:
        """Yield them in what other dossiers' recipients read, beside it and around it.

        `library` is its author's, and so are the dossiers that are `read`.
        """
        if not self.known:
            return
        of = digest_of_value(self.known)
        for each in read:
            source = each.entry.source
            hangs_on = (of, digest_of_text(source.text)) if each.facts else ()
            met = take(each.facts, _MET, source.file, hangs_on, partial(self._met, each))
            yield from (Crossing(problem, frozenset({each.entry.id})) for problem in met)
        for record, texts in ((None, markup), *read_by_many(library)):
            ids = frozenset(r.entry.id for r in read if record is None or cites(r, record.id))
            for known in self.known:
                if others := ids - known.dossiers:
                    yield from (Crossing(problem, others) for problem in _found(known, texts))

    def _met(self, read: ReadDossier) -> tuple[Problem, ...]:
        whole = folded("\n".join(text.text for text in read.sent))
        known = (each for each in self.known if read.entry.id not in each.dossiers)
        near = (each for each in known if each.datum.field != "name" or _may_stand(each, whole))
        return tuple(problem for each in near for problem in _found(each, read.sent))


def _people(entry: ApplicationEntry) -> tuple[ContactDatum, ...]:
    """Return what tells the contacts of a dossier from others, unless anyone may read it."""
    contacts = entry.application.contacts if entry.audience is not Audience.PUBLIC else ()
    names = (contact.name.strip() for contact in contacts)
    reach = (reach for contact in contacts for reach in reach_in(contact.channel or ""))
    return (
        *(ContactDatum("name", name, Audience.PRIVATE) for name in names if " " in name),
        *(ContactDatum("email" if "@" in r else "phone", r, Audience.PRIVATE) for r in reach),
    )


def _may_stand(known: Known, whole: str) -> bool:
    return max(in_words(known.datum.value).split(), key=len) in whole


def _found(known: Known, texts: Iterable[Authored]) -> Iterator[Problem]:
    for text in texts:
        if found := known.find(text.text):
            yield _told(known, found, text, "recipients")


def _told(known: Known, found: str, text: Authored, who: str) -> Problem:
    whose = f"a contact of {' and '.join(map(spell, sorted(known.dossiers)))}"
    is_guess = known.is_guess or (who == "anyone" and known.datum.field == "name")
    code = "other-dossier" if who != "anyone" else "text-published"
    code = "name-similar" if is_guess else code
    hint = f"take it out, or {IN_PLACE.format(code)}" if text.is_content else "take it out"
    if is_guess:
        message = f"{spell(found)}, whom {who} would read of, may tell of {whose}"
        return warning(code, text.locate(found), message, hint)
    message = f"{who} would read of {spell(found)}, {whose} alone"
    return Problem(code, text.locate(found), message, hint)
