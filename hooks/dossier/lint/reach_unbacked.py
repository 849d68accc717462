"""Reach that is claimed beside a citation, and that no cited record speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.claims.context import Context
from dossier.claims.sentences import Sentence, sentences
from dossier.lint.card import Card
from dossier.lint.rule import Rule
from dossier.model.document import FileKind
from dossier.plain.problems import Problem, warning
from dossier.prose.text_kind import CLAIMS
from dossier.quantities.stemming import stem_set


def check(card: Card) -> Iterator[Problem]:
    """Find words of reach in sentences whose records say nothing like it."""
    index = card.judge.index
    for statement in (found.statement for found in card.statements):
        if statement.kind not in CLAIMS or statement.kind == "record" or statement.in_heading:
            continue
        if index.words.may_stand("reach", statement.text):
            for sentence in sentences(index, statement):
                yield from _in_sentence(sentence)


def _in_sentence(sentence: Sentence) -> Iterator[Problem]:
    records = Context(sentence).spoken_of
    words, found = sentence.index.words, sentence.tokens
    if not records or words.has("others", found) or words.has("denials", found):
        return
    known = frozenset().union(*(sentence.index.stems[entry.id] for entry in records))
    for position, token in enumerate(found):
        hit = words.at("reach", found, position)
        if hit is None:
            continue
        phrase = found[position : position + hit[0]]
        if not stem_set(t.text for t in phrase) & known:
            said = " ".join(t.text for t in phrase)
            where = sentence.statement.locate(token.start, phrase[-1].end)
            message = f"no record cited here says `{said}`"
            hint = "write it into a record with its source, or leave it out"
            yield warning("reach-unbacked", where, message, hint)
            return


RULE = Rule("reach-unbacked", in_card=check, needs=(FileKind.EVIDENCE,))
