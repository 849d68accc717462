"""Numbers that are no figures: dates, versions, addresses, and the numbers of things."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.quantities.counting import is_plural
from dossier.quantities.lexicon import Lexicon
from dossier.quantities.tokens import Token, is_joined, is_word, low_at, token_at

_LONGEST = 12
"""How many tokens a date or a telephone number has at most."""
_YEAR = 4
"""How many digits a year has: `11/2027`."""
_CODE = 5
"""From how many digits in a row on a number that counts nothing is a code."""
_HALVES = ("am", "pm", "a.m", "p.m")
"""Of a day: what is before them is the time."""
_BACK = 4
"""How many signs may stand between a label and what belongs to it: `41(3): 201-219`."""
_BETWEEN = (":", "(", ")")


def chain_end(found: Sequence[Token], position: int) -> int:
    """Return the last number of a date, a time, an address or a telephone number."""
    end, marks = position, ""
    while end - position < _LONGEST:
        mark, after = token_at(found, end + 1), token_at(found, end + 2)
        if after and after.kind == "number" and mark and mark.text in "-/:.":
            if not (is_joined(found, end + 1) and is_joined(found, end + 2)):
                break
            end, marks = end + 2, marks + mark.text
        elif mark and mark.kind == "number" and not is_joined(found, end + 1):
            end, marks = end + 1, marks + " "
        else:
            break
    is_month = marks == "/" and len(found[end].text) == _YEAR
    return end if len(marks) > 1 or is_month or ":" in marks or " " in marks else position


def is_part_of_name(found: Sequence[Token], position: int) -> bool:
    """Return whether a number hangs on what stands before it: `H100`, `GPT-4`, `41(3)`."""
    if not is_joined(found, position):
        return False
    before = found[position - 1]
    if before.kind == "word" or before.text in "#@_/\\.":
        return True
    is_led = before.text in "-(:" and is_joined(found, position - 1)
    # The minus of `(-36%)` is a sign.
    return is_led and found[position - 2].text != "("


def is_whole(found: Sequence[Token], first: int, words: Lexicon) -> bool:
    """Return whether a number is what something is told out of: `out of a million boxes`.

    One of something is no figure, and neither is in how many it is: `one error in 900 words`.
    """
    hit = words.ending_at("shares", found, first)
    one = words.at("numbers", found, first - 3) if hit and first > 2 else None  # noqa: PLR2004
    is_one = one is not None and one[1] == "1" and is_word(found, first - 2)
    return hit is not None and (hit[0] > 1 or (hit[1] == "words" and is_one))


def is_label(found: Sequence[Token], position: int, labels: set[int], words: Lexicon) -> bool:
    """Return whether a bare number belongs to the name before it, or to a label that does."""
    text = found[position].text
    if _is_hour(found, position) or _is_law(found, position) or _is_house(found, position):
        return True
    is_code = text.isdecimal() and len(text) >= _CODE and not _counts(found, position, words)
    is_year = _is_old_year(found, position, words)
    is_other = is_code or is_year or _is_next(found, position, labels, words)
    if is_other or _is_of_name(found, position, words):
        return True
    place, after = position - 1, token_at(found, position + 1)
    while low_at(found, place) in _BETWEEN and position - place < _BACK:
        place -= 1
    if place in labels:
        return True
    if place != position - 1 or place < 0:
        return False
    if found[place].text == ",":
        # `…, 14 Tanner's Yard`
        return after is not None and after.text[0].isupper()
    return found[place].kind == "word" and (
        _ends_label(found, position, words)
        or _is_listed(found, place, labels)
        or _is_named(found, position, words)
    )


def _is_next(found: Sequence[Token], position: int, labels: set[int], words: Lexicon) -> bool:
    """Return whether a number that counts nothing follows a label's: `chapters 3 and 12`."""
    is_joined_to = (
        position > 1 and position - 2 in labels and words.at("joints", found, position - 1)
    )
    return bool(is_joined_to) and not _counts(found, position, words)


def _ends_label(found: Sequence[Token], position: int, words: Lexicon) -> bool:
    """Return whether a word that labels stands before a number, be it for several: `pages 3-9`."""
    one = found[position - 1]._replace(low=found[position - 1].low.removesuffix("s"))
    return any(words.ending_at("labels", found, position) or words.at("labels", (one,), 0) or ())


def _is_of_name(found: Sequence[Token], position: int, words: Lexicon) -> bool:
    """Return whether a name of two words or more follows: `27 Quay Street`."""
    end = position + 1
    while is_word(found, end) and found[end].text[0].isupper():
        end += 1
    return end > position + 2 and not any(is_plural(found, n, words) for n in (end - 1, end))


def _is_named(found: Sequence[Token], position: int, words: Lexicon) -> bool:
    """Return whether a number follows a name and counts nothing: `Level 5`, `Airflow 2.8`."""
    before, text = found[position - 1].text, found[position].text
    is_first = position == 1 or found[position - 2].text in ".!?:"
    is_name = before[0].isupper() and (not is_first or before.isupper())
    if is_name and "." in text:
        return True
    # No version has a comma: `Saved RSD 950,000`.
    return is_name and "," not in text and not _counts(found, position, words)


def _counts(found: Sequence[Token], position: int, words: Lexicon) -> bool:
    """Return whether what is counted follows: at once, or behind a word that says more of it."""
    near = (position + 1, position + 2) if is_word(found, position + 1) else (position + 1,)
    return any(is_plural(found, n, words) for n in near)


def _is_listed(found: Sequence[Token], place: int, labels: set[int]) -> bool:
    """Return whether a word and its number follow such a label: `Python 3.11, dbt 1.7`."""
    is_decimal = "." in found[place + 1].text
    while low_at(found, place - 1) == "-" and is_joined(found, place):
        place -= 2
    is_version = is_decimal and is_word(found, place - 1)
    return (low_at(found, place - 1) == "," or is_version) and place - 2 in labels


def _is_hour(found: Sequence[Token], position: int) -> bool:
    """Return whether what follows says which half of the day an hour is of: `5 a.m.`."""
    halves = [low_at(found, n) for n in range(position + 1, position + 4)]
    return halves[0] in _HALVES or "".join(halves) in _HALVES


def _is_law(found: Sequence[Token], position: int) -> bool:
    """Return whether the number of a law's part follows, by its name: `21 CFR Part 11`."""
    name, part, number = (token_at(found, position + n) for n in (1, 2, 3))
    if name is None or part is None or number is None or number.kind != "number":
        return False
    return name.text.isupper() and len(name.text) > 1 and part.text[0].isupper()


def _is_house(found: Sequence[Token], position: int) -> bool:
    """Return whether a post code and a place follow: `Mill Lane 9, 37073 Hollin`."""
    comma, code, place = (token_at(found, position + n) for n in (1, 2, 3))
    if comma is None or code is None or place is None or comma.text != ",":
        return False
    return code.text.isdecimal() and len(code.text) == _CODE and place.text[0].isupper()


def _is_old_year(found: Sequence[Token], position: int, words: Lexicon) -> bool:
    """Return whether a number that counts nothing is a year: `the purity law of 1516`."""
    text = found[position].text
    is_year = text.isdecimal() and len(text) == _YEAR and text < "1900"
    is_led = position > 0 and words.at("years", found, position - 1) is not None
    return is_year and is_led and not _counts(found, position, words)
