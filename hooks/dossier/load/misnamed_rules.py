"""A file's name to the error that forbidden claims in it would not be looked for."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from dossier.plain.problems import Place, Problem

_CLOSE = 0.88
"""From which ratio on a name is a misspelt one: `guardrails-old` is none."""
_ENDINGS = frozenset({"", "yml", "yaml", "json", "txt", "yml.txt", "yaml.txt"})


def misnamed_rules(name: str, file: str) -> Problem | None:
    """Return what is wrong with a file of no known kind that seems to be `guardrails.yml`."""
    stem, _, ending = Path(name).name.casefold().partition(".")
    letters = "".join(filter(str.isalpha, stem))
    if ending not in _ENDINGS or not get_close_matches(letters, ("guardrails",), 1, _CLOSE):
        return None
    message = "forbidden claims are read from content/guardrails.yml alone"
    return Problem("file-unplaced", Place(file), message, "put them there, and remove this file")
