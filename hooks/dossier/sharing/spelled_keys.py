"""The secrets of the keystore, as they may stand in any other file.

What has the shape of a key is known without them; a key by itself has none.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path

from dossier.plain.errors import ConfigError
from dossier.plain.files import read_ordinary
from dossier.sharing.keys_json import FILE
from dossier.sharing.keystore import MOST_BYTES, Share, read_shares
from dossier.sharing.link import fragment_of


def search_for_keys(root: Path) -> re.Pattern[bytes] | None:
    """Return what finds each secret of a project's keystore, None if it has none that can be read.

    Who may read the file, and whether it can be read, is told elsewhere.
    """
    try:
        shares = read_shares(read_ordinary(root / FILE, MOST_BYTES)).values()
    except (OSError, ConfigError):
        return None
    spelled = {text for share in shares for text in _spelled(share)}
    return re.compile(b"|".join(re.escape(text) for text in sorted(spelled))) if spelled else None


def _spelled(share: Share) -> Iterator[bytes]:
    yield fragment_of(share.key).encode()
    for secret in filter(None, (share.key, share.kdf_output)):
        coded = base64.b64encode(secret).rstrip(b"=")
        # JSON may put a backslash before the bar.
        yield from (coded, coded.replace(b"/", b"\\/"), base64.urlsafe_b64encode(secret)[:-1])
        yield from (secret.hex().encode(), secret.hex().upper().encode())
