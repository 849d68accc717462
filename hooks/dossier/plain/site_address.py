"""What is wrong with an address that pages and links are made from, and its cure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from dossier.plain.addresses import split_address
from dossier.plain.patterns import pattern
from dossier.plain.userinfo import has_userinfo

Fault = tuple[str, str]
"""What is wrong, and a hint. It repeats nothing of the address, which may hold a password."""
_BLANK = pattern(r"[\s\x00-\x20\x7f-\xa0]")
_FILE = pattern(r"/[^/]*\.(?:html?|php|aspx?)/*\Z", re.IGNORECASE)


def fault_of_address(name: str, text: str) -> Fault | None:
    """Return what is wrong with an address that pages show; None if nothing is."""
    return next(_faults(name, text), None) if text else None


def fault_of_site(name: str, text: str) -> Fault | None:
    """Return what is wrong with the address of a site, to which pages' names are added."""
    return next(chain(_faults(name, text), _more(name, text)), None) if text else None


def _faults(name: str, text: str) -> Iterator[Fault]:
    if has_userinfo(text):
        message = f"`{name}` has a name or a password before its host, which all pages would show"
        yield message, "take out what stands before the @, and change the password if it went out"
    if _BLANK.search(text):
        yield f"`{name}` has a blank in it or at its end", "write the address without blanks"
    try:
        parts = split_address(text)
        _ = parts and parts.port
    except ValueError:
        yield f"`{name}` has a port that no host has", "write a number up to 65535, or none"


def _more(name: str, text: str) -> Iterator[Fault]:
    if "?" in text or "#" in text:
        sign = min("?#", key=lambda each: text.find(each) % (len(text) + 1))
        message = f"`{name}` goes on behind a `{sign}`, so that no link to a page below it opens"
        yield message, f"end it before the `{sign}`"
    elif _FILE.search(text):
        message = f"`{name}` is the address of a page, so that no link to another below it opens"
        yield message, "write the address of its folder, which ends with /"
