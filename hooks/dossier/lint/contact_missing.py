"""A profile that gives no way to reach the person."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Look for an email or a phone."""
    profile = view.profile.profile if view.profile else None
    if view.is_left_out("email") or view.is_left_out("phone"):
        return
    if profile and not (profile.email or profile.phone):
        message = "the profile gives no email and no phone, so no recruiter can answer"
        yield warning("contact-missing", view.source.locate(), message, "add `email: …`")


RULE = Rule("contact-missing", check=check, private_only=True)
