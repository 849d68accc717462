"""A company's name to what finds it in texts, in the ways in which people write it.

*Surely* is the name itself: in any case, width or accents, without its legal form, with the
particles that Korean, Russian or Arabic add, anywhere within a script that has no blanks. *Likely*
is what may be chance: other letters for the same sounds, endings, words that the name is made of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from dossier.plain.transliterate import transliterations
from dossier.publishing.legal_forms import CAMEL, core_of
from dossier.publishing.searched_text import HANGUL, UNSPACED, SearchedText, folded

_ARABIC, _HEBREW = "\u0620-\u064a", "\u05d0-\u05ea"
_LETTER = f"[^\\W_{UNSPACED}{HANGUL}]"
"""A letter or digit that a word beside it would be a part of."""
_BEFORE, _AFTER = f"(?<!{_LETTER})", f"(?!{_LETTER})"
_KOREAN = (
    "은|는|이|가|을|를|의|에|에서|에게|께|와|과|랑|이랑|로|으로|도|만|부터|까지|처럼|보다|라고|이라고|라는|"
    "이라는|입니다|이다|인|측|사"
)
_RUSSIAN = "а|я|у|ю|е|и|ы|о|ом|ем|ой|ей|ою|ею|ам|ям|ами|ями|ах|ях|ов|ев|ь"
_ENDINGS = (
    "s|es|n|en|em|in|an|on|a|ä|u|om|ie|ow|owi|ów|ach|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|na|nä|"
    "ksi|ta|tä|t|ban|ben|nak|nek|nal|nel|val|vel|hoz|hez|rol|tol|de|da|den|dan|te|ten|tan|ye|ya"
)
"""What German, Nordic, Finnish, Hungarian, Slavic and Turkish texts may add to a name."""
_AND = r"[\W_]*(?:and|und|et|y|e|og|och|en|i)?[\W_]*"
_GENERIC = frozenset(
    {"group", "gruppe", "holding", "holdings", "international", "labs", "software", "solutions"}
    | {"systems", "technologies", "technology"}
)
_EXACT, _CONTAINED, _INFLECTED, _WIDE = 2, 3, 4, 6
"""Letters up to which case counts; from which Korean is found within a word; from which endings
and other spellings are looked for; from which blanks between words may be missing."""


@dataclass(frozen=True)
class CompanyName:
    """A name, and what finds it. Not slotted: patterns are made late and kept."""

    name: str

    @cached_property
    def core(self) -> str:
        """The name without its legal forms, as it is written."""
        return core_of(self.name)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The name folded, whole and without its legal forms."""
        return frozenset({" ".join(folded(self.name).split()), folded(self.core)})

    @cached_property
    def surely(self) -> re.Pattern[str]:
        """What finds the name in folded text."""
        ways = dict.fromkeys(SearchedText(way).written for way in (self.core, self.name))
        found = (_pattern(way) for way in ways)
        return re.compile("|".join(found))

    @cached_property
    def minds_case(self) -> bool:
        """Whether it is so short that other words are told from it by their case alone."""
        written = SearchedText(self.core).written
        return len(written) <= _EXACT and not re.search(f"[{UNSPACED}{HANGUL}]", written)

    @cached_property
    def _anchors(self) -> tuple[str, ...]:
        """One piece of each way of writing the name, of which one is in every text that has it."""
        ways = {self.core, *transliterations(self.core)}
        pieces = (_longest(_pieces(way)) for way in ways)
        return tuple(sorted({piece for piece in pieces if piece})) or ("",)

    def may_stand_in(self, text: SearchedText) -> bool:
        """Whether it takes a closer look to tell that a text does not have the name."""
        texts = (text.folded, *text.latin)
        return any(anchor in folded for anchor in self._anchors for folded in texts)

    def find(self, text: SearchedText, *, minds_case: bool = False) -> str:
        """Return how a text has the name, empty if it does not."""
        if minds_case or self.minds_case:
            found = self.as_written.search(text.written)
        else:
            found = self.surely.search(text.folded)
        return found[0] if found else ""

    def find_in_letters(self, text: SearchedText) -> str:
        """Return what letters without blanks between them have that may be the name."""
        letters = "".join(filter(str.isalnum, folded(self.core)))
        return letters if len(letters) > _WIDE and letters in text.folded else ""

    def find_like(self, text: SearchedText) -> str:
        """Return what a text has that may be the name, empty for nothing."""
        if self.endings and (found := self.endings.search(text.written)):
            return found[0]
        if self.sounds:
            for form in (text.folded, *text.latin):
                if found := self.sounds.search(form):
                    return found[0]
        return ""

    @cached_property
    def as_written(self) -> re.Pattern[str]:
        """What finds the name in written text as it is, or in capitals."""
        written = SearchedText(self.core).written
        ways = {_pattern(way, minds_case=True) for way in (written, written.upper())}
        return re.compile("|".join(sorted(ways)))

    @cached_property
    def endings(self) -> re.Pattern[str] | None:
        """What finds the name in written text with a capital, an ending, or words put together."""
        written = SearchedText(self.core).written
        if len(written) < _INFLECTED or not written[0].isascii() or not written[0].isalpha():
            return None
        first, rest = re.escape(written[0].upper()), re.escape(written[1:])
        whole = f"{first}(?i:{rest})"
        found = [f"{_BEFORE}{whole}(?i:{_ENDINGS}){_AFTER}", f"{_BEFORE}{whole}(?=[A-Z][a-z])"]
        found += [f"(?<=[a-z]){whole}{_AFTER}"]
        parts = CAMEL.split(written)
        if len(parts) > 1 and min(map(len, parts)) >= _EXACT:
            apart = r"[\W_]+".join(map(re.escape, parts))
            found.append(f"(?i:{_BEFORE}{apart}{_AFTER})")
        return re.compile("|".join(found))

    @cached_property
    def sounds(self) -> re.Pattern[str] | None:
        """What finds the name in folded and Latin text by other letters for the same sounds."""
        ways = {folded(way) for way in transliterations(self.core)} | {folded(self.core)}
        ways |= {way.replace("ks", "x") for way in ways} | {way.replace("x", "ks") for way in ways}
        short = folded(self.core).split()
        if len(short) > 1 and short[-1] in _GENERIC:
            ways.add(" ".join(short[:-1]))
        ways = {way for way in ways if sum(map(str.isalpha, way)) >= _INFLECTED and way.isascii()}
        return re.compile("|".join(map(_pattern, sorted(ways)))) if ways else None


def _pieces(name: str) -> list[str]:
    """Return the parts of a name that stand whole in every text that has it, folded."""
    written = SearchedText(name).written
    if _is_unspaced(written):
        return list(written)
    words = [part for word in re.findall(r"[^\W_]+", written) for part in CAMEL.split(word)]
    # Russian endings and other spellings of one sound change letters at the end, and `x`.
    kept = [word for word in words if word.casefold() not in _GENERIC] or words
    return [piece for word in kept for piece in re.split("x|ks", word.casefold())]


def _longest(pieces: list[str]) -> str:
    longest = max(pieces, key=len, default="")
    return longest[:-1] if "а" <= longest[-1:] <= "я" else longest


def _pattern(written: str, *, minds_case: bool = False) -> str:
    """Return what finds a name, its words with whatever stands between them."""
    name = written if minds_case else written.casefold()
    words = [word for word in re.split(r"[\s_]+", name) if word]
    size = sum(map(str.isalnum, name))
    if size <= _CONTAINED and not _is_unspaced(name):
        middle = r"[\W_]+".join(map(re.escape, words))
    else:
        parts = [part for word in words for part in re.findall(r"[^\W_]+|[&+]", word)]
        middle = _between(parts, r"[\W_]*" if size >= _WIDE else r"[\W_]+")
    return _bounded(middle, name)


def _between(parts: list[str], gap: str) -> str:
    pattern = ""
    for number, part in enumerate(parts):
        if part in "&+":
            continue
        is_and = number > 0 and parts[number - 1] in "&+"
        pattern += (_AND if is_and else gap) if pattern else ""
        pattern += r"\s*".join(map(re.escape, part)) if _is_unspaced(part) else re.escape(part)
    return pattern


def _is_unspaced(text: str) -> bool:
    return bool(re.search(f"[{UNSPACED}]", text))


def _bounded(middle: str, name: str) -> str:
    """Return a pattern with what may stand before and after the name, by the script of its ends."""
    first, last = name[0], name[-1]
    before, after = _BEFORE, _AFTER
    if not first.isalnum() or _is_unspaced(first):
        before = ""
    elif re.match(f"[{HANGUL}]", first):
        before = "" if len(name) >= _CONTAINED else f"(?<![{HANGUL}])"
    elif re.match(f"[{_ARABIC}]", first):
        before = f"(?:(?<![{_ARABIC}])[وفبلك]{{0,2}}(?:ال)?)"
    elif re.match(f"[{_HEBREW}]", first):
        before = f"(?:(?<![{_HEBREW}])[ובלמהשכ]{{0,3}})"
    if not last.isalnum() or _is_unspaced(last):
        after = ""
    elif re.match(f"[{HANGUL}]", last):
        after = "" if len(name) >= _CONTAINED else f"(?:(?:{_KOREAN})?(?![{HANGUL}]))"
    elif "а" <= last <= "я" and len(name) >= _INFLECTED:
        stem = middle[:-1] if last in "аяыиоеь" else middle
        return f"{before}{stem}(?:{_RUSSIAN})?{after}"
    return f"{before}{middle}{after}"
