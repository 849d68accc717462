"""Comments of other tools in what readers may see: hidden, and told to the author."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.plain.problems import Place, Problem, warning
from dossier.prose.comments import find_comments


def check(view: FileView) -> Iterator[Problem]:
    """Check the comments of a file's prose, if others may read what is around them.

    In fields of YAML nothing is a comment, so that they are shown.
    """
    opened = [
        (passage.offset, passage.offset + len(passage.text))
        for passage in view.passages
        if passage.path is None and passage.audience is not Audience.PRIVATE
    ]
    for start, end, opener, is_closed in view.source.comments:
        is_seen = any(first <= start <= last or start < first < end for first, last in opened)
        if is_seen:
            yield _told(view.source.locate_in_body(start), opener, end - start, is_closed=is_closed)
    for passage in view.passages:
        if passage.path is None or passage.audience is Audience.PRIVATE:
            continue
        if found := find_comments(passage.text):
            where = passage.source.locate_in(passage.path, found[0].opener)
            yield _told(where, found[0].opener, 0, is_closed=False)


def _told(where: Place, opener: str, length: int, *, is_closed: bool) -> Problem:
    if is_closed:
        message = f"the comment that begins with `{opener}` is hidden from every view"
        hint = "write `<!-- … -->` for a comment; for these signs themselves put a backslash "
        return warning("comment-hidden", where, message, f"{hint}before them, or code around")
    if length:
        message = f"the comment that begins with `{opener}` is not closed in its section"
        hint = "close it before the next heading; until then the rest of the section is hidden"
    else:
        message = f"`{opener}` is shown as it stands, and may begin a comment of another tool"
        hint = "take the comment out; for per cent write one sign, else put code around it"
    return Problem("comment-open", where, message, hint)


RULE = Rule("comment-hidden", also=("comment-open",), check=check)
