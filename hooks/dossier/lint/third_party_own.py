"""Records that are a third party's by their check, and the author's own by their address."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.evidence import Check
from dossier.model.own_places import is_own_alone
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Check the records of a file that name a third party."""
    for entry in view.records:
        if entry.record.check is Check.THIRD_PARTY and is_own_alone(entry):
            where = entry.source.locate((*entry.path, "check"))
            message = (
                f"`{entry.id}` is checked by a third party, and its source is at an address of "
                "your own, by the profile or `site_url`"
            )
            hint = "add the address that the other one keeps; or write `check: inspect`"
            yield warning("third-party-own", where, message, hint)


RULE = Rule("third-party-own", check=check)
