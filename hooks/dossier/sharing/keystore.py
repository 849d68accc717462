"""The keys of all shares, in a file that never leaves this machine: `.dossier/keys.json`.

An object of shares by uid. A share that was withdrawn stays in it, so that its uid is never used
again. Of a passphrase it holds what PBKDF2 made of it, never the words.
"""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Self

from dossier.model.sent_link import SentLink
from dossier.plain import dates
from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary
from dossier.plain.frozen import frozen
from dossier.plain.problems import did_you_mean
from dossier.sharing.ended_links import FILE as ENDED
from dossier.sharing.ended_links import ended_since, read_ended, spell_ended
from dossier.sharing.keyfile import locked, refuse_exposed, replace_secret
from dossier.sharing.keys_json import FILE, Reader, parse, wrong
from dossier.sharing.link import KEY_BYTES, new_key, new_share_id
from dossier.sharing.passphrase import SALT_BYTES, Stretched
from dossier.sharing.sent_links import FILE as LINKS
from dossier.sharing.sent_links import read_links, spell_links, spell_open

MOST_BYTES = 10_000_000


@frozen
class Share:
    """A link that somebody was sent, or may be."""

    uid: str
    """What the author calls it on the command line: `acme-1`."""
    application: str
    role: str | None
    label: str
    """Whom it is for. It stays on this machine."""
    id: str
    key: bytes
    gen: int
    """How often its link has been made: 1, and one more for every rotation."""
    created: date
    expires: date | None = None
    kdf_salt: bytes | None = None
    kdf_output: bytes | None = None
    """What the passphrase adds to the key."""
    revoked: date | None = None
    day: date | None = None
    """When what it shows became what it is, as it was last published."""
    digest: str | None = None
    """The SHA-256 of what was sealed then, by which a change is known."""
    company: str | None = None
    """Whose dossier it was made for: another one may stand in the folder of its name later."""

    @property
    def has_passphrase(self) -> bool:
        """Whether the link alone is not enough."""
        return self.kdf_output is not None

    @property
    def stretched(self) -> Stretched | None:
        """Return what a passphrase adds, as `seal_stretched` takes it."""
        if self.kdf_salt is None or self.kdf_output is None:
            return None
        return Stretched(self.kdf_salt, self.kdf_output)

    @property
    def sent_link(self) -> SentLink:
        """Return what its author may be shown of it."""
        return SentLink(
            self.uid, self.application, self.role, self.label, self.expires, self.revoked
        )

    def state(self, today: date) -> str:
        """Return `active`, `expired` or `revoked`."""
        return self.sent_link.state(today)


@frozen
class Keystore:
    """All shares by uid, in the order in which they were made."""

    shares: Mapping[str, Share]

    @classmethod
    def load(cls, root: Path, published: Iterable[Path] = ()) -> Self:
        """Return what a project's file says; nothing if there is none.

        `published` are docs_dir and site_dir. Raises ConfigError if others might read the file,
        or if it is not understood.
        """
        refuse_exposed(root / FILE, published)
        return cls(read_keys(root))

    def active(self, today: date) -> tuple[Share, ...]:
        """Return the shares that can be opened on a day."""
        return tuple(share for share in self.shares.values() if share.state(today) == "active")

    def share(self, uid: str) -> Share:
        """Return a share. Raises ConfigError if there is none of this uid."""
        if uid in self.shares:
            return self.shares[uid]
        raise no_share(uid, self.shares)


def no_share(uid: str, known: Iterable[str]) -> ConfigError:
    """Return the error of a share that is not there."""
    hint = did_you_mean(uid, known) or "`dossier share list` lists them"
    return ConfigError(f"there is no share `{uid}`", hint)


@contextlib.contextmanager
def changing(root: Path, published: Iterable[Path] = ()) -> Iterator[dict[str, Share]]:
    """Yield all shares, to be changed; they are written unless something is raised.

    So is what may be shown of them, which holds no key, and which links are no more.
    """
    path = root / FILE
    refuse_exposed(path, published)
    with locked(path.parent):
        before = Keystore.load(root, published).shares
        # Read first: nothing is changed if it cannot be told what has ended.
        shares, known = dict(before), read_ended(root)
        yield shares
        replace_secret(path, spell_shares(shares.values()))
        _remember_ended(root, known, before.values(), shares.values())
        replace_secret(root / LINKS, _spell_known(root, shares.values()))


def _remember_ended(
    root: Path, known: Mapping[str, date], before: Iterable[Share], after: Iterable[Share]
) -> None:
    """Keep which links are no more, where an older copy of the keystore does not forget it."""
    kept, today = {share.id: share for share in after}, dates.current_day()
    replaced = {share.id: today for share in before if share.id not in kept}
    dead = (share for share in kept.values() if share.state(today) != "active")
    ended = {**replaced, **{share.id: share.revoked or today for share in dead}, **known}
    if ended.keys() != known.keys():
        replace_secret(root / ENDED, spell_ended(ended))


def list_links(root: Path, published: Iterable[Path] = ()) -> None:
    """Write what may be shown of all shares, if it is not what is there."""
    path = root / LINKS
    if not (Keystore.load(root, published).shares or path.exists()):
        return
    # Read again under the lock: who withdrew one meanwhile must not be written over.
    with locked(path.parent):
        shares = Keystore.load(root, published).shares.values()
        content = _spell_known(root, shares)
        if not (path.exists() and path.read_bytes() == content):
            replace_secret(path, content)


def _spell_known(root: Path, shares: Iterable[Share]) -> bytes:
    """Return what may be shown of shares, and of links that were known and have no key here."""
    ended = read_ended(root)
    kept = {s.uid: replace(s.sent_link, ended=ended_since(ended, s)) for s in shares}
    with contextlib.suppress(ConfigError):  # It is written anew.
        kept = {link.uid: link for link in read_links(root)} | kept
    return spell_links(kept.values())


def end_lost(root: Path, links: Iterable[SentLink], pages: Iterable[str], today: date) -> None:
    """Withdraw links that have no key here, and end the pages that are known of them, by ids."""
    path = root / LINKS
    with locked(path.parent):
        gone = {link.uid: replace(link, revoked=today) for link in links}
        # By its uid too: nobody may know the id of a link whose key is put back one day.
        ended = {**dict.fromkeys((*gone, *pages), today), **read_ended(root)}
        replace_secret(root / ENDED, spell_ended(ended))
        known = {link.uid: link for link in read_links(root)} | gone
        replace_secret(path, spell_links(known.values()))


def add(shares: dict[str, Share], share: Share, dossiers: Iterable[str] = ()) -> Share:
    """Add a share, under the first free uid of its dossier, and return it as it stands.

    None is called like one of the `dossiers`: `acme-2` would be taken for a link to that.
    """
    known = (*shares, *dossiers, *(each.application for each in shares.values()))
    taken = {name.casefold() for name in known}
    uids = (f"{share.application}-{number}" for number in itertools.count(1))
    uid = next(uid for uid in uids if uid.casefold() not in taken)
    return shares.setdefault(uid, replace(share, uid=uid))


def date_shares(shares: dict[str, Share], published: Iterable[Share]) -> None:
    """Keep the days of shares that are about to be published, where these are still the same."""
    for share in published:
        kept = shares.get(share.uid)
        if kept and kept.id == share.id:
            is_known = share.company if kept.company is None else kept.company
            shares[share.uid] = replace(kept, day=share.day, digest=share.digest, company=is_known)


def renew(share: Share, today: date) -> Share:
    """Return a share with another address and another key: the old link opens nothing new."""
    if share.day and share.day > today:  # By a clock that was ahead.
        share = replace(share, day=None, digest=None)
    return replace(
        share, id=new_share_id(), key=new_key(), gen=share.gen + 1, created=today, revoked=None
    )


def spell_shares(shares: Iterable[Share]) -> bytes:
    """Return the content of the file."""
    spelled = {
        share.uid: {
            "application": share.application,
            "role": share.role,
            "label": share.label,
            "id": share.id,
            "key": _coded(share.key),
            "gen": share.gen,
            "created": share.created.isoformat(),
            "exp": share.expires.isoformat() if share.expires else None,
            "kdf_salt": _coded(share.kdf_salt),
            "kdf_output": _coded(share.kdf_output),
            "revoked": share.revoked.isoformat() if share.revoked else None,
        }
        | ({"company": share.company} if share.company else {})
        | ({"day": share.day.isoformat(), "digest": share.digest} if share.day else {})
        for share in shares
    }
    return (json.dumps(spelled, indent=2, ensure_ascii=False) + "\n").encode()


def read_keys(root: Path) -> dict[str, Share]:
    """Return the shares of a project, whoever else may read the file; none if there is no file.

    Raises ConfigError, which tells no secret, and names the links whose keys were in it.
    """
    try:
        return read_shares(read_ordinary(root / FILE, MOST_BYTES))
    except FileNotFoundError:
        return {}
    except (OSError, ConfigError) as error:
        found = error if isinstance(error, ConfigError) else wrong("", str(error.strerror))
        raise ConfigError(found.message, f"{found.hint}{spell_open(root)}") from None


def read_shares(content: bytes) -> dict[str, Share]:
    """Return the shares in the content of the file. Raises ConfigError, which tells no secret."""
    raw = parse(content)
    if not isinstance(raw, dict):
        raise wrong("", "this is no object of shares")
    shares = {uid: _read_share(uid, fields) for uid, fields in raw.items()}
    for known in ({s.key for s in shares.values()}, {s.id for s in shares.values()}):
        if len(known) < len(shares):
            raise wrong("", "two shares have the same key or id")
    return shares


def _read_share(uid: str, raw: object) -> Share:
    where = f": `{uid}`"
    if not isinstance(raw, dict):
        raise wrong(where, "this is no share")
    names = ("application", "role", "label", "id", "key", "gen", "created", "exp")
    expected = {*names, "kdf_salt", "kdf_output", "revoked", "day", "digest", "company"}
    # A share has no day before it is published, and one of an older file no company.
    fields: dict[str, object] = {"day": None, "digest": None, "company": None, **raw}
    for name in sorted(expected ^ fields.keys()):
        what = "is missing" if name in expected else "is not known"
        raise wrong(where, f"`{name}` {what}")
    if (fields["day"] is None) != (fields["digest"] is None):
        raise wrong(where, "`day` and `digest` come together")
    if (fields["kdf_salt"] is None) != (fields["kdf_output"] is None):
        raise wrong(where, "a passphrase has `kdf_salt` and `kdf_output`")
    reader, is_salted = Reader(where, fields), fields["kdf_salt"] is not None
    return Share(
        uid=uid,
        application=reader.text("application"),
        role=reader.text("role") if fields["role"] is not None else None,
        label=reader.text("label"),
        id=reader.share_id("id"),
        key=reader.secret("key", KEY_BYTES),
        gen=reader.number("gen"),
        created=reader.day("created"),
        expires=reader.day("exp") if fields["exp"] is not None else None,
        kdf_salt=reader.secret("kdf_salt", SALT_BYTES) if is_salted else None,
        kdf_output=reader.secret("kdf_output", KEY_BYTES) if is_salted else None,
        revoked=reader.day("revoked") if fields["revoked"] is not None else None,
        day=reader.day("day") if fields["day"] is not None else None,
        digest=reader.text("digest") if fields["digest"] is not None else None,
        company=reader.text("company") if fields["company"] is not None else None,
    )


def _coded(content: bytes | None) -> str | None:
    return base64.b64encode(content).decode() if content is not None else None
