"""What is planned, experimental or deprecated, and described as more than that."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.card import Card
from dossier.lint.rule import Rule
from dossier.model.document import FileKind
from dossier.plain.problems import Problem


def check(card: Card) -> Iterator[Problem]:
    """Hold what sentences say of a record against how far it has come."""
    for found in card.standing_findings():
        where = found.statement.locate(found.start, found.end)
        yield Problem(found.code, where, found.message, found.hint)


RULE = Rule("status-drift", in_card=check, needs=(FileKind.EVIDENCE, FileKind.PROJECT))
