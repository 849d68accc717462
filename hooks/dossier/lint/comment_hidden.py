"""Comments of other tools in what readers may see: hidden, and told to the author."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Check the comments of a file's prose, if others may read what is around them."""
    opened = [
        (passage.offset, passage.offset + len(passage.text))
        for passage in view.passages
        if passage.path is None and passage.audience is not Audience.PRIVATE
    ]
    for start, _, opener, is_closed in view.source.comments:
        if not any(first <= start <= last for first, last in opened):
            continue
        where = view.source.locate_in_body(start)
        if is_closed:
            message = f"the comment that begins with `{opener}` is hidden from every view"
            hint = "write `<!-- … -->` for a comment; for these signs themselves put a backslash "
            yield warning("comment-hidden", where, message, f"{hint}before them, or code around")
        else:
            message = f"the comment that begins with `{opener}` is not closed in its section"
            hint = "close it before the next heading; until then the rest of the section is hidden"
            yield Problem("comment-open", where, message, hint)


RULE = Rule("comment-hidden", also=("comment-open",), check=check)
