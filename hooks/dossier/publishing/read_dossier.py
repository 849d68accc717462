"""A dossier as its recipients read it, and what it says of its company to its author alone."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping

from dossier.load.hide import visible_part
from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.base import Entry
from dossier.model.document import Document
from dossier.model.library import ApplicationEntry
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.kept_facts import KeptFacts, Kind, digest_of_text, take
from dossier.plain.yaml_places import Path
from dossier.publishing.authored import Authored, strings
from dossier.publishing.sentences import sayings, sentences

_OF_THE_COMPANY = frozenset({"context", "angle", "notes", None})
"""Sections whose sentences are about a company."""
_OF_LACKS = frozenset({"gaps"})
"""Sections, and fields, whose sentences are about what the author lacks."""
_OF_PLANS = frozenset({"lead", "emphasis"})
"""Sections of one's own words on one's own work, for many. Answers and openings are, too, and are
there to be told."""
_KEY_BYTES = 12
"""So many that no two sentences have one key."""


@frozen
class SentenceKeys:
    """The sentences of a dossier, by their keys."""

    sent: frozenset[str]
    """What its recipients read."""
    kept: frozenset[str]
    """What it says of its company and of what its author lacks, and they do not read."""
    closed: frozenset[str]
    """What no public text may say: that, and what its author plans."""
    told: frozenset[str]
    """What its author lacks, and tells them all the same."""


SENTENCES: Kind[SentenceKeys] = Kind(
    "sentences",
    lambda keys: [
        " ".join(sorted(each)) for each in (keys.sent, keys.kept, keys.closed, keys.told)
    ],
    lambda values: SentenceKeys(*(frozenset(value.split()) for value in values)),
)


@frozen
class ReadDossier:
    """A dossier with what is read in it. Not slotted: texts are read late and kept."""

    entry: ApplicationEntry
    """As its author sees it."""
    facts: KeptFacts | None = None

    @cached_property
    def sent(self) -> tuple[Authored, ...]:
        """What recipients are shown of it."""
        return tuple(_sent(self.entry))

    @cached_property
    def keys(self) -> SentenceKeys:
        """Its sentences."""
        source = self.entry.source
        hangs_on = digest_of_text(source.text)
        return take(self.facts, SENTENCES, source.file, hangs_on, self._keys)

    def _keys(self) -> SentenceKeys:
        sent = said_in(text.text for text in self.sent)
        noted, lacking, planned = (
            keys_of(each(self.entry)) for each in (_noted, _lacking, _planned)
        )
        kept = (noted | lacking) - sent
        return SentenceKeys(sent, kept, kept | planned - sent, (lacking - noted) & sent)


def keys_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the keys of all sentences in texts."""
    return frozenset(key_of(words) for text in texts for _, words in sentences(text))


def said_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the keys of all that texts say to their readers."""
    return frozenset(key_of(words) for text in texts for _, words in sayings(text))


def key_of(words: str) -> str:
    """Return what stands for the words of a sentence."""
    told = words.encode("utf-8", "surrogatepass")
    return b64encode(hashlib.blake2b(told, digest_size=_KEY_BYTES).digest()).decode()


def keeping(read: Iterable[ReadDossier]) -> Mapping[str, frozenset[str]]:
    """Return the sentences of dossiers that no recipient of any reads, by their keys.

    Each with the ids of its dossiers.
    """
    return _by_key((each.entry.id, each.keys.kept) for each in read)


def closing(read: Iterable[ReadDossier]) -> Mapping[str, frozenset[str]]:
    """Return the sentences of dossiers that no public text may say, in the same way."""
    return _by_key((each.entry.id, each.keys.closed) for each in read)


def _by_key(keys: Iterable[tuple[str, frozenset[str]]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for dossier, held in keys:
        for key in held:
            found.setdefault(key, set()).add(dossier)
    return {key: frozenset(dossiers) for key, dossiers in found.items()}


def shown(model: Entry, source: Document, *left_out: str) -> Iterator[Authored]:
    """Yield the texts of an entry that recipients may see."""
    raw = dump(model, *left_out)
    seen = {text for _, text in strings(visible_part(type(model), raw, Audience.SHARED))}
    yield from (Authored(text, source, path) for path, text in strings(raw) if text in seen)


def dump(model: Entry, *left_out: str) -> dict[str, object]:
    """Return what an entry says, as plain values."""
    return model.model_dump(by_alias=True, exclude_none=True, exclude=set(left_out))


def _sent(entry: ApplicationEntry) -> Iterator[Authored]:
    yield from shown(entry.application, entry.source)
    for section in entry.sections:
        if Audience.SHARED.may_see(section.audience):
            yield Authored(section.title, entry.source, offset=section.offset)
            yield Authored(section.text, entry.source, offset=section.offset)


def _noted(entry: ApplicationEntry) -> Iterator[str]:
    """Yield what a dossier says of its company for its author alone."""
    own = _OF_LACKS | {"proof_points"}
    yield from (text for path, text in _own_values(entry) if path[0] not in own)
    yield from _own_sections(entry, _OF_THE_COMPANY)


def _lacking(entry: ApplicationEntry) -> Iterator[str]:
    """Yield what it says of what its author lacks."""
    for path, text in _own_values(entry):
        # The words of a row are one's own, on whichever page; why it is waived is not.
        if path[0] in _OF_LACKS or path[-1] == "accepted":
            yield text
    yield from _own_sections(entry, _OF_LACKS)


def _planned(entry: ApplicationEntry) -> Iterator[str]:
    """Yield what it says of what its author would show."""
    yield from _own_sections(entry, _OF_PLANS)


def _own_values(entry: ApplicationEntry) -> Iterator[tuple[Path, str]]:
    """Yield the values that its author alone sees, but what a posting asks for: its own words."""
    raw = dump(entry.application)
    seen = {text for _, text in strings(visible_part(Application, raw, Audience.SHARED))}
    for path, text in strings(raw):
        if text not in seen and "asks" not in path:
            yield path, text


def _own_sections(entry: ApplicationEntry, names: frozenset[str | None]) -> Iterator[str]:
    # With the comments of other tools, which are notes in a note.
    written = "\n".join(entry.source.text.split("\n")[entry.source.body_line :])
    for section in entry.sections:
        if section.name in names and not Audience.SHARED.may_see(section.audience):
            yield written[section.offset : section.offset + len(section.text)]
