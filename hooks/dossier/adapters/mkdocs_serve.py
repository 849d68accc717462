"""MkDocs' own server, guarded while what it shows is private."""

from __future__ import annotations

import errno
import ipaddress
import logging
import secrets
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.exceptions import ConfigurationError as MkDocsConfigurationError

from dossier.adapters.late_files import LateFiles, Prepared
from dossier.adapters.private_server import Application, PrivateSite, hosts_at
from dossier.plain.errors import ConfigError, config_error_behind
from dossier.plain.terminal import keep_inert

_TOKEN_BYTES = 16


class _Guarded:
    """What a guarded server does besides. Mixed in: the engine may be another of its kind."""

    is_private: Callable[[], bool]
    late: LateFiles
    is_hidden = False

    def get_app(self: Any) -> Application:
        """Return what answers the next request."""
        application: Application = super().get_app()  # type: ignore[misc]
        if not self.is_private():
            return application
        address, port = self.server_address[:2]
        prepared = Prepared(application, self.late, self.mount_path)
        return PrivateSite(
            prepared, hosts_at(address, port), self.mount_path if self.is_hidden else ""
        )


def guard_servers(is_private: Callable[[], bool], late: LateFiles) -> None:
    """Put a guard before every server that MkDocs starts from now on.

    MkDocs has an event for a server that reloads and none for one that does not, so its class is
    replaced where it takes it from.
    """
    serve = _engine()
    # It logs addresses as they were asked for.
    logging.getLogger("mkdocs.livereload").addFilter(keep_inert)
    _Guarded.is_private, _Guarded.late = staticmethod(is_private), late
    if not issubclass(serve.LiveReloadServer, _Guarded):
        guarded = type("PrivateServer", (_Guarded, serve.LiveReloadServer), {})
        serve.LiveReloadServer = guarded


def serve_private(
    config_file: Path, address: str, *, is_hidden: bool = False, is_opened: bool = False
) -> None:
    """Show the private site at a loopback address until somebody stops it.

    If it `is_hidden`, the path has a part that nobody can guess. Raises ConfigError.
    """
    options: dict[str, Any] = {"dev_addr": address, "open_in_browser": is_opened}
    if is_hidden:
        options["site_url"] = f"http://{address}/{secrets.token_urlsafe(_TOKEN_BYTES)}/"
    _Guarded.is_hidden = is_hidden
    try:
        _engine().serve(str(config_file), **options)
    except (Abort, MkDocsConfigurationError) as error:
        raise config_error_behind(error) or ConfigError(str(error)) from error
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        hint = "stop it, or name another port"
        raise ConfigError(f"{address} is taken by another program", hint) from error
    finally:
        _Guarded.is_hidden = False


def is_loopback(host: str) -> bool:
    """Return whether a server at an address is for this machine alone."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _engine() -> Any:  # noqa: ANN401 - the module exports nothing that types know
    """Return the engine's module of its server. It takes 25 ms, which a build has no use for."""
    return import_module("mkdocs.commands.serve")
