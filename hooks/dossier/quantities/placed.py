"""Tokens to where the phrases of a language's lists stand among them, looked up once each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dossier.plain.cached_property import cached_property
from dossier.quantities.lexicon import Lexicon
from dossier.quantities.tokens import Token


class Placed:
    """A sentence's tokens, of whose parts many figures ask. Not slotted: what is found is kept.

    What asks for the last before a token gets -1 if there is none.
    """

    def __init__(self, words: Lexicon, found: Sequence[Token]) -> None:
        self.words, self.tokens = words, found
        self._by_list: dict[str, tuple[list[int], list[int]]] = {}

    def last(self, name: str, end: int) -> int:
        """Return where the last phrase of a list begins that ends by a token."""
        begins, ends = self._phrases(name)
        at = bisect_left(begins, end) - 1
        # Only the few that go over the end are passed.
        while at >= 0 and ends[at] > end:
            at -= 1
        return begins[at] if at >= 0 else -1

    def has(self, name: str, first: int, end: int) -> bool:
        """Return whether any phrase of a list stands among the tokens of a part."""
        return self.last(name, end) >= first

    def is_list(self, first: int, end: int) -> bool:
        """Return whether nothing but commas and conjunctions stands in a part."""
        return all(
            self.tokens[n].text == "," or self.words.at("conjunctions", self.tokens, n)
            for n in range(first, end)
        )

    def is_parted(self, first: int, end: int) -> bool:
        """Return whether another thing begins within a part: `medals, and not gold`."""
        return any(self.has(name, first, end) for name in ("conjunctions", "denials"))

    def is_of(self, first: int, end: int) -> bool:
        """Return whether a part is nothing but `of`, `of the` or `of our`."""
        hit = self.words.at("shares", self.tokens, first) if 0 < end - first <= 2 else None  # noqa: PLR2004
        is_light = all(t.low == "the" for t in self.tokens[first + 1 : end])
        is_light = is_light or self.words.at("own", self.tokens, end - 1) is not None
        return is_light and hit is not None and hit[1] == "digits"

    def has_apart(self, name: str, first: int, end: int) -> bool:
        """Return the same without what hangs on a hyphen: `no-show` denies nothing."""
        kept, apart = self._apart
        return apart.has(name, bisect_left(kept, first), bisect_left(kept, end))

    def has_negation(self, first: int, end: int) -> bool:
        """Return whether a part has a word like `isn't`."""
        return _last(self._negations, end) >= first

    def last_begun(self, name: str, end: int) -> int:
        """Return where the last phrase of a list begins before a token, wherever it ends."""
        return _last(self._phrases(name)[0], end)

    def last_clause(self, end: int) -> int:
        """Return the last token before another behind which something is said of its own."""
        return _last(self.clauses, end)

    def next_joint(self, first: int, end: int) -> int:
        """Return where the first conjunction of a part stands, its end if there is none."""
        begins, _ = self._phrases("conjunctions")
        at = bisect_left(begins, first)
        return min(begins[at], end) if at < len(begins) else end

    def last_colon(self, end: int) -> int:
        """Return where the last colon stands before a token."""
        return _last(self._colons, end)

    def quotation(self, position: int) -> int:
        """Return where the quotation begins that a token stands in, -1 if it is in none."""
        at = bisect_left(self._marks, position)
        return self._marks[at - 1] if at % 2 and at < len(self._marks) else -1

    @cached_property
    def clauses(self) -> Sequence[int]:
        """The tokens behind which something is said of its own."""
        known = self.words.parting
        places = [n for n, token in enumerate(self.tokens) if token.low in known]
        return [n for n in places if self.begins_clause(n)]

    def begins_clause(self, position: int) -> bool:
        """Return whether something is said of its own behind a sign or word that may part."""
        hit = self.words.at("conjunctions", self.tokens, position)
        return not hit or hit[1] == "clause"

    @cached_property
    def _colons(self) -> Sequence[int]:
        return [n for n, token in enumerate(self.tokens) if token.text == ":"]

    @cached_property
    def _marks(self) -> Sequence[int]:
        return [n for n, token in enumerate(self.tokens) if token.text == '"']

    @cached_property
    def _negations(self) -> Sequence[int]:
        return [n for n, token in enumerate(self.tokens) if token.low.endswith("n't")]

    @cached_property
    def _apart(self) -> tuple[Sequence[int], Placed]:
        found = self.tokens
        kept = [
            n
            for n, token in enumerate(found)
            if n + 1 == len(found) or found[n + 1].text != "-" or found[n + 1].start != token.end
        ]
        return kept, Placed(self.words, [found[n] for n in kept])

    def _phrases(self, name: str) -> tuple[list[int], list[int]]:
        """Return where phrases of a list begin, and where the shortest at each place ends."""
        if name not in self._by_list:
            phrases, begins, ends = self.words.lists.get(name, {}), list[int](), list[int]()
            for place, token in enumerate(self.tokens):
                for said, _ in reversed(phrases.get(token.low, ())):
                    end = place + len(said)
                    if said == tuple(token.low for token in self.tokens[place:end]):
                        begins.append(place)
                        ends.append(end)
                        break
            self._by_list[name] = begins, ends
        return self._by_list[name]


def _last(places: Sequence[int], end: int) -> int:
    at = bisect_left(places, end)
    return places[at - 1] if at > 0 else -1
