"""What all statements of a library are held against: metrics, projects, figures in words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import InitVar, dataclass
from decimal import Decimal
from typing import TypeVar

from dossier.model.evidence import RecordStatus
from dossier.model.library import Library, RecordEntry
from dossier.plain.cached_property import cached_property
from dossier.prose.statements import CELL, plain
from dossier.quantities.lexicon import Lexicon, lexicon
from dossier.quantities.names import Names, names_of
from dossier.quantities.reader import quantities
from dossier.quantities.stemming import WORD, stem, stem_set
from dossier.quantities.tokens import tokens
from dossier.quantities.vocabulary import Vocabulary
from dossier.records.metrics import Meaning

_POINT = frozenset({"en", "ja", "zh", "ko", "th", "hi", "he", "ga", "cy", "mt"})
"""Languages that write `0.5`; all others are taken to write `0,5`."""
_BESIDE = 4
"""How many words around a number say what it is of."""
BREAKS = frozenset({"?", ";", ",", ":", "\N{EN DASH}", CELL.strip()})
"""The signs at which a clause ends."""
Said = tuple[tuple[str, ...], int | None]
"""The texts of a record, and how many people did it."""
Key = TypeVar("Key")


@dataclass(frozen=True, eq=False)
class RecordIndex:
    """The records and projects of a library. Not slotted: most of it is made late and kept."""

    library: Library
    whole: Mapping[str, RecordEntry] | None = None
    """The records with all that they say, where those of the library lack some of it."""
    before: InitVar[RecordIndex | None] = None
    """An index of which is kept what is the same."""

    def __post_init__(self, before: RecordIndex | None) -> None:
        """Take over what another index has of the same records."""
        if before is None or before.library.language != self.library.language:
            return
        known: dict[int, list[Meaning]] = {}
        for meaning in before.meanings:
            known.setdefault(id(meaning.entry), []).append(meaning)
        self.__dict__["meanings"] = tuple(
            meaning
            for entry in self.library.records.values()
            for meaning in known.get(id(entry)) or self._meanings(entry)
        )
        if "spoken" in before.__dict__:
            said = {before.said[id_]: numbers for id_, numbers in before.spoken.items()}
            self.__dict__["spoken"] = {
                id_: said[each] if each in said else self._spoken(each)
                for id_, each in self.said.items()
            }

    @cached_property
    def words(self) -> Lexicon:
        """The words of the content's language."""
        return lexicon(self.library.language)

    @cached_property
    def breaks(self) -> frozenset[str]:
        """The signs and the words at which a clause may end or begin."""
        return BREAKS | self.words.parting

    @cached_property
    def comma(self) -> bool:
        """Whether the content's language writes `0,5`."""
        return self.library.language.partition("-")[0].lower() not in _POINT

    @cached_property
    def meanings(self) -> tuple[Meaning, ...]:
        """All metrics."""
        return tuple(m for e in self.library.records.values() for m in self._meanings(e))

    def _meanings(self, entry: RecordEntry) -> list[Meaning]:
        metrics = entry.record.metrics
        return [Meaning(entry, metric, self.words, self.comma) for metric in metrics]

    @cached_property
    def vocabulary(self) -> Vocabulary[Meaning]:
        """The names of all metrics."""
        return Vocabulary((meaning, meaning.names) for meaning in self.meanings)

    def may_name_others(self, text: str, known: Collection[Meaning]) -> bool:
        """Return whether a text without numbers could name other metrics, told in like units."""
        named = self.vocabulary.among(frozenset(map(stem, WORD.findall(text)))) if known else ()
        return any(
            other is not meaning and other.told.unit.kind == meaning.told.unit.kind
            for other in named
            for meaning in known
        )

    @cached_property
    def by_reference(self) -> Mapping[tuple[str, str], Meaning]:
        """The metrics by record and id."""
        return {(m.entry.id, m.metric.id): m for m in self.meanings}

    @cached_property
    def by_project(self) -> Mapping[str, tuple[Meaning, ...]]:
        """The metrics of each project."""
        return _grouped(self.meanings, lambda m: (m.entry.project or "",))

    @cached_property
    def by_record(self) -> Mapping[str, tuple[Meaning, ...]]:
        """The metrics of each record."""
        return _grouped(self.meanings, lambda m: (m.entry.id,))

    @cached_property
    def by_file(self) -> Mapping[str, tuple[Meaning, ...]]:
        """The metrics by the files of their records."""
        return _grouped(self.meanings, lambda m: (m.entry.source.file,))

    @cached_property
    def by_word(self) -> Mapping[str, tuple[Meaning, ...]]:
        """The metrics by the words of their names."""
        return _grouped(self.meanings, lambda m: m.name_stems)

    def has_kind(self, beginning: str) -> bool:
        """Return whether any metric has a unit whose kind begins so."""
        return any(kind.startswith(beginning) for kind in self.by_kind)

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Meaning, ...]]:
        """The metrics by what their units measure."""
        return _grouped(self.meanings, lambda m: (m.told.unit.kind,))

    @cached_property
    def by_value(self) -> Mapping[Decimal, tuple[Meaning, ...]]:
        """The metrics by their values, without units."""
        return _grouped(
            self.meanings, lambda m: (n.normalize() for value in m.known for n in value.values)
        )

    @cached_property
    def by_number(self) -> Mapping[Decimal, tuple[Meaning, ...]]:
        """The metrics by the numbers of their values, now and before, in their own units."""
        return _grouped(self.meanings, lambda m: (value.number for value in m.known))

    def has_range(self, ends: Iterable[Decimal], kind: str) -> bool:
        """Return whether one record has all of some values of a kind, each of another metric."""
        known = (self.by_value.get(end.normalize(), ()) for end in ends)
        records = ({m.entry.id for m in group if m.told.unit.kind == kind} for group in known)
        return bool(set.intersection(*records))

    @cached_property
    def spoken(self) -> Mapping[str, frozenset[tuple[Decimal, str]]]:
        """The numbers in each record's own text, by value and kind."""
        return {id_: self._spoken(said) for id_, said in self.said.items()}

    @cached_property
    def speaking(self) -> Mapping[tuple[Decimal, str], tuple[str, ...]]:
        """The records in whose texts a number stands."""
        found: dict[tuple[Decimal, str], list[str]] = {}
        for record, numbers in self.spoken.items():
            for number in numbers:
                found.setdefault(number, []).append(record)
        return {number: tuple(records) for number, records in found.items()}

    @cached_property
    def last_year(self) -> str:
        """The last year of which a record is; a later one is not over yet. Empty if none says."""
        return max((e.record.date or "" for e in self.library.records.values()), default="")[:4]

    @cached_property
    def unconfirmed(self) -> frozenset[str]:
        """The records whose text backs nothing but itself."""
        records = self.library.records.values()
        return frozenset(e.id for e in records if e.record.status is RecordStatus.UNCONFIRMED)

    @cached_property
    def stems(self) -> Mapping[str, frozenset[str]]:
        """The stems of the words in each record's own text, taken when they are asked for."""
        return _Stems(self.said)

    @cached_property
    def said(self) -> Mapping[str, Said]:
        """All that each record says in words, and how many people did it."""
        records = self.library.records if self.whole is None else self.whole
        return {entry.id: (_texts(entry), entry.record.team) for entry in records.values()}

    def _spoken(self, said: Said) -> frozenset[tuple[Decimal, str]]:
        texts, team = said
        numbers = {(Decimal(team), "")} if team else set()
        for text in map(plain, texts):
            for figure in quantities(text, tokens(text), self.words, comma=self.comma):
                numbers.update((value.normalize(), figure.kind) for value in figure.values)
        return frozenset(numbers)

    def beside(
        self, record: str, value: Decimal, kind: str, itself: str = ""
    ) -> Iterator[frozenset[str]]:
        """Yield the stems of the words around a number in a record's texts, but for one itself."""
        for text in (plain(each) for each in self.said[record][0] if each != itself):
            found = tokens(text)
            for figure in quantities(text, found, self.words, comma=self.comma):
                if value in figure.values and figure.kind == kind:
                    around = found[max(0, figure.first - _BESIDE) : figure.last + _BESIDE]
                    yield stem_set(token.text for token in around)

    @cached_property
    def has_wordings(self) -> bool:
        """Whether figures of any record must not stand without a wording."""
        return any(entry.record.must_say for entry in self.library.records.values())

    @cached_property
    def has_parts(self) -> bool:
        """Whether any record says whose work it was."""
        return any(entry.record.part for entry in self.library.records.values())

    @cached_property
    def projects(self) -> Names:
        """The names of the projects."""
        return names_of(
            (plain(name), entry.id)
            for entry in self.library.projects.values()
            for name in (entry.project.title, entry.id)
        )

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """The words of metrics' names without a capital letter, which alone name no project."""
        names = (name for m in self.meanings for name in (m.metric.name, *m.metric.forms))
        return frozenset(t.text for name in names for t in tokens(name) if t.text.islower())

    @cached_property
    def employers(self) -> Names:
        """The names of whom the person has worked for."""
        return names_of((plain(name), name) for name in self.library.employers)

    @cached_property
    def by_page(self) -> Mapping[str, str]:
        """The projects by their files."""
        return {entry.source.file: entry.id for entry in self.library.projects.values()}


class _Stems(dict[str, frozenset[str]]):
    """The stems of the records that were asked for."""

    def __init__(self, said: Mapping[str, Said]) -> None:
        super().__init__()
        self._said = said

    def __missing__(self, record: str) -> frozenset[str]:
        """Take the stems of a record."""
        texts, _ = self._said[record]
        found = self[record] = stem_set(t.text for text in texts for t in tokens(plain(text)))
        return found


def _texts(entry: RecordEntry) -> tuple[str, ...]:
    """Return all that a record says in words."""
    record = entry.record
    texts = [record.claim, record.method, record.limits, *record.must_say]
    for metric in record.metrics:
        texts += (metric.scope, metric.baseline, metric.unit, metric.name, *metric.forms)
        texts.append(metric.display)
    return tuple(text for text in texts if text)


def _grouped(
    known: Iterable[Meaning], keys: Callable[[Meaning], Iterable[Key]]
) -> Mapping[Key, tuple[Meaning, ...]]:
    found: dict[Key, list[Meaning]] = {}
    for meaning in known:
        for key in keys(meaning):
            found.setdefault(key, []).append(meaning)
    return {key: tuple(group) for key, group in found.items()}
