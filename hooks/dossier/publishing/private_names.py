"""The public view to the private names in it: companies whose dossiers are not open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.kept_facts import KeptFacts, Kind, digest_of_value, take
from dossier.plain.problems import Place, Problem, warning
from dossier.plain.yaml_writing import quote_text
from dossier.publishing.company_names import CompanyName
from dossier.publishing.domains import domain_of, domain_pattern
from dossier.publishing.own_files import OwnFiles
from dossier.publishing.searched_text import SearchedText, folded

if TYPE_CHECKING:
    pass

_OWN: Kind[bool] = Kind("own", bool, bool)
_MADE: Kind[tuple[tuple[str, ...], ...]] = Kind(
    "company", list, lambda kept: tuple(map(tuple, kept))
)


@frozen
class Mention:
    """A private name in a text."""

    name: str
    """As its dossier has it, or the domain of its posting."""
    dossier: str
    found: str
    """As the text has it."""
    is_sure: bool

    def __lt__(self, other: Mention) -> bool:
        return _in_order(self) < _in_order(other)


_in_order = attrgetter("name", "dossier", "found", "is_sure")


@frozen
class PrivateNames:
    """The names that no public text may hold. Not slotted: what is made of them is kept."""

    names: Mapping[str, str]
    """The names of companies, aliases too, with the ids of their dossiers."""
    domains: Mapping[str, str]
    """The companies' own domains, as their postings tell them, with the same."""
    allowed: tuple[str, ...]
    own: OwnFiles
    ours: frozenset[str] = frozenset()
    """The words of names that the author has in public, folded."""
    facts: KeptFacts | None = None

    @classmethod
    def of(
        cls,
        private: Library,
        allowed: Iterable[str],
        own: OwnFiles,
        ours: frozenset[str],
        facts: KeptFacts | None = None,
    ) -> PrivateNames:
        """Return the names of all dossiers that are not open, but those that may be named."""
        return cls(private_names(private), _domains(private), tuple(allowed), own, ours, facts)

    def only(self, name: str) -> PrivateNames:
        """Return one name, or domain, alone: to look for it line by line."""
        names = {own: dossier for own, dossier in self.names.items() if own == name}
        domains = {own: dossier for own, dossier in self.domains.items() if own == name}
        alone = replace(self, names=names, domains=domains)
        alone._judged.update(self._judged)  # noqa: SLF001 - its own
        return alone

    @cached_property
    def digest(self) -> str:
        """What tells them from others, of the same tool."""
        return digest_of_value((self.names, self.domains, self.allowed, self.ours))

    @cached_property
    def _companies(self) -> tuple[tuple[CompanyName, str], ...]:
        passed = {key for name in self.allowed for key in CompanyName(name).keys}
        named = ((self._company(name), dossier) for name, dossier in sorted(self.names.items()))
        return tuple((n, dossier) for n, dossier in named if not passed or not passed & n.keys)

    def _company(self, name: str) -> CompanyName:
        company = CompanyName(name)
        if self.facts is None:
            return company
        made = self.facts.find(_MADE, name, (), lambda: company.made)
        return CompanyName.of(name, made)

    @cached_property
    def _judged(self) -> dict[str, bool]:
        """Whether names are the tool's own, of those that it has been asked for."""
        return {}

    def _is_own(self, name: CompanyName) -> bool:
        """Return whether a name is a word or label of the tool itself.

        To be asked last: the tool's files are read for the first answer.
        """
        if name.name not in self._judged:
            judge = partial(self.own.says, name)
            self._judged[name.name] = take(self.facts, _OWN, name.name, (), judge)
        return self._judged[name.name]

    @cached_property
    def _places(self) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
        passed = {folded(name) for name in self.allowed}
        kept = sorted((d, dossier) for d, dossier in self.domains.items() if d not in passed)
        return tuple((domain, dossier, domain_pattern(domain)) for domain, dossier in kept)

    def in_site(self, text: SearchedText) -> Iterator[Mention]:
        """Yield the names in a text of a finished site, which the tool's own words stand in."""
        for name, dossier in self._companies:
            if name.may_stand_in(text) and not self._is_own(name):
                yield from self._mentions(name, dossier, text, is_own=False)
        yield from self._addresses(text)

    def in_authored(
        self, text: SearchedText, passed: frozenset[str] = frozenset()
    ) -> Iterator[Mention]:
        """Yield the names in a text that the author wrote, but those that are `passed`."""
        for name, dossier in self._companies:
            if name.name not in passed and name.may_stand_in(text):
                yield from self._mentions(name, dossier, text, is_own=self._is_own(name))
        yield from (found for found in self._addresses(text) if found.name not in passed)

    def may_stand_in(self, text: SearchedText) -> bool:
        """Return whether it takes a closer look to tell that a text has none of them."""
        may = any(name.may_stand_in(text) for name, _ in self._companies)
        return may or any(domain in text.folded for domain, _, _ in self._places)

    def naming(self, text: SearchedText) -> frozenset[str]:
        """Return the names that a text may mean, surely or not, the tool's own words too."""
        named = (name for name, _ in self._companies if name.may_stand_in(text))
        meant = {n.name for n in named if n.find(text) or n.find_like(text) or self._short(n, text)}
        return frozenset(meant | {found.name for found in self._addresses(text)})

    def in_file(self, path: str, content: bytes, *, is_authored: bool = False) -> set[Mention]:
        """Return the names in a file, its own name included. What cannot be read has none."""
        # Late: they bring along what takes files apart.
        from dossier.plain.packed import LETTERS, UnreadableTextError  # noqa: PLC0415
        from dossier.plain.visible_text import layers  # noqa: PLC0415

        look = self.in_authored if is_authored else self.in_site
        try:
            found = layers(path, content)
        except UnreadableTextError:
            found = (("name", path),)
        texts = {text for where, text in found if where != LETTERS}
        mentions = {mention for text in texts for mention in look(SearchedText(text))}
        for where, text in found:
            mentions |= set(self._in_letters(SearchedText(text))) if where == LETTERS else set()
        return surest(mentions)

    def _in_letters(self, text: SearchedText) -> Iterator[Mention]:
        for name, dossier in self._companies:
            if (found := name.find_in_letters(text)) and not self._is_own(name):
                yield Mention(name.name, dossier, found, is_sure=False)

    def _mentions(
        self, name: CompanyName, dossier: str, text: SearchedText, *, is_own: bool
    ) -> Iterator[Mention]:
        found = name.find(text, minds_case=is_own)
        if found:
            yield Mention(name.name, dossier, found, is_sure=True)
        elif not is_own and (found := name.find_like(text) or self._short(name, text)):
            yield Mention(name.name, dossier, found, is_sure=False)

    def _short(self, name: CompanyName, text: SearchedText) -> str:
        found = name.find_short(text, self.ours)
        return "" if found and self._is_own(CompanyName(found)) else found

    def _addresses(self, text: SearchedText) -> Iterator[Mention]:
        for domain, dossier, pattern in self._places:
            if domain in text.folded and pattern.search(text.folded):
                yield Mention(domain, dossier, domain, is_sure=False)


def private_names(library: Library) -> Mapping[str, str]:
    """Return the names of the dossiers that are not open, aliases too, with the dossiers' ids."""
    names: dict[str, str] = {}
    for entry in library.applications.values():
        if entry.audience is not Audience.PUBLIC:
            for name in entry.names:
                names.setdefault(name, entry.id)
    return names


def _domains(library: Library) -> dict[str, str]:
    domains: dict[str, str] = {}
    for entry in library.applications.values():
        if entry.audience is not Audience.PUBLIC:
            for address in entry.addresses:
                if domain := domain_of(address):
                    domains.setdefault(domain, entry.id)
    return domains


def surest(mentions: Iterable[Mention]) -> set[Mention]:
    """Return each name once: what is sure says nothing of what is likely."""
    best: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda m: (not m.is_sure, m.found)):
        best.setdefault(mention.name, mention)
    return set(best.values())


def told_of(mention: Mention, where: Place, code: str = "name-private") -> Problem:
    """Return the problem that a mention is."""
    whose = f"whose dossier `{mention.dossier}` is private"
    if mention.is_sure:
        message = f"the public view names `{mention.name}`, {whose}"
        return Problem(code, where, message, allowing(mention.name))
    message = f"`{mention.found}` may tell of `{mention.name}`, {whose}"
    return warning("name-similar", where, message, allowing(mention.name))


def allowing(name: str) -> str:
    """Return the cure for a name in public: what to write, as it can be pasted, on one line."""
    item = f"{{name: {quote_text(name)}, reason: …}}"
    option = f"extra: {{dossier: {{allow_names: [{item}]}}}}"
    return f"take the name out, or allow it in mkdocs.yml: {option}"
