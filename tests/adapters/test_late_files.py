"""Files that a private server draws when it is asked for them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dossier.adapters.late_files import LateFiles, Prepared
from dossier.adapters.private_server import Environment, Start
from dossier.plain.errors import ConfigError


def start(*_: object) -> Callable[[bytes], object]:
    raise AssertionError


def answer(_: Environment, __: Start) -> list[bytes]:
    return [b"answered"]


def test_each_is_drawn_once_until_the_site_is_built_again(tmp_path: Path) -> None:
    drawn: list[str] = []

    def draw(name: str) -> Mapping[str, str]:
        drawn.append(name)
        return {name: "A\r\n"} if name == "a/index.html" else {}

    late = LateFiles()
    application = Prepared(answer, late, "/there/")
    application({"PATH_INFO": "/there/"}, start)  # before anything was built
    late.begin(tmp_path, draw)
    for path in ("/elsewhere/", "/there/a", "/there/a/", "/there/../../a/index.html"):
        assert application({"PATH_INFO": path}, start) == [b"answered"]
    assert (tmp_path / "a/index.html").read_bytes() == b"A\r\n"
    assert drawn.count("a/index.html") == 1
    late.begin(tmp_path, draw)
    assert not (tmp_path / "a/index.html").exists()
    late.prepare("a/index.html")
    assert drawn.count("a/index.html") == 2


def test_what_cannot_be_drawn_is_not_there(tmp_path: Path) -> None:
    def draw(_: str) -> Mapping[str, str]:
        raise ConfigError("there is no such template")

    late = LateFiles()
    late.begin(tmp_path, draw)
    assert Prepared(answer, late, "/")({"PATH_INFO": "/a/"}, start) == [b"answered"]
    assert not list(tmp_path.iterdir())


def test_a_fault_of_ours_is_not_taken_for_a_page_that_is_not_there(tmp_path: Path) -> None:
    def draw(_: str) -> Mapping[str, str]:
        raise ZeroDivisionError

    late = LateFiles()
    late.begin(tmp_path, draw)
    with pytest.raises(ZeroDivisionError):
        Prepared(answer, late, "/")({"PATH_INFO": "/a/"}, start)
