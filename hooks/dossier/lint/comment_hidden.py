"""Comments of other tools in the prose that readers may see: hidden, and told to the author.

Those in fields are told by `load/`, which takes them out.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.plain.problems import Problem
from dossier.prose.comments import Comment, told


def check(view: FileView) -> Iterator[Problem]:
    """Check the comments of a file's prose, if others may read what is around them."""
    opened = [
        (passage.offset, passage.offset + len(passage.text))
        for passage in view.passages
        if passage.path is None and passage.audience is not Audience.PRIVATE
    ]
    for start, end, opener, is_closed in view.source.comments:
        is_seen = any(first <= start <= last or start < first < end for first, last in opened)
        where = view.source.locate_in_body(start)
        if is_seen and (
            problem := told(where, Comment(start, end, opener, is_closed), is_field=False)
        ):
            yield problem


RULE = Rule("comment-hidden", also=("comment-open",), check=check)
