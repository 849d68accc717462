"""What the private site answers, and whom: a WSGI application around the engine's own.

A loopback address keeps other machines out. It keeps no web page out that is open in a browser of
this machine: it can ask under a name of its own that leads here (DNS rebinding), or draw in files.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

NAMES = ("127.0.0.1", "localhost", "[::1]")
"""What a browser of this machine may call it; any page may have another name lead here."""
HEADERS = (
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
)
METHODS = frozenset({"GET", "HEAD"})
_HTTP = 80
_UNREADABLE = pattern(r"[\x00-\x1f\x7f]|[0-9]{1000}")
"""What no address here has, and the engine's own reader of addresses falls over."""
_LIVE_RELOAD = pattern(r"livereload/[0-9]+/[0-9]+")
"""Where the engine's script asks whether something has changed, below the path of the site."""

Environment = dict[str, Any]
Start = Callable[..., Callable[[bytes], object]]
Application = Callable[[Environment, Start], Iterable[bytes]]


@frozen
class PrivateSite:
    """An application for the browsers of this machine, when their user asks, and nobody else."""

    application: Application
    hosts: frozenset[str]
    """The server by name and port, as `Host` may give it."""
    secret: str = ""
    """The path below which all stands, if it has to be known; it begins and ends with a slash."""

    def __call__(self, environ: Environment, start_response: Start) -> Iterable[bytes]:
        """Answer a request, or refuse it."""
        refusal = self._refusal(environ)
        if refusal:
            status, why = refusal
            plain = ("Content-Type", "text/plain; charset=utf-8")
            start_response(f"{status.value} {status.phrase}", [plain, *HEADERS])
            if environ.get("REQUEST_METHOD") == "HEAD":
                return []
            return [f"{status.value} {status.phrase}: {why}\n".encode()]

        def start(status: str, headers: list[tuple[str, str]], *rest: object) -> Any:  # noqa: ANN401
            return start_response(status, [*headers, *HEADERS], *rest)

        path = environ.get("PATH_INFO", "").removeprefix(self.secret)
        if self.secret and _LIVE_RELOAD.fullmatch(path):
            environ = {**environ, "PATH_INFO": f"/{path}"}  # The engine knows it there alone.
        answer = self.application(environ, start)
        return [] if environ.get("REQUEST_METHOD") == "HEAD" else answer

    def _refusal(self, environ: Environment) -> tuple[HTTPStatus, str] | None:
        path = environ.get("PATH_INFO", "")
        # A target with a host of its own, `GET http://…`, would speak against the header.
        if environ.get("HTTP_HOST", "").lower() not in self.hosts or not path.startswith("/"):
            return HTTPStatus.MISDIRECTED_REQUEST, "nobody of this name has a site here"
        if _UNREADABLE.search(path):
            return HTTPStatus.BAD_REQUEST, "this is no address"
        if environ.get("REQUEST_METHOD", "GET") not in METHODS:
            return HTTPStatus.METHOD_NOT_ALLOWED, "pages here are read, and nothing else"
        if not self._is_own(environ):
            return HTTPStatus.FORBIDDEN, "another site asks, and this one is private"
        if self.secret:
            begun = path[: len(self.secret)].encode()
            if not hmac.compare_digest(begun, self.secret.encode()):
                return HTTPStatus.NOT_FOUND, "the address is the whole of what was printed"
        return None

    def _is_own(self, environ: Environment) -> bool:
        """Whether a request comes from the site itself, or its user has gone to an address."""
        origin = environ.get("HTTP_ORIGIN")
        if origin is not None and origin.lower().removeprefix("http://") not in self.hosts:
            return False
        # A browser that says nothing of it is held off by HEADERS.
        if environ.get("HTTP_SEC_FETCH_SITE", "none").lower() in ("same-origin", "none"):
            return True
        kind = environ.get("HTTP_SEC_FETCH_MODE"), environ.get("HTTP_SEC_FETCH_DEST")
        return kind == ("navigate", "document")


def hosts_at(address: str, port: int) -> frozenset[str]:
    """Return what `Host` may be for a server on a loopback address."""
    bound = f"[{address}]" if ":" in address else address
    names = {*NAMES, bound.lower()}
    return frozenset({f"{name}:{port}" for name in names} | (names if port == _HTTP else set()))
