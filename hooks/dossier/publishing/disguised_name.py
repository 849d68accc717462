"""A name to the places where a text has it in disguise: other letters, letter by letter, in pieces.

*Surely* is what nobody writes by chance: letters of two scripts in one word, letters apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.plain.cached_property import cached_property
from dossier.plain.frozen import frozen
from dossier.publishing.disguises import is_disguised, is_mixed, look
from dossier.publishing.legal_forms import CAMEL
from dossier.publishing.searched_text import SearchedText, folded
from dossier.publishing.wording import CONTAINED, INFLECTED, Wording, stands_alone

_LEAST_IN_PIECES = 8
"""Letters of a name from which pieces of it are no chance."""
_PIECES = 3


@frozen
class DisguisedName:
    """The ways of writing a name. Not slotted: what finds them is made late and kept."""

    cores: tuple[str, ...]

    @cached_property
    def _letters(self) -> tuple[str, ...]:
        """The names without blanks and signs."""
        joined = ("".join(filter(str.isalnum, folded(core))) for core in self.cores)
        return tuple(letters for letters in joined if len(letters) >= CONTAINED)

    @cached_property
    def _looks(self) -> tuple[Wording, ...]:
        """The names as they look, whole and with blanks between the words in them."""
        written = [SearchedText(core).written for core in self.cores]
        written += [" ".join(CAMEL.split(way)) for way in written]
        kept = dict.fromkeys(look(way) for way in written if len(way) >= CONTAINED)
        return tuple(map(Wording, kept))

    @cached_property
    def _longest(self) -> tuple[str, ...]:
        return tuple(max(way.name.split(), key=len) for way in self._looks)

    def may_stand_in(self, text: SearchedText) -> bool:
        """Whether it takes a closer look to tell that a text does not have the name so."""
        if text.look and any(word in text.look for word in self._longest):
            return True
        return any(letters in text.squeezed for letters in self._letters)

    def find(self, text: SearchedText) -> str:
        """Return how a text surely has the name, empty if it does not."""
        for run, written in text.spelled_out:
            for letters in self._letters:
                if run == letters or (letters in run and len(letters) >= INFLECTED):
                    return written
        return next((found for found in self._in_other_letters(text) if is_mixed(found)), "")

    def find_like(self, text: SearchedText) -> str:
        """Return what may be the name: a word of another script's letters, or pieces."""
        return next(self._in_other_letters(text), "") or self._find_in_pieces(text)

    def _in_other_letters(self, text: SearchedText) -> Iterator[str]:
        for way in self._looks if text.look else ():
            for start, end in way.places(text.look):
                if is_disguised(found := text.written[start:end]):
                    yield found

    def _find_in_pieces(self, text: SearchedText) -> str:
        for letters in self._letters:
            if len(letters) < _LEAST_IN_PIECES or letters not in text.squeezed:
                continue
            for found in re.finditer(r"[\s_-]?".join(map(re.escape, letters)), text.folded):
                number = len(re.split(r"[\s_-]", found[0]))
                if number >= _PIECES and stands_alone(text.folded, *found.span()):
                    return found[0]
        return ""
