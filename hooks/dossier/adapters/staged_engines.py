"""Which engine wants which form, and the configuration that it builds a staged tree with."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from dossier.adapters.front_matter import spell_front_matter, spell_value
from dossier.adapters.staged_form import Form, HugoForm, MystForm, UnknownForm
from dossier.plain.files import read_ordinary
from dossier.plain.frozen import frozen

_FILES = Path(__file__).with_name("staged_files")
"""Configurations and markup with places to fill: `$NAME$`."""
_MAX = 100_000


class Engine(StrEnum):
    """An engine that a staged tree can be made ready for."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"
    HUGO = "hugo"
    MYST = "myst"


@frozen
class NavItem:
    """A page of the navigation."""

    title: str
    page: str
    below: tuple[NavItem, ...] = ()


@frozen
class StagedSite:
    """What a configuration says of the site."""

    name: str
    language: str
    nav: tuple[NavItem, ...]


@frozen
class Shape:
    """What an engine wants: the form of pages, and files beside them."""

    form: Form
    configure: Callable[[StagedSite], Iterable[tuple[str, str]]]


def _mkdocs(site: StagedSite) -> Iterator[tuple[str, str]]:
    nav = "".join(f"  - {spell_value(_entry(item))}\n" for item in site.nav)
    yield "mkdocs.yml", _filled("mkdocs.yml", site, spell_value, nav)


def _zensical(site: StagedSite) -> Iterator[tuple[str, str]]:
    nav = "".join(f"  {_toml_entry(item)},\n" for item in site.nav)
    yield "zensical.toml", _filled("zensical.toml", site, _quoted, nav)


def _hugo(site: StagedSite) -> Iterator[tuple[str, str]]:
    nav = "".join(
        f"\n[[menus.main]]\nname = {_quoted(item.title)}\nweight = {weight}\n"
        f"pageRef = {_quoted('/' + item.page.removesuffix('index.md').removesuffix('.md'))}\n"
        for weight, item in enumerate(site.nav, 1)
    )
    yield "hugo.toml", _filled("hugo.toml", site, _quoted, nav)
    yield "layouts/all.html", _read("all.html")
    pages = set(_pages(site.nav))
    for folder in sorted({page.partition("/")[0] for page in pages if "/" in page}):
        if f"{folder}/index.md" not in pages:
            unlisted = spell_front_matter({"build": {"render": "never", "list": "never"}})
            yield f"content/{folder}/_index.md", unlisted


def _pages(nav: Iterable[NavItem]) -> Iterator[str]:
    for item in nav:
        yield item.page
        yield from _pages(item.below)


def _myst(site: StagedSite) -> Iterator[tuple[str, str]]:
    yield "conf.py", _filled("conf.txt", site, ascii, "")


def _nothing(_: StagedSite) -> Iterator[tuple[str, str]]:
    return iter(())


PLAIN = Shape(UnknownForm(), _nothing)
ENGINES: Mapping[Engine, Shape] = {
    Engine.MKDOCS: Shape(Form("docs/"), _mkdocs),
    Engine.ZENSICAL: Shape(Form("docs/"), _zensical),
    Engine.HUGO: Shape(HugoForm("content/"), _hugo),
    Engine.MYST: Shape(MystForm(), _myst),
}


def _filled(name: str, site: StagedSite, quote: Callable[[str], str], nav: str) -> str:
    """Return a configuration with its places filled, each text quoted as its language wants."""
    text = _read(name).replace("$LANGUAGE$", quote(site.language))
    before, _, behind = text.partition("$NAME$")
    text = f"{before}{quote(site.name)}{behind}"
    before, _, behind = text.partition("$NAV$\n")
    return f"{before}{nav}{behind}"


def _read(name: str) -> str:
    return read_ordinary(_FILES / name, _MAX).decode()


def _entry(item: NavItem) -> Mapping[str, object]:
    """Return an item as MkDocs has it. Its themes print titles as they are."""
    below = [item.page, *(_entry(each) for each in item.below)]
    return {html.escape(item.title): below if item.below else item.page}


def _toml_entry(item: NavItem) -> str:
    title, page = _quoted(html.escape(item.title)), _quoted(item.page)
    below = ", ".join([page, *(_toml_entry(each) for each in item.below)])
    return f"{{ {title} = {f'[{below}]' if item.below else page} }}"


def _quoted(text: str) -> str:
    """Write a text as TOML does."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
