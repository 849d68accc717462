"""What somebody types to the share that is meant: a uid, and never one that a dossier has too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from dossier.cli.dossier_named import dossier_named, dossier_names
from dossier.model.sent_link import SentLink
from dossier.plain.errors import ConfigError
from dossier.plain.terminal import inert_line
from dossier.sharing.keystore import Keystore, Share, no_share

_PART = "/"
"""Between a dossier and the uid of a link of it; at the end of a dossier's name."""


def named_share(store: Keystore, name: str, content: Path) -> Share:
    """Return the share that is meant: `acme-1`, or `acme/acme-1`.

    Raises ConfigError if there is none, or if a dossier has the same name by now.
    """
    return store.share(named_uid(store.shares, name, content))


def named_uid(links: Mapping[str, Share | SentLink], name: str, content: Path) -> str:
    """Return the uid of the link that is meant, as `named_share` takes it. Raises ConfigError."""
    application, part, uid = name.rpartition(_PART)
    if uid not in links:
        raise no_share(uid, links)
    kept = links[uid]
    if part and kept.application != application:
        raise ConfigError(f"`{uid}` is no link of `{application}`", f"it is {whose(kept)}")
    if not part and _is_dossier(kept, content):
        own = [each.uid for each in links.values() if each.application == kept.uid]
        _refuse(kept, [*own, f"{kept.application}{_PART}{kept.uid}"])
    return uid


def share_or_dossier(store: Keystore, name: str, content: Path) -> tuple[Share | None, str]:
    """Return the share that is meant, None for a dossier, and the name of the dossier.

    Raises ConfigError for a name that both have: `acme-2/` is the dossier, `acme/acme-2` the link.
    """
    if name.endswith(_PART):
        return None, name.removesuffix(_PART)
    if _PART in name:
        kept = named_share(store, name, content)
        return kept, kept.application
    if found := store.shares.get(name):
        if _is_dossier(found, content):
            _refuse(found, [f"{name}{_PART}", f"{found.application}{_PART}{name}"])
        return found, found.application
    return None, dossier_named(name, content)


def living(kept: Share, today: date) -> Share:
    """Return a share that can be read on a day. Raises ConfigError."""
    if kept.state(today) != "active":
        what = "was withdrawn" if kept.revoked else f"expired on {kept.expires}"
        raise ConfigError(f"`{kept.uid}` {what}", "`dossier share new` makes another")
    return kept


def whose(share: Share | SentLink) -> str:
    """Say for whom a link is, and what it shows: `for Eve: Acme (acme), all roles`."""
    label = f"for {share.label}" if share.label else "for nobody by name"
    company = share.company if isinstance(share, Share) else None
    dossier = f"{company} ({share.application})" if company else share.application
    role = f"role {share.role}" if share.role else "all roles"
    until = f", until {share.expires.isoformat()}" if share.expires else ""
    return inert_line(f"{label}: {dossier}, {role}{until}")


def _is_dossier(share: Share | SentLink, content: Path) -> bool:
    folded = {name.casefold() for name in dossier_names(content)}
    return share.uid.casefold() in folded and share.uid != share.application


def _refuse(share: Share | SentLink, choices: list[str]) -> None:
    message = f"`{share.uid}` is a dossier, and the link {whose(share)}"
    raise ConfigError(message, f"name one: {', '.join(f'`{each}`' for each in choices)}")
