from dataclasses import replace

from dossier.model.application import Application, ProofPoint, Strength
from dossier.model.audience import Audience
from dossier.model.document import Document, FileKind
from dossier.model.evidence import Check, EvidenceKind, Metric, Record
from dossier.model.library import ApplicationEntry, Library, RecordEntry, Section, UnreadFile
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart, Verdict

SOURCE = Document("content/a.md")


def record(name: str, *, project: str | None = None, metrics: tuple[str, ...] = ()) -> RecordEntry:
    read = Record(
        id=name.partition("/")[2],
        claim="It works",
        kind=EvidenceKind.CODE,
        check=Check.STATEMENT,
        metrics=tuple(Metric.model_validate({"id": m, "name": m, "value": 1}) for m in metrics),
    )
    return RecordEntry(name, read, project, Audience.PUBLIC, SOURCE, ())


def row(name: str, *evidence: str) -> ProofPoint:
    return ProofPoint(id=name, requirement="Rankers", evidence=evidence, strength=Strength.NONE)


def dossier(name: str, *rows: ProofPoint, sections: tuple[Section, ...] = ()) -> ApplicationEntry:
    return ApplicationEntry(name, Application(company=name, proof_points=rows), SOURCE, sections)


def section(name: str | None, title: str) -> Section:
    return Section(name, title, Audience.PRIVATE, "", 0, 0)


def test_a_record_has_its_metrics_by_id() -> None:
    entry = record("a/b", metrics=("gain", "loss"))
    found = entry.metric("loss")
    assert found is entry.record.metrics[1]
    assert entry.metric("Loss") is None
    assert record("a/b").metric("loss") is None


def test_a_dossier_has_its_sections_by_name_the_first_of_two() -> None:
    first, second = section("why", "Why"), section("why", "Why them")
    entry = dossier("acme", sections=(section(None, "why"), first, second))
    assert entry.section("why") is first
    assert entry.section("pitch") is None


def test_citations_are_the_rows_of_all_dossiers_that_cite_a_record() -> None:
    acme = dossier("acme", row("one", "a/b", "a/c"), row("two", "a/b"))
    globex = dossier("globex", row("three", "a/b"))
    library = Library(Audience.PRIVATE, applications={"acme": acme, "globex": globex})
    rows = [*acme.application.proof_points, *globex.application.proof_points]
    assert library.citations == {
        "a/b": ((acme, rows[0]), (acme, rows[1]), (globex, rows[2])),
        "a/c": ((acme, rows[0]),),
    }


def test_records_are_listed_by_their_project_in_the_order_of_the_files() -> None:
    records = [record("a/b", project="x"), record("b/c"), record("c/d", project="x")]
    library = Library(Audience.PRIVATE, records={entry.id: entry for entry in records})
    assert library.records_by_project == {"x": (records[0], records[2])}


def test_what_could_not_be_read_is_known_with_all_that_stands_in_it() -> None:
    unread = frozenset(
        {
            UnreadFile("content/evidence/qortex.yml", FileKind.EVIDENCE, "qortex"),
            UnreadFile("content/evidence/vault.yml", FileKind.EVIDENCE, "vault/gold"),
            UnreadFile("content/projects/tower.md", FileKind.PROJECT, "tower"),
            UnreadFile("content/profile.yml", FileKind.PROFILE, "profile"),
        }
    )
    library = Library(Audience.PRIVATE, unread=unread)
    assert library.is_unread("qortex/gain")
    assert library.is_unread("vault/gold")
    assert library.is_unread("tower")
    for known in ("qortex", "vault", "vault/silver", "qortexx/gain", "tower/height", "profile"):
        assert not library.is_unread(known)


def test_an_empty_library_has_nothing() -> None:
    library = Library(Audience.PUBLIC)
    assert library.profile is None
    assert library.citations == {}
    assert library.records_by_project == {}
    assert not library.is_unread("a/b")
    assert not library.files


def test_checked_records_are_told_apart_by_what_they_are() -> None:
    found = CheckResult(CheckOutcome.GOOD, "2026-03-01")
    checked = replace(record("a/b"), verdict=Verdict("", {SourcePart.URL: found}))
    assert len({checked, checked, record("a/b")}) == 2
