"""A text to the forms in which names are looked for in it: folded, and in other letters."""

from __future__ import annotations

import unicodedata

from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.transliterate import transliterations, without_accents
from dossier.publishing.disguises import look, may_be_disguised, spelled_out

_INVISIBLE = pattern(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff"
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese: words follow each other without blanks."""
HANGUL = "\uac00-\ud7a3"


@frozen
class SearchedText:
    """A text as names are looked for in it. Not slotted: forms are made late and kept."""

    text: str

    @cached_property
    def written(self) -> str:
        """The text without widths of letters, accents, and signs that nobody sees."""
        if self.text.isascii():
            return self.text
        return plain_letters(seen(self.text))

    @cached_property
    def folded(self) -> str:
        """The same in lower case."""
        return self.written.casefold()

    @cached_property
    def squeezed(self) -> str:
        """The same without blanks, dots and hyphens: it tells what is worth a closer look."""
        return _BETWEEN.sub("", self.folded)

    @cached_property
    def look(self) -> str:
        """What is written as it looks, each letter at its place; empty if that is nothing else."""
        return look(self.written) if may_be_disguised(self.written) else ""

    @cached_property
    def spelled_out(self) -> tuple[tuple[str, str], ...]:
        """What is written letter by letter in lower case, each with how the text has it."""
        return tuple(spelled_out(self.folded))

    @cached_property
    def lower(self) -> str:
        """What is written, each letter in lower case at its place."""
        # The one letter that becomes two, U+0130, is written without its dot.
        return self.written.lower()

    @cached_property
    def latin(self) -> tuple[str, ...]:
        """The text's foreign words in Latin letters, in each way that is usual."""
        if self.text.isascii():
            return ()
        # Few words are foreign, and the expression is slow on the others.
        chunks = unicodedata.normalize("NFKC", self.text).split()
        words = _FOREIGN.findall(" ".join(chunk for chunk in chunks if not chunk.isascii()))
        ways = zip(*map(_both, words), strict=True) if words else ()
        return tuple(" ".join(way).casefold() for way in ways)


_BETWEEN = pattern(r"[\s._\-\u2013\u00b7\u2022*|/~]+")
_LETTERS = str.maketrans(
    dict.fromkeys("\u0623\u0625\u0622\u0671", "\u0627")
    | {"\u0649": "\u064a", "\u0626": "\u064a", "\u0624": "\u0648", "\u0629": "\u0647"}
    | {"\u0131": "i"}
    # What stretches letters, and the signs of vowels.
    | dict.fromkeys(map(chr, (0x640, 0x670, *range(0x64B, 0x660))))
)
"""Arabic letters that many write as another, and Turkish without its dots."""
_OTHERS = pattern(f"[{''.join(map(chr, _LETTERS))}]")

_FOREIGN = pattern(
    r"[\u3040-\u309f]+|[\u30a0-\u30ff]+|[\u3400-\u9fff]+|[\uac00-\ud7a3]+|"
    # Only from a word's beginning: within an ASCII word it would look to its end every time.
    r"(?<![0-9A-Za-z])(?=[^\W_]*[^\x00-\x7f])[^\W_]+"
)


def _both(word: str) -> tuple[str, str]:
    ways = transliterations(word)
    return ways[0], ways[-1]


def seen(text: str) -> str:
    """Return a text without widths of letters and without signs that nobody sees."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


def plain_letters(text: str) -> str:
    """Return a text without accents, its Arabic and Turkish letters as others write them."""
    if text.isascii():
        return text
    # Few texts have one, and to translate them takes ten times as long as to look for it.
    return without_accents(text.translate(_LETTERS) if _OTHERS.search(text) else text)


def folded(text: str) -> str:
    """Return a text without differences of case, width and accents."""
    return text.casefold() if text.isascii() else SearchedText(text).folded
