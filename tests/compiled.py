"""Templates of the theme, compiled once a test run: each build would spend half its time on it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType

import jinja2
import pytest
from jinja2.bccache import Bucket
from mkdocs.theme import Theme


class _Compiled(jinja2.BytecodeCache):
    """Knows a template by its file and its text: whoever edits one is given what it is now."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        # Projects of tests reach the repository's templates through a link.
        return f"{name}|{os.path.realpath(filename or '')}"

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self._known[bucket.key, bucket.checksum] = bucket.code


@contextmanager
def compiled_once() -> Iterator[None]:
    """Let MkDocs' themes of this process keep what their templates are compiled to."""
    known = _Compiled()
    plain = Theme.get_env

    def get_env(theme: Theme) -> jinja2.Environment:
        environment = plain(theme)
        environment.bytecode_cache = known
        return environment

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Theme, "get_env", get_env)
        yield
