"""Relocation or the notice period stated two ways, where both are plain. Advisory."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.model.document import FileKind
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem, warning
from dossier.prose.passages import Passage
from dossier.prose.questions import questions
from dossier.prose.sections import split_options
from dossier.prose.visible import visible

_RELOCATION = pattern(r"\brelocat\w+|\bmov(?:e|ing) (?:to|from|for)\b", re.IGNORECASE)
_NOTICE = pattern(r"\bnotice(?: period)?\b|\bstart date\b|\bcan start\b", re.IGNORECASE)
_TOPICS = {"relocation": _RELOCATION, "notice": _NOTICE}
_NUMBERS = [
    "a",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_SPAN = pattern(
    r"\b(\d{1,3}|"
    + "|".join(_NUMBERS[1:])
    + r"|an?)(?:\s?(?:-|to|or)\s?(\d{1,3}|"
    + "|".join(_NUMBERS[1:])
    + r"))?[\s-](day|week|month)s?\b(?! ago)",
    re.IGNORECASE,
)
_NO = pattern(
    r"\b(?:can(?:not|'t)|won't|will not|would not|wouldn't|not (?:able|willing|open|going) to)"
    r" (?:relocate|relocating|move|moving)\b|\bno relocation\b|\bremote only\b",
    re.IGNORECASE,
)
_YES = pattern(
    r"\b(?:willing|open|able|ready|happy|glad|prepared) to (?:relocat\w+|mov(?:e|ing))\b"
    r"|\b(?:would|will|can|could) (?:gladly |happily )?(?:relocate|move)\b",
    re.IGNORECASE,
)
_SENTENCE_END = pattern(r"(?<=[.!?])\s+")
_DAYS = {"day": 1, "week": 7, "month": 30}


@frozen
class TopicStatement:
    """What a sentence plainly says of a topic."""

    aspect: str
    """What of the topic it says, as `relocation time`."""
    value: str
    """Spelled one way, so that it can be compared."""
    words: str
    where: Place


def compare(files: AllFiles[TopicStatement]) -> Iterator[Problem]:
    """Compare what is said in plain words, each aspect once a file."""
    first: dict[str, TopicStatement] = {}
    reported: set[tuple[str, str]] = set()
    for statement in files.readings:
        before = first.setdefault(statement.aspect, statement)
        key = (statement.aspect, statement.where.file)
        if before.value != statement.value and key not in reported:
            reported.add(key)
            topic = statement.aspect.partition(" ")[0]
            message = f"on {topic} this says `{statement.words}`, {before.where} `{before.words}`"
            hint = "say the same everywhere, or say why it differs"
            yield warning("statement-differs", statement.where, message, hint)


def read(view: FileView) -> Iterator[TopicStatement]:
    """Yield what a file says of a topic."""
    for passage, about in _topical(view):
        for block in visible(passage, view.library):
            for start, sentence in _sentences(block.text):
                for topic, told in _TOPICS.items():
                    if topic == about or told.search(sentence):
                        for aspect, value, words in _stated(topic, sentence):
                            where = block.locate(start + sentence.find(words), words)
                            yield TopicStatement(aspect, value, words, where)


def _topical(view: FileView) -> Iterator[tuple[Passage, str]]:
    """Yield the texts that may speak of a topic, and the topic that a text is about."""
    for passage in view.passages:
        if passage.application is None and passage.path is None:
            continue
        about = _about(passage)
        is_topical = _may_be_topical(passage.text.lower()) and any(
            pattern.search(passage.text) for pattern in _TOPICS.values()
        )
        if about or is_topical:
            yield passage, about
    for question in questions(view.application) if view.application else ():
        about = split_options(question.heading)[1].get("about", "")
        if about in _TOPICS:
            yield question.answer, about


def _may_be_topical(low: str) -> bool:
    """Return whether a text in lower case could speak of a topic: a cheap look at each text."""
    is_of_moving = "relocat" in low or "move " in low or "moving " in low
    return is_of_moving or "notice" in low or "start date" in low or "can start" in low


def _about(passage: Passage) -> str:
    """Return the topic of a field: the profile's relocation, a gap about it."""
    path = passage.path or ()
    if path[:1] == ("relocation",):
        return "relocation"
    if path[:1] == ("gaps",) and passage.application and isinstance(path[1], int):
        gap = passage.application.application.gaps[path[1]]
        return next((topic for topic in _TOPICS if topic in (gap.about, gap.id)), "")
    return ""


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for part in _SENTENCE_END.split(text):
        found = text.find(part, start)
        yield found, part
        start = found + len(part)


def _stated(topic: str, sentence: str) -> Iterator[tuple[str, str, str]]:
    """Yield what a sentence plainly says: an aspect, its value, and the words."""
    spans = list(_SPAN.finditer(sentence))
    if len(spans) == 1:
        low, high, unit = spans[0].groups()
        yield f"{topic} time", _days(low, high, unit.lower()), spans[0][0]
    if topic == "relocation":
        refused, agreed = _NO.search(sentence), _YES.search(sentence)
        if refused and not agreed:
            yield "relocation willingness", "no", refused[0]
        elif agreed and not refused:
            yield "relocation willingness", "yes", agreed[0]
        origin = re.search(r"\bfrom ([A-Z][a-z]+) to\b", sentence)
        if origin:
            yield "relocation origin", origin[1], origin[0]


def _days(low: str, high: str, unit: str) -> str:
    ends = [end for end in (low, high) if end]
    return "-".join(str(_number(end) * _DAYS[unit]) for end in ends)


def _number(word: str) -> int:
    word = word.lower()
    return int(word) if word.isdecimal() else max(_NUMBERS.index("a" if word == "an" else word), 1)


RULE = Rule(
    "statement-differs",
    across=Comparison(read, compare, TopicStatement),
    private_only=True,
    needs=(FileKind.PROFILE,),
)
