"""Saved postings: which rows speak of what they ask for, and whether they have changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from dossier.match.asks import RowWords, stems, uncovered
from dossier.match.own_word import is_trait
from dossier.match.sections import asked, asks, sentences, unplaced
from dossier.model.application import ProofPoint, Role
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.folding import fold, holds
from dossier.plain.frozen import frozen

LOCK = "postings.lock"
"""Fingerprints of the postings that were accepted, relative to `content/`."""
TEXTS = frozenset({".md", ".markdown", ".txt", ".lock", ".html", ".htm"})
"""The types of files that are read as text."""
_LOCK_HEAD = "# Fingerprints of saved postings, written by `dossier posting`.\n"


@frozen
class PostingView:
    """A saved posting, and how the rows of its role stand to it."""

    name: str
    """Relative to `content/`."""
    asked: int
    """How many things it asks for, what one does there aside."""
    uncovered: tuple[str, ...]
    """What it asks for and no row speaks of."""
    tasks: tuple[str, ...]
    """What one does there and no row speaks of: nobody is asked to have done it."""
    unplaced: tuple[tuple[str, int], ...]
    """Headings that say nothing of what stands below them, each with its number of items."""
    unasked: tuple[ProofPoint, ...]
    """Rows whose requirement it does not hold."""


def posting_name(entry: ApplicationEntry, role: Role) -> str | None:
    """Return the file of a role's saved posting below `content/`, None if none is named."""
    name = role.posting.file if role.posting else None
    return name_beside(entry.id, name) if name else None


@lru_cache(maxsize=4096)
def name_beside(application_id: str, name: str) -> str:
    """Return the name below `content/` of a file that a dossier names."""
    return PurePosixPath("applications", application_id, name).as_posix()


def posting_text(library: Library, entry: ApplicationEntry, role: Role) -> str | None:
    """Return the text of a role's saved posting, None if it is not there to be read."""
    name = posting_name(entry, role)
    return library.texts.get(name) if name else None


def posting_texts(library: Library, entry: ApplicationEntry) -> tuple[str | None, ...]:
    """Return the same of each of a dossier's roles."""
    names = (name_beside(entry.id, name) if name else "" for name in entry.postings)
    return tuple(library.texts.get(name) for name in names)


def opened_postings(
    texts: Mapping[str, str], applications: Mapping[str, ApplicationEntry]
) -> Mapping[str, str]:
    """Return the saved postings that dossiers name, to whoever may see that they do."""
    entries = applications.values()
    named = {posting_name(entry, role) for entry in entries for role in entry.application.roles}
    return {name: text for name, text in texts.items() if name in named}


@lru_cache(maxsize=1024)
def _foldings(text: str) -> tuple[str, ...]:
    """Return a posting folded; twice where words may be broken at the ends of lines."""
    joined = re.sub(r"(?<=\w)[-\u00ad\u2010]\n[ \t]*(?=\w)", "", text)
    return tuple(dict.fromkeys((fold(text), fold(joined))))


def quotes_posting(text: str, quote: str) -> bool:
    """Return whether a posting holds a quote, typography and Markdown marks aside."""
    folded = fold(quote)
    return any(holds(posting, folded) for posting in _foldings(text))


def fingerprint(text: str) -> str:
    """Return what changes when a posting says something else, not when it is laid out anew."""
    return hashlib.sha256(fold(text).encode()).hexdigest()


def accepted(library: Library) -> dict[str, str]:
    """Return the fingerprints of the postings that were accepted, by file."""
    return dict(_accepted(library.texts.get(LOCK, "")))


@lru_cache(maxsize=16)
def _accepted(lock: str) -> tuple[tuple[str, str], ...]:
    return tuple(re.findall(r"^(\S.*): ([0-9a-f]{64})$", lock, re.MULTILINE))


def view_posting(library: Library, entry: ApplicationEntry, role: Role) -> PostingView | None:
    """Return how a role's rows stand to its posting, None if that is not there to be read."""
    text = posting_text(library, entry, role)
    if text is None:
        return None
    rows = tuple(RowWords.of(row) for row in entry.application.rows_of(role.id))
    items, everything = asked(text), _everything(text)
    # How somebody is no row can show, and none has to.
    asks_for = tuple(i.text for i in items if not (i.is_task or is_trait(i.text)))
    return PostingView(
        posting_name(entry, role) or "",
        len(asks_for),
        uncovered(asks_for, rows),
        uncovered((item.text for item in items if item.is_task), rows),
        unplaced(text),
        tuple(
            words.row
            for words in rows
            if not (words.row.quote and quotes_posting(text, words.row.quote))
            and not any(map(words.shares, everything))
        ),
    )


@lru_cache(maxsize=1024)
def _everything(text: str) -> tuple[frozenset[str], ...]:
    """Return the stems of all that a posting says, sentence by sentence."""
    return tuple(map(stems, (*asks(text), *sentences(text))))


def accept(library: Library, entry: ApplicationEntry) -> tuple[str, tuple[str, ...]]:
    """Return the lock with a dossier's postings as they stand now, and which of them are there."""
    names = {posting_name(entry, role) for role in entry.application.roles}
    found = tuple(sorted(name for name in names if name and name in library.texts))
    known = {name: mark for name, mark in accepted(library).items() if name in library.files}
    known |= {name: fingerprint(library.texts[name]) for name in found}
    lines = (f"{name}: {known[name]}\n" for name in sorted(known))
    return "".join((_LOCK_HEAD, *lines)), found
