"""Markdown extensions that a public build takes, and options of theirs that name private files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dossier.plain.errors import ConfigError

_TRIED = """
abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em
md_in_html meta nl2br sane_lists smarty tables toc wikilinks
pymdownx.arithmatex pymdownx.betterem pymdownx.blocks.admonition pymdownx.blocks.caption
pymdownx.blocks.definition pymdownx.blocks.details pymdownx.blocks.html pymdownx.blocks.tab
pymdownx.caret pymdownx.critic pymdownx.details pymdownx.emoji pymdownx.escapeall pymdownx.extra
pymdownx.highlight pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink pymdownx.mark
pymdownx.progressbar pymdownx.saneheaders pymdownx.smartsymbols pymdownx.superfences
pymdownx.tabbed pymdownx.tasklist pymdownx.tilde
mdx_math mdx_truly_sane_lists
"""
TRIED_EXTENSIONS = frozenset((*_TRIED.split(), "dossier.adapters.unreadable_addresses"))
"""Markdown extensions that put no file into pages but what their options name."""
_SAID = ("separator", "title", "url")
"""How keys end whose values are words and addresses: there `.` and `/` are no folders."""


def refuse_untried_extensions(extensions: Iterable[str], allowed: Iterable[str]) -> None:
    """Raise ConfigError for an extension that nobody has tried and the author did not allow."""
    known = TRIED_EXTENSIONS | set(allowed)
    untried = sorted(name for name in extensions if not {name, _module(name)} & known)
    if untried:
        raise ConfigError(
            f"what the Markdown extension `{untried[0]}` puts into pages was never tried "
            "[config-extension]",
            "take it out of mkdocs.yml, or look at what it reads and name it there: "
            f"extra: {{dossier: {{allow_extensions: [{{name: {untried[0]}, reason: …}}]}}}}",
        )


def refuse_private_options(
    options: Iterable[tuple[str, object]], content: Path, root: Path
) -> None:
    """Raise ConfigError for an option of an extension that names something of `content/`.

    `options` are those of each extension, by its name. Their paths are told from the folder in
    which somebody builds, from the project's root, or from `content/`.
    """
    content = content.resolve()
    for name, own in options:
        for key, value in _texts(own, ""):
            for folder in (root, Path.cwd(), content):
                if _is_private(folder, value, content, may_hold=not key.endswith(_SAID)):
                    raise ConfigError(
                        f"`{key}: {value}` of `{name}` names what stands in content/, past every "
                        "filter [config-extension]",
                        "name a folder of the theme's: overrides/.icons",
                    )


def named_paths(options: Iterable[tuple[str, object]], root: Path) -> Iterator[Path]:
    """Yield the files and folders that options of extensions name, below a root or elsewhere."""
    for _, own in options:
        for _, value in _texts(own, ""):
            for folder in (root, Path.cwd()):
                path = folder / value
                if value.strip() and _is_there(path):
                    yield path.resolve()


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # no path can be read in it
        return False


def _module(name: str) -> str:
    """Return an extension's name without its class and the library's own prefix."""
    return name.partition(":")[0].removeprefix("markdown.extensions.")


def _texts(value: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _texts(item, str(name))
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _texts(item, key)
    elif isinstance(value, str | Path):
        yield key, str(value)


def _is_private(folder: Path, value: str, content: Path, *, may_hold: bool) -> bool:
    """Whether a value names content/, something in it, or a folder that holds it."""
    if not value.strip() or not _is_there(folder / value):
        return False
    path = (folder / value).resolve()
    return content in path.parents or (may_hold and content.is_relative_to(path))
