"""What an address or a file holds to where a quote stands in it: once, or why it proves nothing."""

from __future__ import annotations

import codecs
import re

from dossier.plain.folding import fold, occurrences
from dossier.plain.frozen import frozen
from dossier.plain.html_text import seen_text
from dossier.plain.patterns import pattern

_WEB_PAGES = ("text/html", "application/xhtml+xml")
_TEXTS = ("text/", "application/json", "application/xml", "application/yaml")
_CHARSET = pattern(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LONGEST = 80
"""Of how many words the spelling is looked up."""


@frozen
class QuoteFound:
    """Where a quote stands."""

    why_not: str = ""
    """Why it proves nothing, empty if it stands there once."""
    spelled: str = ""
    """How it is spelled there, empty for as it is quoted."""


def page_text(content: bytes, form: str) -> str | None:
    """Return what a reader sees of an answer; None if its type is of no text.

    `form` is what the host calls its type.
    """
    kind = form.partition(";")[0].strip().casefold()
    head = content[:1024].lstrip().lower()
    is_page = kind in _WEB_PAGES or (not kind and head.startswith((b"<!doctype html", b"<html")))
    if not is_page and not kind.startswith(_TEXTS):
        return None
    text = content.decode(_encoding(form, content if is_page else b""), "replace")
    return seen_text(text) if is_page else text


def _encoding(form: str, page: bytes) -> str:
    found = _CHARSET.search(form) or _CHARSET.search(page[:1024].decode("latin-1"))
    try:
        info = codecs.lookup(found[1] if found else "utf-8")
    except LookupError:
        return "utf-8"
    # Some of Python's codecs are for other things than text.
    return info.name if getattr(info, "_is_text_encoding", False) else "utf-8"


def look_for(quote: str, text: str) -> QuoteFound:
    """Return whether a quote stands in a text once, read as people read it."""
    count = occurrences(fold(text), fold(quote))
    if count == 1:
        return QuoteFound(spelled=_spelling(quote, text))
    if not count:
        return QuoteFound("the quote does not stand there")
    return QuoteFound(f"the quote stands there {count} times: quote more of the sentence")


def _spelling(quote: str, text: str) -> str:
    """Return how a text spells a quote, if that is another way: its quotes, its dashes."""
    words = re.findall(r"\w+", quote)
    if not 0 < len(words) <= _LONGEST:
        return ""
    pattern = r"\W+".join(map(re.escape, words))
    line = " ".join(text.split())
    found = re.findall(rf"(?<!\w){pattern}(?!\w)", line, re.IGNORECASE)
    return found[0] if len(found) == 1 and quote not in line else ""
