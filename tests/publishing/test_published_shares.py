"""What this machine published is remembered, and a rotated share may go."""

import json
from datetime import date
from pathlib import Path

import pytest

from dossier.model.sent_link import SentLink
from dossier.plain.errors import ConfigError
from dossier.publishing.published_shares import (
    FILE,
    Place,
    Published,
    read_published,
    read_sent,
    record_published,
    record_standing,
    take_back,
)
from dossier.sharing.sent_links import FILE as LINKS
from dossier.sharing.sent_links import spell_links
from tests.sites import write

HOST = Place("`gh-pages` of git@example.org:ada/site.git", "https://ada.example/")


def test_shares_add_up(tmp_path: Path) -> None:
    assert read_published(tmp_path) == Published()
    record_published(tmp_path, HOST, {"x-1": "b"})
    assert record_published(tmp_path, HOST, {"x-2": "a"}).shares == {"b"}
    assert read_published(tmp_path).shares == {"a", "b"}
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0
    names = {path.name for path in (tmp_path / ".dossier").iterdir()}
    assert names == {".gitignore", "lock", "published.json"}


def test_nothing_to_remember_writes_nothing(tmp_path: Path) -> None:
    record_published(tmp_path, HOST, {})
    record_standing(tmp_path, HOST, {})
    assert not list(tmp_path.iterdir())


def test_what_was_refused_is_forgotten_and_what_went_out_before_is_not(tmp_path: Path) -> None:
    first, both = {"x-1": "a"}, {"x-1": "a", "x-2": "b"}
    record_published(tmp_path, HOST, first)
    kept = read_published(tmp_path)
    take_back(tmp_path, HOST, both, record_published(tmp_path, HOST, both))
    assert read_published(tmp_path) == kept == Published(frozenset("a"), {HOST: {"a": "x-1"}})
    take_back(tmp_path, HOST, first, record_published(tmp_path, HOST, first))
    assert read_published(tmp_path) == kept


def test_page_stands_until_a_publish_without_it(tmp_path: Path) -> None:
    sent = [
        SentLink("x-1", "x", None, "", revoked=date(2026, 1, 2)),
        SentLink("x-2", "x", None, ""),
    ]
    record_published(tmp_path, HOST, {"x-1": "a"})
    (tmp_path / LINKS).write_bytes(spell_links(sent))
    assert [link.is_standing for link in read_sent(tmp_path)] == [True, False]
    record_published(tmp_path, HOST, {"x-2": "b"})
    assert [link.is_standing for link in read_sent(tmp_path)] == [True, True]
    record_standing(tmp_path, HOST, {"x-2": "b"})
    assert [link.is_standing for link in read_sent(tmp_path)] == [False, True]
    assert read_published(tmp_path).shares == {"a", "b"}


def test_what_stands_in_a_folder_says_nothing_of_the_host(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    here = Place(str(folder))
    folder.mkdir()
    (tmp_path / ".dossier").mkdir()
    (tmp_path / LINKS).write_bytes(
        spell_links([SentLink("x-1", "x", None, "", revoked=date(2026, 1, 2))])
    )
    record_published(tmp_path, HOST, {"x-1": "a"})
    record_published(tmp_path, here, {"x-1": "a"})
    record_standing(tmp_path, here, {})
    assert [link.is_standing for link in read_sent(tmp_path)] == [True]
    record_published(tmp_path, here, {"x-1": "a"})
    record_standing(tmp_path, HOST, {})
    assert [link.is_standing for link in read_sent(tmp_path)] == [True]
    folder.rmdir()
    assert [link.is_standing for link in read_sent(tmp_path)] == [False]


def test_file_of_an_older_version_is_read(tmp_path: Path) -> None:
    write(tmp_path, {FILE: '{"version": 1, "shares": ["a"]}'})
    assert read_published(tmp_path) == Published(frozenset("a"))
    write(tmp_path, {FILE: '{"version": 1, "shares": ["a"], "standing": ["x-1"]}'})
    assert read_published(tmp_path).standing == {"x-1"}
    record_standing(tmp_path, HOST, {})
    assert not read_published(tmp_path).standing
    old = {"`main` of x.git": ["x-1"]}
    write(tmp_path, {FILE: json.dumps({"version": 1, "shares": ["a"], "standing": old})})
    assert read_published(tmp_path).places == {Place("`main` of x.git"): {"x-1": "x-1"}}
    record_standing(tmp_path, Place("`main` of x.git", "https://a.example/"), {})
    assert not read_published(tmp_path).standing


def test_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    write(tmp_path, {FILE: "["})
    with pytest.raises(ConfigError, match=r"published.json cannot be read"):
        read_published(tmp_path)
