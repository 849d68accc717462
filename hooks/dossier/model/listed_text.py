"""Texts in a list, in which a colon makes no key: `- All stations: doughs, creams`."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from dossier.model.base import Text


def _with_colon(value: object) -> object:
    """Return a text that YAML takes for a key and its value."""
    if isinstance(value, dict) and len(value) == 1:
        ((key, said),) = value.items()
        if isinstance(key, str) and " " in key and isinstance(said, str):
            return f"{key}: {said}"
    return value


Sentence = Annotated[Text, BeforeValidator(_with_colon)]
"""A text with words and a colon in it is one all the same."""
