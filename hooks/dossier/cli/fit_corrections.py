"""What is typed at the list of rows: each correction at once, with what cannot be done and why."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.cli.columns import fitted, sentence, shown
from dossier.cli.fit_named import nameable_lines, named_in, says_words
from dossier.cli.fit_rows import WORDS, Answer, answer_of, turn
from dossier.cli.fit_table import LETTERS, Listed, full_lines, is_bare_skill
from dossier.match.restated import restated
from dossier.model.application import Strength
from dossier.model.library import Library
from dossier.plain.folding import fold
from dossier.plain.patterns import pattern

_TURN = "t"
"""What turns a must into nice to have, and back."""
_SAME = "Yours already; type it again for your own words."
_CLEARLY = "Taken to meet it clearly; `{0}m` if in part, `{0}w` if begun."
LESSONS = (_SAME, _CLEARLY.partition(";")[0])
"""How remarks begin that are read once, whichever row they are of."""
_COLON = "before the colon stands the number of a row, and d, s, m or w, or none: `3m: …`"
_LIST = "?"
"""What lists all that may be named."""
_MORE = "+"
"""What takes something beside what answers a row already."""
_NOTHING = "there is nothing to name yet"
_YOURS = "What is yours:"
_MORE_KEYS = (
    "`7: 2 5`, `7: …, …`: by several of these, by number or words; `7: +5`: by that one too",
    "`7b`: by b; `7ab`: by both. `7t`: must or nice. o: one by one. The limit of m, w comes last",
)
_NUMBER = "no words, and nothing of yours has such a number: `{0}: ?` lists them"
_UNANSWERED = (
    "nothing of yours answers it: say it after a colon, `3: …`, "
    "or name what does by a word or its number (`?` lists all that is yours)"
)
_RATED = pattern(r"(\d{1,4})([a-z]+)")
_SAID = pattern(r"(\d{1,4})\s*([a-z]?)\s*:\s*(\S.*)")


def correct(listed: Sequence[Listed], said: str, library: Library) -> tuple[list[int], list[str]]:
    """Change the rows that a line names. Returns their numbers, and what is to be told of it."""
    if said == _LIST:
        yours = nameable_lines(library) or [_NOTHING]
        return [], [*full_lines(listed), _YOURS, *yours, *_MORE_KEYS]
    if found := _SAID.fullmatch(said):
        row = _row(listed, found[1])
        if row is None or not WORDS.keys() >= set(found[2]):
            return [], [_COLON]
        if found[3] == _LIST:
            return [], nameable_lines(library) or [_NOTHING]
        remarks = _say(row, WORDS.get(found[2]), found[3], library)
        changed = [] if remarks == [_NUMBER] else [int(found[1])]
        return changed, [each.format(found[1]) for each in remarks]
    changed = []
    refusals = []
    for word in said.casefold().replace(",", " ").split():
        rated = _RATED.fullmatch(word)
        row = _row(listed, rated[1]) if rated else None
        refused = _change(row, rated[2]) if rated and row else _unknown(len(listed))
        if refused:
            refusals.append(f"`{shown(word)}`: {refused}")
        elif rated and int(rated[1]) not in changed:
            changed.append(int(rated[1]))
    return changed, refusals


def _row(listed: Sequence[Listed], number: str) -> Listed | None:
    return listed[int(number) - 1] if int(number) in range(1, len(listed) + 1) else None


def _unknown(most: int) -> str:
    return f"a number from 1 to {most} with letters (3m 7n), or with your words (`3: …`)"


def _say(row: Listed, strength: Strength | None, said: str, library: Library) -> list[str]:
    """Let a row be met by a sentence, or by what is the author's already and says or is the same.

    What is typed a second time is meant as it is typed, unless it is the record word for word. How
    well it meets the row stays as the author has said. Returns what is to be told.
    """
    is_more = said.startswith(_MORE)
    said = said.removeprefix(_MORE).strip()
    same = restated(said, library)
    there = (answer_of(same),) if same else named_in(said, row, library)
    if not there and not says_words(said):
        return [_NUMBER]
    own = Answer(said)
    is_met = row.is_said and row.is_met
    is_one = len(there) == 1 and says_words(said)
    is_other = is_one and fold(said) != fold(sentence(there[0].text))
    is_insisted = is_other and is_met and row.answers == [*there]
    chosen = [own] if is_insisted or not there else [*there]
    before = row.answers if is_more and row.is_met else []
    row.is_seen = True
    row.answer(list(dict.fromkeys((*before, *chosen))), tuple(library.records.values()))
    guess = Strength.MODERATE if is_bare_skill(row.answers) else Strength.STRONG
    row.strength = strength or (row.strength if is_met or before else guess)
    if there and not is_insisted:
        return [_SAME] if is_other and not before else []
    return [] if strength or is_met else [_CLEARLY]


def _change(row: Listed, letters: str) -> str:
    """Change how a row is met, or by what. Returns why it cannot be."""
    if letters == _TURN:
        return "" if turn(row.row) else "a task is neither must nor nice to have"
    places = sorted({LETTERS.index(letter) for letter in letters if letter in LETTERS})
    rest = [letter for letter in letters if letter not in LETTERS]
    if len(rest) > 1 or not set(rest) <= WORDS.keys():
        return f"the letters are {', '.join(WORDS)}, {_TURN}, or those behind the row"
    if places and places[-1] >= len(row.choices):
        return _choices(row)
    strength = WORDS[rest[0]] if rest else None
    if places:
        row.answer([row.choices[place] for place in places])
    elif strength is not Strength.NONE and not row.is_met:
        # What stands nowhere on the screen is not taken by a letter for how well.
        if not row.is_seen:
            return _choices(row)
        if not (row.answers or row.proposal):
            return _UNANSWERED
        row.answer(row.answers or row.proposal)
    row.is_seen = True
    row.strength = strength or (row.strength if row.is_met else Strength.STRONG)
    row.is_said = True
    return ""


def _choices(row: Listed) -> str:
    if not row.choices:
        return _UNANSWERED
    told = (
        f"{letter} {fitted(sentence(choice.text), 0)}"
        for letter, choice in zip(LETTERS, row.choices, strict=False)
    )
    return f"it may be answered by {', '.join(told)}"
