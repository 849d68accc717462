"""A function whose values are kept until what they were made of is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Forgetful(Generic[Value]):
    """What a function makes of texts, kept for as many as it may hold.

    Python's own caches cannot let go of one text: while somebody writes, they would keep each state
    of what is written, and all that was made of it.
    """

    def __init__(self, make: Callable[[str], Value], most: int) -> None:
        self._make, self._most = make, most
        self._known: dict[str, Value] = {}

    def __call__(self, text: str) -> Value:
        """Return what the function makes of a text."""
        known = self._known.get(text)
        if known is None:
            known = self._make(text)
            if len(self._known) >= self._most:
                del self._known[next(iter(self._known))]
            self._known[text] = known
        return known

    def forget(self, texts: Iterable[str]) -> None:
        """Let go of texts."""
        for text in texts:
            self._known.pop(text, None)

    def cache_clear(self) -> None:
        """Let go of all, as of a cache of Python's own."""
        self._known.clear()


def kept(most: int) -> Callable[[Callable[[str], Value]], Forgetful[Value]]:
    """Return a decorator that keeps what a function makes of so many texts, at most."""
    return lambda make: Forgetful(make, most)
