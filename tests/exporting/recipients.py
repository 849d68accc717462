"""A recipient of a small site: `recipient(MINIMAL | {…})`, without touching a disk."""

from collections.abc import Mapping
from pathlib import Path

from dossier.exporting.recipient import Recipient
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.settings import Settings
from tests.builders import AS_OF, MINIMAL, tree_of

SITE = "https://ada.example/"


def recipient(
    files: Mapping[str, str] = MINIMAL,
    role: str | None = None,
    *,
    application: str = "acme",
    site_url: str = SITE,
) -> Recipient:
    """Return what the recipient of a dossier may see."""
    shared, _ = assemble(tree_of(files), Audience.SHARED)
    return Recipient.of(
        shared,
        application,
        role,
        settings=Settings(Path(), Path("content"), as_of=AS_OF),
        site_url=site_url,
    )


def with_text(name: str, *changes: tuple[str, str]) -> dict[str, str]:
    """Return the minimal site with some texts of one file replaced."""
    text = MINIMAL[name]
    for old, new in changes:
        assert text.count(old) == 1, f"stands {text.count(old)} times: {old}"
        text = text.replace(old, new)
    return MINIMAL | {name: text}
