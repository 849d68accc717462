"""Images without a text for those who can't see them."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Check the images of every text."""
    for passage, mention in view.mentions:
        if mention.is_image and not (mention.target or mention.has_text):
            message = "the image has no text for those who can't see it"
            hint = "write in the brackets what the picture shows"
            yield warning("alt-missing", passage.locate(mention), message, hint)


RULE = Rule("alt-missing", check=check)
