"""Edits under MkDocs' server: what they leave as it was is not made again.

All that leans on MkDocs' insides stands here: `_populate_page` and `_build_page`, which `build`
calls for every page, are called for those that differ. Whatever else may have changed, its whole
build follows.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from dossier.adapters.mkdocs_files import front_matter
from dossier.adapters.mkdocs_run import Built, Run
from dossier.build import Project, Site
from dossier.configuration.extensions import TRIED_EXTENSIONS
from dossier.memory import Memory
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError
from dossier.plain.file_states import settled_state
from dossier.render.page import AuthorPage, Page
from dossier.render.template_faults import fault_in_template
from dossier.render.templates import environment
from dossier.settings import today

log = logging.getLogger("mkdocs.plugins.dossier")

EVENTS = "dossier.adapters.mkdocs"
_TEMPLATES = frozenset({"404.html", "sitemap.xml"})
"""Templates of the theme that name all pages, and nothing else of them than their addresses."""
_TITLE = "<h1"
"""What the frame of a page asks of its content, to give it a title if it has none."""
Finish = Callable[[Built, Site, Sequence[MkDocsPage]], None]
"""Does what is done once pages are there again: notes, late files, what was not wrong before."""


def rebuilding(run: Run, build: Callable[[], None], finish: Finish) -> Callable[[], None]:
    """Return what brings a served site up to date, after which it is read by browsers."""

    def rebuild() -> None:
        with run.late.lock:
            built, run.built = run.built, None
            if built is None or not _is_updated(run, built, finish):
                build()
                run.built = run.engine

    return rebuild


def look_around(run: Run, config: MkDocsConfig) -> None:
    """Forget what was drawn with other markup or by another configuration."""
    around = surroundings(config)
    if around is None or around != run.around:
        run.memory = Memory()
        environment.cache_clear()
    run.around = around


def surroundings(config: MkDocsConfig) -> object:
    """Return what tells that something beside the content has changed; None if it yet may."""
    file = Path(config.config_file_path)
    if b"INHERIT" in file.read_bytes():
        return None  # what it inherits from is not looked at
    return settled_state((*map(Path, config.watch), file))


def is_understood(config: MkDocsConfig) -> bool:
    """Whether no code, template or extension but known ones has a part in a site's pages."""
    events = config.plugins.events.values()
    extensions: list[object] = list(config.markdown_extensions)
    return (
        all(event.__module__ == EVENTS for methods in events for event in methods)
        and all(extension in TRIED_EXTENSIONS for extension in extensions)
        and not config.extra_templates
        and config.theme.static_templates <= _TEMPLATES
        and all(path.parts[0] == "fragments" for path in _own_templates(config))
    )


def _own_templates(config: MkDocsConfig) -> Iterator[Path]:
    """Yield a site's own templates, relative to their folder."""
    if config.theme.custom_dir:
        own = Path(config.theme.custom_dir)
        yield from (path.relative_to(own) for path in own.rglob("*.html"))


def _is_updated(run: Run, built: Built, finish: Finish) -> bool:
    """Update what was built. A template that does not draw what is new is told by a whole build."""
    try:
        return _update(run, built, finish)
    except Exception as error:
        if fault_in_template(error) is None:
            raise
        return False


def _update(run: Run, built: Built, finish: Finish) -> bool:
    """Write what differs from what was built, and return whether that is all there is to do."""
    if run.settings is None or run.settings.as_of != today():
        return False
    if built.around is None or surroundings(built.config) != built.around:
        return False
    try:
        project = Project.read(run.settings, memory=run.memory)
        site = project.own_site(Audience.PRIVATE)
    except ConfigError:
        return False  # the whole build tells of it
    if not is_understood(built.config) or not _is_alike(site, built.site):
        return False
    run.project, run.site = project, site
    run.pages = {page.path: page for page in site.files.pages}
    changed = [
        (new, old)
        for new, old in _made_again(site, built.site)
        if isinstance(new, AuthorPage) or new != old
    ]
    has_own_frame = any(_own_templates(built.config))
    engines = []
    for new, old in changed:
        page = _engine_page(built.files.src_uris[new.path])
        if has_own_frame or not _is_exchanged(page, new, old):
            engines.append(page)
            if not _populated(built, new, page):
                return False
    shown = built.shown or built.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    before, built = built.site, replace(built, site=site, shown=shown)
    finish(built, before, engines)
    for page in engines:
        _build_page(page, built.config, shown, built.nav, built.env)
        page.validate_anchor_links(
            files=built.files, log_level=built.config.validation.links.anchors
        )
    _write_files(Path(built.config.site_dir), site, before)
    log.info("%d pages were made again", len(changed))
    run.built = run.engine = built  # nothing of the site that was there before is held
    return True


def _engine_page(file: File) -> MkDocsPage:
    assert file.page is not None  # noqa: S101 - it was built
    return file.page


def _populated(built: Built, drawn: Page | AuthorPage, page: MkDocsPage) -> bool:
    """Let MkDocs read a page again. False if that changes what other pages say of it."""
    title, place = page.title, page.file.abs_src_path
    page.file.content_string = front_matter(drawn) + _body(drawn)
    page.file.abs_src_path = place  # the setter takes it away
    page.markdown = page.content = page._title_from_render = None  # noqa: SLF001
    page.meta, page.toc = {}, TableOfContents([])
    _populate_page(page, built.config, built.files)
    return not drawn.in_nav or page.title == title


def _is_exchanged(page: MkDocsPage, new: Page | AuthorPage, old: Page | AuthorPage) -> bool:
    """Put new content in the place of the old into a page that is written; False if more differs.

    All of the frame around it that hangs on the content is whether it has a title.
    """
    if isinstance(new, AuthorPage) or isinstance(old, AuthorPage):
        return False
    if replace(new, html=old.html) != old or any(_TITLE not in page.html for page in (new, old)):
        return False
    path, html = Path(page.file.abs_dest_path), _written(old.html)
    before, found, after = path.read_bytes().partition(html)
    if not found or html in after:
        return False
    path.write_bytes(before + _written(new.html) + after)
    page.content = str(new.html)
    return True


def _written(html: str) -> bytes:
    return html.encode("utf-8", errors="xmlcharrefreplace")


def _body(page: Page | AuthorPage) -> str:
    return page.markdown if isinstance(page, AuthorPage) else ""


def _is_alike(site: Site, before: Site) -> bool:
    """Whether all that pages may hang on is the same: which there are, what the navigation says."""
    return (
        len(site.files.pages) == len(before.files.pages)
        and all(_named(new) == _named(old) for new, old in _made_again(site, before))
        and [name for name, _ in site.files.files] == [name for name, _ in before.files.files]
        and list(site.assets) == list(before.assets)
        and site.sizes == before.sizes
    )


def _named(page: Page | AuthorPage) -> object:
    """Return how a page is known, and in the navigation what it says of itself."""
    told = (page.title, front_matter(replace(page, description=""))) if page.in_nav else None
    return page.path, type(page), told


def _made_again(site: Site, before: Site) -> Iterator[tuple[Page | AuthorPage, Page | AuthorPage]]:
    """Yield the pages that are not the very same, each with what it was."""
    pairs = zip(site.files.pages, before.files.pages, strict=True)
    return ((new, old) for new, old in pairs if new is not old)


def _write_files(folder: Path, site: Site, before: Site) -> None:
    """Write the files of a site that are not what they were."""
    known: dict[str, str | bytes] = {**dict(before.files.files), **before.assets}
    files: dict[str, str | bytes] = {**dict(site.files.files), **site.assets}
    for name, content in files.items():
        if known[name] != content:
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
