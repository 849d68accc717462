"""MkDocs' events, each a few lines: none computes.

A run is public unless it is `mkdocs serve` on a loopback
address, or the private build of this project's own command.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import clean_directory

from dossier.adapters import unreadable_addresses
from dossier.adapters.drill_secret import secret_of_marks
from dossier.adapters.mkdocs_config import (
    add_templates,
    check,
    read_settings,
    refuse_other_themes,
    refuse_what_was_not_tried,
)
from dossier.adapters.mkdocs_files import (
    add,
    anchor,
    author_content,
    check_theme_files,
    files_of_theme,
    forget_map,
    front_matter,
    nav,
    visible,
)
from dossier.adapters.mkdocs_rebuild import look_around, rebuilding
from dossier.adapters.mkdocs_reload import allow_reload, reloading_what_differs
from dossier.adapters.mkdocs_report import report
from dossier.adapters.mkdocs_run import BuildRequest, Built, Run
from dossier.adapters.mkdocs_search import add_search, draw_late
from dossier.adapters.mkdocs_serve import guard_servers, is_loopback
from dossier.build import Project, Site
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen
from dossier.plain.garbage import look_as_usual, look_seldom
from dossier.plain.temporary import claim, remove_abandoned
from dossier.publishing.target import refuse_deployment, refuse_leftovers
from dossier.render.head import PageHead, Published, head_of, robots_text
from dossier.render.icons import icons
from dossier.render.page import AuthorPage, Page
from dossier.render.policy import with_policy
from dossier.render.social_card import painter_of, social_cards
from dossier.render.stylesheet import STYLESHEET, stylesheet
from dossier.render.template_faults import fault_in_template
from dossier.render.templates import keep_compiled
from dossier.settings import Settings

if TYPE_CHECKING:
    # With the web server behind it: a build needs none.
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.dossier")

UPDATED = "1980-01-01"
"""The date of every page: MkDocs would take today's, and two builds would differ."""

_run = Run()


@contextmanager
def requesting(project: Project, audience: Audience) -> Iterator[Run]:
    """Let the engine build what a command has read, whatever happens to the files meanwhile."""
    _run.asked, _run.site = BuildRequest(project, audience), None
    try:
        yield _run
    finally:
        _run.asked = None


@frozen
class PageContext:
    """What the theme's templates know of a page, as `dossier`."""

    is_private: bool
    layout: str
    head: PageHead


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 - passed by name
    """Remember whether this run serves or writes."""
    _run.command, _run.is_on_loopback, _run.is_dirty = command, None, dirty
    look_seldom()
    if command == "serve":
        remove_abandoned()
        guard_servers(lambda: _run.serves_privately, _run.late)


def on_shutdown() -> None:
    """Forget that this run served: what a program builds after it is public."""
    _run.command = "build"
    look_as_usual()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Decide who will look, and refuse a configuration that could publish too much."""
    with _told():
        add_templates(config)
        check(config)
        refuse_other_themes(config)
        if _run.command == "gh-deploy":
            # It pushes from where it is run, wherever the configuration is.
            refuse_deployment(Path.cwd(), config.remote_name, config.remote_branch)
        _run.settings = _settings(config)
        if _run.settings.audience is Audience.PUBLIC:
            refuse_what_was_not_tried(config, _run.settings)
        config.markdown_extensions.append(unreadable_addresses.NAME)
        config.watch.extend(map(str, _run.settings.templates.folders))
        if _run.serves_privately:
            look_around(_run, config)
            # Material keeps the path of the site otherwise, which a token makes a secret.
            config.extra.update(scope="/", marks=secret_of_marks(_run.settings.root))
    config.extra["audience"] = _run.settings.audience.value
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Build the site once, and put it in place of everything that stands in `content/`."""
    settings = _run.settings
    if settings is None:
        raise PluginError("dossier: the configuration was never read")
    if _run.serves_privately:
        claim(Path(config.site_dir))
    with _told():
        if _run.command == "gh-deploy":
            refuse_leftovers(Path(config.site_dir))
        if _run.command == "build" and _run.is_dirty:
            # What was public once and is not now would stay.
            clean_directory(config.site_dir)
        memory = _run.memory if _run.serves_privately else None
        _run.project = _run.asked.project if _run.asked else Project.read(settings, memory=memory)
        built = _run.project.own_site if _run.serves_privately else _run.project.site
        _run.site = site = built(settings.audience)
        style = stylesheet(settings.templates)
        own_icons = dict(icons(settings.templates))
    kept = files_of_theme(files, config)
    for file in list(files):
        if file in kept:
            file.inclusion = InclusionLevel.INCLUDED
            forget_map(file)
        else:
            files.remove(file)
    _run.pages = {page.path: page for page in site.files.pages}
    for page in site.files.pages:
        body = page.markdown if isinstance(page, AuthorPage) else ""
        level = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
        add(files, config, page.path, front_matter(page) + body, level)
    robots = robots_text(config.site_url or "", is_public=settings.audience is Audience.PUBLIC)
    for name, text in (*site.files.files, (STYLESHEET, style), ("robots.txt", robots)):
        add(files, config, name, text)
    cards = dict(_cards(site, settings, config))
    _run.published = Published(config.site_name, config.site_url or "", frozenset(cards))
    for name, content in (*own_icons.items(), *site.assets.items(), *cards.items()):
        add(files, config, name, content)
    config.nav = nav(site) if config.nav is None else visible(config.nav, files)
    report(site)
    return files


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Hand over finished HTML with its table of contents, or fill the holes of the author's."""
    drawn = _run.pages.get(page.file.src_uri)
    if isinstance(drawn, Page):
        page.toc = TableOfContents([anchor(heading) for heading in drawn.headings])
        return str(drawn.html)
    if drawn is None or _run.site is None:
        return ""
    return author_content(html, page, drawn, _run.site.sizes, _run.opened)


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Let the server's own script run in our pages, and nothing be drawn of half a site."""
    allow_reload(server)
    if _run.serves_privately:
        _run.built = _run.engine

        def finish(built: Built, before: Site, pages: Iterable[MkDocsPage]) -> None:
            _finish(built, pages)
            report(built.site, before)

        server.builder = rebuilding(_run, server.builder, finish)
        look_as_usual()
        gc.collect()
        gc.freeze()  # what will stay is not looked through at every edit
    else:
        server.builder = reloading_what_differs(server)
    return server


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Say in each page what may run and load in it."""
    return with_policy(output, page.content or "", _run.hosts)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Say the same in pages that stand by themselves, such as that of dead addresses."""
    return with_policy(output_content) if template_name.endswith(".html") else output_content


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401 - Jinja's
    """Give every page the same date, check what it names, and index what it says."""
    keep_compiled(env)
    if _run.site:
        _run.engine = Built(_run.site, config, files, env, around=_run.around)
        pages = (file.page for file in files.documentation_pages())
        _finish(_run.engine, filter(None, pages))
    return env


def on_build_error(error: Exception) -> None:
    """Tell of a template of the site's own by its place: the engine would show its own code."""
    if fault := fault_in_template(error):
        raise Abort(str(fault)) from fault


def _finish(built: Built, pages: Iterable[MkDocsPage]) -> None:
    """Do what is done once all pages are there, or some are there again."""
    config, files = built.config, built.files
    for page in pages:
        page.update_date = UPDATED
        check_theme_files(built.env, page, built.site.library)
    if _run.serves_privately and _run.project:
        draw = partial(draw_late, _run.project, files, config)
        _run.late.begin(Path(config.site_dir), draw)
    else:
        add_search(files, config)


def on_page_context(
    context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: object
) -> dict[str, Any]:
    """Tell the theme's templates what a page is."""
    if _run.engine and _run.engine.nav is None:
        _run.engine = replace(_run.engine, nav=nav)
    drawn = _run.pages.get(page.file.src_uri)
    if drawn:
        # MkDocs knows the titles of the author's headings, as HTML.
        title = drawn.title or Markup(page.title or "").striptags()  # noqa: S704 - taken apart
        head = head_of(drawn, title, page.canonical_url or "", _run.published)
        context["dossier"] = PageContext(drawn.is_private, drawn.layout, head)
    return context


@contextmanager
def _told() -> Iterator[None]:
    """Turn our own errors into MkDocs', which it prints without a traceback."""
    try:
        yield
    except ConfigError as error:
        raise PluginError(f"dossier: {error}") from error


def _settings(config: MkDocsConfig) -> Settings:
    """Return the settings of this run. Raises ConfigError."""
    if _run.asked:
        return _run.asked.project.settings.seen_by(_run.asked.audience)
    if _run.is_on_loopback is None:
        _run.is_on_loopback = is_loopback(config.dev_addr.host)
    serves = _run.command == "serve" and _run.is_on_loopback
    return read_settings(config).seen_by(Audience.PRIVATE if serves else Audience.PUBLIC)


def _cards(site: Site, settings: Settings, config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """Yield the social cards of a site that others will find: their addresses must be whole."""
    is_written = settings.audience is Audience.PUBLIC and _run.command != "serve"
    if not is_written or not config.site_url:
        return
    painter = painter_of(settings.templates, config.site_name)
    if painter is None:
        log.info("without Pillow no page has a social card: install it beside dossier")
    else:
        yield from social_cards(site.files.pages, painter)
