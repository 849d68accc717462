"""Figures in prose that are not what their records say, or stand in none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier.claims.findings import Finding, read
from dossier.claims.judge import Judge
from dossier.lint.card import Card
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.model.document import Document, FileKind
from dossier.model.library import Library
from dossier.plain.patterns import pattern
from dossier.plain.problems import Problem
from dossier.prose.asides import beside
from dossier.prose.drawings import drawn_texts
from dossier.prose.passages import Passage

_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_COUNT = pattern(r"[\w,.]+")
_PLAIN = "give the record's figure, or none: no reference is read here"
_CONFIGURATION = Document("mkdocs.yml")


def check(card: Card) -> Iterator[Problem]:
    """Hold every figure against the metric that its sentence names."""
    for statement in card.statements:
        for found in statement.found:
            if isinstance(found, Finding) and not _may_stand(found, card):
                yield _told(found, _PLAIN if card.is_head else found.hint)
    # A badge's figure, or one in a table that a tool has written, need not stand in a record.
    for aside in card.asides:
        for found in aside.found:
            if isinstance(found, Finding) and found.code == "figure-drift":
                yield _told(found, _PLAIN)


def _told(found: Finding, hint: str) -> Problem:
    where = found.statement.locate(found.start, found.end)
    return Problem(found.code, where, found.message, hint, found.severity)


def _may_stand(found: Finding, card: Card) -> bool:
    """Return whether a finding is of a figure that is nobody's claim.

    A link may be called by one, *Talk, 45 min*, and a project by a number, *Studio 54*. A limit
    may say of how many it speaks: `Two ports were measured`, of 12.
    """
    statement = found.statement
    is_bare = _COUNT.fullmatch(statement.text[found.start : found.end].strip()) is not None
    if statement.kind == "limits" and is_bare:
        return True
    return found.code != "figure-drift" and (card.is_label or (card.is_head and is_bare))


def find_drift(
    spoken: Iterable[str], library: Library, assets: Mapping[str, bytes] | None = None
) -> Iterator[Problem]:
    """Yield what a configuration puts on every page, or a drawing shows, against the records.

    `assets` are the files that texts show, by path.
    """
    judge = Judge(library)
    # The year of a copyright is no figure: most sites need no index for theirs.
    texts = (_YEAR.sub("", text) for text in spoken)
    told = read(judge.judge, (Passage(text, Audience.PUBLIC, _CONFIGURATION) for text in texts))
    for found in (found for statement in told for found in statement.found):
        if isinstance(found, Finding):
            where = _CONFIGURATION.locate()
            message = " ".join(found.message.split())
            yield Problem(found.code, where, message, _PLAIN, found.severity)

    for drawn in drawn_texts(library, assets or {}):
        for found in judge.judge(beside(drawn.passage, drawn.text)):
            if isinstance(found, Finding) and found.code == "figure-drift":
                hint = f"it stands in `{drawn.name}`: draw it anew with the record's figure"
                yield Problem(found.code, drawn.where, found.message, hint, found.severity)


ALSO = ("figure-unbacked", "text-heavy")
RULE = Rule("figure-drift", also=ALSO, in_card=check, needs=(FileKind.EVIDENCE,))
