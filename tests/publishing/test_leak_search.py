"""Private words are found wherever they stand in a tree."""

import gzip
from dataclasses import replace
from pathlib import Path

from dossier.publishing.canaries import canaries_of
from dossier.publishing.leak_search import find
from dossier.settings import Settings
from tests.builders import AS_OF, REPOSITORY
from tests.publishing.fixtures import OWN, views
from tests.sites import build, files_of, project

ASCII = "Northwind"


def test_names_of_files_and_what_is_packed_in_them_are_searched() -> None:
    tree = {f"{ASCII.lower()}.png": b"", "a.gz": gzip.compress(b"to " + ASCII.encode())}
    found = [(hit.file, hit.encoding) for hit in find(tree, [ASCII])]
    assert found == [("a.gz", "gzip: raw"), (f"{ASCII.lower()}.png", "name: raw")]


def test_nothing_is_found_of_nothing() -> None:
    assert find({"a": b"x"}, []) == ()
    assert find({}, [ASCII]) == ()


def test_a_short_name_stands_alone() -> None:
    tree = {"a": b"striped stripe, restripe _stripe", "b": b"stripe"}
    assert [(hit.file, hit.offset) for hit in find(tree, ["Stripe"])] == [("a", 8), ("b", 0)]


def test_words_that_begin_within_each_other_are_both_found() -> None:
    tree = {"a": b"nornorthwind"}
    found = [(hit.word, hit.offset) for hit in find(tree, ["nornorth", ASCII])]
    assert found == [("nornorth", 0), (ASCII, 3)]


def test_hits_are_in_order_and_told_once() -> None:
    tree = {"b": b"northwind NORTHWIND", "a": b"Northwind"}
    found = [(hit.file, hit.offset, hit.encoding) for hit in find(tree, [ASCII, ASCII])]
    assert found == [("a", 0, "raw"), ("b", 0, "raw"), ("b", 10, "raw")]


def test_the_shipped_site_holds_no_private_word(tmp_path: Path) -> None:
    shipped = {f"content/{name}": text for name, text in files_of(REPOSITORY / "content").items()}
    root = project(tmp_path, shipped, config={"site_url": "https://example.org/"})
    settings = Settings(root=root, content=root / "content")
    words = tuple(canaries_of(*views(replace(settings, as_of=AS_OF)), (), OWN))
    site = files_of(build(root))
    assert len(words) > 100
    assert find(site, words) == ()
    planted = site | {"404.html": site["404.html"] + words[0].upper().encode()}
    assert {hit.file for hit in find(planted, words)} == {"404.html"}


def test_what_is_too_short_to_be_told_from_other_bytes_is_not_looked_for() -> None:
    tree = {"a": "an HP box, 極 and 極東".encode()}
    assert find(tree, ["HP", "極"]) == ()
    assert [hit.word for hit in find(tree, ["HP", "極東"])] == ["極東"]
