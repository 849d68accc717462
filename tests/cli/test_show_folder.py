"""A folder is shown on this machine, by its link, until somebody ends it."""

import socket
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest

from dossier.cli.show_folder import show_folder


def test_link_opens_until_it_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").write_text("mine")
    read: list[bytes] = []

    def once(server: ThreadingHTTPServer) -> None:
        address = f"http://localhost:{server.server_port}/"
        reader = threading.Thread(target=lambda: read.append(urlopen(address).read()))
        reader.start()
        server.handle_request()
        reader.join()
        raise KeyboardInterrupt

    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", once)
    show_folder(tmp_path, "http://localhost:0/s/a/#k")
    assert read == [b"mine"]
    told = capsys.readouterr()
    assert told.out.endswith("Ctrl+C ends:\nhttp://localhost:0/s/a/#k\n")
    assert told.err == ""


def test_links_stand_above_the_home_page_each_with_whose_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", lambda _: None)
    show_folder(tmp_path, "http://localhost:0/", ("for Eve", "http://localhost:0/s/a/#k"))
    told = capsys.readouterr().out.split("\n", 1)[1]
    assert told == "http://localhost:0/s/a/#k\n  for Eve\nhttp://localhost:0/\n  the home page\n"


def test_where_its_port_is_taken_another_one_serves_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ports: list[int] = []
    monkeypatch.setattr(
        ThreadingHTTPServer, "serve_forever", lambda server: ports.append(server.server_port)
    )
    with socket.create_server(("localhost", 0)) as taken:
        port = taken.getsockname()[1]
        home = f"http://localhost:{port}/"
        show_folder(tmp_path, home, ("for Eve", f"{home}s/a/#k"))
    told = capsys.readouterr().out
    assert told.startswith(f"Port {port} of this machine is taken")
    now = f"http://localhost:{ports[0]}/"
    assert ports != [port]
    assert told.endswith(f"{now}s/a/#k\n  for Eve\n{now}\n  the home page\n")
