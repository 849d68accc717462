"""Guardrails: claims that no text may make, each with its reason."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from dossier.model.audience import Audience
from dossier.model.base import Entry, Line, wrong
from dossier.plain.bounded_pattern import bounded_pattern
from dossier.plain.folding import fold


def compile_pattern(text: str) -> re.Pattern[str]:
    """Return the pattern of a forbidden claim: plain words, or `/an expression/`.

    It is to be searched in folded text. Raises ValueError if it could take too long, or is none.
    """
    if not (len(text) > 1 and text.startswith("/") and text.endswith("/")):
        words = re.escape(fold(text)).replace(r"\ ", r"[\s-]+")
        before = r"(?<!\w)" if fold(text)[:1].isalnum() else ""
        after = r"(?!\w)" if fold(text)[-1:].isalnum() else ""
        return re.compile(before + words + after, re.IGNORECASE)
    return bounded_pattern(text[1:-1])


def _check_pattern(text: str) -> str:
    try:
        compile_pattern(text)
    except ValueError as error:
        hint = "write plain words, or a simple expression between slashes: `/production.scale/`"
        raise wrong("guardrail-pattern", str(error), hint) from None
    if not re.search(r"\w", text):
        raise wrong("guardrail-pattern", "there is no word in it", "write what nobody may say")
    return text


class Guardrail(Entry):
    """A claim that no text may make."""

    pattern: Annotated[Line, AfterValidator(_check_pattern)]
    """Plain words, or a regular expression between slashes. Example: `production scale`"""
    why: Line
    """What is wrong with it, told whenever it is found. Example: `It ran on one machine`"""
    audience: Audience = Audience.PRIVATE
    """Which texts it holds for: those that this audience may see."""
    except_: Annotated[tuple[Line, ...], Field(alias="except")] = ()
    """Wordings in which it may stand. Example: `[not production scale]`"""
