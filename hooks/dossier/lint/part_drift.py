"""Work told as more one's own than the record that is cited says."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.claims.context import Context
from dossier.claims.findings import StatementFindings, TypedMetric
from dossier.claims.sentences import Sentence, sentences
from dossier.lint.card import Card
from dossier.lint.rule import Rule
from dossier.model.document import FileKind
from dossier.model.evidence import Part
from dossier.model.library import RecordEntry
from dossier.plain.problems import Problem, warning
from dossier.prose.text_kind import ABOUT_OTHERS

_ORDER = tuple(Part)
"""From most to least."""


def check(card: Card) -> Iterator[Problem]:
    """Hold the verbs of sentences against the part that the cited records state."""
    index = card.judge.index
    if not index.has_parts:
        return
    for found in card.statements:
        statement, kind = found.statement, found.statement.kind
        if kind is None or kind == "record" or kind in ABOUT_OTHERS or statement.in_heading:
            continue
        if index.words.may_stand("parts", statement.text):
            for sentence in sentences(index, statement):
                yield from _in_sentence(sentence, found)


def _in_sentence(sentence: Sentence, findings: StatementFindings) -> Iterator[Problem]:
    spoken = Context(sentence).spoken_of
    stated = [entry for entry in spoken if entry.record.part] or _told(sentence, findings)
    if not stated:
        return
    best = min(stated, key=lambda entry: _ORDER.index(entry.record.part or Part.USED))
    part = best.record.part or Part.USED
    words, found = sentence.index.words, sentence.tokens
    for position, token in enumerate(found):
        hit = words.at("parts", found, position)
        if hit and _ORDER.index(Part(hit[1])) < _ORDER.index(part) and _is_own(sentence, position):
            where = sentence.statement.locate(token.start, found[position + hit[0] - 1].end)
            said = " ".join(t.text for t in found[position : position + hit[0]])
            message = f"`{said}` says more than `{best.id}`, whose part is {part}"
            place = best.source.locate((*best.path, "part"))
            hint = f"say what your part was, or correct the record ({place})"
            yield warning("part-drift", where, message, hint)
            return


def _told(sentence: Sentence, findings: StatementFindings) -> list[RecordEntry]:
    """Return the records whose figures a sentence tells, if all of them state a part."""
    told = [
        found.meaning.entry
        for found in findings.found
        if isinstance(found, TypedMetric) and sentence.start <= found.figure.start < sentence.end
    ]
    return told if all(entry.record.part for entry in told) else []


def _is_own(sentence: Sentence, position: int) -> bool:
    """Return whether oneself is who did it: by `I`, or by beginning with the verb."""
    first, _ = sentence.segment(position)
    words, found = sentence.index.words, sentence.tokens
    if words.has("denials", found[first:position]):
        return False
    before = [token for token in found[first:position] if token.kind == "word"]
    return not before or words.has("own", found[:position])


RULE = Rule("part-drift", in_card=check, needs=(FileKind.EVIDENCE,))
