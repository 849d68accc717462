"""A library to the files that its texts refer to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dossier.model.library import Library
from dossier.model.paths import asset_named, relative_target
from dossier.model.profile import Profile
from dossier.prose.passages import AnyEntry, entries, passages_of
from dossier.prose.scan import scan_inline
from dossier.prose.targets import parse_target


def referenced_assets(library: Library) -> tuple[str, ...]:
    """Return the assets that visible texts refer to and that may be published, sorted."""
    return assets_among(library, (target for e in entries(library) for target in targets_of(e)))


def held_assets(library: Library) -> tuple[str, ...]:
    """Return the assets that the page of a library's recipient holds, sorted.

    Public pages and projects are linked to, not held, and so are their files.
    """
    return referenced_assets(replace(library, projects={}, pages={}))


def assets_among(library: Library, targets: Iterable[str]) -> tuple[str, ...]:
    """Return the assets among the targets of texts, and the résumé, sorted."""
    named = set(targets)
    if entry := library.profile:
        named.add(relative_target(entry.source, resume_address(entry.profile)) or "")
    return tuple(sorted(name for name in named if asset_named(name) and name in library.files))


def targets_of(entry: AnyEntry) -> frozenset[str]:
    """Return the files that the texts of an entry refer to, by their path below `content/`."""
    addresses = (
        relative_target(passage.source, address)
        for passage in passages_of(entry)
        for address in passage.addresses()
    )
    return frozenset(target for target in addresses if target)


def resume_address(profile: Profile) -> str:
    """Return where the résumé is, empty for none: a path or address, or what a link leads to."""
    if profile.resume is None:
        return ""
    written = profile.resume.value
    address = next((mention.address for mention in scan_inline(written)), written)
    return "" if parse_target(address) else address
