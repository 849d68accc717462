"""Signs and units that stand twice where a metric is printed: `by +22%`, `500K++`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.claims.sentences import Sentence, sentences
from dossier.lint.card import Card
from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.document import FileKind
from dossier.model.evidence import Metric
from dossier.model.figure import BARE, NUMBER, spell, write
from dossier.model.library import RecordEntry
from dossier.plain.patterns import pattern
from dossier.plain.problems import Problem, warning
from dossier.prose.statements import Statement
from dossier.prose.targets import Target
from dossier.quantities.lexicon import Lexicon
from dossier.quantities.stemming import stem
from dossier.quantities.tokens import first_word
from dossier.quantities.units import CURRENCIES, unit_of
from dossier.records.metrics import Meaning
from dossier.records.record_index import RecordIndex

_SIGNS = "+-~<>\N{LESS-THAN OR EQUAL TO}\N{GREATER-THAN OR EQUAL TO}\N{MINUS SIGN}"
_TWICE = pattern(rf"\+\+$|^[{re.escape(_SIGNS)}]\s*[{re.escape(_SIGNS)}]")
_RATE = pattern(r"(?:/|\bper )\s*([a-z]+)$")
_AHEAD = 6
"""How many words after a figure may say once more what it is per."""


def check(view: FileView) -> Iterator[Problem]:
    """Read the spellings of metrics that records give themselves."""
    for entry in view.records:
        yield from _in_record(entry)


def check_card(card: Card) -> Iterator[Problem]:
    """Read every figure that is written by reference together with what stands around it."""
    for found in card.statements:
        if _may_double(card.judge.index, found.statement):
            for sentence in sentences(card.judge.index, found.statement):
                for position, meaning in sentence.written:
                    problem = _in_sentence(sentence, position, meaning)
                    if problem:
                        yield problem


def _in_record(entry: RecordEntry) -> Iterator[Problem]:
    for number, metric in enumerate(entry.record.metrics):
        said = _display(metric)
        if said:
            where = entry.source.locate((*entry.path, "metrics", number, "display"))
            hint = "leave out of `display` what `op` and `unit` print"
            yield warning("figure-doubled", where, f"this prints {spell(metric)}, {said}", hint)


def _display(metric: Metric) -> str:
    """Return what is doubled in a metric's own spelling, nothing if all is well."""
    figure = spell(metric)
    if _TWICE.search(figure.number):
        return "the sign twice"
    unit = metric.unit or ""
    units = {CURRENCIES.get(part, part) for part in unit.split()}
    has_sign = any(CURRENCIES.get(sign) in units for sign in metric.display or "")
    if metric.display and unit and (has_sign or metric.display.endswith(unit)):
        return "the unit twice"
    return ""


def _may_double(index: RecordIndex, statement: Statement) -> bool:
    """Return whether what a statement prints could repeat what stands beside it: a cheap look."""
    text = statement.text
    for at, target in statement.written:
        meaning = index.by_reference.get((target.id, target.metric_id))
        if meaning and (
            _may_repeat_unit(text, at, meaning)
            or _may_repeat_sign(index.words, text, at, _printed(statement, at, target, meaning))
        ):
            return True
    return False


def _may_repeat_sign(words: Lexicon, text: str, at: int, printed: str) -> bool:
    if not printed:  # An earlier value that there is not: `evidence-unknown` tells it.
        return False
    if text[at - 1 : at] in tuple(_SIGNS) and printed[0] in _SIGNS:
        return True
    # What is looked for has no genitive, and where it stands it may have one.
    is_owned = "'s" in text
    if printed[0] in "+-" and (is_owned or words.may_stand("amounts", text)):
        return True
    return _tells_bound(printed) and (is_owned or words.may_stand("bounds", text))


def _may_repeat_unit(text: str, at: int, meaning: Meaning) -> bool:
    unit, after = meaning.metric.unit or "", first_word(text, at + 1)
    if not unit or not after:
        return False
    next_unit = unit_of(after)
    is_alike = next_unit is not None and next_unit.kind == meaning.told.unit.kind
    return is_alike or bool(_RATE.search(unit)) or _is_counted(unit, after.lower())


def _in_sentence(sentence: Sentence, position: int, meaning: Meaning) -> Problem | None:
    statement, token = sentence.statement, sentence.tokens[position]
    title = statement.titled.get(token.start, "")
    target = next(t for at, t in statement.written if at == token.start)
    printed = _printed(statement, token.start, target, meaning)
    said, cure = "", BARE
    if printed and _is_sign_doubled(sentence, position, printed):
        said = "the sign twice"
    elif title != NUMBER and _is_unit_doubled(sentence, position, meaning):
        said, cure = "the unit twice", NUMBER
    if not said:
        return None
    where = statement.locate(token.start, token.end)
    hint = f'write `[]({target} "{cure}")`, which writes the figure without it'
    return warning("figure-doubled", where, f"this reads {said}: `{printed}`", hint)


def _printed(statement: Statement, at: int, target: Target, meaning: Meaning) -> str:
    is_before = target.metric != meaning.metric.id
    return write(meaning.metric, statement.titled.get(at, ""), is_before=is_before)


def _tells_bound(printed: str) -> bool:
    signs = _SIGNS.replace("+", "").replace("-", "")
    return printed[0] in signs or printed.rstrip().endswith("+")


def _is_counted(unit: str, word: str) -> bool:
    """Return whether a word is the last one of a unit, whatever their endings."""
    return stem(word) == stem(unit.rsplit(maxsplit=1)[-1].lower())


def _is_sign_doubled(sentence: Sentence, position: int, printed: str) -> bool:
    words, found = sentence.index.words, sentence.tokens
    before = found[position - 1] if position else None
    is_joined = before is not None and before.end == found[position].start
    if before and is_joined and before.text in _SIGNS and printed[0] in _SIGNS:
        return True
    if _tells_bound(printed) and words.ending_at("bounds", found, position):
        return True
    if printed[0] not in "+-" or not words.ending_at("amounts", found, position):
        return False
    return words.has("directions", found[:position])


def _is_unit_doubled(sentence: Sentence, position: int, meaning: Meaning) -> bool:
    found, unit = sentence.tokens, meaning.metric.unit or ""
    after = found[position + 1] if position + 1 < len(found) else None
    if not unit or after is None:
        return False
    next_unit = unit_of(after.text)
    if next_unit and next_unit.kind == meaning.told.unit.kind:
        return True
    if after.kind == "word" and _is_counted(unit, after.low):
        return True
    rate, words = _RATE.search(unit), sentence.index.words
    period = unit_of(rate[1]) if rate else None
    for place in range(position + 1, min(position + _AHEAD, len(found) - 1)):
        other = unit_of(found[place + 1].text)
        is_per = found[place].text == "/" or words.at("each", found, place)
        if period and is_per and other and other.kind == period.kind == "time":
            return True
    return False


RULE = Rule("figure-doubled", check=check, in_card=check_card, needs=(FileKind.EVIDENCE,))
