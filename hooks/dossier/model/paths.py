"""Paths and addresses: where a page is written, and how one page links to another."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import quote, unquote

from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.addresses import split_address

ASSET_TYPES = ("png", "jpg", "webp", "svg", "pdf", "woff2")
"""The types of files that may be published."""
IMAGE_TYPES = ("png", "jpg", "jpeg", "webp", "svg")


def asset_type(path: str) -> str:
    """Return a file's type by its name, `jpeg` as `jpg`."""
    suffix = posixpath.splitext(path)[1].removeprefix(".").lower()
    return "jpg" if suffix == "jpeg" else suffix


def asset_named(path: str) -> bool:
    """Return whether a file below `content/` is one that may be published."""
    return path.startswith("assets/") and asset_type(path) in ASSET_TYPES


def is_image(path: str) -> bool:
    """Return whether a file is an image that pages show."""
    return asset_type(path) in IMAGE_TYPES


def content_path(source: Document) -> str:
    """Return a source's path below `content/`."""
    return source.file.partition("/")[2]


def relative_target(source: Document, address: str) -> str | None:
    """Return the path below `content/` that a relative link leads to, None for other links.

    A link is written from its file's folder on, in YAML fields as in prose.
    """
    return _target_below(posixpath.dirname(content_path(source)), address)


@lru_cache(maxsize=8192)
def _target_below(folder: str, address: str) -> str | None:
    parts = split_address(address)
    if (
        parts is None
        or parts.scheme
        or parts.netloc
        or not parts.path
        or parts.path.startswith("/")
    ):
        return None
    return posixpath.normpath(posixpath.join(folder, unquote(parts.path)))


def page_named(library: Library, path: str, reader: Audience) -> bool:
    """Return whether there is a page for a source path that `reader` may see."""
    folder, _, name = path.rpartition("/")
    projects = (e.id for e in library.projects.values() if reader.may_see(e.project.audience))
    if folder == "projects":
        return any(name in ("index.md", f"{project}.md") for project in projects)
    if path == "evidence/index.md":
        return any(reader.may_see(entry.audience) for entry in library.records.values())
    if path == "applications/index.md" and reader is Audience.PRIVATE:
        return True
    if folder.startswith("applications") and name == "index.md":
        dossiers = (e.id for e in library.applications.values() if _is_shown(e, library, reader))
        return any(folder in ("applications", f"applications/{dossier}") for dossier in dossiers)
    page = library.pages.get(path)
    return path == "index.md" or (page is not None and reader.may_see(page.page.audience))


def _is_shown(entry: ApplicationEntry, library: Library, reader: Audience) -> bool:
    # That a dossier is open is private itself; in a public view those that are not are missing.
    return library.audience is Audience.PUBLIC or reader.may_see(entry.application.audience)


@lru_cache(maxsize=4096)
def address(path: str, *, directory_urls: bool) -> str:
    """Return the address of a page from the site's root, as MkDocs writes it.

    `a/index.md` and `a/README.md` are `a/`, `a/b.md` is `a/b/` or `a/b.html`; the home page is
    empty.
    """
    stem = path.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    if name in ("index", "README"):
        if directory_urls:
            return f"{quote(folder)}/" if folder else ""
        return quote(f"{folder}/index.html" if folder else "index.html")
    return quote(f"{stem}/" if directory_urls else f"{stem}.html")


def relative(target: str, page: str) -> str:
    """Return the link from the page at one address to another address of the site."""
    target, hash_mark, fragment = target.partition("#")
    link = _steps(target, page)
    if target == page and hash_mark:
        link = ""
    elif target.endswith("/") or not target:
        link += "/"
    return f"{link}{hash_mark}{fragment}"


@lru_cache(maxsize=4096)
def _steps(target: str, page: str) -> str:
    """Return the way from a page's folder to an address, without the slash at its end."""
    folder = page if page.endswith("/") or not page else posixpath.dirname(page)
    here, there = ([part for part in path.split("/") if part] for path in (folder, target))
    if not {".", ".."}.isdisjoint((*here, *there)) or "/" in (target[:1], folder[:1]):
        return posixpath.relpath(target or ".", folder or ".")
    # What `relpath` does of two paths that are in order, without asking where the program runs.
    common = len(posixpath.commonprefix([here, there]))
    return "/".join([".."] * (len(here) - common) + there[common:]) or "."
