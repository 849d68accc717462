"""Saved postings: what they ask for, which rows speak of it, and whether they have changed.

A posting's parts are told by their headings: what asks for something counts, what praises the
company, pays or protects does not. Without such a heading its bullets count, or the sentences that
ask, so that nothing is listed which only advertises.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from dossier.match.asks import RowWords, stems, uncovered
from dossier.match.instructions import speaks_to_a_machine
from dossier.model.application import ProofPoint, Role
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.folding import fold, holds, plain

LOCK = "postings.lock"
"""Fingerprints of the postings that were accepted, relative to `content/`."""
TEXTS = frozenset({".md", ".markdown", ".txt", ".lock", ".html", ".htm"})
"""The types of files that are read as text."""
_ASKING = re.compile(
    r"requirement|qualif|must.have|nice.to.have|need.to.have|prefer|bonus|(?:a|big) plus|ideal"
    r"|look(?:ing)? for|you (?:have|bring|need|know|are)\b|you'll (?:need|bring|have|do|work)"
    r"|you will (?:need|bring|have|do|work)|who you are|about you"
    r"|your (?:profile|skills|background)"
    r"|you (?:may|might|could) be|we(?:'d| would) (?:love|like)|experience|skills|competenc"
    r"|responsib|duties|what you|the (?:role|job|work)\b|impact you|day.to.day|expect",
    re.IGNORECASE,
)
_PRAISING = re.compile(
    r"benefit|perk|compensation|salary|\bpay\b|equal|divers|inclus|eeo|about (?:us|the (?:company"
    r"|team))|about (?!you\b|the (?:role|job|position))[a-z]|who we are|our (?:mission|values|story"
    r"|culture|team|commitment)|we offer|what's in it|why (?:join|us|work)|privacy|accommodation"
    r"|(?:how to|to) apply|process|legal|notice|disclaimer|compliance|location|similar jobs",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"equal opportunity|without regard to|regardless of (?:race|gender|age|sex)|reasonable accommod"
    r"|401\(?k|health insurance|paid (?:time|leave|parental)|salary range|base pay|pay range"
    r"|protected veteran|background check|e-verify|apply (?:now|here|today)|cookie",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:experience|knowledge|proficien\w*|familiar\w*|ability|able to|degree|required?|must"
    r"|skills?|background|expertise|fluen\w+|understanding|you (?:have|are|will|know|can))\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-*+•◦▪·‣●○■–—]|\d{1,2}[.)])\s+(.*)")
_BOLD = re.compile(r"(\*\*|__)(.+?)\1:?")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_a-z])")
_LOCK_HEAD = "# Fingerprints of saved postings, written by `dossier posting`.\n"
_HEADING_LENGTH = 60


@dataclass(frozen=True, slots=True)
class PostingView:
    """A saved posting, and how the rows of its role stand to it."""

    name: str
    """Relative to `content/`."""
    asked: int
    """How many things it asks for."""
    uncovered: tuple[str, ...]
    """What it asks for and no row speaks of."""
    unplaced: tuple[tuple[str, int], ...]
    """Headings that say nothing of what stands below them, each with its number of items."""
    unasked: tuple[ProofPoint, ...]
    """Rows whose requirement it does not hold."""


def posting_name(entry: ApplicationEntry, role: Role) -> str | None:
    """Return the file of a role's saved posting below `content/`, None if none is named."""
    name = role.posting.file if role.posting else None
    return _beside(entry.id, name) if name else None


@lru_cache(maxsize=4096)
def _beside(application_id: str, name: str) -> str:
    return PurePosixPath("applications", application_id, name).as_posix()


def posting_text(library: Library, entry: ApplicationEntry, role: Role) -> str | None:
    """Return the text of a role's saved posting, None if it is not there to be read."""
    name = posting_name(entry, role)
    return library.texts.get(name) if name else None


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
    items = asks(text)
    return PostingView(
        posting_name(entry, role) or "",
        len(items),
        uncovered(items, rows),
        unplaced(text),
        tuple(
            words.row
            for words in rows
            if not (words.row.quote and quotes_posting(text, words.row.quote))
            and not any(words.shares_words_of(item) for item in _everything(text))
        ),
    )


@lru_cache(maxsize=1024)
def _everything(text: str) -> tuple[str, ...]:
    """Return all that a posting says, sentence by sentence."""
    return (*asks(text), *sentences(text))


def sentences(text: str) -> tuple[str, ...]:
    """Return all sentences and bullets of a posting."""
    return tuple(item for _, is_bullet, line in _lines(text) for item in _split(line, is_bullet))


@lru_cache(maxsize=1024)
def asks(text: str) -> tuple[str, ...]:
    """Return what a posting asks for, in its words: the bullets, else the sentences."""
    return tuple(item for _, item in asked(text))


@lru_cache(maxsize=1024)
def asked(text: str) -> tuple[tuple[str, str], ...]:
    """Return what a posting asks for, each with the heading that it stands below."""
    parts: dict[str, list[tuple[bool, str]]] = {}
    for heading, is_bullet, line in _lines(text):
        parts.setdefault(heading, []).append((is_bullet, line))
    asking = {h: lines for h, lines in parts.items() if _is_asking(h)}
    found = [(h, item) for h, lines in (asking or parts).items() for item in _items(lines)]
    if not asking:
        others = [(h, lines) for h, lines in parts.items() if not _PRAISING.search(h)]
        bullets = [(h, line) for h, lines in others for is_bullet, line in lines if is_bullet]
        items = [(h, item) for h, lines in others for item in _items(lines)]
        found = bullets or [(h, item) for h, item in items if _ASKS.search(item)]
    kept: dict[str, str] = {}
    for heading, item in found:
        says = len(stems(item.strip())) > 1 or _is_name(item.strip())
        if says and not _BOILERPLATE.search(item) and not speaks_to_a_machine(item):
            kept.setdefault(item.strip(), heading)
    return tuple((heading, item) for item, heading in kept.items())


@lru_cache(maxsize=1024)
def unplaced(text: str) -> tuple[tuple[str, int], ...]:
    """Return the headings whose items are not among what a posting asks for, with their number.

    What praises, pays or protects is left out: these items might be duties.
    """
    known = set(asks(text))
    counts: dict[str, int] = {}
    for heading, is_bullet, line in _lines(text):
        is_other = is_bullet and heading and not _PRAISING.search(heading)
        if is_other and line.strip() not in known and not _BOILERPLATE.search(line):
            counts[heading] = counts.get(heading, 0) + (not speaks_to_a_machine(line))
    return tuple((heading, count) for heading, count in counts.items() if count)


def _is_name(item: str) -> bool:
    return bool(stems(item)) and not item.endswith(":")


def _is_asking(heading: str) -> bool:
    return bool(_ASKING.search(heading)) and not _PRAISING.search(heading)


def _items(lines: list[tuple[bool, str]]) -> Iterator[str]:
    """Yield the bullets of a part, or its sentences if it has none. A lead-in asks for nothing."""
    bullets = [line for is_bullet, line in lines if is_bullet]
    if bullets:
        yield from bullets
        return
    for _, line in lines:
        yield from (item for item in _split(line, is_bullet=False) if not item.endswith(":"))


def _split(line: str, is_bullet: bool) -> Iterator[str]:  # noqa: FBT001 - a pair's part
    yield from ([line] if is_bullet else _SENTENCE_END.split(line))


def _lines(text: str) -> Iterator[tuple[str, bool, str]]:
    """Yield the bullets and paragraphs of a posting, each below its heading, folded."""
    heading, paragraph = "", ""
    is_bullet = False
    rows = [*text.split("\n"), ""]
    for number, row in enumerate(rows):
        title = _heading(row, rows[number + 1] if number + 1 < len(rows) else "", bool(paragraph))
        bullet = None if title is not None else _BULLET.fullmatch(row)
        if paragraph and (title is not None or bullet or not row.strip()):
            yield heading, is_bullet, plain(paragraph)
            paragraph = ""
        if title is not None:
            heading, is_bullet = title, False
        elif bullet:
            paragraph, is_bullet = bullet[1], True
        elif row.strip() and not re.fullmatch(r"\s*(?:[=_*-]\s*){3,}", row):
            is_bullet = is_bullet and bool(paragraph)
            blank = "" if re.search(r"\w-\s*$", paragraph) else " "
            paragraph = f"{paragraph.rstrip()}{blank}{row.strip()}"


def _heading(row: str, after: str, continues: bool) -> str | None:  # noqa: FBT001 - of a line
    """Return a heading's text: Markdown's, a bold line, capitals, or a short line with a colon."""
    text = row.strip()
    title = plain(text)
    if not title or len(title) > _HEADING_LENGTH or _BULLET.fullmatch(row):
        return None
    is_marked = text.startswith("#") or _BOLD.fullmatch(text) or re.fullmatch(r"={3,}|-{3,}", after)
    is_loud = title.isupper() and len(title) > 5  # noqa: PLR2004 - not an acronym
    is_lead = text.endswith(":") and not (text[0].islower() or continues)
    is_known = (
        title[0].isupper()
        and title[-1] not in ".;,!"
        and not (continues or (after.strip() and not _BULLET.fullmatch(after)))
    )
    named = is_known and (_ASKING.search(title) or _PRAISING.search(title)) and len(title) < 40  # noqa: PLR2004
    return title.rstrip(":") if is_marked or is_loud or is_lead or named else None


def accept(library: Library, entry: ApplicationEntry) -> tuple[str, tuple[str, ...]]:
    """Return the lock with a dossier's postings as they stand now, and which of them are there."""
    names = {posting_name(entry, role) for role in entry.application.roles}
    found = tuple(sorted(name for name in names if name and name in library.texts))
    known = {name: mark for name, mark in accepted(library).items() if name in library.files}
    known |= {name: fingerprint(library.texts[name]) for name in found}
    lines = (f"{name}: {known[name]}\n" for name in sorted(known))
    return "".join((_LOCK_HEAD, *lines)), found
