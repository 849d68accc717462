"""Links in prose to pages that are not there for those who may read them."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.paths import page_named, relative_target
from dossier.plain.problems import Problem, looks_alike
from dossier.prose.passages import Passage


def check(view: FileView) -> Iterator[Problem]:
    """Check the ordinary links of a file's prose."""
    for passage in view.passages:
        if passage.path is None and "](" in passage.text:
            yield from _broken(view.library, passage)


def _broken(library: Library, passage: Passage) -> Iterator[Problem]:
    for mention in passage.mentions():
        if mention.target or mention.is_image or not mention.address:
            continue
        path = relative_target(passage.source, mention.address)
        if path is None or not path.endswith(".md"):
            continue
        if not page_named(library, path, passage.audience):
            where = passage.locate(mention)
            known = "" if library.audience is Audience.PRIVATE else " here"
            message = f"there is no page `{path}`{known} that readers of this text may see"
            hint = "link a project as `[…](project:id)`, a record as `[…](evidence:file/record)`"
            hint = looks_alike(path, library.pages) or hint
            yield Problem("link-broken", where, message, hint)


RULE = Rule("link-broken", check=check)
