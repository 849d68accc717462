"""What the statements of a dossier were found to be, text by text, while somebody writes in it.

An edit leaves most texts of its file as they were, and to read statements is most of what rules do.
What they are found to be hangs on what they say, on the front matter, and on what is the same for
all files (`cache.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from dossier.claims.findings import Finding, StatementFindings
from dossier.claims.judge import Judge
from dossier.prose.passages import Passage
from dossier.prose.statements import Statement, statements
from dossier.prose.text_kind import kind_of

_Read = tuple[StatementFindings, ...]


@dataclass(slots=True)
class KeptStatements:
    """What was read of the texts of one file."""

    _front: object = None
    """The front matter that it was read with."""
    _texts: dict[object, _Read] = field(default_factory=dict)
    _standings: dict[Statement, tuple[Finding, ...]] = field(default_factory=dict)

    def read(self, judge: Judge, front: object, passages: Iterable[Passage]) -> _Read:
        """Return the statements of all texts of the file as it is now."""
        before = self._texts if front is self._front else {}
        self._front, self._texts = front, {}
        # Taken away: what stands twice has statements of its own in each place.
        known = [(each, before.pop(_key(each), None)) for each in passages]
        loose = {_content(each.statement): each for read in before.values() for each in read}
        found: list[StatementFindings] = []
        for passage, read in known:
            texts = tuple(_judged(judge, passage, loose)) if read is None else read
            for each in texts:
                each.statement.passage = passage  # where it stands now
            self._texts[_key(passage)] = texts
            found += texts
        told = self._standings
        self._standings = {s: told[s] for s in (each.statement for each in found) if s in told}
        return tuple(found)

    def standings(
        self, each: StatementFindings, judged: Callable[..., Iterator[Finding]]
    ) -> tuple[Finding, ...]:
        """Return what a statement tells as further than it has come."""
        known = self._standings.get(each.statement)
        if known is None:
            known = self._standings[each.statement] = tuple(judged(each.statement, each.found))
        return known


def _key(passage: Passage) -> object:
    return passage.text, passage.path, passage.audience, kind_of(passage)


def _judged(
    judge: Judge, passage: Passage, loose: dict[object, StatementFindings]
) -> Iterator[StatementFindings]:
    """Yield the statements of a text, those that stood in one that is gone as they were."""
    for statement in statements(passage):
        known = loose.pop(_content(statement), None)
        if known is None:
            yield StatementFindings(statement, tuple(judge.judge(statement)))
        else:
            # What was found points to it, so that it is moved.
            known.statement.way, known.statement.line = statement.way, statement.line
            yield known


def _content(statement: Statement) -> object:
    """Return all of a statement but where it stands. A field stands in its row."""
    passage = statement.passage
    return (
        *(statement.raw, statement.text, statement.kind, passage.path, passage.audience),
        *(statement.written, tuple(statement.titled.items()), statement.cited),
        *(statement.in_heading, statement.in_quote, statement.heading, statement.columns),
    )
