"""What persons signed of a record, as its readers see and check it."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.confirmation import Confirmation, keys_of
from dossier.model.proof import LIMITS, ProofLevel
from dossier.plain.dates import spell_date
from dossier.plain.frozen import frozen

_HOSTS = {"github": "GitHub", "gitlab": "GitLab", "codeberg": "Codeberg"}


@frozen
class ConfirmationView:
    """A signed statement, with all that a browser needs to check it."""

    signer: str
    """The name and the host that shows the person's keys: `maria on GitHub`."""
    statement: str
    signature: str
    key: str
    home: str
    """The address of the person's keys."""
    since: str
    limit: str
    """What a signature does not show."""


def confirmation_views(found: Iterable[Confirmation]) -> tuple[ConfirmationView, ...]:
    """Return confirmations as readers see them."""
    return tuple(_view(each) for each in found)


def _view(found: Confirmation) -> ConfirmationView:
    host, _, name = found.signer.partition(":")
    return ConfirmationView(
        signer=f"{name} on {_HOSTS[host]}",
        statement=found.statement,
        signature=found.signature,
        key=found.key,
        home=keys_of(found.signer),
        since=spell_date(found.accepted),
        limit=LIMITS[ProofLevel.CONFIRMED],
    )
