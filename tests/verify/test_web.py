import errno
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.verify import web
from dossier.verify.web import AnswerKind, RequestOptions, Response, ask
from tests.patience import PATIENCE
from tests.verify.server import Host, hosted, self_signed

LOCAL = RequestOptions(timeout=PATIENCE, is_local_allowed=True)
HASTY = RequestOptions(timeout=0.3, is_local_allowed=True)


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    with hosted() as host:
        yield host


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/a", Response(AnswerKind.GOOD)),
        ("/ä b?q=ü", Response(AnswerKind.GOOD)),
        ("/norange", Response(AnswerKind.GOOD)),
        ("/head", Response(AnswerKind.GOOD)),
        ("/huge", Response(AnswerKind.GOOD)),
        ("/endless", Response(AnswerKind.GOOD)),
        ("/to-a", Response(AnswerKind.GOOD)),
        ("/to-status-404", Response(AnswerKind.BROKEN, "404 Not Found")),
        ("/status-404", Response(AnswerKind.BROKEN, "404 Not Found")),
        ("/status-410", Response(AnswerKind.BROKEN, "410 Gone")),
        ("/status-405", Response(AnswerKind.BROKEN, "405 Method Not Allowed")),
        ("/status-403", Response(AnswerKind.UNCLEAR, "403 Forbidden")),
        ("/status-429", Response(AnswerKind.PASSING, "429 Too Many Requests")),
        ("/status-500", Response(AnswerKind.PASSING, "500 Internal Server Error")),
        ("/wait", Response(AnswerKind.PASSING, "503 Service Unavailable", wait=86400)),
        ("/loop", Response(AnswerKind.BROKEN, "it is redirected more than 5 times")),
        ("/nowhere", Response(AnswerKind.BROKEN, "it is no address that can be asked")),
        ("/file", Response(AnswerKind.UNCLEAR, "it leads to `file:`, which is not asked")),
        ("/short", Response(AnswerKind.PASSING, "the answer breaks off")),
        ("/hangup", Response(AnswerKind.PASSING, "the answer is no HTTP, or breaks off")),
        ("/noise", Response(AnswerKind.PASSING, "the answer is no HTTP, or breaks off")),
        (
            "/page.pdf",
            Response(AnswerKind.BROKEN, "it answers with a web page instead of the file"),
        ),
        ("/blob/page.pdf", Response(AnswerKind.GOOD)),
    ],
)
def test_what_an_address_comes_to(host: Host, path: str, answer: Response) -> None:
    assert ask(host.url(path), LOCAL) == answer


def test_page_that_says_it_is_not_there_is_for_a_person_to_open(host: Host) -> None:
    missing = "<title>Page not found | Initech</title>"
    host.pages = {"gone": missing, "guide/404": missing, "there": "<title>Report</title>"}
    said = "the page is called `Page not found | Initech`; open it yourself"
    assert ask(host.url("/gone"), LOCAL) == Response(AnswerKind.UNCLEAR, said)
    for path in ("/guide/404", "/there"):
        assert ask(host.url(path), LOCAL) == Response(AnswerKind.GOOD)
    host.pages = {}


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_slow_host_is_left_in_time(host: Host, path: str) -> None:
    assert ask(host.url(path), HASTY) == Response(AnswerKind.PASSING, "it did not answer in time")


def test_move_for_good_is_told_and_a_passing_one_is_not(host: Host) -> None:
    assert ask(host.url("/moved-a"), LOCAL) == Response(AnswerKind.GOOD, moved=host.url("/a"))
    # What comes after a passing redirect may be another address tomorrow.
    assert ask(host.url("/moved-to-a"), LOCAL) == Response(AnswerKind.GOOD, moved=host.url("/to-a"))
    assert ask(host.url("/to-moved-a"), LOCAL) == Response(AnswerKind.GOOD)


def test_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    with hosted(self_signed(tmp_path)) as host:
        answer = ask(host.url("/a"), LOCAL)
    assert answer.kind is AnswerKind.BROKEN
    assert answer.said.startswith("its certificate is not valid: self")


def test_host_without_tls(host: Host) -> None:
    answer = ask(host.url("/a").replace("http:", "https:"), LOCAL)
    assert answer == Response(AnswerKind.BROKEN, "it speaks no TLS that is safe")


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert ask(url, LOCAL) == Response(AnswerKind.PASSING, "the host refuses connections")


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        (socket.EAI_NONAME, Response(AnswerKind.BROKEN, "there is no such host")),
        (
            socket.EAI_AGAIN,
            Response(AnswerKind.UNCLEAR, "no name can be looked up now; is there a network?"),
        ),
    ],
)
def test_name_that_is_not_found_is_another_thing_than_no_network(
    monkeypatch: pytest.MonkeyPatch, code: int, answer: Response
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(code, "x")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert ask("https://example.org/", LOCAL) == answer


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "224.0.0.1"),  # noqa: S104
        *("[::1]", "[fe80::1]", "[::ffff:127.0.0.1]"),
    ],
)
def test_own_network_is_not_asked_unless_the_author_says_so(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    def connect(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "create_connection", connect)
    answer = ask(f"http://{address}:8/", RequestOptions())
    assert answer.kind is AnswerKind.UNCLEAR
    assert answer.said.startswith("it leads into this machine's own network")


def test_redirect_into_the_own_network_is_not_followed(
    host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = web._address, []

    def first_is_public(name: str, port: int, options: RequestOptions) -> tuple[str, int]:
        asked.append(name)
        return real(name, port, LOCAL if len(asked) == 1 else options)

    monkeypatch.setattr(web, "_address", first_is_public)
    before = len(host.asked)
    answer = ask(host.url("/to-a"), RequestOptions())
    assert answer.said.startswith("it leads into this machine's own network")
    assert host.asked[before:] == ["GET /to-a"]


@pytest.mark.parametrize("url", ["http://", "mailto:a@b", "http://[", "http://a:x/", "ftp://a/b"])
def test_what_is_no_web_address_is_not_asked(url: str) -> None:
    assert ask(url, LOCAL).kind in (AnswerKind.UNCLEAR, AnswerKind.BROKEN)


def test_name_and_password_are_not_sent(host: Host) -> None:
    url = host.url("/secret").replace("//", "//ada:word@")
    assert ask(url, LOCAL) == Response(AnswerKind.GOOD)
    assert host.asked[-1] == "GET /secret"


@pytest.mark.parametrize("code", [errno.ENETUNREACH, errno.EHOSTUNREACH])
def test_without_a_way_to_a_host_nothing_is_said_of_it(
    monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, "x")

    monkeypatch.setattr(socket, "create_connection", fail)
    answer = ask("http://127.0.0.1:8/", LOCAL)
    said = "there is no way to the host; is there a network?"
    assert answer == Response(AnswerKind.UNCLEAR, said)


def test_sending_into_the_own_network_is_refused_as_asking_is(host: Host) -> None:
    before = len(host.asked)
    answer = web.send(host.url("/a"), RequestOptions())
    assert isinstance(answer, Response)
    assert answer.kind is AnswerKind.UNCLEAR
    assert answer.said.startswith("it leads into this machine's own network")
    assert len(host.asked) == before
