"""Regular expressions that are compiled when they are first asked for something.

A check imports 250 of them and uses 100. Compiled while modules are imported they would cost it a
twentieth of its time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")

if TYPE_CHECKING:
    from re import compile as pattern
else:

    class pattern:  # noqa: N801 - it stands where `re.compile` would
        """An expression; what it can do is what `re.Pattern` can, once it is compiled."""

        def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
            self.pattern = pattern
            self._flags = flags

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as of a compiled one
            """Compile the expression: from now on its methods are found without a search."""
            compiled = re.compile(self.pattern, self._flags)
            vars(self).update({name: getattr(compiled, name) for name in _METHODS})
            return getattr(compiled, name)


__all__ = ["pattern"]
