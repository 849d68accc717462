import hashlib

import pytest

from dossier.verify.artifacts import (
    Location,
    UnfoundError,
    is_value,
    look_up,
    named_files,
    parse_location,
)

JSON = (
    rb'{"gain": {"precision": 0.10, "a/b": "22 %", "~": [2, 3], "x y": 1}, "rows": [5, true, null]}'
)
CSV = b'\xef\xbb\xbfname,precision,precision at k\r\nvanilla,0.50,1\r\n"a,\nb",22,2\r\n'
JUNIT = b"""<testsuites tests="999"><testsuite tests="999">
<testcase name="a"/><testcase name="b"><failure/></testcase>
<testcase name="c"><skipped/></testcase><testcase name="d"><error/></testcase>
<testcase name="e"/></testsuite></testsuites>"""
TEXT = b"one\ntwo\nprecision 22 %\n"
ARTIFACTS = {"a.json": JSON, "a.csv": CSV, "j.xml": JUNIT, "a.md": TEXT, "a.tsv": b"x\ty\n1\t2\n"}
HASH = hashlib.sha256(TEXT).hexdigest()


@pytest.mark.parametrize(
    ("text", "location"),
    [
        ("bench/report.json", Location("bench/report.json")),
        ("bench/report.json#/precision", Location("bench/report.json", "/precision")),
        ("file.md:12", Location("file.md", "L12")),
        ("file.md:12-14", Location("file.md", "L12-14")),
        ("file.md#L12-L14", Location("file.md", "L12-L14")),
        ("file.md:0", Location("file.md:0")),
        ("a:b", Location("a:b")),
        ("a.csv#row=2,col=x#y", Location("a.csv", "row=2,col=x#y")),
        ("", Location("")),
    ],
)
def test_path_names_a_file_and_a_place_in_it(text: str, location: Location) -> None:
    assert parse_location(text) == location


def test_metric_says_a_place_in_the_same_file_or_in_another() -> None:
    base = Location("a.json", "sha256=1")
    assert base.at("/x") == Location("a.json", "/x")
    assert base.at("b.csv#cell=1,2") == Location("b.csv", "cell=1,2")
    assert base.at("#/x") == Location("a.json", "/x")
    assert named_files("a.json#/x", ["b.json#/y", "/z"]) == {"a.json", "b.json"}
    assert named_files("", ["b.json#/y"]) == {"b.json"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a.json#/gain/precision", "0.10"),
        ("a.json#/gain/a~1b", "22 %"),
        ("a.json#/gain/~0", "2–3"),
        ("a.json#/gain/x%20y", "1"),
        ("a.json#/rows/0", "5"),
        ("a.csv#row=2,col=precision", "0.50"),
        ("a.csv#row=3,col=precision%20at%20k", "2"),
        ("a.csv#row=2,col=2", "0.50"),
        ("a.csv#cell=3,2", "22"),
        ("a.tsv#row=2,col=y", "2"),
        ("j.xml#tests", "5"),
        ("j.xml#passed", "2"),
        ("j.xml#failures", "1"),
        ("j.xml#errors", "1"),
        ("j.xml#skipped", "1"),
        ("a.md:3", "precision 22 %"),
        ("a.md#L1-L2", "one\ntwo"),
        (f"a.md#sha256={HASH}", ""),
        (f"a.md#sha256={HASH.upper()}", ""),
        ("a.md", ""),
    ],
)
def test_what_stands_there(text: str, said: str) -> None:
    location = parse_location(text)
    assert look_up(ARTIFACTS[location.file], location) == said


@pytest.mark.parametrize(
    ("content", "place", "why"),
    [
        (JSON, "/gain/none", "a has nothing at /gain/none"),
        (JSON, "/gain/precision/x", "a has nothing at /gain/precision/x"),
        (JSON, "/rows/9", "a has nothing at /rows/9"),
        (JSON, "/rows/-1", "a has nothing at /rows/-1"),
        (JSON, "/rows/01", "a has nothing at /rows/01"),
        (JSON, "/rows/1", "a#/rows/1 is no number"),
        (JSON, "/rows/2", "a#/rows/2 is no number"),
        (JSON, "/gain", "a#/gain is no number"),
        (b"{", "/x", "a is no JSON"),
        (b"[" * 100_000, "/x", "a is no JSON"),
        (b"\xff", "/x", "a is not UTF-8 text"),
        (CSV, "row=9,col=precision", "a has no cell row=9,col=precision"),
        (CSV, "row=2,col=none", "a has no cell row=2,col=none"),
        (CSV, "cell=2,9", "a has no cell cell=2,9"),
        (CSV, "row=2,col=²", "a has no cell row=2,col=²"),
        (b"", "cell=1,1", "a has no cell cell=1,1"),
        (b"x,x\n1,2\n", "row=2,col=x", "a has 2 columns `x`"),
        (b'{"x": 3, "y": 1, "x": 22}', "/x", "a can be read in two ways: a name stands twice"),
        (b"x" * 200_000, "cell=1,1", "a is no table"),
        (JUNIT[:90], "tests", "a is no XML"),
        (b"<html/>", "tests", "a is no JUnit report"),
        (b"<!DOCTYPE x [<!ENTITY y 'z'>]><x/>", "tests", "a declares a document type"),
        (TEXT, "L4", "a has 3 lines, and none that is L4"),
        (TEXT, "L3-L2", "a has 3 lines, and none that is L3-L2"),
        (TEXT, f"sha256={'0' * 64}", f"a is another file: its SHA-256 is {HASH}"),
        (TEXT, "sha256=12", "`sha256=12` is no place in a file"),
        (TEXT, "heading", "`heading` is no place in a file"),
    ],
)
def test_what_is_not_there_is_told(content: bytes, place: str, why: str) -> None:
    with pytest.raises(UnfoundError) as told:
        look_up(content, Location("a", place))
    assert str(told.value).startswith(why)


def test_lines_and_hashes_are_no_values() -> None:
    places = ("/x", "tests", "cell=1,2", "L2", "L2-L3", f"sha256={HASH}", "")
    assert [is_value(place) for place in places] == [True, True, True, False, False, False, False]
