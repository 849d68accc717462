"""Who looks: private < shared < public. What one may see, every smaller audience may see too."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """An audience of a text (who may see it) or of a view (who is looking)."""

    PRIVATE = "private"
    """The author, on the author's machine."""
    SHARED = "shared"
    """One recipient, through a sealed link."""
    PUBLIC = "public"
    """Anyone."""

    def may_see(self, text: Audience) -> bool:
        """Return whether a view for this audience may hold a text meant for `text`."""
        return _WIDTH[text] >= _WIDTH[self]


_WIDTH = {Audience.PRIVATE: 0, Audience.SHARED: 1, Audience.PUBLIC: 2}


def narrowest(*audiences: Audience) -> Audience:
    """Return the audience that fewest people belong to."""
    return min(audiences, key=_WIDTH.__getitem__)
