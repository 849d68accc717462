"""A company's name to what finds it in texts, in the ways in which people write it.

*Surely* is the name itself: in any case, width or accents, without its legal form, with the
particles that Korean, Russian or Arabic add, anywhere within a script that has no blanks. *Likely*
is what may be chance: other letters for the same sounds, endings, words that the name is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Self

from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.transliterate import transliterations
from dossier.publishing.disguised_name import DisguisedName
from dossier.publishing.legal_forms import CAMEL, core_of
from dossier.publishing.other_names import is_told_apart, names_in, shortened, without_article
from dossier.publishing.searched_text import HANGUL, UNSPACED, SearchedText, folded
from dossier.publishing.short_names import find_short, short_names
from dossier.publishing.wording import (
    CONTAINED,
    INFLECTED,
    WIDE,
    Wording,
    cut_end,
    is_unspaced,
    stands_alone,
)

_ENDINGS = frozenset(
    {"s", "es", "n", "en", "em", "in", "an", "on", "a", "u", "om", "ie", "ow", "owi", "ach", "t"}
    | {"ssa", "sta", "lla", "lta", "lle", "na", "ksi", "ta", "ban", "ben", "nak", "nek", "nal"}
    | {"nel", "val", "vel", "hoz", "hez", "rol", "tol", "de", "da", "den", "dan", "te", "ten"}
    | {"tan", "ye", "ya", "nda", "nde", "ndan", "nden", "nin", "nun", "yla", "yle"}
)
"""What German, Nordic, Finnish, Hungarian, Slavic and Turkish texts may add to a name,
without accents."""
_GENERIC = frozenset(
    {"group", "gruppe", "holding", "holdings", "international", "labs", "software", "solutions"}
    | {"systems", "technologies", "technology"}
)
_TURKISH = pattern("[İıŞşĞğ]")
_DOTTED = pattern(r"(?<=\w)\.(?=\w)")
_AMPERSAND = pattern(r"\s*&\s*")
_LETTERS = pattern(r"[^\W\d_]{0,40}")
"""What may follow a name in its word, no farther: it is looked at after each name of a long one."""
_NEW_WORD = pattern("[A-Z][a-z]")
_OF_OTHERS = pattern(f"[{UNSPACED}{HANGUL}]")
"""Letters of scripts without cases."""
_EXACT = 2
"""Letters up to which case counts."""


@frozen
class CompanyName:
    """A name, and what finds it. Not slotted: what is made of it late is kept."""

    name: str

    @property
    def made(self) -> tuple[tuple[str, ...], ...]:
        """What takes a while to make of a name, and hangs on the name alone."""
        return self.cores, self._said, self._anchors

    @classmethod
    def of(cls, name: str, made: Iterable[tuple[str, ...]]) -> Self:
        """Return a name of which that is known."""
        known = cls(name)
        known.__dict__.update(zip(("cores", "_said", "_anchors"), made, strict=True))
        return known

    @cached_property
    def core(self) -> str:
        """The name without its legal forms, as it is written."""
        return self.cores[0]

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """The names in it, the first that which it goes by."""
        names = names_in(self.name)
        return names[1:] or names

    @cached_property
    def cores(self) -> tuple[str, ...]:
        """The names in it without their legal forms."""
        return tuple(core_of(name) for name in self._names)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The name folded, whole and without its legal forms."""
        return frozenset({" ".join(folded(self.name).split()), *map(folded, self.cores)})

    def may_stand_in(self, text: SearchedText) -> bool:
        """Whether it takes a closer look to tell that a text does not have the name."""
        texts = (text.folded, *text.latin)
        if any(anchor in folded for anchor in self._anchors for folded in texts):
            return True
        return self._disguise.may_stand_in(text)

    def find(self, text: SearchedText, *, minds_case: bool = False) -> str:
        """Return how a text has the name, empty if it does not."""
        is_exact = minds_case or self._is_short
        wordings = self._exactly if is_exact else self._surely
        sought = text.written if is_exact else text.folded
        found = next(filter(None, (wording.find(sought) for wording in wordings)), "")
        if found or minds_case:
            return found
        written = (wording.find(text.written) for wording in self._as_written)
        found = next(filter(None, written), "") or self._find_dotted(text)
        return found or self._disguise.find(text)

    def find_in_letters(self, text: SearchedText) -> str:
        """Return what letters without blanks between them have that may be the name."""
        letters = "".join(filter(str.isalnum, folded(self.core)))
        return letters if len(letters) > WIDE and letters in text.folded else ""

    def find_like(self, text: SearchedText) -> str:
        """Return what a text has that may be the name, empty for nothing."""
        found = self._find_joined(text) or self._find_cut(text) or self._disguise.find_like(text)
        if found:
            return found
        for wording, sought in ((self._short, text.written), (self._unnamed, text.folded)):
            if wording and (found := wording.find(sought)):
                return found
        forms = (text.folded, *text.latin)
        sounding = (wording.find(form) for wording in self._sounds for form in forms)
        return next((found for found in sounding if found), "")

    def find_short(self, text: SearchedText, ours: frozenset[str]) -> str:
        """Return how a text has what people call it for short, if none of its words is ours."""
        return next(filter(None, (find_short(s, text, ours) for s in self._said)), "")

    @cached_property
    def _said(self) -> tuple[str, ...]:
        return tuple(short for core in self.cores for short in short_names(core))

    @cached_property
    def _written(self) -> str:
        return SearchedText(self.core).written

    @cached_property
    def _is_short(self) -> bool:
        """Whether other words are told from it by their case alone."""
        name = self._written
        return len(name) <= _EXACT and (name.isascii() or not _OF_OTHERS.search(name))

    @cached_property
    def _surely(self) -> tuple[Wording, ...]:
        ways = [folded(way) for pair in zip(self.cores, self._names, strict=True) for way in pair]
        # `C3.ai` is `C3AI` to many, and `A.C.M.E.` a word.
        joined = [way.replace(".", "") for way in ways if _DOTTED.search(way)]
        ways += [way for way in joined if sum(map(str.isalnum, way)) >= CONTAINED]
        ways += [folded(sign.join(parts)) for parts in self._initials for sign in ("&", " & ")]
        return tuple(Wording(way) for way in dict.fromkeys(ways))

    @cached_property
    def _as_written(self) -> tuple[Wording, ...]:
        """Ways that are words of their own in another case: without an article, with *and*."""
        ways = [short for core in self.cores if (short := without_article(core))]
        ways += [" and ".join(parts) for parts in self._initials if len(parts[0]) > 1]
        return tuple(Wording(SearchedText(way).written) for way in ways)

    @cached_property
    def _initials(self) -> tuple[list[str], ...]:
        """What stands around the `&` of names that are little more: *H&M*, *AT&T*."""
        cores = (*self.cores, *_without_generic(self.cores))
        split = (_AMPERSAND.split(core) for core in cores if "&" in core)
        return tuple(parts for parts in split if all(parts) and sum(map(len, parts)) <= CONTAINED)

    @cached_property
    def _short(self) -> Wording | None:
        """What the name is shortened to, if that is no everyday word."""
        short = shortened(self.core)
        is_sought = short and is_told_apart(short)
        return Wording(SearchedText(short).written) if is_sought else None

    @cached_property
    def _unnamed(self) -> Wording | None:
        """The name without its article, if it is of several words: one word is everybody's."""
        short = folded(without_article(self.core))
        return Wording(short) if " " in short else None

    @cached_property
    def _disguise(self) -> DisguisedName:
        return DisguisedName(self.cores)

    @cached_property
    def _letters(self) -> tuple[str, ...]:
        """One-word names, which texts may have in two or letter by letter."""
        cores = (folded(core) for core in self.cores)
        return tuple(core for core in cores if core.isalpha() and len(core) >= CONTAINED)

    def _find_dotted(self, text: SearchedText) -> str:
        """Return how a text has a name with a dot behind each letter."""
        for letters in self._letters:
            if letters in text.squeezed and not is_unspaced(letters):
                pattern = r"\.\s?".join(map(re.escape, letters))
                for found in re.finditer(pattern, text.folded):
                    if stands_alone(text.folded, *found.span()):
                        return found[0]
        return ""

    def _find_cut(self, text: SearchedText) -> str:
        """Return how a text has a name of one word as two: *Zyxa Bricks*, *zyxa-bricks*."""
        for letters in self._letters:
            if len(letters) < WIDE or letters not in text.squeezed or not letters.isascii():
                continue
            start = letters[:CONTAINED]
            for found in re.finditer(re.escape(start), text.lower):
                end, gap = cut_end(text.lower, found.start(), letters)
                is_name = gap == "-" or text.written[found.start()].isupper()
                if gap and is_name and stands_alone(text.lower, found.start(), end):
                    return text.written[found.start() : end]
        return ""

    @cached_property
    def _exactly(self) -> tuple[Wording, ...]:
        ways = dict.fromkeys((self._written, self._written.upper()))
        return tuple(Wording(way) for way in ways)

    @cached_property
    def _sounds(self) -> tuple[Wording, ...]:
        """The name by other letters for the same sounds, or without a word that many have."""
        ways = {folded(way) for way in transliterations(self.core)} | {folded(self.core)}
        ways |= {way.replace("ks", "x") for way in ways} | {way.replace("x", "ks") for way in ways}
        short = folded(self.core).split()
        if len(short) > 1 and short[-1] in _GENERIC:
            ways.add(" ".join(short[:-1]))
        kept = (w for w in ways if sum(map(str.isalpha, w)) >= INFLECTED and w.isascii())
        return tuple(Wording(way) for way in sorted(kept))

    @cached_property
    def _can_be_joined(self) -> bool:
        """Whether the name is looked for with other letters around it."""
        first = self._written[:1]
        return len(self._written) >= INFLECTED and first.isascii() and first.isalpha()

    @cached_property
    def _apart(self) -> re.Pattern[str] | None:
        """What finds the words that the name is put together of."""
        parts = CAMEL.split(self._written)
        if not self._can_be_joined or len(parts) == 1 or min(map(len, parts)) < _EXACT:
            return None
        return re.compile(r"[\W_]+".join(map(re.escape, (part.lower() for part in parts))))

    def _find_joined(self, text: SearchedText) -> str:
        """Return what has the name with a capital and an ending, with other words, or apart."""
        written, lower = text.written, text.lower
        name = self._written.lower() if self._can_be_joined else ""
        for way in filter(None, dict.fromkeys((name, name.replace(" ", "")))):
            start = lower.find(way)
            while start >= 0:
                end = start + len(way)
                before, after = written[max(start - 1, 0) : start], _LETTERS.match(written, end)
                rest = after[0] if after else ""
                is_inflected = rest.casefold() in _ENDINGS or bool(_NEW_WORD.match(rest))
                is_part = (is_inflected and not before.isalnum()) or (before.islower() and not rest)
                if is_part and (written[start].isupper() or _TURKISH.search(self.name)):
                    return written[start:end] + rest
                start = lower.find(way, end)
        for found in self._apart.finditer(lower) if self._apart else ():
            if stands_alone(lower, *found.span()):
                return found[0]
        return ""

    @cached_property
    def _anchors(self) -> tuple[str, ...]:
        """One piece of each way of writing the name, of which one is in every text that has it."""
        ways = {*self.cores, *transliterations(self.core), *filter(None, (shortened(self.core),))}
        ways |= {core.replace(".", "") for core in self.cores} | {*self._said}
        ways |= {short for core in self.cores if (short := without_article(core))}
        pieces = (_longest(_pieces(way)) for way in ways)
        return tuple(sorted({piece for piece in pieces if piece})) or ("",)


def _without_generic(cores: tuple[str, ...]) -> Iterator[str]:
    """Yield names without a last word that many have."""
    for core in cores:
        first, _, last = core.rpartition(" ")
        if first and last.casefold() in _GENERIC:
            yield first


def _pieces(name: str) -> list[str]:
    """Return the parts of a name that stand whole in every text that has it, folded."""
    written = SearchedText(name).written
    if is_unspaced(written):
        return list(written)
    words = [part for word in re.findall(r"[^\W_]+", written) for part in CAMEL.split(word)]
    # Russian endings and other spellings of one sound change letters at the end, and `x`.
    kept = [word for word in words if word.casefold() not in _GENERIC] or words
    return [piece for word in kept for piece in re.split("x|ks", word.casefold())]


def _longest(pieces: list[str]) -> str:
    longest = max(pieces, key=len, default="")
    return longest[:-1] if "а" <= longest[-1:] <= "я" else longest
