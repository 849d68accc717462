"""The beginning of a web page to its title, if by that it is the page for what is not there.

Many hosts send it with *200 OK*. Only a title that says nothing else, beside the site's name, is
taken for one: a page may be about such pages.
"""

from __future__ import annotations

import re
from html import unescape

from dossier.plain.patterns import pattern

_TITLE = pattern(r"<title[^<>]{0,200}>([^<]{1,300})</title", re.IGNORECASE)
_BETWEEN = pattern(r"\s+[|\u2013\u2014\u00b7\u2022-]\s+")
"""What parts a page's title from its site's name."""
_MISSING = pattern(
    r"(?:error )?4(?:04|10)(?:[ :,.\u2013-]{1,3}(?:error|gone|(?:page |file )?not found))?[.!]?"
    r"|(?:sorry, )?(?:this |the |your )?(?:page|file|site|repository|profile|project)"
    r"(?: (?:you requested|you are looking for))?"
    r" (?:was |is |could )?(?:not|no longer)(?: be)? (?:found|available)[.!]?"
    r"|(?:this |the )?page (?:does not|doesn['\u2019]t) exist[.!]?"
    r"|seite nicht gefunden|page (?:introuvable|non trouv\u00e9e)|p\u00e1gina no encontrada",
    re.IGNORECASE,
)


def missing_title(content: bytes) -> str:
    """Return a page's title if that says that there is no such page, else an empty text."""
    found = _TITLE.search(content.decode("utf-8", "replace"))
    title = " ".join(unescape(found[1]).split()) if found else ""
    return title if any(map(_MISSING.fullmatch, _BETWEEN.split(title))) else ""
