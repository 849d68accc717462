"""Words of a sentence as names have them: digits, an ampersand or hyphens may be part of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.quantities.tokens import Token, is_joined, low_at, tokens

_LINKS = frozenset({"&", "-"})
"""Signs within such a name: `R&D`, and `COVID-19` where a number follows."""


def named_tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text, each name as a whole: `CO2`, `PM2.5`, `R&D`, `p.e`."""
    return tuple(_merged(tokens(text), text))


def _merged(found: Sequence[Token], text: str) -> Iterator[Token]:
    position = 0
    while position < len(found):
        first, end = found[position], position + 1
        while first.kind == "word" and (after := _next(found, end)) > end:
            end = after
        position = end
        last = found[end - 1]
        said = text[first.start : last.end]
        is_whole = last is first
        yield first if is_whole else Token("word", said, said.lower(), first.start, last.end)


def _next(found: Sequence[Token], position: int) -> int:
    """Return the position after what a name goes on with at one; the same where it ends."""
    if not is_joined(found, position):
        return position
    if found[position].kind in ("number", "word"):
        return position + 1
    if not is_joined(found, position + 1):
        return position
    if low_at(found, position) == ".":
        letters = (found[position - 1].text, found[position + 1].text)
        return (
            position + 2 if all(len(each) == 1 and each.isalpha() for each in letters) else position
        )
    if low_at(found, position) not in _LINKS:
        return position
    # A word behind a hyphen is a word of its own.
    kinds = ("number",) if low_at(found, position) == "-" else ("word",)
    return position + 2 if found[position + 1].kind in kinds else position


def word_end(found: Sequence[Token], position: int) -> int:
    """Return the position after the word there, which hyphens may join; the same for none."""
    end = position
    while end < len(found) and found[end].kind == "word":
        if low_at(found, end + 1) != "-" or not is_joined(found, end + 1):
            return end + 1
        end += 2
    return position


def word_start(found: Sequence[Token], position: int) -> int:
    """Return where the word at a position begins, which hyphens may join to what is before."""
    while position > 1 and low_at(found, position - 1) == "-" and is_joined(found, position):
        if not is_joined(found, position - 1) or found[position - 2].kind != "word":
            break
        position -= 2
    return position
