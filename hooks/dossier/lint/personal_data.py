"""Pay, and how to reach other people, in what others read."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.model.profile import Stated
from dossier.plain.contact_forms import has_email, number_in, reach_in
from dossier.plain.problems import Place, Problem, warning
from dossier.prose.passages import Passage
from dossier.prose.visible import visible
from dossier.quantities.pay import may_tell_pay, pay_in

_OTHERS = (Audience.SHARED, Audience.PUBLIC)
_OF_POSTING = frozenset({"asks", "requirement", "quote"})
"""The posting's words, in which an employer tells its own."""


def check(view: FileView) -> Iterator[Problem]:
    """Search the texts of a file that others may read."""
    profile = view.library.profile.profile if view.library.profile else None
    phone, email = (
        stated.value if isinstance(stated, Stated) else ""
        for stated in (profile and profile.phone, profile and profile.email)
    )
    for passage in (*view.passages, *view.heads):
        if passage.audience not in _OTHERS or _OF_POSTING.intersection(passage.path or ()):
            continue
        who = "anyone" if passage.audience is Audience.PUBLIC else "recipients"
        for where, found, what in _told(view, passage):
            if number_in(found, phone) or (email and has_email(found, email)):
                continue
            hint = "take it out, or say above it why it may be read: "
            hint += "`dossier: allow personal-data: …`"
            message = f"{who} would read {what}: {found}"
            yield warning("personal-data", where, message, hint)


def _told(view: FileView, passage: Passage) -> Iterator[tuple[Place, str, str]]:
    """Yield what a text tells, where, and what that is."""
    if not (may_tell_pay(passage.text) or any(reach_in(passage.text))):
        return  # Most texts: none is parsed for it.
    for block in visible(passage, view.library):
        found = [(each, "how somebody is reached") for each in reach_in(block.text)]
        if pay := pay_in(block.text):
            found.append((pay, "somebody's pay"))
        for said, what in found:
            yield block.locate(block.text.find(said), said), said, what


RULE = Rule("personal-data", check=check, private_only=True)
