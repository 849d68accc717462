import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.verify import web
from dossier.verify.web import Answer, Kind, Manner, ask
from tests.verify.server import Host, hosted, self_signed

LOCAL = Manner(timeout=5, is_local_allowed=True)
HASTY = Manner(timeout=0.3, is_local_allowed=True)


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    with hosted() as host:
        yield host


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/a", Answer(Kind.GOOD)),
        ("/ä b?q=ü", Answer(Kind.GOOD)),
        ("/norange", Answer(Kind.GOOD)),
        ("/head", Answer(Kind.GOOD)),
        ("/huge", Answer(Kind.GOOD)),
        ("/endless", Answer(Kind.GOOD)),
        ("/to-a", Answer(Kind.GOOD)),
        ("/to-status-404", Answer(Kind.BROKEN, "404 Not Found")),
        ("/status-404", Answer(Kind.BROKEN, "404 Not Found")),
        ("/status-410", Answer(Kind.BROKEN, "410 Gone")),
        ("/status-405", Answer(Kind.BROKEN, "405 Method Not Allowed")),
        ("/status-403", Answer(Kind.UNCLEAR, "403 Forbidden")),
        ("/status-429", Answer(Kind.PASSING, "429 Too Many Requests")),
        ("/status-500", Answer(Kind.PASSING, "500 Internal Server Error")),
        ("/wait", Answer(Kind.PASSING, "503 Service Unavailable", wait=86400)),
        ("/loop", Answer(Kind.BROKEN, "it is redirected more than 5 times")),
        ("/file", Answer(Kind.UNCLEAR, "it leads to `file:`, which is not asked")),
        ("/short", Answer(Kind.PASSING, "the answer breaks off")),
        ("/hangup", Answer(Kind.PASSING, "the answer is no HTTP, or breaks off")),
        ("/noise", Answer(Kind.PASSING, "the answer is no HTTP, or breaks off")),
        ("/page.pdf", Answer(Kind.BROKEN, "it answers with a web page instead of the file")),
        ("/blob/page.pdf", Answer(Kind.GOOD)),
    ],
)
def test_what_an_address_comes_to(host: Host, path: str, answer: Answer) -> None:
    assert ask(host.url(path), LOCAL) == answer


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_slow_host_is_left_in_time(host: Host, path: str) -> None:
    assert ask(host.url(path), HASTY) == Answer(Kind.PASSING, "it did not answer in time")


def test_move_for_good_is_told_and_a_passing_one_is_not(host: Host) -> None:
    assert ask(host.url("/moved-a"), LOCAL) == Answer(Kind.GOOD, moved=host.url("/a"))
    # What comes after a passing redirect may be another address tomorrow.
    assert ask(host.url("/moved-to-a"), LOCAL) == Answer(Kind.GOOD, moved=host.url("/to-a"))
    assert ask(host.url("/to-moved-a"), LOCAL) == Answer(Kind.GOOD)


def test_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    with hosted(self_signed(tmp_path)) as host:
        answer = ask(host.url("/a"), LOCAL)
    assert answer.kind is Kind.BROKEN
    assert answer.said.startswith("its certificate is not valid: self")


def test_host_without_tls(host: Host) -> None:
    answer = ask(host.url("/a").replace("http:", "https:"), LOCAL)
    assert answer == Answer(Kind.BROKEN, "it speaks no TLS that is safe")


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert ask(url, LOCAL) == Answer(Kind.PASSING, "the host refuses connections")


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        (socket.EAI_NONAME, Answer(Kind.BROKEN, "there is no such host")),
        (
            socket.EAI_AGAIN,
            Answer(Kind.UNCLEAR, "no name can be looked up now; is there a network?"),
        ),
    ],
)
def test_name_that_is_not_found_is_another_thing_than_no_network(
    monkeypatch: pytest.MonkeyPatch, code: int, answer: Answer
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
    answer = ask(f"http://{address}:8/", Manner())
    assert answer.kind is Kind.UNCLEAR
    assert answer.said.startswith("it leads into this machine's own network")


def test_redirect_into_the_own_network_is_not_followed(
    host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = web._address, []

    def first_is_public(name: str, port: int, manner: Manner) -> tuple[str, int]:
        asked.append(name)
        return real(name, port, LOCAL if len(asked) == 1 else manner)

    monkeypatch.setattr(web, "_address", first_is_public)
    before = len(host.asked)
    answer = ask(host.url("/to-a"), Manner())
    assert answer.said.startswith("it leads into this machine's own network")
    assert host.asked[before:] == ["GET /to-a"]


@pytest.mark.parametrize("url", ["http://", "mailto:a@b", "http://[", "http://a:x/", "ftp://a/b"])
def test_what_is_no_web_address_is_not_asked(url: str) -> None:
    assert ask(url, LOCAL).kind in (Kind.UNCLEAR, Kind.BROKEN)


def test_name_and_password_are_not_sent(host: Host) -> None:
    url = host.url("/secret").replace("//", "//ada:word@")
    assert ask(url, LOCAL) == Answer(Kind.GOOD)
    assert host.asked[-1] == "GET /secret"
