"""What an index of records is asked is noted, and answered as the index itself does."""

from decimal import Decimal
from functools import cached_property, partial

import pytest

from dossier.lint.seen_records import SAID
from dossier.lint.watched_index import TABLES, UNANSWERED, WHOLES, WatchedIndex
from dossier.model.watched import GET, Late, Notebook, Parts, WatchedLibrary
from dossier.plain.errors import InternalError
from dossier.records.record_index import RecordIndex
from tests.claims.saying import library_of, with_metrics

SITE = with_metrics("id: precision, name: precision gain, value: 22, scope: 20 concepts")
RECORD = "qortex/gain"


@pytest.fixture
def plain() -> RecordIndex:
    return RecordIndex(library_of(SITE))


@pytest.fixture
def book() -> Notebook:
    return Notebook()


@pytest.fixture
def watched(plain: RecordIndex, book: Notebook) -> WatchedIndex:
    parts = Parts(Late({name: partial(getattr, plain, name) for name in (*TABLES, SAID)}))
    return WatchedIndex(plain, parts, WatchedLibrary(Parts.of(plain.library), book))


def test_of_each_part_of_an_index_it_is_known_what_asking_for_it_means() -> None:
    parts = {name for name, part in vars(RecordIndex).items() if isinstance(part, cached_property)}
    assert parts == {*TABLES, *WHOLES, *UNANSWERED, "vocabulary", "stems"}


def test_what_is_asked_is_answered_and_noted(
    plain: RecordIndex, watched: WatchedIndex, book: Notebook
) -> None:
    for name in TABLES:
        table = getattr(plain, name)
        book.notes.clear()
        assert {key: getattr(watched, name).get(key) for key in table} == table
        assert {(name, GET, key) for key in table} <= book.notes, name
    for name in WHOLES:
        assert getattr(watched, name) == getattr(plain, name)
    book.notes.clear()
    assert watched.stems[RECORD] == plain.stems[RECORD]
    assert book.notes == {(SAID, GET, RECORD)}
    book.notes.clear()
    assert len(list(watched.beside(RECORD, Decimal(20), ""))) == 1
    assert book.notes == {(SAID, GET, RECORD)}
    for name in UNANSWERED:
        with pytest.raises(InternalError):
            getattr(watched, name)


def test_metrics_that_are_found_by_name_are_noted(
    plain: RecordIndex, watched: WatchedIndex, book: Notebook
) -> None:
    stems = ("precis", "gain")
    question = ("by_reference", GET, (RECORD, "precision"))
    assert watched.vocabulary.find(stems, (0, 0)) == plain.vocabulary.find(stems, (0, 0)) != []
    assert book.notes == {question}
    book.notes.clear()
    assert list(watched.vocabulary.among(frozenset(stems))) == list(plain.meanings)
    assert book.notes == {question}
