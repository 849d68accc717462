"""What a figure is of, in the words around it; nothing where they do not say it.

The noun behind a figure names it, `12 volumes`, else the one before it, `Accuracy up to 99%`, or
what the sentence is about: `Raised conversion from test to sale from 58% to 67%`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.importing.name_words import (
    ARTICLES,
    DONE,
    ENDS,
    JOINING,
    LINKS,
    MOVED,
    OPENS,
    RELATIVE,
    STOPS,
    VERB,
    WHO,
)
from dossier.importing.whole_names import word_end, word_start
from dossier.match.irregular_verbs import verb_of
from dossier.plain.patterns import pattern
from dossier.quantities.quantity import Quantity
from dossier.quantities.telling_names import held_against, says_itself
from dossier.quantities.tokens import Token, is_joined, low_at

_MOST = 3
"""How many words a name has, links aside."""
_LONGEST = 5
"""How many it has at most where its noun, in the plural, stands last: `CO2 booster packs`."""
_TIMED = pattern(r" (?:a|an|per|each|every) (?:hour|day|night|shift|week|month|term|season|year)\b")
_OBJECTLESS_TEXT = "time times number numbers amount rate rates share level period"
_OBJECTLESS = frozenset(_OBJECTLESS_TEXT.split())
"""What names nothing without what stands behind it: `time to first reply`."""
_EXTENDED = _OBJECTLESS | {"wait", "waits"}
"""What is named with what stands behind it."""
_MOST_BEHIND = 7
"""How many words a name has with what stands behind such a word."""
_NO_PURPOSE_TEXT = "one two three four five six seven eight nine ten total cash"
_NO_PURPOSE = frozenset(_NO_PURPOSE_TEXT.split())
"""Words behind *in* that do not say what money is for."""


def name_of(text: str, found: Sequence[Token], figure: Quantity) -> str:
    """Return what a figure is of, nothing where its author has to say it."""
    if against := held_against(found, figure.last):
        return against
    named = (
        behind(found, figure.last)
        or _before(found, figure)
        or _subject(found, figure)
        or _money(found, figure)
        or _ahead_of_colon(found, figure)
    )
    is_bare = len(named) == 1 and named[0].low in _OBJECTLESS
    if is_bare or low_at(found, figure.first - 1) == "within":
        return ""
    name = text[named[0].start : named[-1].end] if named else ""
    return name if says_itself(name) else ""


def changed_in(
    text: str, found: Sequence[Token], new: Quantity, old: Quantity
) -> tuple[str, str] | None:
    """Return what changed, and in what it is counted: `drift` in `cents`, `from 11 cents to 4`.

    None where it is told of nothing but what was counted: `grew from 3 sites to 11`.
    """
    counted = [behind(found, figure.last) for figure in (new, old)]
    said = {" ".join(token.low for token in each) for each in counted if each}
    first = min(new, old, key=lambda figure: figure.first)
    is_timed = any(_TIMED.match(text, each[-1].end) for each in counted if each)
    is_from = low_at(found, first.first - 1) == "from"
    if new.kind or old.kind or len(said) != 1 or is_timed or not is_from:
        return None
    named = _before(found, first) or _subject(found, first)
    name = text[named[0].start : named[-1].end] if named else ""
    unit = said.pop()
    if named and _is_moved(found, found.index(named[-1]), first):
        return None  # `Dinner grew from 40 covers to 95`
    return (name, unit) if name and says_itself(name) and name.casefold() != unit else None


def is_done(word: str) -> bool:
    """Return whether a word says that something was done, or came to be."""
    return bool(DONE.fullmatch(word)) or verb_of(word.casefold()) != word.casefold()


def behind(found: Sequence[Token], position: int) -> list[Token]:
    """Return the words from a position on that name something."""
    words: list[list[Token]] = []
    while len(words) < _LONGEST and low_at(found, position) not in ENDS:
        after = word_end(found, position)
        if after == position or is_joined(found, position):
            break
        words.append(list(found[position:after]))
        position = after
    words = words[: _size(words)]
    if words and is_done(words[0][0].text):
        return []  # `2 of 310 came back`
    while words and is_done(words[-1][-1].text):
        words.pop()  # `12 volunteers joined`
    return [token for word in words for token in word]


def _size(words: Sequence[Sequence[Token]]) -> int:
    """Return how many words name what is counted: up to the first plural beyond the usual."""
    plural = [word[-1].low.endswith("s") and not word[-1].low.endswith("ss") for word in words]
    return plural.index(True) + 1 if any(plural) and not any(plural[:_MOST]) else _MOST


def _before(found: Sequence[Token], figure: Quantity) -> list[Token]:
    """Return the words before a figure that name it: `turnaround of a volume from 95 minutes`."""
    end = figure.first
    while end and found[end - 1].low in ENDS:
        end -= 1
    is_of = low_at(found, figure.first - 1) == "of"
    start, named, count = end, end, 0
    while start and count < _MOST:
        token = found[start - 1]
        is_link = token.low in LINKS and named < end
        if token.kind != "word" or (token.low in ENDS and not is_link):
            break
        if not is_link and start < named and low_at(found, start) != "of":
            break
        if is_of and token.low == "of":
            break  # `Second in charge of a section of 5`
        start = word_start(found, start - 1)
        if not is_link:
            named, count = start, count + 1
    is_moved = _is_moved(found, end, figure)
    while not is_moved and word_end(found, named) < end and is_done(found[end - 1].text):
        end -= 1  # `Food cost held at 23%`
    return _noun(found, named, end, is_of=is_of)


def _is_moved(found: Sequence[Token], start: int, figure: Quantity) -> bool:
    """Return whether a verb between a position and a figure says that it rose or fell."""
    return any(token.low in MOVED for token in found[start : figure.first])


def _noun(found: Sequence[Token], start: int, end: int, *, is_of: bool) -> list[Token]:
    """Return the tokens that name something, without a verb; nothing if they only add to it.

    `is_of`: the figure is of them, as in `a team of 9`.
    """
    begin = start
    while begin and found[begin - 1].low in ARTICLES:
        begin -= 1
    led = low_at(found, begin - 1) if begin else ""
    if led == "and" and begin == start < end - 1 and VERB.fullmatch(found[start].text):
        return list(found[start + 1 : end])  # `Kept the log and cut spend by 17%`
    is_further = begin > 1 and found[begin - 2].kind == "word"
    is_cut = start < end and is_joined(found, start) and found[start - 1].kind != "sign"
    if (led in JOINING and is_further and not is_of) or led in ("-", "%") or is_cut:
        return []
    number = begin - 1 - (led == "of")  # `120 of the cues in 2 nights`
    is_counted = number >= 0 and found[number].kind == "number" and not is_joined(found, number)
    if is_counted or (begin < start and low_at(found, begin - 2) == "to"):
        return []  # `To settle a claim from 9 days`, `within 24 hours of arrival from 61%`
    opens = begin == start and (begin == 0 or led in WHO | OPENS | STOPS)
    if start < end and opens and VERB.fullmatch(found[start].text) and end - start > 1:
        start += 1
    if led == "," and end - start > 1 and found[start].low.endswith("ing"):
        start += 1  # `Kept the van stock, cutting waste by 18%`
    if led in WHO and begin == start:
        return []
    is_verb = word_end(found, start) == end and start < end and is_done(found[end - 1].text)
    return [] if is_verb else list(found[start:end])


def _subject(found: Sequence[Token], figure: Quantity) -> list[Token]:
    """Return what the part of the sentence that has a figure begins with, its verb aside."""
    start = figure.first
    while start and found[start - 1].low not in OPENS:
        before = _before_brackets(found, start) if start == figure.first - 1 else start
        if before == start and found[start - 1].kind != "word":
            break
        start = before if before < start else word_start(found, start - 1)
    if start and found[start - 1].kind == "number":
        return _ahead_of_time(found, start - 1)
    if start and found[start - 1].low in RELATIVE and _is_moved(found, start, figure):
        return _related(found, start)
    return _named_from(found, start, figure.first)


def _ahead_of_time(found: Sequence[Token], number: int) -> list[Token]:
    """Return what is said ahead of a time that something took: `rounds within 2 hours of noon`."""
    end = number - 1
    while low_at(found, end) in ARTICLES:
        end -= 1  # `the leak rate across the 46 sites down from 14%`
    if low_at(found, end) not in JOINING:
        return []
    start = end = _before_brackets(found, end)
    while start and found[start - 1].kind == "word" and found[start - 1].low not in OPENS:
        start = word_start(found, start - 1)
    is_whole = start == 0 or low_at(found, start - 1) in STOPS
    return _named_from(found, start, end) if is_whole else []


def _before_brackets(found: Sequence[Token], position: int) -> int:
    """Return the position before the brackets that end at one; the same for none."""
    if low_at(found, position - 1) != ")":
        return position
    position -= 1
    while position and low_at(found, position) != "(":
        position -= 1
    return position


def _named_from(found: Sequence[Token], start: int, end: int) -> list[Token]:
    """Return what a part of a sentence begins with, its verb aside."""
    first = low_at(found, start)
    start += bool(VERB.fullmatch(first) or (start and first.endswith("ing")))
    while low_at(found, start) in ARTICLES:
        start += 1
    named: list[Token] = []
    links: list[Token] = []
    position, count = start, 0
    while position < end and count <= _MOST:
        token = found[position]
        if token.low == "and" and VERB.fullmatch(low_at(found, position + 1)):
            break  # `Kept the waiting list and cut it from 11 weeks`
        if named and token.low in (*LINKS, "and"):
            links.append(token)
            position += 1
            continue
        after = word_end(found, position)
        if after == position or token.low in ENDS:
            break
        named += [*links, *found[position:after]]
        links, position, count = [], after, count + 1
    if len(named) == 1 and named[0].low in _EXTENDED:
        bare = [] if named[0].low in _OBJECTLESS else named
        return _with_object(found, start, end) or bare
    is_verb = named and count == 1 and is_done(named[-1].text)
    return [] if count > _MOST or is_verb else named


def _with_object(found: Sequence[Token], start: int, end: int) -> list[Token]:
    """Return a word that names nothing alone with all behind it, up to what moved or a figure."""
    while end > start and (found[end - 1].low in ENDS or VERB.fullmatch(found[end - 1].text)):
        end -= 1
    whole = found[start:end]
    is_plain = all(token.kind == "word" or token.low == "-" for token in whole)
    return list(whole) if is_plain and 1 < len(whole) <= _MOST_BEHIND else []


def _related(found: Sequence[Token], start: int) -> list[Token]:
    """Return whom the sentence is about, with the verb that tells them: `trainees who left`."""
    begin, count = start - 1, 0
    while begin and count <= _MOST:
        token = found[begin - 1]
        if token.kind != "word" or (token.low in ENDS and token.low != "of"):
            break
        begin, count = begin - 1, count + (token.low != "of")
    begin += bool(VERB.fullmatch(low_at(found, begin)))
    is_told = begin < start - 1 and count <= _MOST and is_done(low_at(found, start))
    return list(found[begin : start + 1]) if is_told else []


def _ahead_of_colon(found: Sequence[Token], figure: Quantity) -> list[Token]:
    """Return what is measured, ahead of a colon: `Drafts measured before and after: 9% to 4%`."""
    end = figure.first - 1
    if low_at(found, end) != ":" or not figure.kind:
        return []
    start = end
    while start and found[start - 1].low not in STOPS:
        start -= 1
    if any(token.kind == "number" for token in found[start:end]):
        return []
    named = _named_from(found, start, end)
    while named and is_done(named[-1].text):
        named.pop()
    return named


def _money(found: Sequence[Token], figure: Quantity) -> list[Token]:
    """Return what an amount of money is in: `$18M in grants`."""
    named = behind(found, figure.last + 1)
    is_in = figure.unit.is_money and low_at(found, figure.last) == "in" and named
    is_plain = is_in and named[0].text.islower() and named[0].low not in _NO_PURPOSE
    return named if is_plain else []
