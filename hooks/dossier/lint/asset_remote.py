"""Images that each visitor would fetch from another host."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.paths import relative_target
from dossier.plain.problems import Problem


def check(view: FileView) -> Iterator[Problem]:
    """Check the addresses of the images in every text."""
    for passage, mention in view.mentions:
        if not mention.is_image or mention.target:
            continue
        if relative_target(passage.source, mention.address) is None:
            message = "the image is not one of this site's own"
            hint = "save it below content/assets/: each visit would tell the other host"
            yield Problem("asset-remote", passage.locate(mention), message, hint)


RULE = Rule("asset-remote", check=check)
