"""What stands in the annotation of a field: how its value is read, and how its schema says it.

pydantic takes these as its own, each with the same meaning as `entry_readers` gives it. Nothing of
it is imported before it asks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from dossier.plain.frozen import frozen

Read = Callable[[Any], Any]
"""Returns the value of what somebody wrote. Raises ValueError for what is not right."""
# What pydantic strips: the white space of Unicode, which is less than Python takes for it.
_WHITE = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


@frozen
class Before:
    """Turns what somebody wrote into another value, before it is read."""

    turn: Callable[[Any], object]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:  # noqa: ANN401 - its
        """Tell pydantic."""
        from pydantic_core import core_schema  # noqa: PLC0415 - late, here and below

        return core_schema.no_info_before_validator_function(self.turn, handler(source))

    def around(self, read: Read) -> Read:
        """Return what does both."""
        turn = self.turn
        return lambda value: read(turn(value))


@frozen
class After:
    """Checks a value that was read, and may spell it otherwise."""

    check: Callable[[Any], object]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:  # noqa: ANN401 - its
        """Tell pydantic."""
        from pydantic_core import core_schema  # noqa: PLC0415

        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def around(self, read: Read) -> Read:
        """Return what does both."""
        check = self.check
        return lambda value: check(read(value))


@frozen
class Signs:
    """A text of so many signs."""

    least: int
    most: int | None = None
    is_stripped: bool = True

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:  # noqa: ANN401 - its
        """Tell pydantic."""
        from pydantic_core import core_schema  # noqa: PLC0415

        return core_schema.str_schema(
            min_length=self.least, max_length=self.most, strip_whitespace=self.is_stripped or None
        )

    def around(self, read: Read) -> Read:
        """Return what reads such a text."""

        def read_text(value: object) -> str:
            text: str = read(value)
            text = text.strip(_WHITE) if self.is_stripped else text
            if len(text) < self.least or (self.most is not None and len(text) > self.most):
                raise ValueError(text)
            return text

        return read_text


@frozen
class Count:
    """A whole number between two others."""

    least: int
    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:  # noqa: ANN401 - its
        """Tell pydantic."""
        from pydantic_core import core_schema  # noqa: PLC0415

        return core_schema.int_schema(strict=True, ge=self.least, le=self.most)

    def around(self, read: Read) -> Read:
        """Return what reads such a number."""

        def read_number(value: object) -> int:
            number: int = read(value)
            if not self.least <= number <= self.most:
                raise ValueError(number)
            return number

        return read_number


@frozen
class SaidAs:
    """What a JSON Schema says of a value, where that is more than its type."""

    schema: Mapping[str, object] = field(hash=False)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:  # noqa: ANN401 - its
        """Tell pydantic."""
        return dict(self.schema)


@frozen
class Key:
    """How a field is called that Python has no such name for."""

    name: str
