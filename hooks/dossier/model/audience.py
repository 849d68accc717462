"""Who looks: private < assistant < shared < public.

What one may see, every smaller audience may see too.
"""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """An audience of a text (who may see it) or of a view (who is looking)."""

    PRIVATE = "private"
    """The author, on the author's machine."""
    ASSISTANT = "assistant"
    """A language model that helps the author with one dossier."""
    SHARED = "shared"
    """One recipient, through a sealed link."""
    PUBLIC = "public"
    """Anyone."""

    def may_see(self, text: Audience) -> bool:
        """Return whether a view for this audience may hold a text meant for `text`."""
        return _WIDTH[text] >= _WIDTH[self]


_WIDTH = {audience: width for width, audience in enumerate(Audience)}


def narrowest(*audiences: Audience) -> Audience:
    """Return the audience that fewest people belong to."""
    return min(audiences, key=_WIDTH.__getitem__)
