"""The site's own search, from pages as they were drawn: nothing parses them again.

Material's, which a site may list among its plugins, takes every page apart once more, a quarter of
a build, and every visitor loads all of its index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import PurePosixPath

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.toc import AnchorLink

from dossier.adapters.mkdocs_files import add
from dossier.build import Project
from dossier.render.page import Heading
from dossier.render.search import FOLDER, SearchPage, search_files


def add_search(files: Files, config: MkDocsConfig) -> None:
    """Add the index of all pages, whose content is final, unless the site lists a plugin's."""
    if has_index(config):
        for name, text in search_files(_pages(files)):
            add(files, config, name, text)


def has_index(config: MkDocsConfig) -> bool:
    """Whether a site is searched by an index of ours."""
    return not any(name.rpartition("/")[2] == "search" for name in config.plugins)


def draw_late(project: Project, files: Files, config: MkDocsConfig, name: str) -> Mapping[str, str]:
    """Return the files that are to be there before a private server answers for a path."""
    if name in project.previews:
        drawn = project.draw_preview(name)
        return {} if drawn is None else {name: drawn}
    is_wanted = PurePosixPath(name).parent.name == FOLDER and name.endswith(".json")
    return dict(search_files(_pages(files))) if is_wanted and has_index(config) else {}


def _pages(files: Files) -> Iterator[SearchPage]:
    for file in files.documentation_pages():
        page = file.page
        if page and not _is_excluded(page.meta):
            title = Markup(page.title or "").striptags()  # noqa: S704 - taken apart
            yield SearchPage(page.url, title, page.content or "", tuple(_headings(page.toc)))


def _is_excluded(meta: Mapping[str, object]) -> bool:
    """Whether a page asks to be left out, as it would ask Material's plugin."""
    asked = meta.get("search")
    return isinstance(asked, dict) and bool(asked.get("exclude"))


def _headings(anchors: Iterable[AnchorLink]) -> Iterator[Heading]:
    for anchor in anchors:
        yield Heading(anchor.id, unescape(anchor.title))
        yield from _headings(anchor.children)
