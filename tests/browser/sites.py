"""Built sites for the browser: made once a test run, served by each of its processes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.browser.hostile import HOSTILE
from tests.builders import REPOSITORY
from tests.sites import project, run

CONTENTS = ("shipped", "hostile")
AUDIENCES = ("private", "public")
SITES = [f"{content}-{audience}" for content in CONTENTS for audience in AUDIENCES]
MISSING = "/no-such-page/"
"""Answered with the page for what is not there, as a web host does."""
FRAME = "/a-frame/"
"""Answered with a page that holds nothing but a frame."""
_FRAME = (
    b"<!doctype html><link rel=icon href=data:,>"
    b"<iframe name=page width=1280 height=800 style='border: 0'></iframe>"
)
_FROM_CONTENT_ON = b'rel="expect" href="#content"'
_FROM_END_ON = b'rel="expect" href="#parsed"'
_SCRIPTS = b'<script id="__config"'
_END = b"<i id=parsed hidden></i>"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, and its 404.html for what is not in it."""

    def log_message(self, *_: object) -> None:
        """Say nothing: a missing page is what a test asks about."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_page(404, page.read_bytes())

    def send_page(self, status: int, body: bytes) -> None:
        """Answer with a page."""
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class Whole(Handler):
    """Serves pages so that they are drawn once all of their text is there.

    As they are, they are drawn from the beginning of the content on. How much of it has been read
    by then, and what makes room for the rest, depends on how fast the machine is.
    """

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        if self.path == FRAME:
            self.send_page(200, _FRAME)
        elif self.path.endswith("/") and (path / "index.html").is_file():
            self.send_page(200, (path / "index.html").read_bytes())
        else:
            super().do_GET()

    def send_page(self, status: int, body: bytes) -> None:
        whole = body.replace(_FROM_CONTENT_ON, _FROM_END_ON)
        super().send_page(status, whole.replace(_SCRIPTS, _END + _SCRIPTS, 1))


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler] = Handler) -> Iterator[str]:
    """Serve a folder on a free port of this machine, and yield its address."""
    bound = partial(handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), bound) as server:
        # Half a second, unless told, is what it may take to end.
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def reachable() -> dict[str, bytes]:
    """Return the shipped content with ways to answer the person, which it does not give."""
    content = REPOSITORY / "content"
    files = {
        path.relative_to(REPOSITORY).as_posix(): path.read_bytes()
        for path in content.rglob("*")
        if path.is_file()
    }
    files["content/profile.yml"] += b"email: ada@example.org\nresume: https://example.org/cv.pdf\n"
    return files


def build_site(name: str, folder: Path) -> None:
    """Build one of SITES, or `reachable-private`, into a folder that is not there yet."""
    content, audience = name.split("-")
    root = REPOSITORY
    if content != "shipped":
        files = HOSTILE if content == "hostile" else reachable()
        root = project(folder.with_name(f"{folder.name}-project") / "x", files)
    if audience == "private":
        run(root, "dossier", "build", "--private", str(folder), "--previews")
    else:
        run(root, "mkdocs", "build", "--quiet", "--site-dir", str(folder))


def stands_alone(page: str) -> bool:
    """Return whether a page is outside the theme: what a recipient would see."""
    return page.endswith("/preview/")


@dataclass(frozen=True)
class Site:
    """A built site, and where it is served."""

    name: str
    folder: Path
    address: str

    @cached_property
    def pages(self) -> list[str]:
        """Every page, the one for dead addresses included."""
        found = [path.parent.relative_to(self.folder) for path in self.folder.rglob("index.html")]
        return [*sorted(f"/{path.as_posix()}/".replace("/./", "/") for path in found), MISSING]

    @cached_property
    def samples(self) -> list[str]:
        """The largest and the smallest page of each kind."""
        kinds: dict[str, list[str]] = {}
        for page in self.pages:
            parts = page.strip("/").split("/")
            kinds.setdefault("/".join([parts[0], *("*" for _ in parts[1:])]), []).append(page)
        ends = [(min(k, key=self._size), max(k, key=self._size)) for k in kinds.values()]
        return list(dict.fromkeys(page for pair in ends for page in pair))

    def of_kind(self, start: str) -> list[str]:
        """Return the pages below an address: `/applications/`."""
        return [page for page in self.pages if page.startswith(start) and page != start]

    def _size(self, page: str) -> int:
        file = "404.html" if page == MISSING else f"{page[1:]}index.html"
        return (self.folder / file).stat().st_size
