"""The private site stays on your machine, and answers nobody there but you.

Attacked from other machines' names that lead here, from other pages in the same browser, and from
others who are logged in.
"""

import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config
from playwright.sync_api import Page

from dossier.cli import main
from tests.builders import REPOSITORY
from tests.servers import Server, serving
from tests.sites import configured, project, write

PATH = "/applications/acme/"
PRIVATE = "Rankers that learn"
OWN = ("127.0.0.1", "localhost", "LocalHost", "[::1]")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    root = project(tmp_path_factory.mktemp("server"))
    with serving(root) as running:
        running.wait()
        yield running


def request(*headers: str, target: str = PATH, version: str = "1.1") -> str:
    lines = [f"GET {target} HTTP/{version}", *headers, "Connection: close"]
    return "\r\n".join(lines) + "\r\n\r\n"


def status(answer: str) -> int:
    return int(answer.split(None, 2)[1])


@pytest.mark.parametrize("host", OWN)
def test_its_own_names_open_it(server: Server, host: str) -> None:
    answer = server.send(request(f"Host: {host}:{server.port}"))
    assert status(answer) == 200
    assert PRIVATE in answer


@pytest.mark.parametrize(
    "host",
    [
        "Host: evil.example",
        "Host: evil.example:{port}",
        "Host: 127.0.0.1",
        "Host: localhost",
        "Host: 127.0.0.1:1",
        "Host: 127.0.0.1:{port}0",
        "Host: localhost.:{port}",
        "Host: 127.0.0.1.:{port}",
        "Host: localhost.evil.example:{port}",
        "Host: 127.0.0.1.nip.io:{port}",
        "Host: evil.localhost:{port}",
        "Host: 127.0.0.1:{port}@evil.example",
        "Host: evil.example@127.0.0.1:{port}",
        "Host: 127.0.0.1:{port}, evil.example",
        "Host: 127.0.0.1:{port}\r\n evil.example",
        "Host: 127.0.0.1:{port}\r\nHost: evil.example",
        "Host: evil.example\r\nHost: 127.0.0.1:{port}",
        "Host: http://127.0.0.1:{port}",
        "Host: 127.1:{port}",
        "Host: 0.0.0.0:{port}",
        "Host: 2130706433:{port}",
        "Host: [::ffff:127.0.0.1]:{port}",
        "Host: ::1:{port}",
        "Host: ",
        "X-Forwarded-Host: 127.0.0.1:{port}",
    ],
)
@pytest.mark.parametrize("target", [PATH, "/search/search_index.json", "/nothing/", "/livereload/"])
def test_no_other_name_does(server: Server, host: str, target: str) -> None:
    answer = server.send(request(host.format(port=server.port), target=target))
    assert status(answer) == 421
    assert "Acme" not in answer
    assert PRIVATE not in answer


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_a_request_without_a_name_is_refused(server: Server, version: str) -> None:
    assert status(server.send(request("Accept: */*", version=version))) == 421


@pytest.mark.parametrize(
    "target",
    [
        f"http://evil.example{PATH}",
        f"http://127.0.0.1:1{PATH}",
        f"http://x@127.0.0.1{PATH}",
        "*",
        PATH[1:],
    ],
)
def test_a_target_with_a_name_of_its_own_is_refused(server: Server, target: str) -> None:
    answer = server.send(request(f"Host: 127.0.0.1:{server.port}", target=target))
    assert status(answer) in (400, 421)
    assert PRIVATE not in answer


def test_it_is_read_and_nothing_else(server: Server) -> None:
    """A form of another site could post to it, a preflight ask for more, and TRACE repeats."""
    own = f"Host: 127.0.0.1:{server.port}"
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "GET\x01"):
        asked = request(own, "Content-Length: 0").replace("GET", method, 1)
        answer = server.send(asked)
        assert status(answer) in (400, 405), method
        assert PRIVATE not in answer, method
    head = server.send(request(own).replace("GET", "HEAD", 1))
    assert status(head) == 200
    assert head.partition("\r\n\r\n")[2] == ""


@pytest.mark.parametrize("name", ["%00", "a%00/", "%0a", "livereload/" + "9" * 9000 + "/0"])
def test_an_address_that_is_none_is_refused_without_a_traceback(server: Server, name: str) -> None:
    host = f"Host: 127.0.0.1:{server.port}"
    assert status(server.send(request(host, target=f"/{name}"))) == 400
    assert "Traceback" not in server.log


CROSS = [
    ("cross-site", "no-cors", "script"),
    ("cross-site", "no-cors", "image"),
    ("cross-site", "cors", "empty"),
    ("cross-site", "navigate", "iframe"),
    ("cross-site", "navigate", "embed"),
    ("cross-site", "navigate", "object"),
    ("cross-site", "no-cors", "document"),
    ("same-site", "no-cors", "script"),
    ("same-site", "cors", "empty"),
    ("same-site", "navigate", "iframe"),
    ("CROSS-SITE", "no-cors", "script"),
    ("anything", "no-cors", "script"),
    ("", "no-cors", "script"),
]


def fetched(site: str, mode: str, dest: str) -> list[str]:
    return [f"Sec-Fetch-Site: {site}", f"Sec-Fetch-Mode: {mode}", f"Sec-Fetch-Dest: {dest}"]


@pytest.mark.parametrize(("site", "mode", "dest"), CROSS)
@pytest.mark.parametrize("target", [PATH, "/livereload/0/0", "/coverage.json"])
def test_another_site_gets_nothing(
    server: Server, target: str, site: str, mode: str, dest: str
) -> None:
    host = f"Host: 127.0.0.1:{server.port}"
    answer = server.send(request(host, *fetched(site, mode, dest), target=target))
    assert status(answer) == 403
    assert PRIVATE not in answer


@pytest.mark.parametrize("origin", ["null", "http://evil.example", "https://127.0.0.1:{port}"])
def test_another_origin_gets_nothing(server: Server, origin: str) -> None:
    named = f"Origin: {origin.format(port=server.port)}"
    assert status(server.send(request(f"Host: 127.0.0.1:{server.port}", named))) == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_a_link_from_elsewhere_opens_it(server: Server, site: str) -> None:
    host = f"Host: 127.0.0.1:{server.port}"
    assert status(server.send(request(host, *fetched(site, "navigate", "document")))) == 200


@pytest.mark.parametrize("target", [PATH, "/nothing/", "/assets/dossier.css", "/livereload/0/0"])
def test_every_answer_says_that_it_is_nobody_elses(server: Server, target: str) -> None:
    for host in (f"127.0.0.1:{server.port}", "evil.example"):
        head = server.send(request(f"Host: {host}", target=target)).partition("\r\n\r\n")[0]
        assert {
            "Cache-Control: no-store",
            "Cross-Origin-Opener-Policy: same-origin",
            "Cross-Origin-Resource-Policy: same-origin",
            "Referrer-Policy: same-origin",
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
        } <= set(head.split("\r\n"))
        assert "Access-Control" not in head


def test_the_guard_stands_without_live_reload(tmp_path: Path) -> None:
    """MkDocs tells no hook of such a server."""
    with serving(project(tmp_path), "--no-livereload") as running:
        running.wait()
        assert status(running.send(request(f"Host: evil.example:{running.port}"))) == 421
        assert status(running.send(request(f"Host: 127.0.0.1:{running.port}"))) == 200


def test_on_the_other_loopback_address_its_name_opens_it(tmp_path: Path) -> None:
    with serving(project(tmp_path), host="::1") as running:
        running.wait()
        assert status(running.send(request(f"Host: evil.example:{running.port}"))) == 421
        assert status(running.send(request(f"Host: [::1]:{running.port}"))) == 200


def test_on_an_address_that_others_reach_the_site_is_public_and_answers_any_name(
    tmp_path: Path,
) -> None:
    with serving(project(tmp_path), host="0.0.0.0") as running:  # noqa: S104 - what is tried
        running.wait()
        assert status(running.send(request("Host: evil.example"))) == 404
        assert status(running.send(request("Host: evil.example", target="/"))) == 200


def test_an_edit_of_the_address_makes_no_public_server_private(tmp_path: Path) -> None:
    """It goes on listening where it did, whatever `dev_addr` says by now."""
    root = project(tmp_path, config={"dev_addr": "0.0.0.0:8000"})
    with configured(root, command="serve") as config:
        assert config.plugins.on_config(config).extra["audience"] == "public"
        text = (root / "mkdocs.yml").read_text()
        (root / "mkdocs.yml").write_text(text.replace("0.0.0.0", "127.0.0.1"))  # noqa: S104
        edited = load_config(str(root / "mkdocs.yml"))
        assert edited.dev_addr.host == "127.0.0.1"
        assert edited.plugins.on_config(edited).extra["audience"] == "public"


class TestToken:
    @pytest.fixture(scope="class", name="hidden")
    @staticmethod
    def serve_hidden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
        root = project(tmp_path_factory.mktemp("hidden"))
        with serving(root, "dossier", "serve", "--token") as running:
            running.wait()
            yield running

    def test_the_printed_address_opens_it(self, hidden: Server) -> None:
        base = urlsplit(hidden.address).path.rstrip("/")
        assert len(base) > 20
        host = f"Host: 127.0.0.1:{hidden.port}"
        assert PRIVATE in hidden.send(request(host, target=base + PATH))

    @pytest.mark.parametrize(
        "target",
        ["/", PATH, "/nothing", "/404.html", "/livereload/0/0", "/livereload/x/../", "//", "/%2e/"],
    )
    def test_no_other_does_or_tells_it(self, hidden: Server, target: str) -> None:
        token = urlsplit(hidden.address).path.strip("/")
        answer = hidden.send(request(f"Host: 127.0.0.1:{hidden.port}", target=target))
        assert status(answer) == 404
        assert token not in answer
        assert PRIVATE not in answer

    def test_live_reload_finds_its_way(self, hidden: Server) -> None:
        base, host = urlsplit(hidden.address).path, f"Host: 127.0.0.1:{hidden.port}"
        asked = f'"GET", "{base}livereload/" + epoch'
        assert asked in hidden.send(request(host, target=f"{base.rstrip('/')}{PATH}"))
        assert status(hidden.send(request(host, target=f"{base}livereload/0/0"))) == 200

    def test_it_is_not_handed_to_a_browser_where_others_list_processes(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Not by `make serve TOKEN=1` either, which opens the browser without a token."""
        handed: list[object] = []
        monkeypatch.setattr("dossier.adapters.mkdocs_serve.serve_private", handed.append)
        config = str(project(tmp_path) / "mkdocs.yml")
        done = CliRunner().invoke(main, ["serve", "-f", config, "--token", "--open"])
        assert (done.exit_code, handed) == (2, [])
        assert "open the address that is printed" in done.output
        asked = ["make", "-n", "serve", "TOKEN=1", "OPEN=--open"]
        recipe = subprocess.run(asked, cwd=REPOSITORY, capture_output=True, text=True, check=True)
        assert "--token" in recipe.stdout
        assert "--open" not in recipe.stdout


EVIL = """<!doctype html><meta charset=utf-8><title>evil</title><script>
const base = "%s", dossier = base + "/applications/acme/", seen = {};
const wait = (node, name) => new Promise(done => {
  node.onload = () => done(seen[name] = "loaded"); node.onerror = () => done(seen[name] = "no");
  setTimeout(() => done(seen[name] ??= "no"), 4000); document.head.append(node);
});
const make = (tag, address) => Object.assign(document.createElement(tag), address);
window.tried = Promise.all([
  fetch(dossier).then(r => r.text()).then(t => seen.fetch = t, () => 0),
  fetch(dossier, {mode: "no-cors"}).then(() => seen.opaque = "loaded", () => 0),
  fetch(base + "/livereload/0/0", {mode: "no-cors"}).then(() => seen.poll = "loaded", () => 0),
  wait(make("script", {src: base + "/assets/evil.js"}), "script"),
  wait(make("img", {src: base + "/assets/favicon.svg"}), "img"),
  wait(make("link", {rel: "stylesheet", href: base + "/assets/dossier.css"}), "css"),
]).then(() => seen);
</script><body><iframe name=framed src="%s/applications/acme/"></iframe>"""


@pytest.fixture
def evil(server: Server) -> Iterator[str]:
    """Serve a page of somebody else's, and return where."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            base = f"http://127.0.0.1:{server.port}"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write((EVIL % (base, base)).encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as other:
        Thread(target=other.serve_forever, args=(0.05,), daemon=True).start()
        yield f"127.0.0.1:{other.server_address[1]}"
        other.shutdown()


@pytest.mark.browser
class TestInABrowser:
    @pytest.mark.parametrize("name", ["evil.localhost", "127.0.0.1"], ids=["cross", "same site"])
    def test_a_page_of_another_site_can_load_nothing(
        self, evil: str, page: Page, name: str
    ) -> None:
        page.goto(f"http://{evil.replace('127.0.0.1', name)}/")
        assert page.evaluate("tried") == {"script": "no", "img": "no", "css": "no"}
        framed = page.frame(name="framed")
        assert framed
        assert PRIVATE not in framed.content()

    def test_a_name_that_leads_here_opens_nothing(self, server: Server, page: Page) -> None:
        """Chromium has every name below `localhost` lead here, as rebinding has any name."""
        answer = page.goto(f"http://evil.localhost:{server.port}{PATH}")
        assert answer
        assert answer.status == 421
        assert PRIVATE not in page.content()

    def test_its_own_pages_work_and_follow_an_edit(self, tmp_path: Path, own_page: Page) -> None:
        root = project(tmp_path)
        told: list[str] = []
        own_page.on("console", lambda message: told.append(message.text))
        with serving(root) as running:
            running.wait()
            own_page.goto(f"{running.address.rstrip('/')}{PATH}")
            assert PRIVATE in own_page.content()
            place = root / "content/applications/acme/index.md"
            text = place.read_text().replace("Rankers that learn", "Rankers that forget")
            write(root, {"content/applications/acme/index.md": text})
            own_page.get_by_text("Rankers that forget").first.wait_for()
        assert not [text for text in told if "refused" in text.lower() or "403" in text]
