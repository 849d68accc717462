"""Directives that cannot be read: an option that they do not have, or no YAML at all."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.plain.problems import Problem


def check(view: FileView) -> Iterator[Problem]:
    """Report the directives of every text that cannot be read."""
    yield from view.directive_problems


RULE = Rule(
    "directive-option",
    also=("duplicate-key", "yaml-alias", "yaml-depth", "yaml-syntax", "yaml-tag"),
    check=check,
)
