"""Accounts at the hosts that show people's keys: which are one, and which are the author's own."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from unicodedata import normalize
from urllib.parse import unquote

from dossier.model.profile import Profile
from dossier.plain.addresses import split_address
from dossier.plain.patterns import pattern

_HOSTS = {
    "github.com": "github",
    "githubusercontent.com": "github",
    "gitlab.com": "gitlab",
    "codeberg.org": "codeberg",
}
_PAGES = {"github.io": "github", "gitlab.io": "gitlab", "codeberg.page": "codeberg"}
_MAIL = pattern(
    r"(?:\d+[+-])?([a-z0-9._-]+)@users\.noreply\.(github\.com|gitlab\.com|codeberg\.org)"
)

_SHOWN_AS = pattern(r"\.(?:keys|gpg|png|atom|rss)$")
"""What these hosts show of an account under its name."""


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
        is_shared, account = account_shown(url)
        # What lies deeper may be a repository of somebody else.
        if account and (not is_shared or len(opened(url)[1]) == 1):
            yield account


def account_shown(url: str) -> tuple[bool, str]:
    """Return whether an address is on a host that holds accounts, and whose page it is, if any's.

    The host of an account's own pages (`ada.github.io`) is no such host.
    """
    host, names = opened(url)
    for domain, name in _HOSTS.items():
        if f".{host}".endswith(f".{domain}"):
            return True, f"{name}:{_SHOWN_AS.sub('', names[0].lstrip('@'))}" if names else ""
    for domain, name in _PAGES.items():
        if host.endswith(f".{domain}"):
            return False, f"{name}:{host.removesuffix(f'.{domain}').rpartition('.')[2]}"
    return False, ""


def opened(url: str) -> tuple[str, tuple[str, ...]]:
    """Return the host and the names of the path that a browser opens, however they are spelled."""
    parts = split_address(url.replace("\\", "/"))
    if parts is None:
        return "", ()
    host = normalize("NFKC", unquote(parts.hostname or "")).replace("\u3002", ".")
    path = posixpath.normpath(unquote(parts.path)) if parts.path else ""
    names = tuple(name for name in path.casefold().split("/") if name)
    return host.casefold().rstrip("."), names
