"""Images and files that texts show and that are not there, or are never published."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.model.paths import (
    ASSET_TYPES,
    IMAGE_TYPES,
    asset_named,
    asset_type,
    is_image,
    relative_target,
)
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem, did_you_mean
from dossier.prose.passages import Passage

_FILE = pattern(r"\S*(?:/|\.[A-Za-z0-9]{1,5}$)\S*")
"""What is a path or an address, as `resume: assets/cv.pdf` is, and no words."""


def check(view: FileView) -> Iterator[Problem]:
    """Check what texts refer to below `content/assets/`."""
    for passage, mention in view.mentions:
        if not mention.target:
            where = passage.locate(mention)
            yield from _check(view, passage, mention.address, where, shown=mention.is_image)
    for passage in view.passages:
        if passage.path == ("resume", "value") and _FILE.fullmatch(passage.text):
            # It may be written without `value`.
            written = passage.source.nearest(passage.path)
            where = passage.source.locate_in(written, passage.text)
            yield from _check(view, passage, passage.text, where, shown=False)


def _check(
    view: FileView, passage: Passage, address: str, where: Place, *, shown: bool
) -> Iterator[Problem]:
    library = view.library
    path = relative_target(passage.source, address)
    if path is None or path.endswith(".md") or not path:
        return
    if shown and not is_image(path):
        message = f"`{path}` is no image that is published"
        types = ", ".join(kind for kind in ASSET_TYPES if kind in IMAGE_TYPES)
        yield Problem("asset-type", where, message, f"known are: {types}")
    elif path not in library.files:
        # Other views may not tell that there is a file which only private texts show.
        known = library.files if library.audience is Audience.PRIVATE else ()
        hint = did_you_mean(path, (file for file in known if _is_alike(file, path)))
        yield Problem("asset-missing", where, f"there is no file `{path}`", hint)
    elif passage.audience is not Audience.PRIVATE and not asset_named(path):
        code = "asset-type" if path.startswith("assets/") else "asset-missing"
        message = f"`{path}` is never published ({asset_type(path) or 'no type'})"
        hint = f"put it into content/assets/, as one of {', '.join(ASSET_TYPES)}"
        yield Problem(code, where, message, hint)


def _is_alike(file: str, path: str) -> bool:
    if not asset_named(file):
        return False
    return is_image(file) if is_image(path) else asset_type(file) == asset_type(path)


RULE = Rule("asset-missing", also=("asset-type",), check=check)
