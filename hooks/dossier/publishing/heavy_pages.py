"""Pages that a phone does not load in time: how heavy they are, and by which files.

A recipient's page opens when all of it is there, with every file that its texts lead to. A public
page shows its words first, and its pictures as they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier.model.audience import Audience
from dossier.model.library import ApplicationEntry, Library
from dossier.model.paths import is_image, relative_target
from dossier.plain.frozen import frozen
from dossier.plain.media import image_size
from dossier.plain.problems import Place, Problem, warning
from dossier.prose.citations import cited
from dossier.prose.passages import (
    AnyEntry,
    Passage,
    of_application,
    of_profile,
    of_record,
    passages_of,
)

CODE = "page-heavy"
SPEED = 200_000
"""Bytes that a phone loads in a second where the network is slow: 1.6 Mbit/s."""
MOST = 10 * SPEED
"""What a page may weigh: a third of the 30 seconds in which a recruiter is to see the match, of
which reading takes the rest."""
_SEALED = 1.37
"""How much more a file weighs on a sealed page, as text that was packed and is text again."""
_NAMED = 3
_LONG = 1.5
"""Minutes from which on seconds are not told."""
_SMALLER = (
    "save the pictures smaller: 1200 pixels wide, as JPEG of quality 60, are sharp beside text on "
    "any screen; or show fewer"
)
_ELSEWHERE = "save it smaller, or put it where it has an address of its own, and link to that"


@frozen
class _Weighed:
    """A page, by what it loads."""

    name: str
    passages: tuple[Passage, ...]
    files: Mapping[str, bytes]
    """What it loads beside its words, by path."""
    size: float
    """In bytes, as it is sent."""


def find_heavy(library: Library, assets: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield the pages of recipients, and the public ones, that take a phone too long.

    `assets` are the files that texts lead to, by path, as they are published.
    """
    yield from find_heavy_sent(library, assets, library.applications)
    yield from find_heavy_public(library, assets)


def find_heavy_sent(
    library: Library, assets: Mapping[str, bytes], dossiers: Iterable[str]
) -> Iterator[Problem]:
    """Yield those of dossiers, by their ids, whose recipients' pages do."""
    if _may_fill_one(assets):
        entries = (library.applications[id_] for id_ in dossiers if id_ in library.applications)
        yield from _told(_sent(library, assets, entry) for entry in entries)


def find_heavy_public(library: Library, assets: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield the public pages that do, dossiers apart."""
    if _may_fill_one(assets):
        yield from _told(_public(library, assets))


def _may_fill_one(assets: Mapping[str, bytes]) -> bool:
    """Return whether a page can be too heavy at all: on most sites none can."""
    return _SEALED * sum(map(len, assets.values())) > MOST


def spell_wait(size: float) -> str:
    """Say how long a phone loads so many bytes: `35 seconds`, `3 minutes`."""
    seconds = size / SPEED
    minutes = seconds / 60
    return f"{minutes:.0f} minutes" if minutes > _LONG else f"{seconds:.0f} seconds"


def _sent(library: Library, assets: Mapping[str, bytes], entry: ApplicationEntry) -> _Weighed:
    own = _seen(Audience.SHARED, of_application(entry))
    life = _seen(Audience.SHARED, of_profile(library.profile)) if library.profile else ()
    records = (library.records.get(name) for name in sorted(cited(own, entry)))
    told = _seen(Audience.SHARED, (text for each in records if each for text in of_record(each)))
    passages = (*own, *life, *told)
    files = {name: assets[name] for name in _targets(passages) if name in assets}
    name = f"the page of `{entry.id}` that a recipient opens"
    return _Weighed(name, passages, files, _SEALED * sum(map(len, files.values())))


def _public(library: Library, assets: Mapping[str, bytes]) -> Iterator[_Weighed]:
    entries: tuple[AnyEntry, ...] = (*library.pages.values(), *library.projects.values())
    for entry in entries:
        shown = _seen(Audience.PUBLIC, passages_of(entry))
        names = [name for name in _targets(shown) if name in assets and is_image(name)]
        files = {name: assets[name] for name in names}
        yield _Weighed("this public page", shown, files, sum(map(len, files.values())))


def _seen(reader: Audience, passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages if reader.may_see(passage.audience))


def _targets(passages: Iterable[Passage]) -> dict[str, None]:
    found: dict[str, None] = {}
    for passage in passages:
        # A résumé may be written as a bare path.
        bare = (passage.text,) if passage.path == ("resume", "value") else ()
        for address in (*passage.addresses(), *bare):
            found[relative_target(passage.source, address) or ""] = None
    return found


def _told(pages: Iterable[_Weighed]) -> Iterator[Problem]:
    yield from (_problem(page) for page in pages if page.size > MOST)


def _problem(page: _Weighed) -> Problem:
    heavy = sorted(page.files, key=lambda name: (-len(page.files[name]), name))
    named = ", ".join(_spell(name, page.files[name]) for name in heavy[:_NAMED])
    more = f" and {len(heavy) - _NAMED} more" if len(heavy) > _NAMED else ""
    message = (
        f"{page.name} weighs {page.size / 1e6:.1f} MB, which takes a phone "
        f"{spell_wait(page.size)} to load: {named}{more}"
    )
    hint = _SMALLER if is_image(heavy[0]) else _ELSEWHERE
    return warning(CODE, _place(page, heavy[0]), message, hint)


def _spell(name: str, content: bytes) -> str:
    size = image_size(name, content)
    pixels = f", {size.width} × {size.height}" if size else ""
    return f"`{name}` ({len(content) / 1e6:.1f} MB{pixels})"


def _place(page: _Weighed, name: str) -> Place:
    """Return where a page first leads to a file."""
    for passage in page.passages:
        for mention in passage.mentions():
            if not mention.target and relative_target(passage.source, mention.address) == name:
                return passage.locate(mention)
        if passage.path == ("resume", "value") and name in _targets((passage,)):
            return passage.source.locate(passage.path)
    return Place(page.passages[0].source.file)
