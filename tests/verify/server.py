"""A host on this machine that fails in every way."""

import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Host(socketserver.ThreadingTCPServer):
    """What is asked of it stands in `asked`."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []
        self.pages: dict[str, str] = {}
        """What it sends by path, as HTML."""
        self.replies: dict[str, tuple[int, str, dict[str, str]]] = {}
        """What it says to `GET /path`: a status, a text and headers, as `Content_Type`."""
        self.scheme = "http"
        self.freed = threading.Event()

    def url(self, path: str) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep still: whoever hangs up does it on purpose."""


class Handler(BaseHTTPRequestHandler):
    server: Host

    def log_message(self, *_: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self.answer()

    def do_POST(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:  # noqa: C901, PLR0912 - one failure a line
        secret = " with a secret" * any(
            name in self.headers for name in ("Authorization", "Cookie")
        )
        self.server.asked.append(f"{self.command} {self.path}{secret}")
        name = self.path.partition("?")[0].strip("/")
        before = sum(line.endswith(self.path) for line in self.server.asked) - 1
        if self.is_prepared(name):
            return
        match name.split("-"):
            case ["away", *place]:
                other = self.server.url("/" + "-".join(place)).replace("127.0.0.1", "localhost")
                self.say(302, Location=other)
            case ["status", code]:
                self.say(int(code))
            case ["later", code] if not before:
                self.say(int(code), Retry_After="0")
            case ["wait"]:
                self.say(503, Retry_After="86400")
            case ["to", *place]:
                self.say(302, Location="/" + "-".join(place))
            case ["moved", *place]:
                self.say(301, Location="/" + "-".join(place))
            case ["loop"]:
                self.say(302, Location="/loop")
            case ["file"]:
                self.say(302, Location="file:///etc/passwd")
            case ["nowhere"]:
                self.say(301, Location="http://[::1/")
            case ["silent"]:
                self.server.freed.wait()
            case ["drip"]:
                while not self.server.freed.wait(0.05):
                    self.wfile.write(b"H")
            case ["short"]:
                self.say(200, b"abc", Content_Length="100")
            case ["hangup"]:
                self.close_connection = True
            case ["noise"]:
                self.wfile.write(b"220 ready\r\n")
            case ["huge"]:
                self.say(200, b"", Content_Length=str(10**12))
                self.pour()
            case ["endless"]:
                self.say(200, b"", Content_Length="")
                self.pour()
            case ["norange"] if "Range" in self.headers:
                self.say(416)
            case ["head"] if self.command == "GET":
                self.say(405)
            case ["page.pdf"]:
                self.say(200, b"<p>", Content_Type="text/html; charset=utf-8")
            case _:
                self.say(200, b"fine")

    def is_prepared(self, name: str) -> bool:
        """Say what a test wants it to say, if it does."""
        reply = self.server.replies.get(f"{self.command} {self.path}")
        if not reply and name in self.server.pages:
            form = {"Content_Type": "text/html; charset=utf-8"}
            reply = (200, self.server.pages[name], form)
        if reply:
            self.say(reply[0], reply[1].encode(), **reply[2])
        return reply is not None

    def say(self, status: int, body: bytes = b"", **fields: str) -> None:
        self.send_response(status)
        for name, value in ({"Content_Length": str(len(body))} | fields).items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def pour(self) -> None:
        while not self.server.freed.is_set():
            self.wfile.write(b"x" * 65_536)


@contextmanager
def hosted(certificate: Path | None = None) -> Iterator[Host]:
    """Yield a host that listens, over TLS if there is a certificate."""
    with Host() as host:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            host.socket = context.wrap_socket(host.socket, server_side=True)
            host.scheme = "https"
        thread = threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield host
        finally:
            host.freed.set()
            host.shutdown()
            thread.join()


def self_signed(folder: Path) -> Path:
    """Write a certificate that nobody vouches for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    written = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path = folder / "host.pem"
    path.write_bytes(written + certificate.public_bytes(serialization.Encoding.PEM))
    return path
