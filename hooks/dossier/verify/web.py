"""One address to its answer. Nothing of ours is sent to it.

http and https only, no proxy, no cookie, no credentials. A host's address is looked up once and
that very address is asked, so that none can lead into the author's own network.
"""

from __future__ import annotations

import contextlib
import errno
import http.client
import ipaddress
import re
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from dossier import __version__
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.verify.missing_pages import missing_title

MAX_REDIRECTS = 5
MAX_BODY = 65_536
"""How much of an answer is read, in bytes."""
_FOR_GOOD = (301, 308)
_REDIRECTS = (*_FOR_GOOD, 302, 303, 307)
_REFUSING = (401, 403, 407, 429, 451, 999)
"""Answers that say nothing of what a reader would see."""
_RANGE = {"Range": "bytes=0-1023"}
_NO_FILE = pattern(r"/(?:blob|tree|src|raw|browse|wiki)/")
_BINARY = pattern(r"\.(?:pdf|zip|gz|bz2|xz|whl|png|jpe?g|webp|gif|onnx|parquet)$", re.IGNORECASE)


class AnswerKind(StrEnum):
    """What an answer comes to."""

    GOOD = "good"
    BROKEN = "broken"
    PASSING = "passing"
    """Broken now, and perhaps not in a moment."""
    UNCLEAR = "unclear"
    """It says nothing about the source."""


@frozen
class Response:
    """What an address came to."""

    kind: AnswerKind
    said: str = ""
    moved: str = ""
    """Where it is for good now, empty for where it was."""
    wait: float = 0.0
    """For how long the host asks to be left alone, in seconds."""
    elsewhere: str = ""
    """The other host that it is redirected to and answers from, empty for its own."""
    form: str = ""
    """What its host calls the type of what it sends, if that was asked for."""
    content: bytes = b""
    """What it sends, if that was asked for."""


@frozen
class RequestOptions:
    """How addresses are asked."""

    timeout: float = 10.0
    """For one request from its beginning to its end, in seconds."""
    is_local_allowed: bool = False
    """Whether addresses of this machine and its own network are asked too."""
    largest: int = 0
    """How much of what it sends is kept, in bytes; nothing by default."""


class _RefusedError(Exception):
    """An address is not asked at all."""


def ask(url: str, options: RequestOptions) -> Response:
    """Ask an address, following where it leads."""
    here, moved, is_for_good = url, "", True
    for _ in range(MAX_REDIRECTS + 1):
        try:
            answer, place = _ask_once(here, options)
            there = here if place is None else urljoin(here, place)
        except _RefusedError as error:
            return Response(AnswerKind.UNCLEAR, str(error))
        except (OSError, http.client.HTTPException, ValueError) as error:
            return _failed(error)
        if place is None:
            is_good = answer.kind is AnswerKind.GOOD
            return replace(answer, moved=moved, elsewhere=_other(url, here)) if is_good else answer
        here = there
        is_for_good = is_for_good and answer.said in map(str, _FOR_GOOD)
        moved = here if is_for_good else moved
    return Response(AnswerKind.BROKEN, f"it is redirected more than {MAX_REDIRECTS} times")


@frozen
class Reply:
    """What a host said to one request, wherever it sends us."""

    status: int
    reason: str
    headers: Mapping[str, str]
    """By their names in small letters."""
    content: bytes

    @property
    def said(self) -> str:
        """Its status in words."""
        return f"{self.status} {self.reason}".strip()

    @property
    def wait(self) -> float:
        """For how long it asks to be left alone, in seconds."""
        return _seconds(self.headers.get("retry-after", ""))


def send(url: str, options: RequestOptions, method: str = "GET") -> Reply | Response:
    """Return what a host says to one request, or how it failed. No redirect is followed."""
    parts = urlsplit(url)
    try:
        with _answering(parts, options, (method, {})) as response:
            content = response.read(options.largest or MAX_BODY)
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, response.reason, headers, content)
    except _RefusedError as error:
        return Response(AnswerKind.UNCLEAR, str(error))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return _failed(error)


def _ask_once(url: str, options: RequestOptions) -> tuple[Response, str | None]:
    """Return an answer, and where it redirects to."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        message = f"it leads to `{parts.scheme}:`, which is not asked"
        raise _RefusedError(message)
    tries: tuple[tuple[str, dict[str, str]], ...] = (("GET", _RANGE), ("GET", {}), ("HEAD", {}))
    tries = tries[1:2] if options.largest else tries
    for number, (method, extra) in enumerate(tries):
        with _answering(parts, options, (method, extra)) as response:
            place = response.getheader("Location")
            if response.status in _REDIRECTS and place:
                return Response(AnswerKind.GOOD, str(response.status)), place
            is_last = number == len(tries) - 1
            # 416: it has fewer bytes; 400, 405 and 501: it does not know what was asked for.
            if response.status in (400, 405, 416, 501) and not is_last:
                continue
            return _judge(parts, response, options.largest), None
    raise AssertionError  # pragma: no cover - the last try always returns


def _judge(parts: SplitResult, response: http.client.HTTPResponse, largest: int) -> Response:
    status = response.status
    said = f"{status} {response.reason}".strip()
    if status in _REFUSING:
        wait = response.getheader("Retry-After") or ""
        kind = AnswerKind.PASSING if status == 429 else AnswerKind.UNCLEAR  # noqa: PLR2004 - too many requests
        return Response(kind, said, wait=_seconds(wait))
    if status >= 500:  # noqa: PLR2004 - the host's own fault
        return Response(
            AnswerKind.PASSING, said, wait=_seconds(response.getheader("Retry-After") or "")
        )
    if not 200 <= status < 300:  # noqa: PLR2004 - success
        return Response(AnswerKind.BROKEN, said)
    # Raises IncompleteRead if less comes than was promised.
    length, most = response.length, largest or MAX_BODY
    content = response.read(most if length is None or length > most else None)
    told = response.getheader("Content-Type") or ""
    form = told.partition(";")[0].strip().lower()
    path = parts.path
    if form == "text/html" and _BINARY.search(path) and not _NO_FILE.search(path):
        return Response(AnswerKind.BROKEN, "it answers with a web page instead of the file")
    # A page about missing pages has that in its address, too.
    title = missing_title(content) if form == "text/html" and "404" not in path else ""
    if title:
        return Response(AnswerKind.UNCLEAR, f"the page is called `{title}`; open it yourself")
    kept = (told, content) if largest else ("", b"")
    return Response(AnswerKind.GOOD, form=kept[0], content=kept[1])


def _other(url: str, here: str) -> str:
    """Return the host of the second address, if it is not that of the first."""
    hosts = [(urlsplit(address).hostname or "").removeprefix("www.") for address in (url, here)]
    return hosts[1] if hosts[0] != hosts[1] else ""


def _seconds(text: str) -> float:
    return float(text) if re.fullmatch(r"[0-9]{1,6}", text) else 0.0


@contextlib.contextmanager
def _answering(
    parts: SplitResult, options: RequestOptions, request: tuple[str, dict[str, str]]
) -> Iterator[http.client.HTTPResponse]:
    method, extra = request
    port = parts.port or (443 if parts.scheme == "https" else 80)
    host = str(parts.hostname)
    plain = socket.create_connection(_address(host, port, options), timeout=options.timeout)
    # A timeout of a socket counts from its last byte; a slow host would go on for ever.
    is_over = threading.Event()
    end = threading.Timer(options.timeout, _hang_up, [plain, is_over])
    end.daemon = True
    end.start()
    stream = plain
    try:
        if parts.scheme == "https":
            stream = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        connection = http.client.HTTPConnection(host, port, timeout=options.timeout)
        connection.sock = stream
        headers = {"Host": _host(parts), "User-Agent": f"dossier/{__version__}", "Accept": "*/*"}
        headers |= {"Accept-Encoding": "identity", "Connection": "close"}
        connection.request(method, _target(parts), headers=headers | extra)
        yield connection.getresponse()
        if is_over.is_set():
            raise TimeoutError
    except (OSError, http.client.HTTPException):
        if is_over.is_set():
            raise TimeoutError from None
        raise
    finally:
        end.cancel()
        stream.close()
        plain.close()


def _hang_up(plain: socket.socket, is_over: threading.Event) -> None:
    is_over.set()
    with contextlib.suppress(OSError):
        # The plain socket's own: it ends what is read through TLS in another thread.
        socket.socket.shutdown(plain, socket.SHUT_RDWR)


def _address(host: str, port: int, options: RequestOptions) -> tuple[str, int]:
    """Return the one address of a host that is asked. Raises OSError and _RefusedError."""
    name = host if host.isascii() else host.encode("idna").decode()
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    addresses = [str(item[4][0]) for item in found]
    seen = (ipaddress.ip_address(address.partition("%")[0]) for address in addresses)
    if not options.is_local_allowed and not all(map(_is_global, seen)):
        message = "it leads into this machine's own network; ask such ones with --local-network"
        raise _RefusedError(message)
    return addresses[0], port


def _is_global(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    inner = getattr(address, "ipv4_mapped", None) or address
    return bool(inner.is_global) and not inner.is_multicast


def _host(parts: SplitResult) -> str:
    host = str(parts.hostname)
    name = host if host.isascii() else host.encode("idna").decode()
    name = f"[{name}]" if ":" in name else name
    return f"{name}:{parts.port}" if parts.port else name


def _target(parts: SplitResult) -> str:
    safe = "/%:@!$&'()*+,;=~-._"
    query = f"?{quote(parts.query, safe=safe + '?[]')}" if parts.query else ""
    return (quote(parts.path, safe=safe) or "/") + query


def _failed(error: Exception) -> Response:  # noqa: PLR0911 - the table of failures
    if isinstance(error, ssl.SSLCertVerificationError):
        return Response(AnswerKind.BROKEN, f"its certificate is not valid: {error.verify_message}")
    if isinstance(error, ssl.SSLError):
        return Response(AnswerKind.BROKEN, "it speaks no TLS that is safe")
    if isinstance(error, TimeoutError):
        return Response(AnswerKind.PASSING, "it did not answer in time")
    if isinstance(error, socket.gaierror):
        if error.errno == socket.EAI_AGAIN:
            return Response(AnswerKind.UNCLEAR, "no name can be looked up now; is there a network?")
        return Response(AnswerKind.BROKEN, "there is no such host")
    if isinstance(error, OSError) and error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return Response(AnswerKind.UNCLEAR, "there is no way to the host; is there a network?")
    if isinstance(error, ConnectionRefusedError):
        return Response(AnswerKind.PASSING, "the host refuses connections")
    if isinstance(error, http.client.IncompleteRead):
        return Response(AnswerKind.PASSING, "the answer breaks off")
    if isinstance(error, OSError | http.client.HTTPException):
        return Response(AnswerKind.PASSING, "the answer is no HTTP, or breaks off")
    return Response(AnswerKind.BROKEN, "it is no address that can be asked")
