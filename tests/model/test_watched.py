"""What a drawing reads of a library is noted, whatever it is, and told from what it is later."""

from dataclasses import fields, replace
from functools import partial
from pathlib import Path

import pytest

from dossier.build import Project
from dossier.model import watched
from dossier.model.audience import Audience
from dossier.model.kept_parts import DERIVED
from dossier.model.library import Library
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart, Verdict
from dossier.model.watched import (
    METHODS,
    Notebook,
    Parts,
    WatchedLibrary,
    is_same,
    outline_of_record,
)
from dossier.plain.problems import Place, Problem
from tests.builders import MINIMAL, write_site


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Project.read(write_site(tmp_path, MINIMAL)).view(Audience.PRIVATE).library


@pytest.mark.parametrize("name", [*(f.name for f in fields(Library)), *DERIVED])
def test_every_part_is_noted(name: str, library: Library) -> None:
    book = Notebook()
    parts = Parts.of(library)
    read = getattr(WatchedLibrary(parts, book), name)
    if hasattr(read, "__iter__") and not isinstance(read, str):
        assert list(read) == list(getattr(library, name))
    notes = book.notes
    assert {asked[0] for asked in notes} == {name}
    assert notes.isdisjoint(parts.differing(parts))
    other = Parts({**parts.named, name: {"another": object()}})
    assert notes & other.differing(parts)
    assert notes & Parts({**parts.named, name: object()}).differing(parts)


def test_how_a_mapping_is_asked_is_what_counts(library: Library) -> None:
    entry = library.records["qortex/gain"]
    renewed = Parts.of(replace(library, records={entry.id: replace(entry)}))
    more = Parts.of(replace(library, records={entry.id: entry, "qortex/more": entry}))
    for read, is_new, is_more in (
        (lambda seen: seen[entry.id], True, False),
        (lambda seen: entry.id in seen, False, False),
        (lambda seen: seen.get("qortex/more"), False, True),
        (lambda seen: "qortex/more" in seen, False, True),
        (len, False, True),
        (list, False, True),
        (lambda seen: list(seen.values()), True, True),
        (lambda seen: list(seen.items()), True, True),
    ):
        book, parts = Notebook(), Parts.of(library)
        read(WatchedLibrary(parts, book).records)
        notes = book.notes
        changed = [bool(notes & other.differing(parts)) for other in (renewed, more)]
        assert changed == [is_new, is_more], notes


def test_methods_and_sets_are_noted_by_what_they_ask(library: Library) -> None:
    book = Notebook()
    seen = WatchedLibrary(Parts.of(library), book)
    assert (seen.language, seen.employers, seen.is_unread("x")) == ("en", ("Initech",), False)
    assert {name for name, *_ in book.notes} == {"profile", "theme_language", "unread"}
    assert "assets/a.png" not in seen.files
    assert seen.files | {"more"} == {"more"}
    with pytest.raises(KeyError):
        seen.records["nobody"]


def test_what_is_equal_may_be_written_otherwise() -> None:
    problem = Problem("duplicate-id", Place("a"), "twice")
    same = (("a", True), "a" * 2), ("b",), frozenset("a"), (problem,)
    assert all(is_same(one, one) for one in same)
    assert is_same((problem, 1), (replace(problem), 1))
    for one, other in ((90, 90.0), (True, 1), (90.0, 90.0 + 0), (("a",), ("a", "b")), ([], [])):
        assert not is_same((one,), (other,)) or one is other


def test_the_method_of_a_record_is_asked_for_by_itself(library: Library) -> None:
    book = Notebook()
    entry = library.records["qortex/gain"]
    whole = replace(entry, record=entry.record.model_copy(update={"method": "By hand"}))
    outlined = outline_of_record(whole)
    assert (library.method_of(whole), outlined.record.method) == ("By hand", None)
    parts = Parts.of(library, **{METHODS: {entry.id: "By hand"}})
    assert WatchedLibrary(parts, book).method_of(outlined) == "By hand"
    assert book.notes & Parts.of(library, **{METHODS: {entry.id: "Twice"}}).differing(parts)


def test_outline_of_what_is_proven_to_the_letter_has_every_letter(library: Library) -> None:
    entry = library.records["qortex/gain"]
    entry = replace(entry, record=entry.record.model_copy(update={"method": "By hand"}))
    found = CheckResult(CheckOutcome.GOOD, "2026-02-28", record=entry.stamp().fingerprint)
    proven = replace(entry, verdict=Verdict("", {SourcePart.URL: found}))
    assert proven.proven
    assert outline_of_record(proven).proven == proven.proven


def test_what_work_asks_is_noted_apart_and_held_once() -> None:
    book, one, other = Notebook(kept={"records"}), ("records", "get", "a"), ("pages", "keys", None)
    book.notes.add(("files", "size", None))

    def inner() -> str:
        book.notes.update([("records", "get", "b"), other])
        return "made"

    def outer() -> tuple[tuple[str, str, object], ...]:
        book.notes.add(one)
        made, asked = book.apart(inner)
        assert made == "made"
        return asked

    (inside,), asked = book.apart(outer)
    assert inside == ("records", "get", "b")
    assert {*asked} == {one, inside}
    assert any(each is inside for each in asked)
    assert book.notes == {*asked, other, ("files", "size", None)}
    with pytest.raises(ZeroDivisionError):
        book.apart(lambda: 1 / 0)
    assert other in book.notes


def test_questions_that_are_held_are_so_many_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched, "_MOST_QUESTIONS", 2)
    book = Notebook()

    def ask(number: int) -> None:
        book.notes.add(("records", "get", f"r{number}"))

    for number in range(9):
        _, asked = book.apart(partial(ask, number))
        assert asked == (("records", "get", f"r{number}"),)
        assert len(book._questions) <= 3
    assert len(book.notes) == 9
