"""How many of how many: `121 of 134 trainees passed` is one figure, and the first is the one.

Its scope says the whole: `trainees passed: 121 of 134`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.importing.metric_names import behind, is_done
from dossier.quantities.quantity import Quantity
from dossier.quantities.tokens import Token, low_at

_OF = frozenset({"of", "von"})
_THOSE = frozenset({"whom", "which", "them", "these", "those"})
_ENDS = frozenset({".", ";", ":", "!", "?"})
_BETWEEN = frozenset({"the", "all", "our", "my", ",", "and"})
_FAR = 12
"""Within how many tokens behind its whole a part is told."""
_LATER = 6
"""Within how many behind both it is said what became of it."""


def part_of(
    text: str, found: Sequence[Token], one: Quantity, two: Quantity
) -> tuple[str, str] | None:
    """Return the name of the part that two figures tell of a whole, and its scope: `of 41`.

    None if they do not. The part is the smaller of them.
    """
    part, whole = sorted((one, two), key=lambda figure: figure.values)
    is_plain = not (one.kind or two.kind or one.rate or two.rate or one.out_of or two.out_of)
    if not is_plain or len(one.values) + len(two.values) > 2 or part.values == whole.values:  # noqa: PLR2004
        return None
    is_first = part.first < whole.first
    if not (_is_of(found, part, whole) if is_first else _is_of_those(found, whole, part)):
        return None
    things = behind(found, whole.last) or _told_of(found, whole.last)
    if not things:
        return None
    named = text[things[0].start : things[-1].end]
    # What was done to the part is said behind it, and behind its whole where that is in between.
    after = whole.last + len(things) if is_first else part.last
    done = _done(found, after)
    return f"{named} {done}".rstrip(), f"of {text[whole.start : whole.end]}"


def _told_of(found: Sequence[Token], position: int) -> list[Token]:
    """Return things with what they are ahead of them: `planned births` of 33, as they are many."""
    named = behind(found, position + 1)
    is_told = named and is_done(found[position].text) and named[-1].low.endswith("s")
    return [found[position], *named] if is_told else []


def _is_of(found: Sequence[Token], part: Quantity, whole: Quantity) -> bool:
    """Return whether `of` alone joins a part to its whole: `14 of the 20 tenders`."""
    between = [token.low for token in found[part.last : whole.first]]
    return between[:1] != [] and between[0] in _OF and set(between[1:]) <= _BETWEEN


def _is_of_those(found: Sequence[Token], whole: Quantity, part: Quantity) -> bool:
    """Return whether a part comes behind its whole: `134 trainees, of whom 121`, `280 of them`."""
    between = [token.low for token in found[whole.last : part.first]]
    if len(between) > _FAR or _ENDS.intersection(between):
        return False
    ahead = len(between) > 1 and between[-2] in _OF and between[-1] in _THOSE
    after = low_at(found, part.last) in _OF and low_at(found, part.last + 1) in _THOSE
    opens = whole.first == 1 and low_at(found, 0) == "of"
    return ahead or after or opens


def _done(found: Sequence[Token], position: int) -> str:
    """Return the first word of what was done, in the same part of the sentence."""
    for token in found[position : position + _LATER]:
        if token.kind == "sign" or token.low in _BETWEEN:
            break
        if is_done(token.text):
            return token.text
    return ""
