"""MkDocs' server with our guard in it, and how our own command starts it."""

import errno
import os
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from dossier.adapters.late_files import LateFiles
from dossier.adapters.mkdocs_serve import guard_servers, serve_private
from dossier.adapters.private_server import PrivateSite
from dossier.plain.errors import ConfigError

serve: Any = import_module("mkdocs.commands.serve")


def app_of(*, is_private: bool, hidden: bool = False) -> Any:  # noqa: ANN401 - an application
    guard_servers(lambda: is_private, LateFiles())
    server = serve.LiveReloadServer(lambda: None, "127.0.0.1", 0, "/nowhere", "/there/")
    server.is_hidden = hidden
    try:
        return server.get_app()
    finally:
        server.server_close()


def test_a_private_server_is_guarded() -> None:
    app = app_of(is_private=True)
    assert isinstance(app, PrivateSite)
    assert not app.secret


def test_a_hidden_one_keeps_its_path_to_itself() -> None:
    app = app_of(is_private=True, hidden=True)
    assert app == PrivateSite(app.application, app.hosts, "/there/")


def test_a_public_server_is_as_the_engine_has_it() -> None:
    assert not isinstance(app_of(is_private=False), PrivateSite)


def test_a_class_is_guarded_once() -> None:
    guard_servers(lambda: True, LateFiles())
    guarded = serve.LiveReloadServer
    guard_servers(lambda: False, LateFiles())
    assert serve.LiveReloadServer is guarded


def test_each_hidden_server_has_a_path_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, Any]] = []
    monkeypatch.setattr(serve, "serve", lambda *_, **options: seen.append(options))
    for is_hidden in (True, True, False):
        serve_private(Path("mkdocs.yml"), "127.0.0.1:8000", is_hidden=is_hidden)
    one, other, plain = (options.get("site_url") for options in seen)
    assert one != other
    assert one and len(one) > len("http://127.0.0.1:8000/") + 20  # noqa: PT018 - one thought
    assert plain is None


def test_what_the_engine_cannot_do_is_told_as_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise Abort("no")

    monkeypatch.setattr(serve, "serve", fail)
    with pytest.raises(ConfigError, match="no"):
        serve_private(Path("mkdocs.yml"), "127.0.0.1:8000")


@pytest.mark.parametrize(
    ("code", "expected", "said"),
    [
        (errno.EADDRINUSE, ConfigError, "127.0.0.1:8000 is taken by another program"),
        (errno.EACCES, PermissionError, "Permission denied"),
    ],
)
def test_an_address_that_is_taken_is_told_from_what_else_the_system_refuses(
    monkeypatch: pytest.MonkeyPatch, code: int, expected: type[Exception], said: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(serve, "serve", fail)
    with pytest.raises(expected, match=said):
        serve_private(Path("mkdocs.yml"), "127.0.0.1:8000")
