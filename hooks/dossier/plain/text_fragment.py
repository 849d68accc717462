"""An address to one that a browser opens at a passage, which it marks: a text fragment."""

from __future__ import annotations

from urllib.parse import quote as encoded

from dossier.plain.patterns import pattern

_MARK = ":~:text="
_LONGEST = 200
"""How many characters of a passage are written out; of a longer one its two ends."""
_END = 8
"""How many words an end has."""
_LEFT_OUT = pattern(r"\s*[\[(]?(?:\.\.\.|…)[\])]?\s*")


def at_passage(address: str, passage: str) -> str:
    """Return the address of a page at a passage of it. One that names a passage stays as it is."""
    parts = [part for part in _LEFT_OUT.split(passage) if part.strip()]
    words = passage.split()
    if _MARK in address or not parts:
        return address
    if len(parts) > 1:
        ends = [parts[0], parts[-1]]
    elif len(passage) > _LONGEST and len(words) > 2 * _END:
        ends = [" ".join(words[:_END]), " ".join(words[-_END:])]
    else:
        ends = [parts[0]]
    mark = _MARK if "#" in address else f"#{_MARK}"
    return address + mark + ",".join(map(_encoded, ends))


def _encoded(text: str) -> str:
    # A dash, a comma and an ampersand mean something there.
    return encoded(text.strip(), safe="").replace("-", "%2D")
