"""Files of which enough is known from the run before, so that they are read only if more is asked.

Of a dossier: what tells it from others, and which files it names. Of other files: their YAML.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dossier.load.front_matter import split
from dossier.load.hide import stated_audience
from dossier.load.parsed_file import OF_YAML, ParsedFile, named_postings
from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.document import Document, FileKind
from dossier.model.library import ApplicationEntry, Section
from dossier.plain.codec import codec
from dossier.plain.frozen import frozen
from dossier.plain.kept_facts import KeptFacts, Kind, digest_of_text
from dossier.plain.yaml import construct


@frozen
class DossierFacts:
    """What is asked of every dossier, of one in which nothing is wrong."""

    audience: Audience
    names: tuple[str, ...]
    addresses: tuple[str, ...]
    postings: tuple[str, ...]
    stated: Audience
    """Its audience, as its YAML has it."""
    named: tuple[str, ...]
    """The postings, as its YAML has them."""

    @classmethod
    def of(cls, entry: ApplicationEntry, raw: object) -> DossierFacts:
        """Return the facts of a dossier with its raw front matter."""
        stated, named = stated_audience(raw), tuple(named_postings(entry.id, raw))
        return cls(entry.audience, entry.names, entry.addresses, entry.postings, stated, named)


_DOSSIER: Kind[DossierFacts] = Kind("dossier", *codec(DossierFacts))
_UNCUT: Kind[bool] = Kind("without comments", bool, bool)
_DECIMAL = ""
"""What stands for a number with a fraction, which JSON has none of: no key of YAML is empty."""


class LateFile(ParsedFile):
    """A dossier's file, whose YAML is parsed when somebody asks for it."""

    __slots__ = ("_raw", "facts")
    _raw: object
    facts: DossierFacts

    def __init__(self, entry_id: str, source: Document, facts: DossierFacts) -> None:
        values = {"kind": FileKind.APPLICATION, "id": entry_id, "source": source, "problems": ()}
        for name, value in (*values.items(), ("facts", facts), ("_raw", None)):
            object.__setattr__(self, name, value)

    @property
    def raw(self) -> Any:
        """The plain values of its YAML."""
        if self._raw is None:
            read = construct(self.source.yaml, self.source.file)[0]
            object.__setattr__(self, "_raw", {} if read is None else read)
        return self._raw

    @property
    def stated(self) -> Audience:
        """The audience that it states."""
        return self.facts.stated

    @property
    def postings(self) -> tuple[str, ...]:
        """The saved postings that it names."""
        return self.facts.named


class LateEntry(ApplicationEntry):
    """A dossier that is read when somebody asks for more than its facts."""

    __slots__ = ("_facts", "_known", "_read")
    _facts: DossierFacts
    _known: ApplicationEntry | None
    _read: Callable[[], ApplicationEntry]

    def __init__(self, file: LateFile, read: Callable[[], ApplicationEntry]) -> None:
        values = {"id": file.id, "source": file.source, "_facts": file.facts, "_read": read}
        for name, value in (*values.items(), ("_known", None)):
            object.__setattr__(self, name, value)

    @property
    def _whole(self) -> ApplicationEntry:
        known = self._known or self._read()
        object.__setattr__(self, "_known", known)
        return known

    @property
    def application(self) -> Application:
        """What its YAML says."""
        return self._whole.application

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts of its prose."""
        return self._whole.sections

    @property
    def audience(self) -> Audience:
        """Who may see it."""
        return self._facts.audience

    @property
    def names(self) -> tuple[str, ...]:
        """What its company is called."""
        return self._facts.names

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of its postings."""
        return self._facts.addresses

    @property
    def postings(self) -> tuple[str, ...]:
        """The saved postings of its roles."""
        return self._facts.postings


def known_file(facts: KeptFacts, place: tuple[str, FileKind, str], text: str) -> ParsedFile | None:
    """Return a file in which nothing is wrong, as is known, without parsing its YAML, or None.

    `place` is its name, its kind and its id.
    """
    (file, kind, entry_id), hangs_on = place, digest_of_text(text)
    if kind is FileKind.APPLICATION:
        known = facts.known(_DOSSIER, file, hangs_on)
        return LateFile(entry_id, split(file, text)[0], known) if known else None
    raw = facts.known(_YAML, file, hangs_on)
    if raw is None:
        return None
    source = Document(file, text, yaml=text) if kind in OF_YAML else split(file, text)[0]
    return ParsedFile(kind, entry_id, source, raw, ())


def keep_dossier(facts: KeptFacts, file: ParsedFile, entry: ApplicationEntry) -> None:
    """Keep the facts of a dossier in which nothing is wrong."""
    hangs_on = digest_of_text(file.source.text)
    facts.find(_DOSSIER, file.source.file, hangs_on, lambda: DossierFacts.of(entry, file.raw))


def keep_yaml(facts: KeptFacts, file: ParsedFile) -> None:
    """Keep what the YAML of a file in which nothing is wrong was parsed to, but of a dossier."""
    if file.kind is not FileKind.APPLICATION and not file.problems:
        facts.keep(_YAML, file.source.file, digest_of_text(file.source.text), file.raw)


def is_uncut(facts: KeptFacts, file: ParsedFile) -> bool:
    """Return whether no value of a file is known to hold a comment."""
    source = file.source
    return facts.known(_UNCUT, source.file, digest_of_text(source.text)) is True


def keep_uncut(facts: KeptFacts, file: ParsedFile) -> None:
    """Keep that no value of a file holds a comment, but of a dossier, which is read late."""
    if file.kind is not FileKind.APPLICATION:
        facts.keep(_UNCUT, file.source.file, digest_of_text(file.source.text), value=True)


def _spell(value: object) -> tuple[bool, object]:
    """Return plain values, and whether something in them has to be read again."""
    plain = _plain(value)
    return plain != value, plain


def _restore(kept: tuple[bool, object]) -> object:
    has_decimals, plain = kept
    return _read(plain) if has_decimals else plain


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return list(map(_plain, value))
    return {_DECIMAL: str(value)} if isinstance(value, Decimal) else value


def _read(value: Any) -> Any:
    if isinstance(value, dict):
        if _DECIMAL in value:
            return Decimal(value[_DECIMAL])
        return {key: _read(item) for key, item in value.items()}
    return list(map(_read, value)) if isinstance(value, list) else value


_YAML: Kind[Any] = Kind("yaml", _spell, _restore)
