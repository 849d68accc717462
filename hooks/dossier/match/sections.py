"""A posting to what it asks for: its sections, and what each of them is about.

A section is told by where it stands and by what its items say; its heading is read only where it
says so plainly, in English or German. What praises the company, pays or protects asks for nothing.
A list that cannot be placed is never dropped in silence: `unplaced` counts its items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from enum import Enum
from functools import lru_cache

from dossier.match.asks import stems
from dossier.match.headings import BULLET, Kind, heading_of, is_plain_list, kind_of
from dossier.match.instructions import speaks_to_a_machine
from dossier.match.priorities import is_optional, sentences_of
from dossier.plain.folding import plain
from dossier.plain.frozen import changing, frozen
from dossier.plain.patterns import pattern

_BOILERPLATE = pattern(
    r"equal opportunity|without regard to|regardless of (?:race|gender|age|sex)|reasonable accommod"
    r"|401\(?k|health insurance|paid (?:time|leave|parental)|salary range|base pay|pay range"
    r"|for (?:further|more) (?:details|information)|informal (?:visit|chat|discussion|enquir)"
    r"|protected veteran|background check|e-verify|apply (?:now|here|today)|cookie",
    re.IGNORECASE,
)
_ASKS = pattern(
    r"\b(?:experience|knowledge|proficien\w*|familiar\w*|ability|able to|degree|required?|must"
    r"|skills?|background|expertise|fluen\w+|understanding|certificat\w+|certified|licen[cs]\w+"
    r"|diploma|\d\+? years|years? (?:of|in)|you (?:have|are|will|know|can)|erforderlich"
    r"|bereitschaft|abgeschlossen\w*|abschluss|studium|zertifikat\w*|sicherer umgang"
    r"|flie(?:ß|ss)end|verhandlungssicher\w*)\b"
    r"|\bexamen|freude an|erfahrung|kenntnis|ausbildung|führerschein"
    r"|weiterbildung|qualifikation|voraussetzung",
    re.IGNORECASE,
)
_DOES = pattern(
    r"\b(?:you(?:'ll| will)(?! (?:need|bring|have))|du wirst|sie werden|(?:sie|du) (?!haben|hast"
    r"|sind|bist|bring|verfüg|kannst|können|erh[aä]lt|bekomm|profitier|möchte)\w+(?:en|st)\b)",
    re.IGNORECASE,
)
_RULE = pattern(r"\s*([^\w\s]|_)(?:\s*\1){2,}\s*")
"""A line across the page, which ends what stands above it."""


class _Read(Enum):
    """How a section is read."""

    ASKED = "asked"
    TASKS = "tasks"
    LEFT_OUT = "left out"
    UNPLACED = "unplaced"


@frozen
class Item:
    """One thing that a posting asks for."""

    heading: str
    """Empty for none."""
    text: str
    """In its words, without Markdown."""
    is_task: bool = False
    """Whether it tells what one does there, in a posting that says elsewhere what one has to be."""


@changing
class _Section:
    """A heading, and the bullets and paragraphs below it."""

    heading: str
    kind: Kind
    lines: list[tuple[bool, str]] = field(default_factory=list)

    @property
    def bullets(self) -> list[str]:
        return [line for is_bullet, line in self.lines if is_bullet]

    @property
    def items(self) -> list[str]:
        """Its bullets, or its sentences if it has none. A lead-in asks for nothing."""
        split = (item for _, line in self.lines for item in sentences_of(line))
        return self.bullets or [item for item in split if not item.endswith(":")]


def sentences(text: str) -> tuple[str, ...]:
    """Return all sentences and bullets of a posting."""
    lines = (line for section in _sections(text) for line in section.lines)
    split = (([line] if is_bullet else sentences_of(line)) for is_bullet, line in lines)
    return tuple(item for items in split for item in items)


@lru_cache(maxsize=1024)
def asks(text: str) -> tuple[str, ...]:
    """Return what a posting asks for, in its words: the bullets, else the sentences."""
    return tuple(item.text for item in asked(text))


@lru_cache(maxsize=1024)
def asked(text: str) -> tuple[Item, ...]:
    """Return what a posting asks for, each once, with the heading that it stands below."""
    read = _read(_sections(text))
    found = [
        Item(section.heading, item.strip(), how is _Read.TASKS)
        for section, how in read
        if how in (_Read.ASKED, _Read.TASKS)
        for item in section.items
    ]
    found = found or list(_unheaded(section for section, how in read if how is _Read.UNPLACED))
    kept: dict[str, Item] = {}
    for item in found:
        says = bool(stems(item.text)) and (len(stems(item.text)) > 1 or item.text[-1] != ":")
        if says and not _is_empty(item.text):
            kept.setdefault(item.text, item)
    alone = all(item.is_task for item in kept.values())
    return tuple(Item(i.heading, i.text, i.is_task and not alone) for i in kept.values())


@lru_cache(maxsize=1024)
def unplaced(text: str) -> tuple[tuple[str, int], ...]:
    """Return the headings whose items are not among what a posting asks for, with their number.

    What praises, pays or protects is left out: these items might be duties.
    """
    known = set(asks(text))
    counts: dict[str, int] = {}
    for section, how in _read(_sections(text)):
        others = [line for line in section.bullets if line.strip() not in known]
        count = sum(not _is_empty(line) for line in others)
        if how is _Read.UNPLACED and count:
            counts[section.heading] = counts.get(section.heading, 0) + count
    return tuple(counts.items())


@lru_cache(maxsize=1024)
def left_out(text: str) -> tuple[str, ...]:
    """Return the headings of the lists that were taken to praise the company or to pay."""
    read = _read(_sections(text))
    return tuple(s.heading for s, how in read if how is _Read.LEFT_OUT and s.bullets)


def _is_empty(item: str) -> bool:
    return bool(_BOILERPLATE.search(item)) or speaks_to_a_machine(item)


def _unheaded(sections: Iterator[_Section]) -> Iterator[Item]:
    """Yield what a posting asks for that has no heading which says so."""
    known = list(sections)
    bullets = [(section.heading, line) for section in known for line in section.bullets]
    for heading, line in bullets:
        yield Item(heading, line.strip())
    for section in known if not bullets else ():
        for item in section.items:
            does = bool(_DOES.search(item))
            if does or _ASKS.search(item) or is_optional(item):
                yield Item(section.heading, item.strip(), does)


def _read(sections: tuple[_Section, ...]) -> list[tuple[_Section, _Read]]:
    """Say how each section is read: by its heading, by what its items say, by where it stands.

    A list that nothing tells of, before the first that asks and not before known tasks, is taken
    for the tasks: that is the order in which postings are written.
    """
    placed = [_by_itself(section) for section in sections]
    if _Read.ASKED not in placed and _Read.TASKS not in placed:
        likeliest = max(range(len(sections)), key=lambda number: _asking(sections[number]))
        if _asking(sections[likeliest]):
            placed[likeliest] = _Read.ASKED
    asking = [number for number, how in enumerate(placed) if how is _Read.ASKED]
    tasks = [number for number, how in enumerate(placed) if how is _Read.TASKS]
    for number, section in enumerate(sections):
        is_before = number < min(asking, default=0) and not tasks
        if placed[number] is _Read.UNPLACED and section.heading and section.bullets and is_before:
            placed[number] = _Read.TASKS
    return list(zip(sections, placed, strict=True))


def _by_itself(section: _Section) -> _Read:
    known = {
        Kind.ASKING: _Read.ASKED,
        Kind.TASKS: _Read.TASKS,
        Kind.PRAISING: _Read.LEFT_OUT,
    }
    if section.kind in known:
        return known[section.kind]
    is_asking = _asking(section) * 2 > len(section.bullets)
    return _Read.ASKED if is_asking else _Read.UNPLACED


def _asking(section: _Section) -> int:
    """Return how many bullets of a section say themselves that something is asked for."""
    return sum(bool(_ASKS.search(item)) or is_optional(item) for item in section.bullets)


@lru_cache(maxsize=1024)
def _sections(text: str) -> tuple[_Section, ...]:
    """Return the sections of a posting; what stands above its first heading has none."""
    found = [_Section("", Kind.UNKNOWN)]
    paragraph, is_bullet = "", False
    rows = _with_marks([*text.split("\n"), ""])
    for number, row in enumerate(rows):
        title = heading_of(rows, number, continues=bool(paragraph))
        is_empty = not row.strip() or _RULE.fullmatch(row)
        bullet = None if title is not None or is_empty else BULLET.fullmatch(row)
        if paragraph and (title is not None or bullet or is_empty):
            found[-1].lines.append((is_bullet, plain(paragraph)))
            paragraph = ""
        if title is not None:
            _open(found, title)
            is_bullet = False
        elif bullet:
            paragraph, is_bullet = bullet[1], True
        elif not is_empty:
            is_bullet = is_bullet and bool(paragraph)
            blank = "" if re.search(r"\w-\s*$", paragraph) else " "
            paragraph = f"{paragraph.rstrip()}{blank}{row.strip()}"
    return tuple(found)


def _with_marks(rows: list[str]) -> list[str]:
    """Give lists that lost their marks new ones: those below a heading, as above stands whose.

    What stands behind a list with marks is no other one, but what they offer.
    """
    marked = list(rows)
    start, is_headed, has_marks = 0, False, False
    for number in range(len(rows)):
        row = rows[number]
        title = heading_of(rows, number, continues=start < number) if row.strip() else None
        is_marked = BULLET.fullmatch(row) is not None
        if title is not None or not row.strip() or is_marked:
            if is_headed and not has_marks and is_plain_list(rows[start:number]):
                marked[start:number] = [f"- {row.strip()}" for row in rows[start:number]]
            start, is_headed = number + 1, is_headed or title is not None
            has_marks = is_marked or (has_marks and title is None)
    return marked


def _open(sections: list[_Section], title: str) -> None:
    """Begin a section. A lead-in right below a heading that is known says no more than that."""
    kind, above = kind_of(title), sections[-1]
    if kind is Kind.UNKNOWN and not above.lines:
        kind = above.kind
    sections.append(_Section(title, kind))
