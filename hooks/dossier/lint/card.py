"""Texts of a file that are read together: those of a row, a gap or a record, or a section.

What is found in one hangs on it, on the front matter, and on what it asks of records: an edit of
another leaves it, though it may move it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.claims.findings import Finding, StatementFindings, read
from dossier.claims.judge import Judge
from dossier.lint.standings import Standings
from dossier.model.own_words import HEADS
from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.prose.asides import asides
from dossier.prose.passages import Passage
from dossier.prose.text_kind import kind_of


@frozen
class Card:
    """Such texts. Not slotted: statements are read late and kept."""

    standings: Standings
    passages: tuple[Passage, ...]
    is_head: bool = False
    """Whether it is what something is called and described by, where no reference is read."""

    @property
    def is_label(self) -> bool:
        """Whether it is so called within a page: a section, a role, a link, a source."""
        path = self.passages[0].path
        return self.is_head and (path is None or path[0] not in HEADS)

    @property
    def judge(self) -> Judge:
        """What figures are held against."""
        return self.standings.judge

    @cached_property
    def statements(self) -> tuple[StatementFindings, ...]:
        """The statements of the texts, with what their figures are held to be."""
        return read(self.judge.judge, self.passages)

    @property
    def asides(self) -> Iterator[StatementFindings]:
        """What is read beside the texts, with the same."""
        for passage in self.passages:
            for aside in asides(passage):
                yield StatementFindings(aside, tuple(self.judge.judge(aside)))

    def standing_findings(self) -> Iterator[Finding]:
        """Yield what its statements tell as further than it has come."""
        for each in self.statements:
            yield from self.standings.judged(each.statement, each.found)

    @property
    def name(self) -> object:
        """What tells it from the others of its file: prose by what it says."""
        name = _place(self.passages[0]) or self.passages[0].text
        return ("head", name) if self.is_head else name

    @property
    def hangs_on(self) -> tuple[object, ...]:
        """All that is found in it hangs on, but for its name, its line and its file's name."""
        source = self.passages[0].source
        told = ((each.audience, kind_of(each), each.is_page) for each in self.passages)
        return source.yaml, source.yaml_line, source.hidden, tuple(told)

    @property
    def line(self) -> int:
        """The line that prose begins in, from which all in it is found; 0 for fields."""
        first = self.passages[0]
        return 0 if _place(first) else first.source.locate_in_body(first.offset).line


def cards(
    standings: Standings, passages: Iterable[Passage], *, are_heads: bool = False
) -> Iterator[Card]:
    """Yield the cards of the texts of one file."""
    found: dict[object, list[Passage]] = {}
    for passage in passages:
        found.setdefault(_place(passage) or passage.offset, []).append(passage)
    for together in found.values():
        yield Card(standings, tuple(together), are_heads)


def _place(passage: Passage) -> object:
    """Return the row, gap or record that a field is of; None for prose."""
    return passage.path[:2] if passage.path is not None else None
