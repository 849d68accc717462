"""A person to the ways in which a recipient can get in touch."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.plain.frozen import frozen
from dossier.render.person import PersonView


@frozen
class Action:
    """A way to get in touch: a button."""

    label: str
    href: str
    icon: str
    download: str = ""
    """The name of the file, if that is what it leads to."""


def contact_actions(person: PersonView, subject: str) -> Iterator[Action]:
    """Yield the ways to reach a person, the one to take first; `subject` is that of a mail."""
    if person.email:
        yield Action(
            f"Email {(person.name.split() or [person.name])[0]}", person.mail_about(subject), "mail"
        )
    if person.dialled:
        yield Action("Call", f"tel:{person.dialled}", "phone")
    if person.resume:
        yield Action("Résumé", person.resume, "file", person.resume_file)
