"""A property that is worked out once, as Python has it from 3.12 on: without a lock.

The lock that 3.11 puts around it costs more than what is worked out for most sentences.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from functools import cached_property
else:

    class cached_property(functools.cached_property):  # noqa: N801 - as Python's own
        """Works its value out when it is first asked for."""

        def __get__(self, instance: object, owner: type | None = None) -> object:
            """Keep the value under the property's name, where it is found from then on."""
            if instance is None:
                return self
            value = instance.__dict__[self.attrname] = self.func(instance)
            return value


__all__ = ["cached_property"]
