"""Tokens to the figures among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from dossier.quantities.labels import chain_end, is_label, is_part_of_name, is_whole
from dossier.quantities.lexicon import Lexicon
from dossier.quantities.quantity import TURNED, Bound, Form, Quantity
from dossier.quantities.rates import rate_at
from dossier.quantities.scales import APART, OF_MONEY, SCALES, is_currency
from dossier.quantities.spelled import spelled, value_of
from dossier.quantities.tokens import Token, is_joined, is_number, is_word, low_at, token_at
from dossier.quantities.unit_reading import measure_at, unit_at
from dossier.quantities.units import COUNT, CURRENCIES, ORDINAL, Unit, symbol_of, unit_of

_SIGNS = {"<": Bound.UNDER, "≤": Bound.AT_MOST, ">": Bound.OVER, "≥": Bound.AT_LEAST}
_SIGNS |= {"~": Bound.ABOUT, "±": Bound.ABOUT}
_PLUS_MINUS = {"+": "+", "-": "-", "\N{EN DASH}": "-"}
_ORDINALS = ("st", "nd", "rd", "th")
_DASHES = "-\N{EN DASH}"
_YEARS = range(1900, 2100)
_DENIED = 8
"""How many words before a bound may deny it."""
_WHOLE = 1000
"""Out of how many something is told at most."""
_SCALE_WHOLES = (10, 100, 1000)
"""Out of how many `99 of 100` may be told; `4 of 6` are counted."""


def quantities(
    text: str, found: Sequence[Token], words: Lexicon, *, comma: bool = False
) -> list[Quantity]:
    """Return the figures among the tokens of a text; `comma` is for languages that write `0,5`."""
    return list(_Reader(text, found, words, comma=comma).figures())


class _Reader:
    def __init__(self, text: str, found: Sequence[Token], words: Lexicon, *, comma: bool) -> None:
        self._text, self._found, self._words, self._comma = text, found, words, comma
        self._labels: set[int] = set()

    def figures(self) -> Iterator[Quantity]:
        position, end, first = 0, len(self._found), self._words.number_words
        while position < end:
            token, figure = self._found[position], None
            if token.kind == "number":
                chain = chain_end(self._found, position)
                if chain > position:
                    self._labels.update((position, chain))
                    position = chain + 1
                    continue
                figure = self._number(position)
                if figure is None or figure.is_label:
                    self._labels.add(position)
            elif token.kind == "word" and (
                token.low in first or low_at(self._found, position + 1) in first
            ):
                figure = self._spelled(position)
            if figure and (figure.kind or not is_whole(self._found, figure.first, self._words)):
                yield figure
            position = max(position + 1, figure.after if figure else 0)

    def _number(self, position: int) -> Quantity | None:
        found = self._found
        value = value_of(found[position].text, comma=self._comma)
        if value is None or is_part_of_name(found, position) or self._is_date(position):
            return None
        end = position + 1
        if is_joined(found, end) and low_at(found, end) in _ORDINALS:
            return self._quantity(position, end + 1, (value,), ORDINAL, form=Form.ORDINAL)
        first, sign, money = self._before(position)
        scale, end = self._scale(end, is_money=money is not None)
        values, end = self._range(first, end, value * scale, scale)
        has_plus = low_at(found, end) == "+" and is_joined(found, end)
        end += has_plus
        unit, last = unit_at(self._found, end, self._words)
        if unit is None and self._is_code(end):
            return None
        if low_at(found, end) == "s" and is_joined(found, end) and self._is_year(position, value):
            return None
        out_of, last = self._out_of(last) if len(values) == 1 and not unit else (None, last)
        if out_of is not None and values[0] > out_of:
            return None
        unit = unit or (None if money else self._multiple(first))
        is_bare = unit is None and money is None and found[end - 1].kind == "number" and not sign
        return self._quantity(
            first,
            last,
            values,
            unit or money or COUNT,
            bound=Bound.AT_LEAST if has_plus else self._bound(first, sign),
            sign=sign if sign in "+-" else "",
            out_of=out_of,
            thousands=is_bare and not self._comma and _is_grouped(found[position].text),
            is_label=is_bare and (self._is_year(position, value) or self._is_label(position)),
        )

    def _spelled(self, position: int) -> Quantity | None:
        said = spelled(self._found, position, self._words)
        if said is None:
            return None
        value, end, form = said
        values: tuple[Decimal, ...] = (value,)
        unit, last = {"fraction": unit_of("%"), "factor": unit_of("x")}.get(form), end
        if form == Form.WORDS:
            is_range = low_at(self._found, end) in ("to", "-") and not self._is_led(position)
            if is_range and end < len(self._found) - 1:
                other = spelled(self._found, end + 1, self._words)
                if other and other[2] == Form.WORDS and other[0] > value:
                    values, end = (value, other[0]), other[1]
            unit, last = unit_at(self._found, end, self._words)
            unit = unit or self._multiple(position)
        bound = self._bound(position, "")
        return self._quantity(position, last, values, unit or COUNT, bound=bound, form=Form(form))

    def _multiple(self, first: int) -> Unit | None:
        """Return the unit of what something is multiplied by: `by a factor of 5`."""
        is_led = self._words.ending_at("multiples", self._found, first)
        return unit_of("x") if is_led else None

    def _is_led(self, position: int) -> bool:
        """Return whether `from` stands before a number: what follows `to` is another one."""
        opening = self._words.at("openings", self._found, position - 1) if position else None
        return opening is not None and opening[1] == "to"

    def _quantity(
        self, first: int, last: int, values: tuple[Decimal, ...], unit: Unit, **more: object
    ) -> Quantity:
        start, end = self._found[first].start, self._found[last - 1].end
        rate, after = rate_at(self._found, first, last, unit, self._words)
        scaled = tuple(value * unit.factor for value in values)
        told = {"unit": unit, "rate": rate, "after": after, **more}
        if not unit.kind:
            told["measure"], told["measured"] = measure_at(self._found, last)
        led = self._words.ending_at("rest", self._found, first)
        told["is_rest"] = led is not None and led[0] > 1
        figure = Quantity(first, last, start, end, self._text[start:end], scaled, **told)  # type: ignore[arg-type]
        if figure.bound in TURNED and self._is_turned(first):
            return replace(figure, bound=TURNED[figure.bound], is_turned=True)
        return figure

    def _is_turned(self, first: int) -> bool:
        """Return whether the bound before a figure is denied: `never got it below 20`."""
        found, words = self._found, self._words
        bound = words.ending_at("bounds", found, first)
        end = first - bound[0] if bound else 0
        near = found[max(0, end - _DENIED) : end]
        turned = words.first("turns", near)
        # `Never before had more than 300` denies nothing of today.
        behind = near[turned:] if turned is not None else ()
        hits = (words.at("earlier", behind, place) for place in range(len(behind)))
        is_earlier = any(hit and hit[1] != "tense" for hit in hits)
        return bool(behind) and not is_earlier and all(token.kind == "word" for token in behind)

    def _is_date(self, position: int) -> bool:
        around = (n for n in (position - 1, position + 1) if 0 <= n < len(self._found))
        return any(self._words.at("months", self._found, n) for n in around)

    def _is_year(self, position: int, value: Decimal) -> bool:
        # A decimal in a range would be looked for one by one.
        return self._found[position].text.isdecimal() and int(value) in _YEARS

    def _is_code(self, position: int) -> bool:
        """Return whether letters hang on a number that are no unit: `3D`, but not `80wpm`."""
        token = token_at(self._found, position)
        if token is None or token.kind != "word" or not is_joined(self._found, position):
            return False
        return not token.text.islower() or len(token.text) == 1

    def _is_label(self, position: int) -> bool:
        return is_label(self._found, position, self._labels, self._words)

    def _before(self, position: int) -> tuple[int, str, Unit | None]:
        """Return where a figure begins, with its sign and its currency."""
        first, sign, money = position, "", None
        while token := token_at(self._found, first - 1):
            is_near = self._found[first].start - token.end <= 1
            if token.text in CURRENCIES and is_near and money is None:
                money = symbol_of(token.text)
            elif token.text in _SIGNS and is_near and not sign:
                sign = token.text
            elif (said := self._words.at("signs", self._found, first - 1)) and not sign:
                sign = said[1]
            elif token.text in _PLUS_MINUS and is_joined(self._found, first) and not sign:
                if is_joined(self._found, first - 1) and self._found[first - 2].kind != "sign":
                    break
                sign = _PLUS_MINUS[token.text]
            elif token.text.isupper() and (unit := unit_of(token.text)) and unit.is_money:
                return first - 1, sign, unit
            else:
                break
            first -= 1
        return first, sign, money

    def _scale(self, position: int, *, is_money: bool) -> tuple[int, int]:
        """Return the scale behind a number, `16K`, `1.2 million`, and the token after it."""
        found = self._found
        token, after = token_at(found, position), position + 1
        if token and not (is_joined(found, after) and is_word(found, after)):
            if is_joined(found, position) and token.text in SCALES:
                return SCALES[token.text], after
            if token.low in APART:  # `2.4 Mio. EUR`
                is_stopped = low_at(found, after) == "." and is_word(found, after + 1)
                return APART[token.low], after + is_stopped
            if token.text in OF_MONEY and (is_money or self._is_money(after)):
                return OF_MONEY[token.text], after
        place = position + (low_at(found, position) == "-" and is_joined(found, position))
        hit = self._words.at("numbers", found, place) if place < len(found) else None
        return (int(hit[1][1:]), place + 1) if hit and hit[1].startswith("x") else (1, position)

    def _is_money(self, position: int) -> bool:
        unit, end = unit_at(self._found, position, self._words)
        return unit is not None and unit.is_money and not is_number(self._found, end)

    def _range(
        self, first: int, end: int, value: Decimal, scale: int
    ) -> tuple[tuple[Decimal, ...], int]:
        """Return the one or two values of a figure: `2–3`, `2 to 3`, `between 2 and 3`."""
        mark, words = token_at(self._found, end), self._words
        opening = words.at("openings", self._found, first - 1) if first else None
        joint = opening[1] if opening else "to"
        is_joint = mark and (mark.text in _DASHES or (mark.low == joint and not words.is_empty))
        after = end + 1 + (low_at(self._found, end + 1) in CURRENCIES)
        token = token_at(self._found, after)
        is_number = token is not None and token.kind == "number"
        other = value_of(token.text, comma=self._comma) if token and is_number else None
        if not is_joint or other is None or (opening and joint == "to" and mark.low == "to"):  # type: ignore[union-attr]
            return (value,), end
        is_money = any(is_currency(token.text) for token in self._found[first:after])
        other_scale, end_after = self._scale(after + 1, is_money=is_money)
        ends = value * (other_scale if scale == 1 else 1), other * other_scale
        return (ends, end_after) if ends[0] < ends[1] else ((value,), end)

    def _out_of(self, position: int) -> tuple[Decimal | None, int]:
        """Return out of how many a count is told, and the token after that."""
        found, token = self._found, token_at(self._found, position)
        hit = self._words.at("shares", found, position) if token else None
        length = 1 if token and token.text == "/" and is_joined(found, position) else 0
        if hit and (hit[1] == "digits" or self._found[position - 1].text == "1"):
            length = hit[0]
        after = token_at(found, position + (length or 1))
        if hit and hit[0] == 1 and after and after.text.replace(",", "") in ("100", "1000"):
            # `3 in 1,000 injections`, and not `3 in 100 days`
            length = 0 if unit_at(found, position + 2, self._words)[0] else 1
        if hit and (spelled_whole := self._hundred(position + hit[0])):
            return spelled_whole
        if token is None or not length or after is None or after.kind != "number":
            return None, position
        whole = value_of(after.text, comma=self._comma)
        is_short = token.low == "of" and length == 1
        if whole is None or whole > _WHOLE or (is_short and whole not in _SCALE_WHOLES):
            return None, position
        return whole, position + length + 1

    def _hundred(self, position: int) -> tuple[Decimal, int] | None:
        """Return a hundred or a thousand that stands at a position, and the token after it."""
        found, words = self._found, self._words
        is_led = position + 1 < len(found) and words.at("articles", found, position)
        hit = words.at("numbers", found, position + 1) if is_led else None
        size = Decimal(hit[1][1:]) if hit and hit[1].startswith("x") else None
        return (size, position + 2) if size in _SCALE_WHOLES else None

    def _bound(self, first: int, sign: str) -> Bound:
        if sign in _SIGNS:
            return _SIGNS[sign]
        has_article = first > 0 and self._words.at("articles", self._found, first - 1)
        for end in (first, first - 1) if has_article else (first,):
            hit = self._words.ending_at("bounds", self._found, end)
            if hit:
                return Bound(hit[1])
        return Bound.EXACT


def _is_grouped(written: str) -> bool:
    """Return whether a point may part thousands: `16.000`."""
    whole, _, part = written.partition(".")
    return len(part) == 3 and 1 <= len(whole) <= 3  # noqa: PLR2004 - of digits
