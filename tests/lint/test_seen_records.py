"""What others see of a record is the same object until that is another."""

from dataclasses import replace

from dossier.lint.seen_records import DOCUMENTS, PLACES, Places, places_in, seen_records
from dossier.model.watched import GET, Notebook
from tests.builders import MINIMAL
from tests.claims.saying import library_of

FILE = "content/evidence/qortex.yml"
RECORD = "qortex/gain"


def test_what_is_seen_stays_while_only_method_and_places_change() -> None:
    places = Places(Notebook())
    for old, new, is_same in (
        ("method: ", "method: More ", True),
        ("project:", "# a note\nproject:", True),
        ("value: 22", "value: 22.0", False),
        ("claim: ", "claim: More ", False),
    ):
        kept = seen_records(library_of(MINIMAL).records, {}, places)
        records = library_of(MINIMAL | {FILE: MINIMAL[FILE].replace(old, new)}).records
        now = seen_records(records, kept, places)
        assert now[RECORD][0] is records[RECORD]
        assert (now[RECORD][1] is kept[RECORD][1]) is is_same, new
    moved = {id_: replace(entry, path=("evidence", 7)) for id_, entry in records.items()}
    assert seen_records(moved, now, places)[RECORD][1].path == ("evidence", 7)


def test_places_are_where_things_are_now_and_noted() -> None:
    places = Places(Notebook())
    ((_, seen),) = seen_records(library_of(MINIMAL).records, {}, places).values()
    assert (seen.record.method, seen.record.limits, seen.source.text) == (None, None, "")
    for more, question in (
        ((), (PLACES, GET, (FILE, seen.path))),
        (("metrics", 0), (PLACES, GET, (FILE, (*seen.path, "metrics", 0)))),
        (("audience",), (DOCUMENTS, GET, FILE)),
    ):
        told = []
        for begin in ("", "# a note\n"):
            records = library_of(MINIMAL | {FILE: f"{begin}{MINIMAL[FILE]}"}).records
            places.documents = {FILE: records[RECORD].source}
            told.append(seen.source.locate((*seen.path, *more)))
            known: dict[object, str] = {**dict(places_in(records.values()))}
            assert question[0] == DOCUMENTS or known[question[2]] == str(told[-1])
        assert told[1].line == told[0].line + 1
        assert question in places.book.notes
        places.book.notes.clear()
