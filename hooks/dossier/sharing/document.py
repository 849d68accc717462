"""A dossier to the page of one recipient: what it holds, and nothing else is drawn from."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dossier.match.recipient import library_for
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.paths import asset_type
from dossier.plain.errors import InternalError
from dossier.plain.frozen import frozen
from dossier.plain.media import ImageSize
from dossier.prose.asset_targets import held_assets
from dossier.render.frame import Frame
from dossier.render.share import ShareDocument, draw_share
from dossier.render.site import renderer_of
from dossier.settings import Settings

MEDIA_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
}


@frozen
class SharedView:
    """What all recipients may see, from which each is given a part."""

    library: Library
    settings: Settings
    assets: Mapping[str, bytes]
    """The files that texts may refer to, without their metadata, by path."""
    sizes: Mapping[str, ImageSize]
    """Of the images among them."""
    css: str

    def __post_init__(self) -> None:
        if self.library.audience is not Audience.SHARED:
            raise InternalError("a recipient's page is drawn from the shared view alone")

    def company(self, application_id: str) -> str | None:
        """Return whose dossier it is, None if there is no such dossier."""
        entry = self.library.applications.get(application_id)
        return entry.application.company if entry else None

    def document(
        self,
        application_id: str,
        role_id: str | None = None,
        *,
        page: str,
        day: date | None = None,
    ) -> ShareDocument:
        """Return the page of a dossier's recipient, or of one of its roles'.

        `page` is the page's path below the site, as a source path, `day` when it became what it
        is. Raises ConfigError for a
        dossier or a role that is not there.
        """
        library = library_for(self.library, application_id, role_id)
        held = held_assets(library)
        inlined = {name: inline(name, self.assets[name]) for name in held if name in self.assets}
        settings = self.settings
        frame = Frame.of(
            library, settings.as_of, directory_urls=settings.directory_urls, sizes=self.sizes
        )
        renderer = renderer_of(replace(frame, inlined=inlined), settings.templates)
        entry = library.applications[application_id]
        return draw_share(renderer, entry, page, self.css, day)


def inline(name: str, content: bytes) -> str:
    """Return the `data:` address of a file."""
    return f"data:{MEDIA_TYPES[asset_type(name)]};base64,{base64.b64encode(content).decode()}"
