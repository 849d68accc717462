"""Text to the figures in it: value, unit and the words that bound it, however they are spelled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dossier.claims.stemming import WORD


class Bound(StrEnum):
    """How a figure stands to the true value, by the words before it."""

    EXACT = "exact"
    PRECISELY = "precisely"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    FAR_OVER = "far over"
    AT_LEAST = "at least"
    UNDER = "under"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it is told."""

    start: int
    end: int
    text: str
    """As it is written, sign and unit included."""
    values: tuple[Decimal, ...]
    """One, or the two ends of a range, in the base unit of its kind."""
    kind: str
    """`%`, `pp`, `time` in seconds, `days`, `x`, `bytes`, `money`, `ordinal`, or empty: a count."""
    unit: str
    """As it is written, empty for none."""
    bound: Bound
    sign: str
    """`+`, `-` or empty."""
    is_word: bool
    """Whether it is spelled in letters."""


NUMERALS = [
    "zero",
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
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
"""The words of the numbers from 0 to 19."""
_TENS_WORDS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: number for number, word in enumerate(NUMERALS)}
_WORDS |= {word: 20 + 10 * number for number, word in enumerate(_TENS_WORDS)}
_SPECIAL = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_UNIT_WORD = "|".join(NUMERALS[1:])
_ONE_TO_99 = rf"(?:(?:{'|'.join(_TENS_WORDS)})(?:[ -](?:{'|'.join(NUMERALS[1:10])}))?|{_UNIT_WORD})"
_WORD_NUMBER = (
    rf"(?:(?:{_ONE_TO_99}|an?|some|several|few)[ -](?:hundred|thousand|million|billion|dozen)"
    rf"(?:[ -](?:hundred|thousand|million))?(?:[ -](?:and[ -])?{_ONE_TO_99})?|{_ONE_TO_99})"
)
_PARTS = {"thirds": 3, "quarters": 4, "fifths": 5, "tenths": 10}
_FRACTIONS = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10}
_SAID = re.compile(
    rf"""
    \b(?P<double>doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|quadrupl(?:e[sd]?|ing)|halv(?:e[sd]?|ing))
        \b(?![ -](?:check|blind|click|as\b|negative|down|edged|precision\ (?:float|arith|number)))
    | \bby\s+(?:\w+\s+){{0,2}}?(?P<cut>(?:a\s+)?half|a\s+(?:third|quarter|fifth|tenth))\b
    | \b(?P<twice>twice|thrice)\ (?=as|the|its)
    | \b(?P<fold>{_ONE_TO_99}|hundred)[ -]?fold\b
    | \b(?P<part>half|a\ (?:good\ |full\ )?(?:third|quarter|fifth|tenth))\b
        (?=\s*(?:[.,;:)]|of\b|in\b|over\b|better|more|higher|faster|less|fewer|$))
    | \b(?P<ratio>(?P<of>{_ONE_TO_99})[ -](?P<parts>thirds|quarters|fifths|tenths)
        | (?P<some>{_ONE_TO_99}|\d)\ (?:in|out\ of)\ (?:every\ )?(?P<all>three|four|five|ten|twenty|10|100)
        )\b(?!\ (?:minutes|hours|days|weeks|months|years|ms|seconds))
    | \b(?P<pair>a\ (?:pair|couple)\ of)\b | \b(?P<single>(?:an?|the|one)\ (?:single|sole|only))\b
    | \b(?P<many>(?:hundred|thousand|dozen|million)s)\ of\b | \b(?P<halfyear>half\ a\ year)\b
    | \b(?:for|over|of|after|within)\ (?P<once>(?:an?|one)\ (?:full\ |whole\ )?
        (?P<span>decade|year|month|week|day))\b(?!\ (?:ago|of)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPANS = {"decade": 3650, "year": 365, "month": 30, "week": 7, "day": 1}
_TIMES = {"doubl": 2, "tripl": 3, "quadr": 4, "halvi": 2, "halve": 2, "twice": 2, "thric": 3}
_SCALES = {"k": 1000, "K": 1000, "M": 10**6, "B": 10**9, "m": 10**6}
_SCALES |= {"thousand": 1000, "million": 10**6, "billion": 10**9, "hundred": 100}

# Kind, then what one of it is in the base unit.
_UNITS: dict[str, tuple[str, str]] = {
    "%": ("%", "1"), "percent": ("%", "1"), "per cent": ("%", "1"), "pct": ("%", "1"),
    "percentage points": ("pp", "1"), "percentage point": ("pp", "1"), "points": ("pp", "1"),
    "basis points": ("pp", "0.01"), "bps": ("pp", "0.01"),
    "pp": ("pp", "1"), "pts": ("pp", "1"), "‰": ("%", "0.1"),
    "ns": ("time", "1e-9"), "nanoseconds": ("time", "1e-9"), "nanosecond": ("time", "1e-9"),
    "µs": ("time", "1e-6"), "μs": ("time", "1e-6"), "us": ("time", "1e-6"),
    "microseconds": ("time", "1e-6"), "microsecond": ("time", "1e-6"),
    "ms": ("time", "1e-3"), "msec": ("time", "1e-3"), "milliseconds": ("time", "1e-3"),
    "millisecond": ("time", "1e-3"), "millis": ("time", "1e-3"),
    "s": ("time", "1"), "sec": ("time", "1"), "secs": ("time", "1"), "second": ("time", "1"),
    "seconds": ("time", "1"), "min": ("time", "60"), "mins": ("time", "60"),
    "minute": ("time", "60"), "minutes": ("time", "60"), "h": ("time", "3600"),
    "hr": ("time", "3600"), "hrs": ("time", "3600"), "hour": ("time", "3600"),
    "hours": ("time", "3600"),
    "day": ("days", "1"), "days": ("days", "1"), "week": ("days", "7"), "weeks": ("days", "7"),
    "month": ("days", "30"), "months": ("days", "30"), "quarters": ("days", "91"),
    "year": ("days", "365"), "years": ("days", "365"), "yrs": ("days", "365"),
    "x": ("x", "1"), "×": ("x", "1"), "times": ("x", "1"), "fold": ("x", "1"),
    "B": ("bytes", "1"), "kB": ("bytes", "1e3"), "KB": ("bytes", "1e3"), "MB": ("bytes", "1e6"),
    "GB": ("bytes", "1e9"), "TB": ("bytes", "1e12"), "KiB": ("bytes", "1024"),
    "MiB": ("bytes", "1048576"), "GiB": ("bytes", "1073741824"),
    "Hz": ("hertz", "1"), "kHz": ("hertz", "1e3"), "MHz": ("hertz", "1e6"),
    "dollars": ("money", "1"), "euros": ("money", "1"), "USD": ("money", "1"),
    "EUR": ("money", "1"), "GBP": ("money", "1"), "CHF": ("money", "1"),
}  # fmt: skip
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d|,\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d,.])|\d{1,3}(?:\.\d{3}){2,}"
    r"|\d+,\d{1,2}(?![\d,])|\d+(?:\.\d+)?|\.\d+)"
)
_NUMBER = rf"(?:{_DIGITS}|\b{_WORD_NUMBER}\b)"
_SCALE = r"(?:[kK]|M|B)(?![\w])|[ -]?(?:thousand|million|billion)\b"
_FIGURE = re.compile(
    rf"(?:\b(?P<between>between) )?(?P<money>[$€£] ?|(?:USD|EUR|GBP|CHF) ?)?(?P<sign>(?<![\w)+-])[+-]|±|~ ?|[<>≤≥]=? ?)?"
    rf"(?P<first>{_NUMBER})(?P<scale1>{_SCALE})?"
    rf"(?:(?: ?\N{{EN DASH}} ?|-| to | or |(?(between) and |(?!)))(?P<last>(?:[$€£] ?)?{_NUMBER})(?P<scale2>{_SCALE})?)?"
    rf"(?P<plus>\+(?!\w))?"
    rf"(?:(?P<gap>[ -]?)(?P<unit>{_UNIT})(?![\w]))?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:(?P<digits>\d+)(?:st|nd|rd|th)|(?P<word>second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth))\b",
    re.IGNORECASE,
)
_ORDINALS = {
    word: number
    for number, word in enumerate(
        ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        start=2,
    )
}
_DIGIT = re.compile(r"\d")
_NUMBER_WORDS = frozenset((*NUMERALS[1:], *_TENS_WORDS, *_SPECIAL))
_SAID_WORDS = frozenset((*_FRACTIONS, *_SPANS, *(f"{word}s" for word in _SPECIAL)))
_SAID_WORDS |= {*_PARTS, "pair", "couple", "single", "sole", "twice", "thrice"}
_MULTIPLE = re.compile("doubl|tripl|quadrupl|halv|fold")
_RATIO = re.compile(r" (?:in|out of) (?:every )?(?:three|four|five|ten|twenty|10)")
_MAY_TELL = re.compile(rf"\d|{_MULTIPLE.pattern}")
"""What a text has to hold to hold a figure, if no word of it is a number: a cheap test."""
_HINTS = frozenset((*NUMERALS[2:], *_TENS_WORDS, *_SPECIAL, *_ORDINALS, *_SAID_WORDS))
_SIGNS = {"<": Bound.UNDER, "≤": Bound.AT_MOST, "<=": Bound.AT_MOST, ">": Bound.OVER}
_SIGNS |= {"≥": Bound.AT_LEAST, ">=": Bound.AT_LEAST, "~": Bound.ABOUT, "±": Bound.ABOUT}
_BOUNDS = (
    (Bound.PRECISELY, r"exactly|precisely|a full|fully"),
    (Bound.NEARLY, r"nearly|almost|close to|just under|just below|not quite|approaching"),
    (
        Bound.AT_MOST,
        r"at most|no more than|not more than|never more than|up to|within|a maximum of",
    ),
    (Bound.FAR_OVER, r"(?:well|far|way) (?:over|above|beyond|more than)"),
    # `Over 16K lines` is told of what was done on so many of them, too.
    (
        Bound.AT_LEAST,
        r"at least|no fewer than|no less than|not less than|a minimum of|over",
    ),
    (Bound.UNDER, r"under|below|less than|fewer than|sub"),
    (
        Bound.OVER,
        r"above|more than|greater than|upwards? of|in excess of|exceeding|north of",
    ),
    (Bound.ABOUT, r"about|around|roughly|approximately|circa|ca\.|some|approx\.?|~"),
)
_BOUND_OF = {f"bound{number}": bound for number, (bound, _) in enumerate(_BOUNDS)}
_BEFORE = re.compile(
    rf"(?:^|[\s(])(?:{'|'.join(f'(?P<bound{n}>{words})' for n, (_, words) in enumerate(_BOUNDS))})"
    r"[\s-]*(?:an?|the|of)?\s*$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[^\W\d_]-$")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
_REACH = 24
"""How far before a figure the words that bound it may begin."""


def figures(text: str, words: Sequence[str] | None = None) -> Iterator[Quantity]:
    """Yield the figures of a text that has plain digits, blanks and dashes, in its order.

    `words` are those of the text in lower case, if they are known already.
    """
    words = WORD.findall(text.lower()) if words is None else words
    lower = text.lower()
    if not _MAY_TELL.search(lower) and _HINTS.isdisjoint(words):
        return
    has_digit = _DIGIT.search(text)
    is_multiple = _MULTIPLE.search(lower)
    found: list[Quantity] = []
    is_ratio = _RATIO.search(lower)
    if is_multiple or is_ratio or not _SAID_WORDS.isdisjoint(words) or "only" in words:
        found += _said(text)
    if has_digit or not _ORDINALS.keys().isdisjoint(words):
        found += _ordinals(text)
    if has_digit or not _NUMBER_WORDS.isdisjoint(words):
        taken = [(figure.start, figure.end) for figure in found]
        for match in _FIGURE.finditer(text):
            if not any(start <= match.start("first") < end for start, end in taken):
                figure = _read(text, match)
                if figure:
                    found.append(figure)
    yield from sorted(found, key=lambda figure: figure.start)


def _said(text: str) -> Iterator[Quantity]:
    """Yield multiples, parts and spans of time that are told without a number."""
    for match in _SAID.finditer(text):
        kind: str
        value: int | Decimal
        kind, value, group = "x", 2, match.lastgroup or ""
        if match["double"] or match["twice"]:
            value = _TIMES[match[0].lower()[:5]]
        elif match["pair"] or match["single"] or match["many"]:
            kind, group = "", "whole"
            many = _SPECIAL[match["many"][:-1].lower()] * 2 if match["many"] else 2
            value = 1 if match["single"] else many
        elif match["halfyear"]:
            kind, value, group = "days", 182, "whole"
        elif match["fold"]:
            value = int(_value(match["fold"]))
        elif match["ratio"]:
            some = _value(match["of"] or match["some"])
            whole = _PARTS[match["parts"]] if match["parts"] else _value(match["all"])
            kind, value = "%", round(100 * some / whole, 1)
        elif match["part"] or match["cut"]:
            kind, value = "%", _FRACTIONS[(match["part"] or match["cut"]).split()[-1].lower()]
        else:
            kind, value, group = "days", _SPANS[match["span"].lower()], "once"
        start, end = match.span(group if group in ("once", "part", "cut") else 0)
        is_more = bool(match["part"] and "good" in match["part"].lower())
        bound = Bound.AT_LEAST if is_more else _bound(text, start, "", plus=False)
        told = (Decimal(value),)
        yield Quantity(start, end, text[start:end], told, kind, "", bound, "", is_word=True)


def _ordinals(text: str) -> Iterator[Quantity]:
    for match in _ORDINAL.finditer(text):
        number = int(match["digits"]) if match["digits"] else _ORDINALS[match["word"].lower()]
        yield Quantity(
            match.start(),
            match.end(),
            match[0],
            (Decimal(number),),
            "ordinal",
            "",
            Bound.EXACT,
            "",
            not match["digits"],
        )


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    first, last = match["first"], match["last"]
    is_word = first[0].isalpha()
    before = text[match.start("first") - 1 : match.start("first")] if not match["sign"] else ""
    # `H100`, `k8s`, `GPT-4`: part of a name.
    if not is_word and _NAMED.search(text, max(0, match.start("first") - 2), match.start("first")):
        return None
    if not is_word and before and (before.isalpha() or before in "_#@/\\+"):
        return None
    after = text[match.end() : match.end() + 1]
    if not is_word and after and (after.isalpha() or after in "_@") and not match["unit"]:
        return None
    unit = match["unit"] or ""
    kind, factor = _UNITS.get(unit, _UNITS.get(unit.lower(), ("", "1"))) if unit else ("", "1")
    if unit == "m":
        kind, factor = "", "1"
    scale_1 = _scale(match["scale1"] or match["scale2"])
    values = [_value(first) * scale_1 * Decimal(factor)]
    if last:
        values.append(_value(last.lstrip("$€£ ")) * _scale(match["scale2"]) * Decimal(factor))
        if values[1] <= values[0]:
            values = values[:1]
    if match["money"]:
        kind = "money"
    sign = (match["sign"] or "").strip()
    start = match.start("money") if match["money"] else match.start("first")
    if sign:
        start = match.start("sign")
    bound = _bound(text, start, sign, plus=bool(match["plus"]))
    return Quantity(
        start,
        match.end(),
        text[start : match.end()],
        tuple(values),
        kind,
        unit,
        bound,
        sign if sign in "+-" else "",
        is_word,
    )


def _scale(written: str | None) -> Decimal:
    if not written:
        return Decimal(1)
    word = written.strip(" -")
    return Decimal(_SCALES.get(word, _SCALES.get(word.lower(), 1)))


def _value(written: str) -> Decimal:
    return _digits(written) if written[0] in ".0123456789" else _spelled(written)


def _digits(written: str) -> Decimal:
    if _COMMA_DECIMAL.fullmatch(written):
        return Decimal(written.replace(",", "."))
    if written.count(".") > 1:
        return Decimal(written.replace(".", ""))
    return Decimal(written.replace(",", "").replace(" ", ""))


def _spelled(written: str) -> Decimal:
    total = current = 0
    for word in written.lower().replace("-", " ").split(" "):
        if word in _SPECIAL:
            current = max(current, 1) * _SPECIAL[word]
            if _SPECIAL[word] >= 1000:  # noqa: PLR2004 - from there on words close a group
                total, current = total + current, 0
        elif word in ("a", "an", "some"):
            current = 1
        elif word in ("several", "few"):
            current = 3
        elif word != "and":
            current += _WORDS[word]
    return Decimal(total + current)


def _bound(text: str, start: int, sign: str, *, plus: bool) -> Bound:
    if plus:
        return Bound.AT_LEAST
    if sign in _SIGNS:
        return _SIGNS[sign]
    found = _BEFORE.search(text[max(0, start - _REACH) : start])
    return _BOUND_OF[found.lastgroup or ""] if found else Bound.EXACT
