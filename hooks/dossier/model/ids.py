"""Names as people write them to ids: lower-case ASCII words joined by hyphens."""

from __future__ import annotations

import re

from anyascii import anyascii

from dossier.plain.errors import ConfigError
from dossier.plain.patterns import pattern

ID_FORM = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SPOKEN = {"+": " plus", "#": " sharp"}
"""How signs are said that belong to the word before them: `C++`, `F#`."""


def make_id(name: str) -> str:
    """Return the id for a name in any script: `Łódź Data` is `lodz-data`.

    Letters are written in Latin ones by anyascii's tables. Raises ConfigError if nothing is left.
    """
    said = re.sub(r"(?<=\w)[+#]+", _say, name)
    letters = re.sub(r"[^\w\s]|_", " ", said)  # Signs divide; anyascii would name them.
    made = "-".join(re.findall(r"[a-z0-9]+", anyascii(letters).lower()))
    if not made:
        raise ConfigError(f"no id can be made from `{name}`", "say one: `--id my-name`")
    return made


def checked_id(text: str) -> str:
    """Return an id as somebody typed it. Raises ConfigError if it has not the form of one."""
    if not ID_FORM.fullmatch(text):
        raise ConfigError(f"`{text}` is not an id", "write lower-case words joined by hyphens")
    return text


def _say(signs: re.Match[str]) -> str:
    return "".join(_SPOKEN[sign] for sign in signs[0])
