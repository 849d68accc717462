"""Which addresses are the author's own: of accounts and sites that the profile links to, the site.

An account is one by whatever address shows it. A site is its author's as a whole, unless others
have pages there too: hosts that are known for it, and any to which a link leads deeper than one
name or by the author's own. There it is what stands below the link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dossier.model.accounts import account_shown, opened, own_accounts
from dossier.model.evidence import Check, Record
from dossier.model.library import RecordEntry
from dossier.model.profile import Profile
from dossier.model.source import addresses
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.transliterate import transliterations

_MANY_PEOPLES = frozenset(
    "bitbucket.org linkedin.com medium.com dev.to x.com"  # noqa: SIM905
    " twitter.com huggingface.co youtube.com stackoverflow.com orcid.org"
    " kaggle.com substack.com scholar.google.com bsky.app".split()
)
_WORD = pattern(r"[a-z]{3,}")
_Opened = tuple[str, tuple[str, ...]]


@frozen
class OwnPlaces:
    """The author's accounts, and what else stands at addresses of the author's."""

    accounts: frozenset[str]
    pages: tuple[_Opened, ...]
    """The host of each, and the names on the way to what is the author's there."""

    @classmethod
    def of(cls, profile: Profile | None, site: str = "") -> OwnPlaces:
        """Return those that a profile, as far as its reader sees it, and a site's address tell."""
        spelled = " ".join(transliterations(profile.name)) if profile else ""
        words = _WORD.findall(spelled.lower())
        links = [link.url for link in profile.links] if profile else []
        pages = (_own_part(_read(url), words) for url in links if not account_shown(url)[0])
        of_site = [_read(site)] if site else []
        accounts = own_accounts(profile) | {account_shown(site)[1]}
        return cls(accounts - {""}, tuple(p for p in (*pages, *of_site) if p[0]))

    def hold(self, url: str) -> bool:
        """Return whether an address is of one of them."""
        is_shared, account = account_shown(url)
        if account in self.accounts:
            return True
        host, names = _read(url)
        return not is_shared and any(
            host == own and names[: len(below)] == below for own, below in self.pages
        )


def with_own_places(
    records: Mapping[str, RecordEntry], own: OwnPlaces
) -> Mapping[str, RecordEntry]:
    """Return records, each with the parts of its source whose address is the author's own.

    Of one that says neither that somebody else checks it nor what stands there, nobody asks.
    """
    if not (own.accounts or own.pages):
        return records
    return {
        name: _with_own(entry, own) if _is_anothers(entry.record) else entry
        for name, entry in records.items()
    }


def _is_anothers(record: Record) -> bool:
    is_quoted = record.source is not None and record.source.quote
    return record.check is Check.THIRD_PARTY or bool(is_quoted)


def _with_own(entry: RecordEntry, own: OwnPlaces) -> RecordEntry:
    source = entry.record.source
    known = addresses(source).items() if source else ()
    parts = frozenset(part for part, url in known if own.hold(url))
    return replace(entry, own_parts=parts) if parts else entry


def is_own_alone(entry: RecordEntry) -> bool:
    """Return whether all that opens of a record's source is the author's own."""
    source = entry.record.source
    return entry.opens and source is not None and entry.own_parts >= addresses(source).keys()


def _read(url: str) -> _Opened:
    host, names = opened(url)
    return host.removeprefix("www."), names


def _own_part(link: _Opened, words: Iterable[str]) -> _Opened:
    """Return the part of a host that is the author's, who links to something there."""
    host, names = link
    is_account = len(names) > 1 or any(_names(name, words) for name in names)
    return host, names if is_account or host in _MANY_PEOPLES else ()


def _names(name: str, words: Iterable[str]) -> bool:
    return name.startswith(("~", "@")) or any(word in name for word in words)
