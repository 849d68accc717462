"""MkDocs' events, each a few lines: none computes.

The only module that imports `mkdocs`. A run is public unless it is `mkdocs serve` on a loopback
address, or the private build of this project's own command.
"""

from __future__ import annotations

import ipaddress
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jinja2 import TemplateNotFound
from markupsafe import Markup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.exceptions import ConfigurationError as MkDocsConfigurationError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from dossier.adapters.front_matter import spell_front_matter
from dossier.build import Project, Site
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError, ContentError
from dossier.plain.problems import Problem, Severity
from dossier.publishing.target import refuse_live_shares
from dossier.render.author_page import fill, leftovers
from dossier.render.frame import GUIDE_PAGE
from dossier.render.head import PageHead, Published, head_of, robots_text
from dossier.render.images import with_sizes
from dossier.render.page import AuthorPage, Heading, Page
from dossier.render.social_card import painter_of, social_cards
from dossier.render.stylesheet import PARTS, STYLESHEET, stylesheet
from dossier.settings import Configuration, Outlet, Settings, settings_of

log = logging.getLogger("mkdocs.plugins.dossier")

READING_EXTENSIONS = frozenset(
    {"pymdownx.snippets", "pymdownx.b64", "markdown_include.include", "mdx_include"}
)
"""Markdown extensions that read files into pages, past every filter."""
READING_PLUGINS = frozenset(
    {"macros", "include-markdown", "table-reader", "gen-files", "monorepo", "mkdocs-jupyter"}
)
"""Plugins that do."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
"""A comment, or one that never ends: what the author tells nobody but the next editor."""
_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=\S+")
UPDATED = "1980-01-01"
"""The date of every page: MkDocs would take today's, and two builds would differ."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command of this project's own wants built: all it read, for one audience."""

    project: Project
    audience: Audience


@dataclass(slots=True)
class _Run:
    """What one run of the engine knows from one event to the next."""

    command: str = "build"
    asked: Asked | None = None
    settings: Settings | None = None
    site: Site | None = None
    pages: Mapping[str, Page | AuthorPage] = field(default_factory=dict)
    published: Published = field(default_factory=lambda: Published(""))


_run = _Run()


@dataclass(frozen=True, slots=True)
class PageContext:
    """What the theme's templates know of a page, as `dossier`."""

    is_private: bool
    layout: str
    head: PageHead


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 - passed by name
    """Remember whether this run serves or writes."""
    _run.command = command


def on_shutdown() -> None:
    """Forget that this run served: what a program builds after it is public."""
    _run.command = "build"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Decide who will look, and refuse a configuration that could publish too much."""
    with _told():
        _check(config)
        if _run.command == "gh-deploy":
            root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
            refuse_live_shares(root, config.remote_name, config.remote_branch)
        _run.settings = _settings(config)
        config.watch.append(str(_run.settings.templates))
    config.extra["audience"] = _run.settings.audience.value
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Build the site once, and put it in place of everything that stands in `content/`."""
    settings = _run.settings
    if settings is None:
        raise PluginError("dossier: the configuration was never read")
    with _told():
        project = _run.asked.project if _run.asked else Project.read(settings)
        _run.site = site = project.site(settings.audience)
        style = stylesheet(settings.templates)
    for file in list(files):
        if _is_of_theme(file, config):
            file.inclusion = InclusionLevel.INCLUDED
            _forget_map(file)
        else:
            files.remove(file)
    _run.pages = {page.path: page for page in site.files.pages}
    for page in site.files.pages:
        body = page.markdown if isinstance(page, AuthorPage) else ""
        level = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
        _add(files, config, page.path, _front_matter(page) + body, level)
    robots = robots_text(config.site_url or "", is_public=settings.audience is Audience.PUBLIC)
    for name, text in (*site.files.files, (STYLESHEET, style), ("robots.txt", robots)):
        _add(files, config, name, text)
    cards = dict(_cards(site, settings, config))
    _run.published = Published(config.site_name, config.site_url or "", frozenset(cards))
    for name, content in (*site.assets.items(), *cards.items()):
        _add(files, config, name, content)
    config.nav = _nav(site) if config.nav is None else _visible(config.nav, files)
    _report(site)
    return files


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Hand over finished HTML with its table of contents, or fill the holes of the author's."""
    drawn = _run.pages.get(page.file.src_uri)
    if isinstance(drawn, Page):
        page.toc = TableOfContents([_anchor(heading) for heading in drawn.headings])
        return str(drawn.html)
    if drawn is None or _run.site is None:
        return ""
    page.toc = TableOfContents([*page.toc, *(_anchor(heading) for heading in drawn.headings)])
    # Before the holes are filled: what the core renders has its sizes.
    sized = with_sizes(_COMMENT.sub("", html), unquote(page.url), _run.site.sizes)
    filled = fill(sized, drawn.holes)
    for address in leftovers(filled):
        log.warning("%s: `%s` stands where it cannot be expanded", page.file.src_uri, address)
    return f"{drawn.before}{filled}{drawn.after}"


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401 - Jinja's
    """Give every page the same date, so that two builds are alike, and check what it names."""
    for file in files.documentation_pages():
        if file.page:
            file.page.update_date = UPDATED
            _check_theme_files(env, file.page)
    return env


def on_page_context(
    context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: object
) -> dict[str, Any]:
    """Tell the theme's templates what a page is."""
    drawn = _run.pages.get(page.file.src_uri)
    if drawn:
        # MkDocs knows the titles of the author's headings, as HTML.
        title = drawn.title or Markup(page.title or "").striptags()  # noqa: S704 - taken apart
        head = head_of(drawn, title, page.canonical_url or "", _run.published)
        context["dossier"] = PageContext(drawn.is_private, drawn.layout, head)
    return context


def read_settings(config: MkDocsConfig) -> Settings:
    """Return the settings that a configuration gives, for the public. Raises ConfigError."""
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    if not config.theme.custom_dir:
        raise ConfigError("mkdocs.yml names no theme.custom_dir", "write `custom_dir: overrides`")
    return settings_of(
        root,
        content=Path(config.docs_dir).resolve(),
        templates=Path(config.theme.custom_dir).resolve(),
        directory_urls=config.use_directory_urls,
        options=config.extra.get("dossier"),
    )


def read_configuration(config_file: Path) -> Configuration:
    """Return what a configuration file says, for the public. Raises ConfigError."""
    config = _load(config_file)
    _check(config)
    edit = config.edit_uri or config.edit_uri_template or ""
    outlet = Outlet(
        config.remote_name,
        config.remote_branch,
        config.repo_url or "",
        edit,
        config.site_url or "",
    )
    site = Path(config.site_dir).resolve()
    return Configuration(config_file, read_settings(config), site, outlet)


def build_private(config_file: Path, directory: Path, project: Project) -> None:
    """Write the private site of a project into a directory that the caller has made safe.

    Raises ConfigError, or ContentError if the site cannot be built.
    """
    _build(config_file, project, Audience.PRIVATE, site_dir=str(directory))


def build_public(config_file: Path, project: Project, directory: Path | None = None) -> Audience:
    """Write a project's public site, strictly, into `site_dir` or a directory of the caller's.

    Returns the audience that it was built for, so that whoever publishes it need not believe it.
    Raises ConfigError, or ContentError for any problem.
    """
    place = {"site_dir": str(directory)} if directory else {}
    return _build(config_file, project, Audience.PUBLIC, strict=True, **place)


def _build(
    config_file: Path,
    project: Project,
    audience: Audience,
    **options: Any,  # noqa: ANN401 - MkDocs' options
) -> Audience:
    """Build what was read before, whatever happens to the files meanwhile."""
    _run.asked = Asked(project, audience)
    try:
        config = _load(config_file, **options)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        except (Abort, PluginError) as error:
            # MkDocs has logged why.
            raise _config_error_behind(error) or ContentError(str(error)) from None
        finally:
            config.plugins.on_shutdown()
    finally:
        _run.asked = None
    return _run.site.library.audience if _run.site else Audience.PRIVATE


def _load(config_file: Path, **options: Any) -> MkDocsConfig:  # noqa: ANN401 - MkDocs' options
    """Read a configuration. Raises ConfigError."""
    try:
        return load_config(str(config_file), **options)
    except (Abort, MkDocsConfigurationError) as error:
        raise ConfigError(str(error)) from error


def _config_error_behind(error: BaseException | None) -> ConfigError | None:
    """Return the error of ours that made MkDocs stop, if one did."""
    while error and not isinstance(error, ConfigError):
        error = error.__cause__ or error.__context__
    return error if isinstance(error, ConfigError) else None


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
    serves = _run.command == "serve" and _is_loopback(config.dev_addr.host)
    return read_settings(config).seen_by(Audience.PRIVATE if serves else Audience.PUBLIC)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _check(config: MkDocsConfig) -> None:
    # An extension may also be named with its class: `pymdownx.snippets:SnippetExtension`.
    extensions = {name.partition(":")[0] for name in config.markdown_extensions}
    reading = sorted(READING_EXTENSIONS & extensions)
    reading += sorted(name for name in config.plugins if name.split("/")[-1] in READING_PLUGINS)
    if reading:
        raise ConfigError(
            f"`{reading[0]}` reads files into pages, past every filter [config-extension]",
            "take it out of mkdocs.yml",
        )
    probes = ("index.md", "applications/a/index.md", "evidence/a.yml", "assets/a.png")
    excluded = config.exclude_docs
    if (
        excluded is None
        or any(pattern.include is False for pattern in excluded.patterns)
        or not all(excluded.match_file(probe) for probe in probes)
    ):
        raise ConfigError(
            "mkdocs.yml does not exclude all of content/, so that an engine without this hook "
            "would publish it [config-exclude]",
            'write `exclude_docs: "*"`; the hook adds back what may be seen',
        )
    content = Path(config.docs_dir).resolve()
    folders = [Path(folder).resolve() for folder in config.theme.dirs]
    if any(content.is_relative_to(folder) or folder.is_relative_to(content) for folder in folders):
        raise ConfigError(
            "theme.custom_dir and content/ hold each other, so that the theme would publish what "
            "stands in content/ [config-exclude]",
            "give the theme a folder of its own: `custom_dir: overrides`",
        )


def _is_of_theme(file: File, config: MkDocsConfig) -> bool:
    """Whether a file is one of the theme's that pages need: nothing of `content/` ever is."""
    folders = [Path(folder).resolve() for folder in config.theme.dirs]
    comes_with_it = file.src_dir is not None and Path(file.src_dir).resolve() in folders
    is_part = file.src_uri.startswith(f"{PARTS}/") or file.src_uri.endswith(".map")
    return comes_with_it and not is_part


def _forget_map(file: File) -> None:
    """Take out the address of a source map, which is not published."""
    if file.src_uri.endswith(".js"):
        text = file.content_string
        if "sourceMappingURL" in text:
            file.content_string = _SOURCE_MAP.sub("", text)


def _add(
    files: Files,
    config: MkDocsConfig,
    name: str,
    content: str | bytes,
    level: InclusionLevel = InclusionLevel.INCLUDED,
) -> None:
    existing = files.get_file_from_path(name)
    if existing:
        files.remove(existing)
    files.append(File.generated(config, name, content=content, inclusion=level))


def _cards(site: Site, settings: Settings, config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """Yield the social cards of a site that others will find: their addresses must be whole."""
    is_written = settings.audience is Audience.PUBLIC and _run.command != "serve"
    if not is_written or not config.site_url:
        return
    painter = painter_of(settings.templates / "assets/fonts", config.site_name)
    if painter is None:
        log.info("without Pillow no page has a social card: `pip install dossier[cards]`")
    else:
        yield from social_cards(site.files.pages, painter)


def _front_matter(page: Page | AuthorPage) -> str:
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


def _anchor(heading: Heading) -> AnchorLink:
    return AnchorLink(escape(heading.title), heading.anchor, 2)


def _nav(site: Site) -> list[Any]:
    """Return the navigation. Dossiers are not in it: a page in it costs every other page time."""
    pages = [page for page in site.files.pages if page.in_nav]
    projects = [page for page in pages if page.path.startswith("projects/")]
    first: list[Any] = [{"Portfolio": "index.md"}]
    if projects:
        first.append({"Projects": [_entry(page) for page in projects]})
    rest = [page for page in pages if page not in projects and page.path != "index.md"]
    return [*first, *(_entry(page) for page in rest)]


def _entry(page: Page | AuthorPage) -> dict[str, str] | str:
    return {escape(page.title): page.path} if page.title else page.path


def _visible(nav: Any, files: Files) -> Any:  # noqa: ANN401 - MkDocs' own shape
    """Return the author's navigation without the pages and files that are not there."""
    if isinstance(nav, list):
        kept = (_visible(item, files) for item in nav)
        return [item for item in kept if item]
    if isinstance(nav, dict):
        kept_values = {key: _visible(value, files) for key, value in nav.items()}
        return {key: value for key, value in kept_values.items() if value}
    leads_out = isinstance(nav, str) and (":" in nav or nav.startswith("/"))
    return nav if leads_out or (nav and files.get_file_from_path(nav)) else None


def _check_theme_files(env: Any, page: MkDocsPage) -> None:  # noqa: ANN401 - Jinja's
    """Tell of a template or icon that the theme does not have, and do without it."""
    entry = _run.site.library.pages.get(page.file.src_uri) if _run.site else None
    for key, pattern in (("template", r"[\w-]+\.html"), ("icon", r"[\w-]+(?:/[\w-]+)*")):
        name = page.meta.get(key)
        if entry is None or not name:
            continue
        file = name if key == "template" else f".icons/{name}.svg"
        if not re.fullmatch(pattern, name) or not _has_template(env, file):
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


def _report(site: Site) -> None:
    """Log what is wrong. Errors count for `--strict`; what is merely missing does not."""
    problems = site.diagnosis.problems
    for problem in problems:
        if problem.severity is Severity.ERROR:
            log.warning("%s", problem)
    missing = sum(problem.severity is Severity.WARNING for problem in problems)
    if missing:
        log.info("%d warnings about what is missing; `dossier check` lists them", missing)
