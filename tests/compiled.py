"""What each build would find out anew of the theme, which is half its time: found once a process.

Its templates are compiled once, and its folder, with some ten thousand icons, is listed once.
"""

import os
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from types import CodeType

import jinja2
import pytest
from jinja2.bccache import Bucket
from mkdocs.theme import Theme
from mkdocs.utils import get_themes

INSTALLED = sysconfig.get_path("purelib") + os.sep
"""The folder in which nothing changes while tests run."""


class _Compiled(jinja2.BytecodeCache):
    """Knows a template by its name and its text: whoever edits one is given what it is now."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        # Projects of tests hold the repository's templates as links and as copies.
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self._known[bucket.key, bucket.checksum] = bucket.code


_list_templates = jinja2.FileSystemLoader.list_templates


@cache
def _list_installed(folder: str) -> tuple[str, ...]:
    # The engine lists templates to find the theme's files, and takes no hidden one.
    return tuple(name for name in _list(folder) if not name.startswith("."))


def _list(folder: str) -> Iterable[str]:
    return _list_templates(jinja2.FileSystemLoader(folder))


def _list_known(loader: jinja2.FileSystemLoader) -> list[str]:
    found = set[str]()
    for folder in loader.searchpath:
        found.update((_list_installed if folder.startswith(INSTALLED) else _list)(folder))
    return sorted(found)


@contextmanager
def compiled_once() -> Iterator[None]:
    """Let MkDocs' themes of this process keep what is known of their files."""
    known = _Compiled()
    plain = Theme.get_env

    def get_env(theme: Theme) -> jinja2.Environment:
        environment = plain(theme)
        environment.bytecode_cache = known
        return environment

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Theme, "get_env", get_env)
        patch.setattr(jinja2.FileSystemLoader, "list_templates", _list_known)
        # Each theme has the engine look again for what is installed.
        patch.setattr(get_themes, "cache_clear", lambda: None)
        yield
