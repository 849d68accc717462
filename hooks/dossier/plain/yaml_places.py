"""Where the values of a YAML text stand: noted as it is read, told when somebody asks.

Of most files nobody does, and a line and a column for each value take more than the values.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate

Path = tuple[str | int, ...]
"""Where a value stands in a document: keys and list positions."""
PlaceTree = dict[Path, tuple[int, int]]
"""Line and column of each value, both counted from 0."""


class Lines:
    """Where each line of a text begins. libyaml counts lines at other signs too: U+2028."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]

    def position(self, index: int) -> tuple[int, int]:
        """Return the line and the column of a character, all counted from 0."""
        line = bisect_right(self._starts, index) - 1
        return line, index - self._starts[line]


class Places:
    """The last steps of the paths of a text's values, in its order, and where each begins."""

    __slots__ = ("_depths", "_indexes", "_steps")

    def __init__(self) -> None:
        self._steps: list[str | int] = []
        self._depths = bytearray()
        self._indexes = array("I")

    def add(self, step: str | int, depth: int, index: int) -> None:
        """Note a value: its key or position, how many steps lead to it, and where it begins."""
        self._steps.append(step)
        self._depths.append(depth)
        self._indexes.append(index)

    def tree(self, text: str) -> PlaceTree:
        """Return the place of each value in the text; of a key's value, that of the key."""
        position, found, path = Lines(text).position, PlaceTree(), list[str | int]()
        for step, depth, index in zip(self._steps, self._depths, self._indexes, strict=True):
            # What stands at a depth follows what stands at one less.
            if depth:
                path[depth - 1 :] = (step,)
            here = tuple(path)
            # A key that stands twice has the place of the last, what is below it of the first.
            if isinstance(step, str) or here not in found:
                found[here] = position(index)
        return found
