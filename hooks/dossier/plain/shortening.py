"""A long text to its first words, which name it where all of it stands elsewhere."""

from __future__ import annotations

from itertools import accumulate

LENGTH = 60
"""How many characters name a text at most."""
_LEAST = 0.35
"""How much of that a part of a sentence fills at least that is taken for the whole."""
_JOINING_TEXT = """
of in on at to for from with by as and or but nor so which who whom that while when where than per
into over under between across after before during without within via using including until since
against through about if because around along among toward towards near behind beside beyond
von mit im in am an auf zu zur zum und oder für bei aus nach vor über unter als dass durch ohne
"""
_JOINING = frozenset(_JOINING_TEXT.split())
"""Words that begin a part of a sentence, which may end ahead of them."""
_ARTICLES = frozenset(
    {"the", "a", "an", "its", "their", "our", "my", "der", "die", "das", "ein", "eine"}
)
_LEADING = _JOINING | _ARTICLES
"""Words behind which something has to come."""
_GOES_ON = frozenset({"of", "to", "per", "von", "auf", "bis"})
"""Words that go on with a figure: `from 9 % to 3.5 %`."""
_STOPS = ",;:.!?\N{EN DASH}\N{EM DASH}"


def first_words(text: str, most: int = LENGTH) -> str:
    """Return a text's beginning, cut where a part of its sentence ends.

    It ends before no figure, as in *to 2.4%*, and with no word behind which something has to come.
    """
    words = text.split()
    ends = list(accumulate(len(word) + 1 for word in words))
    count = sum(end <= most + 1 for end in ends)
    if count == len(words):
        return " ".join(words)
    if not count:
        return f"{words[0][:most]}…"
    closed = [n for n in range(1, count + 1) if _is_closed(words[:n])]
    fitting = [n for n in closed if ends[n - 1] - 1 >= most * _LEAST]
    at_stops = [n for n in fitting if words[n - 1][-1] in _STOPS]
    between = [n for n in fitting if _parts(words, n)]
    whole = [n for n in closed if _may_end(words, n)]
    count = next((found[-1] for found in (at_stops, between, whole) if found), count)
    return f"{' '.join(words[:count]).rstrip(f' {_STOPS}')} …"


def _parts(words: list[str], count: int) -> bool:
    """Return whether a part of a sentence begins behind so many words."""
    after = words[count].lower()
    is_of_figure = after in _GOES_ON and any(map(_has_digit, words[max(count - 2, 0) : count]))
    is_apart = after in _JOINING or after[0] in "([\N{EN DASH}\N{EM DASH}"
    return is_apart and not is_of_figure and _may_end(words, count)


def _may_end(words: list[str], count: int) -> bool:
    after = words[count]
    is_figure = _has_digit(after) and not after.startswith("(")
    return words[count - 1].lower() not in _LEADING and not is_figure


def _is_closed(words: list[str]) -> bool:
    text = " ".join(words)
    return text.count("(") == text.count(")")


def _has_digit(word: str) -> bool:
    return any(sign.isdecimal() for sign in word)
