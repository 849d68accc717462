"""Pages and files as MkDocs takes them, and what of its own and the theme's stays."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jinja2 import TemplateNotFound
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from dossier.adapters.front_matter import spell_front_matter
from dossier.build import Site
from dossier.exporting.typesetting import FONTS as DOCUMENT_FONTS
from dossier.model.library import Library
from dossier.plain.media import ImageSize
from dossier.plain.patterns import pattern
from dossier.plain.problems import Problem
from dossier.plain.safe_html import sanitize
from dossier.publishing.own_files import without_map
from dossier.publishing.own_markup import published
from dossier.render.author_page import fill_placeholders, unexpanded
from dossier.render.frame import GUIDE_PAGE
from dossier.render.images import with_sizes
from dossier.render.page import AuthorPage, Heading, Page
from dossier.render.stylesheet import PARTS
from dossier.sharing.shell import FOLDER as SHARE_PARTS

NOWHERE = ".dossier-generated"
"""The folder that generated files seem to stand in."""
log = logging.getLogger("mkdocs.plugins.dossier")

_COMMENT = pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
"""A comment, or one that never ends: what the author tells nobody but the next editor."""
_DESCRIBED = pattern(r"<img\b[^>]*\balt=\"([^\"]*)\"[^>]*>")


def files_of_theme(files: Files, config: MkDocsConfig) -> frozenset[File]:
    """Return what pages need of the theme: nothing of `content/` ever is among it."""
    _uncover_theme(files, config)
    theme = {Path(folder).resolve() for folder in config.theme.dirs}
    # Each folder holds hundreds of files, and is looked for once.
    folders = {file.src_dir for file in files if file.src_dir is not None}
    inside = {folder for folder in folders if Path(folder).resolve() in theme}
    needed = [file for file in files if file.src_dir in inside and _is_needed(file.src_uri)]
    kept = frozenset(f for f in needed if f.src_dir != config.theme.custom_dir or _is_seen(f))
    if left := len(needed) - len(kept):
        log.info("left out of the theme's own folder: %d, which `dossier check` lists", left)
    return kept


def _is_seen(file: File) -> bool:
    """Return whether a file of the site's own goes out, and take out of it what is not seen."""
    path = file.abs_src_path or ""
    content = published(file.src_uri, Path(path))
    if content is not None and content != file.content_bytes:
        file.content_bytes = content
        file.abs_src_path = path  # which plugins read, and the setter takes away
    return content is not None


def _uncover_theme(files: Files, config: MkDocsConfig) -> None:
    """Let no file of `content/` stand for one of the theme's: MkDocs lets those of its name go."""
    themes = [Path(folder) for folder in config.theme.dirs]
    covering = [
        file
        for file in files
        if file.src_dir == config.docs_dir
        and any((theme / file.src_uri).is_file() for theme in themes)
    ]
    for file in covering:
        files.remove(file)
    if covering:
        files.add_files_from_theme(config.theme.get_env(), config)


def _is_needed(name: str) -> bool:
    # Files that pages hold or are made of, and that no page asks for.
    is_part = name.startswith((f"{PARTS}/", f"{SHARE_PARTS}/", f"{DOCUMENT_FONTS}/"))
    return not is_part and not name.endswith((".map", ".typ"))


def forget_map(file: File) -> None:
    """Take out the address of a source map, which is not published."""
    if file.src_uri.endswith(".js"):
        script = file.content_bytes
        if (published := without_map(script)) != script:
            path = file.abs_src_path
            file.content_bytes = published
            file.abs_src_path = path  # which plugins read, and the setter takes away


def add(
    files: Files,
    config: MkDocsConfig,
    name: str,
    content: str | bytes,
    level: InclusionLevel = InclusionLevel.INCLUDED,
) -> None:
    """Put a file of ours in place of one of that name."""
    existing = files.get_file_from_path(name)
    if existing:
        files.remove(existing)
    file = File.generated(config, name, content=content, inclusion=level)
    # Plugins take it apart, and fail without one. There is nothing at it: what they would read of
    # the author's folder has passed no filter.
    file.abs_src_path = str(Path(config.docs_dir).with_name(NOWHERE) / name)
    files.append(file)


def front_matter(page: Page | AuthorPage) -> str:
    """Return front matter that MkDocs' own reader cannot misread."""
    meta: dict[str, object] = {"private": page.is_private}
    # Material prints texts as they are.
    if page.title:
        meta["title"] = escape(page.title)
    if page.description:
        meta["description"] = page.description
    if isinstance(page, AuthorPage):
        meta |= {k: escape(v) if isinstance(v, str) else v for k, v in page.meta.items()}
    elif page.layout != "application":
        meta["hide"] = ["navigation", "toc"]
    else:
        meta["hide"] = ["navigation"]
    if page.path == GUIDE_PAGE:
        meta["search"] = {"exclude": True}  # its words are nobody's
    return spell_front_matter(meta)


def author_content(
    html: str,
    page: MkDocsPage,
    drawn: AuthorPage,
    sizes: Mapping[str, ImageSize],
    opened: frozenset[str],
) -> str:
    """Return a page of the author's with its holes filled, and complete its table of contents."""
    name_anchors(page.toc, html)
    page.toc = TableOfContents([*page.toc, *(anchor(heading) for heading in drawn.headings)])
    # Before the holes are filled: what the core renders has its sizes.
    clean = sanitize(_COMMENT.sub("", html), opened)
    filled = fill_placeholders(with_sizes(clean, unquote(page.url), sizes), drawn.placeholders)
    for address in unexpanded(filled):
        log.warning("%s: `%s` stands where it cannot be expanded", page.file.src_uri, address)
    return f"{drawn.before}{filled}{drawn.after}"


def name_anchors(anchors: Iterable[AnchorLink], html: str) -> None:
    """Give a heading that is a picture, or hides its words, a name in the table of contents."""
    for link in anchors:
        if not link.title.strip():
            heading = rf'<h[1-6][^>]*\bid="{re.escape(link.id)}"[^>]*>(.*?)</h[1-6]'
            found = re.search(heading, html, re.DOTALL)
            shown = Markup(_DESCRIBED.sub(r"\1", found[1]) if found else "")  # noqa: S704 - stripped
            link.title = escape(shown.striptags() or link.id)
        name_anchors(link.children, html)


def anchor(heading: Heading) -> AnchorLink:
    """Return a heading as MkDocs' tables of contents hold it."""
    return AnchorLink(escape(heading.title), heading.anchor, 2)


def nav(site: Site) -> list[Any]:
    """Return the navigation. Dossiers are not in it: a page in it costs every other page time."""
    pages = [page for page in site.files.pages if page.in_nav]
    projects = [page for page in pages if page.path.startswith("projects/")]
    first: list[Any] = [{"Portfolio": "index.md"}]
    if len(projects) == 1:
        first.append(_entry(projects[0]))
    elif projects:
        first.append({"Projects": [_entry(page) for page in projects]})
    rest = [page for page in pages if page not in projects and page.path != "index.md"]
    return [*first, *(_entry(page) for page in rest)]


def _entry(page: Page | AuthorPage) -> dict[str, str] | str:
    return {escape(page.title): page.path} if page.title else page.path


def visible(nav: Any, files: Files) -> Any:  # noqa: ANN401 - MkDocs' own shape
    """Return the author's navigation without the pages and files that are not there."""
    if isinstance(nav, list):
        kept = (visible(item, files) for item in nav)
        return [item for item in kept if item]
    if isinstance(nav, dict):
        kept_values = {key: visible(value, files) for key, value in nav.items()}
        return {key: value for key, value in kept_values.items() if value}
    leads_out = isinstance(nav, str) and (":" in nav or nav.startswith("/"))
    return nav if leads_out or (nav and files.get_file_from_path(nav)) else None


def check_theme_files(env: Any, page: MkDocsPage, library: Library) -> None:  # noqa: ANN401 - Jinja's
    """Tell of a template or icon that the theme does not have, and do without it."""
    entry = library.pages.get(page.file.src_uri)
    for key, form in (("template", r"[\w-]+\.html"), ("icon", r"[\w-]+(?:/[\w-]+)*")):
        name = page.meta.get(key)
        if entry is None or not name:
            continue
        file = name if key == "template" else f".icons/{name}.svg"
        if not re.fullmatch(form, name) or not _has_template(env, file):
            del page.meta[key]
            message = f"the theme has no {key} `{name}`"
            where = entry.source.locate((key,))
            log.warning("%s", Problem("value-unknown", where, message, "leave it out"))


def _has_template(env: Any, name: str) -> bool:  # noqa: ANN401 - Jinja's
    try:
        env.loader.get_source(env, name)
    except TemplateNotFound:
        return False
    return True
