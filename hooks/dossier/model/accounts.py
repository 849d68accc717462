"""Accounts at the hosts that show people's keys: which are one, and which are the author's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from dossier.model.profile import Profile
from dossier.plain.patterns import pattern

_HOSTS = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "codeberg"}
_PAGES = {"github.io": "github", "gitlab.io": "gitlab", "codeberg.page": "codeberg"}
_MAIL = pattern(
    r"(?:\d+[+-])?([a-z0-9._-]+)@users\.noreply\.(github\.com|gitlab\.com|codeberg\.org)"
)


def account_of(signer: str) -> str:
    """Return what is equal for all spellings of an account: these hosts fold case."""
    return signer.casefold()


def own_accounts(profile: Profile | None) -> frozenset[str]:
    """Return the accounts that a profile links to, or whose address of mail it gives."""
    if profile is None:
        return frozenset()
    mail = _MAIL.fullmatch(profile.email.value.casefold() if profile.email else "")
    of_mail = {f"{_HOSTS[mail[2]]}:{mail[1]}"} if mail else set()
    return frozenset({*_linked(link.url for link in profile.links), *of_mail})


def _linked(urls: Iterable[str]) -> Iterator[str]:
    for url in urls:
        parts = urlsplit(url.casefold())
        host = (parts.hostname or "").removeprefix("www.")
        names = [name for name in parts.path.split("/") if name]
        person, _, site = host.partition(".")
        # What lies deeper may be a repository of somebody else.
        if host in _HOSTS and len(names) == 1:
            yield f"{_HOSTS[host]}:{names[0].lstrip('@')}"
        elif site in _PAGES:
            yield f"{_PAGES[site]}:{person}"
