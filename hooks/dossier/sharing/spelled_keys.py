"""The secrets of the links that open, as they may stand in any other file.

What has the shape of a key is known without them; a key by itself has none.
"""

from __future__ import annotations

import base64
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary
from dossier.plain.frozen import frozen
from dossier.sharing.keys_json import FILE
from dossier.sharing.keystore import MOST_BYTES, Keystore, Share, read_shares
from dossier.sharing.link import fragment_of

_TO_URLSAFE = bytes.maketrans(b"+/", b"-_")
_CODED = b"+/-_\\" + (string.ascii_letters + string.digits).encode()
_SIGNS = bytes(ord("a") if sign in _CODED else ord(" ") for sign in range(256))
_RUN = b"a" * 43
"""A secret in the shortest spelling: hardly any file has a word of its length."""


@frozen
class LiveKeys:
    """What the secrets of live shares are spelled like, each with the share's uid."""

    exact: tuple[tuple[bytes, str], ...]
    in_any_case: tuple[tuple[bytes, str], ...]
    """In lower case."""

    @classmethod
    def of(cls, root: Path, today: date) -> LiveKeys | None:
        """Return those of a project's keystore, None if it has none that can be read.

        Who may read the file, and whether it can be read, is told elsewhere.
        """
        try:
            shares = read_shares(read_ordinary(root / FILE, MOST_BYTES))
        except (OSError, ConfigError):
            return None
        live = Keystore(shares).active(today)
        exact = ((text, share.uid) for share in live for text in _exact(share))
        in_any_case = ((text, share.uid) for share in live for text in _in_any_case(share))
        return cls(tuple(exact), tuple(in_any_case))

    def share_in(self, content: bytes) -> str:
        """Return the uid of the share whose secret bytes hold, empty for none."""
        if _RUN not in content.translate(_SIGNS):
            return ""
        # One by one: a pattern of them all takes fifty times as long.
        for text, uid in self.exact:
            if text in content:
                return uid
        lower = content.lower()
        return next((uid for text, uid in self.in_any_case if text in lower), "")


def _secrets(share: Share) -> tuple[bytes, ...]:
    return tuple(filter(None, (share.key, share.kdf_output)))


def _exact(share: Share) -> Iterator[bytes]:
    for secret in _secrets(share):
        coded = base64.b64encode(secret).rstrip(b"=")
        # JSON may put a backslash before the bar.
        yield from {coded, coded.replace(b"/", b"\\/"), coded.translate(_TO_URLSAFE)}


def _in_any_case(share: Share) -> Iterator[bytes]:
    yield fragment_of(share.key).encode()
    yield from (secret.hex().encode() for secret in _secrets(share))
