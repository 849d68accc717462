"""The profile to the person, as far as the readers may know."""

from __future__ import annotations

import re
from urllib.parse import quote

from markupsafe import Markup

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.prose.asset_targets import resume_address
from dossier.render.background import BackgroundView, background_view
from dossier.render.prose import file_name, is_inlined
from dossier.render.renderer import Renderer

_EXTENSION = pattern(r"(?:\bext|x|[;,#]).*", re.IGNORECASE | re.DOTALL)
"""What follows a phone number."""


@frozen
class PersonView:
    """The person, as far as the readers may know."""

    name: str
    headline: Markup
    links: tuple[tuple[str, str], ...]
    location: Markup
    relocation: Markup
    email: str
    phone: str
    dialled: str
    """The phone number as a link has it."""
    resume: str
    """The link to it."""
    resume_file: str
    """The name to save it by, where the link holds the file itself; else empty."""
    leads: tuple[tuple[str, Markup], ...]
    background: BackgroundView

    def mail_about(self, subject: str) -> str:
        """Return the link that begins a mail to the person."""
        return f"mailto:{self.email}?subject={quote(subject)}"


def person_view(renderer: Renderer) -> PersonView | None:
    """Return the profile, as far as the readers may know it."""
    entry = renderer.frame.library.profile
    if entry is None:
        return None
    profile, source = entry.profile, entry.source

    def stated(name: str) -> Markup:
        fact = getattr(profile, name)
        return renderer.text(fact.value, source) if fact else Markup("")

    resume = resume_address(profile)
    linked = (renderer.frame.to_written(source, resume) or "") if resume else ""
    phone = renderer.plain(profile.phone.value) if profile.phone else ""
    return PersonView(
        name=profile.name,
        headline=renderer.text(profile.headline, source),
        links=tuple((link.label, link.url) for link in profile.links),
        location=stated("location"),
        relocation=stated("relocation"),
        email=renderer.plain(profile.email.value) if profile.email else "",
        phone=phone,
        dialled=_dialled(phone),
        resume=linked,
        resume_file=file_name(resume) if is_inlined(linked) else "",
        leads=tuple((lead.title, renderer.text(lead.line, source)) for lead in profile.leads),
        background=background_view(renderer, profile, source),
    )


def _dialled(phone: str) -> str:
    """Return the digits to dial: no extension, and no `(0)`, which is not dialled after a `+`."""
    number = _EXTENSION.sub("", phone)
    if "+" in number:
        number = number.replace("(0)", "")
    return re.sub(r"[^0-9+]", "", number)
