"""A sealed document to the one HTML file in which a recipient gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from dossier.plain.errors import ConfigError
from dossier.render.policy import source_hash
from dossier.render.templates import environment
from dossier.render.tokens import read_tokens
from dossier.templates import Templates

if TYPE_CHECKING:
    # With all of OpenSSL behind it: a build of the site seals nothing.
    from dossier.sharing.seal import Sealed

FOLDER = "share"
"""The folder of the page, its style and its code, below the templates."""
SIGNATURES = "assets/signatures.js"
"""The code that checks what persons signed, which public pages run too."""
POLICY = (
    "default-src 'none'; script-src 'sha256-{script}' 'sha256-{signatures}'; "
    "style-src 'sha256-{style}'; "
    "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)


def shell_page(sealed: Sealed, templates: Templates) -> bytes:
    """Return the page of a share. Pages differ in the sealed texts alone.

    Raises ConfigError if a part of the page is missing.
    """
    loader = _part(templates, f"{FOLDER}/loader.js")
    signatures = _part(templates, SIGNATURES)
    style = read_tokens(templates).fill(_part(templates, f"{FOLDER}/shell.css"))
    hashes = {"script": loader, "signatures": signatures, "style": style}
    policy = POLICY.format(**{name: source_hash(text) for name, text in hashes.items()})
    page = environment(templates).get_template(f"{FOLDER}/shell.html")
    return page.render(
        sealed=sealed,
        # A policy has no sign that an attribute must not hold, and `'` is no entity to read.
        policy=Markup(policy),  # noqa: S704 - hashes
        loader=Markup(loader),  # noqa: S704 - our own script
        signatures=Markup(signatures),  # noqa: S704 - our own script
        style=Markup(style),  # noqa: S704 - our own style sheet
    ).encode()


def _part(templates: Templates, name: str) -> str:
    try:
        return templates.text(name)
    except OSError as error:
        message = f"a part of the page of shares is missing: {error.filename}"
        raise ConfigError(message, "install this package again") from error
