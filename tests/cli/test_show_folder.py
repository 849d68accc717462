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


def test_port_that_is_taken_is_told_with_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("localhost", 0)) as taken:
        port = taken.getsockname()[1]
        show_folder(tmp_path, f"http://localhost:{port}/s/a/#k")
    assert f"Port {port} of this machine is taken" in capsys.readouterr().out
