"""What the guard before the private site lets through; tests/attacks has real servers."""

from typing import Any

import pytest

from dossier.adapters.private_server import HEADERS, Environment, PrivateSite, Start, hosts_at


def application(environ: Environment, start: Start) -> list[bytes]:
    start("200 OK", [("Content-Type", "text/html")])
    return [environ["PATH_INFO"].encode()]


def ask(site: PrivateSite, **environ: str) -> tuple[str, list[tuple[str, str]], bytes]:
    said: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]]) -> Any:  # noqa: ANN401 - as WSGI's
        said.extend((status, headers))

    body = b"".join(site({"PATH_INFO": "/a/", "HTTP_HOST": "localhost:8000", **environ}, start))
    return said[0], said[1], body


SITE = PrivateSite(application, hosts_at("127.0.0.1", 8000))


def test_what_is_answered_is_the_applications_with_our_headers() -> None:
    own = ("Content-Type", "text/html")
    assert ask(SITE) == ("200 OK", [own, *HEADERS], b"/a/")


@pytest.mark.parametrize(
    ("environ", "status"),
    [
        ({"HTTP_HOST": "evil.example"}, "421 Misdirected Request"),
        ({"PATH_INFO": "http://localhost:8000/"}, "421 Misdirected Request"),
        ({"PATH_INFO": "/a\0"}, "400 Bad Request"),
        ({"REQUEST_METHOD": "POST"}, "405 Method Not Allowed"),
        ({"HTTP_ORIGIN": "null"}, "403 Forbidden"),
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, "403 Forbidden"),
    ],
)
def test_a_refusal_says_why_and_nothing_else(environ: dict[str, str], status: str) -> None:
    told, headers, body = ask(SITE, **environ)
    assert told == status
    assert headers == [("Content-Type", "text/plain; charset=utf-8"), *HEADERS]
    assert body.decode().startswith(f"{status}: ")


def test_a_refusal_of_what_asks_for_a_head_alone_says_no_more() -> None:
    status, headers, body = ask(SITE, HTTP_HOST="evil.example", REQUEST_METHOD="HEAD")
    assert (status, body) == ("421 Misdirected Request", b"")
    assert headers == [("Content-Type", "text/plain; charset=utf-8"), *HEADERS]


def test_its_own_origin_may_ask() -> None:
    environ = {"HTTP_ORIGIN": "http://localhost:8000", "HTTP_SEC_FETCH_SITE": "same-origin"}
    assert ask(SITE, **environ)[0] == "200 OK"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/secret/", "200"), ("/secret/a/", "200"), ("/secret/livereload/1/2", "200")]
    + [(path, "404") for path in ("/", "/secret", "/Secret/", "/secrét/", "/livereload/1/2")],
)
def test_below_a_secret_path_alone_there_is_something(path: str, status: str) -> None:
    site = PrivateSite(application, SITE.hosts, "/secret/")
    told, _, body = ask(site, PATH_INFO=path)
    assert told.startswith(status)
    assert status == "200" or b"secret" not in body


def test_the_port_may_be_left_out_where_browsers_leave_it_out() -> None:
    assert "localhost" in hosts_at("127.0.0.1", 80)
    assert "localhost" not in hosts_at("127.0.0.1", 8080)


def test_the_address_that_it_listens_on_is_a_name_of_its_own() -> None:
    assert "127.0.0.2:8000" in hosts_at("127.0.0.2", 8000)
    assert "[::1]:8000" in hosts_at("::1", 8000)
