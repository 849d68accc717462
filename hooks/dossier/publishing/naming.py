"""A project to what of its private dossiers the public and recipients would read.

Nothing that others see is made here: it is what their views are held against.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.kept_facts import KeptFacts, Kind, take
from dossier.plain.problems import Problem, problem_of, values_of
from dossier.publishing.authored import CONFIGURATION, Authored, authored, named
from dossier.publishing.contact_data import (
    ContactDatum,
    contact_data,
    find_contact,
    find_contact_sent,
)
from dossier.publishing.crossing import Crossing
from dossier.publishing.dossier_contacts import DossierContacts
from dossier.publishing.markup_lines import find_in_markup, own_files, own_lines
from dossier.publishing.other_dossiers import find_crossings, find_named
from dossier.publishing.own_files import OwnFiles
from dossier.publishing.private_entries import Kept, PrivateEntries
from dossier.publishing.private_names import PrivateNames
from dossier.publishing.private_sentences import (
    PrivateSentences,
    closed_to_all,
    find_crossed,
    find_noted,
    find_told,
)
from dossier.publishing.read_dossier import ReadDossier, said_in
from dossier.publishing.short_names import words_of
from dossier.settings import Settings

if TYPE_CHECKING:
    from dossier.render.page import AuthorPage, Page

_WORDS: Kind[frozenset[str]] = Kind("words", sorted, frozenset)
_PROBLEMS: Kind[tuple[Problem, ...]] = Kind(
    "public", lambda found: list(map(values_of, found)), lambda kept: tuple(map(problem_of, kept))
)


@frozen
class Shown:
    """What the public sees."""

    library: Library
    draw: Callable[[], Iterable[Page | AuthorPage]]
    """Returns its pages."""
    assets: Mapping[str, bytes]


@frozen
class Naming:
    """What is held against what. Not slotted: what is found is kept."""

    private: Library
    """What the author sees, and the dossiers that are not read."""
    show: Callable[[], Shown]
    settings: Settings
    own: OwnFiles
    known: Container[str]
    """The ids of the dossiers that are read: the others are sent to nobody."""
    facts: KeptFacts | None = None
    public: object = ()
    """All that the public view is made of, if facts are kept."""

    @cached_property
    def shown(self) -> Shown:
        """What the public sees."""
        return self.show()

    @cached_property
    def names(self) -> PrivateNames:
        """The names that no public text may hold."""
        ours = take(self.facts, _WORDS, "ours", self.public, lambda: _words_of(self.shown.library))
        allowed = tuple(name for name, _ in self.settings.allowed_names)
        return PrivateNames.of(self.private, allowed, self.own, ours, self.facts)

    @cached_property
    def read(self) -> tuple[ReadDossier, ...]:
        """The dossiers as they are read."""
        entries = self.private.applications.values()
        return tuple(ReadDossier(entry, self.facts) for entry in entries)

    @cached_property
    def named(self) -> tuple[Problem, ...]:
        """What is a private dossier's in what the public may see."""
        markup = [text.text for text in self._markup]
        hangs_on = (self.public, self.names.digest, markup) if self.facts else ()
        named = take(self.facts, _PROBLEMS, "named", hangs_on, self._named)
        return (*named, *self._noted, *self._contact)

    def _named(self) -> tuple[Problem, ...]:
        from dossier.publishing.named_places import find_names  # noqa: PLC0415 - late, as it is asked

        shown = self.shown
        # The package's own markup adds no name to what its author wrote.
        pages = shown.draw() if own_files(self.settings) else ()
        spoken = self.settings.spoken
        return tuple(find_names(self.names, shown.library, pages, shown.assets, spoken))

    @cached_property
    def _noted(self) -> tuple[Problem, ...]:
        said = take(self.facts, _WORDS, "said", self.public, self._said)
        # Without a sentence of a dossier's nobody has to look where it stands.
        if said.isdisjoint(self._closed):
            return ()
        return tuple(find_noted(self._closed, self._texts(), self.settings.spoken))

    @cached_property
    def _contact(self) -> tuple[Problem, ...]:
        """What of one's contact data, and of the people of dossiers, anyone would read."""
        of = (self.public, self._contact_data, self._contacts.known)
        hangs_on = of if self.facts else ()
        found = take(self.facts, _PROBLEMS, "contact", hangs_on, self._find_contact)
        in_markup = find_contact(self._contact_data, self._markup, Audience.PUBLIC)
        return (*found, *in_markup)

    def _find_contact(self) -> tuple[Problem, ...]:
        spoken = (Authored(said, CONFIGURATION, is_content=False) for said in self.settings.spoken)
        texts = (*self._texts(), *spoken) if self._contact_data or self._contacts.known else ()
        own = find_contact(self._contact_data, texts, Audience.PUBLIC)
        return (*own, *self._contacts.in_public(texts))

    @cached_property
    def _contact_data(self) -> tuple[ContactDatum, ...]:
        return contact_data(self.private)

    @cached_property
    def _contacts(self) -> DossierContacts:
        return DossierContacts.of(self.private, self.read)

    @cached_property
    def _markup(self) -> tuple[Authored, ...]:
        """The site's own markup, which all are shown."""
        return tuple(own_lines(self.settings))

    def _texts(self) -> Iterator[Authored]:
        """Yield what the author wrote for all, names of files too."""
        yield from authored(self.shown.library)
        yield from named(self.shown.library, self.shown.assets)

    @cached_property
    def entries(self) -> PrivateEntries:
        """The sentences of all that is no dossier."""
        return PrivateEntries.of(self.private, self.facts)

    @cached_property
    def sentences(self) -> PrivateSentences:
        """The sentences that no recipient reads."""
        return PrivateSentences.of(self.entries, self.read)

    @cached_property
    def _closed(self) -> Mapping[str, Kept]:
        """Where the sentences stand that no public text may say, by their keys."""
        return closed_to_all(self.entries, self.read)

    def _said(self) -> frozenset[str]:
        return said_in([*(text.text for text in self._texts()), *self.settings.spoken])

    @cached_property
    def crossings(self) -> tuple[Crossing, ...]:
        """What is of another dossier in what recipients read, who read what all do, too."""
        found = self._crossed()
        return tuple(each for each in found if any(id_ in self.known for id_ in each.dossiers))

    def _crossed(self) -> Iterator[Crossing]:
        yield from find_crossings(self.names, self.private, self.read)
        yield from find_crossed(self.sentences, self.private, self.read)
        yield from find_in_markup(self.names, self.sentences, self.private, self.read, self._markup)
        yield from find_contact_sent(self._contact_data, self.private, self.read, self._markup)
        yield from self._contacts.crossings(self.private, self.read, self._markup)

    @cached_property
    def told(self) -> tuple[Problem, ...]:
        """What the public or recipients would read, once for each place."""
        places = {problem.where for problem in self.named}
        crossed = (each.problem for each in self.crossings)
        return (*self.named, *(problem for problem in crossed if problem.where not in places))

    def opened(self, application: str, texts: Sequence[Authored]) -> tuple[Problem, ...]:
        """Return what is not for a dossier's recipients in private texts told to them for once."""
        read = next(each for each in self.read if each.entry.id == application)
        named = find_named(self.names, self.private, self.read, application, texts)
        told = find_told(self.sentences, read, texts)
        return (*named, *told, *find_contact(self._contact_data, texts, Audience.SHARED))

    def crossing(
        self, dossiers: frozenset[str], shared: Library, assets: Mapping[str, bytes]
    ) -> tuple[Problem, ...]:
        """Return what is of another dossier in what recipients of some are sent, files included.

        Files are taken apart, which is for the moment at which they are sent.
        """
        from dossier.publishing.carried_files import find_carried  # noqa: PLC0415 - as it is asked

        libraries = self.private, shared
        carried = find_carried(self.names, self.sentences, libraries, self.read, assets)
        every = (*self.crossings, *carried)
        return tuple(each.problem for each in every if each.dossiers & dossiers)


def _words_of(public: Library) -> frozenset[str]:
    """Return the words of the author's own name, projects and employers."""
    names = [entry.project.title for entry in public.projects.values()]
    if public.profile:
        profile = public.profile.profile
        names += [str(profile.name), *(job.employer for job in profile.work)]
    return frozenset(word for name in names for word in words_of(name))
