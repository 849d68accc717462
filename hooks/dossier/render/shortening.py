"""A long text to its first words, which name it where all of it stands elsewhere."""

from __future__ import annotations

from itertools import accumulate

LENGTH = 60
"""How many characters name a text at most."""


def first_words(text: str) -> str:
    """Return a text's beginning, cut between two words: never before a figure, as in *to 2.4%*."""
    words = text.split()
    ends = accumulate(len(word) + 1 for word in words)
    count = sum(end <= LENGTH + 1 for end in ends)
    if count == len(words):
        return " ".join(words)
    if not count:
        return f"{words[0][:LENGTH]}…"
    while count > 1 and any(sign.isdecimal() for sign in words[count]):
        count -= 1
    return f"{' '.join(words[:count])} …"
