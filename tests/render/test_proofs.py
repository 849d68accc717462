from dataclasses import replace
from datetime import date

from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.library import Library, ProfileEntry
from dossier.model.profile import Profile
from dossier.model.proof import ProofLevel
from dossier.model.verdict import Copy, SourcePart, Verdict
from dossier.render.frame import Frame
from dossier.render.proofs import not_checked, place_of, proof_views, spell_levels
from dossier.render.sources import source_seen, swhid
from tests.model.test_proof import GOOD, MACHINE, MARIA, MEASURED, REFUSED, checked, entry

URL, FILE, PLACE = SourcePart.URL, SourcePart.FILE, SourcePart.PLACE
COMMIT = "4f1c2d9"
HERITAGE = "https://archive.softwareheritage.org"
QUOTED = checked(entry(url="https://ada.example/r", quote="As said"), {URL: GOOD, PLACE: GOOD})
REPO = entry(repo="https://github.com/ada/loads.git", commit=COMMIT, path="a b.json#/m")
PROFILE = Profile.model_validate(
    {"name": "Ada", "links": [{"label": "S", "url": "https://ada.example"}]}
)


def frame(profile: Profile | None = None) -> Frame:
    known = ProfileEntry(profile, Document("profile.yml")) if profile else None
    library = Library(Audience.PUBLIC, known, records={"x/a": QUOTED})
    return Frame.of(library, date(2026, 3, 1), directory_urls=False)


def test_what_nobody_checked_says_nothing_new() -> None:
    for known in (entry(), entry(url="https://example.org"), entry(check="statement")):
        assert proof_views(known) == ()
        assert place_of([known], frame()) is None


def test_page_of_ones_own_is_called_that() -> None:
    (other,) = proof_views(QUOTED)
    (own,) = proof_views(replace(QUOTED, own_parts=frozenset({"url"})))
    assert "stood there, once" in other.sentence
    assert "stood on the author’s page, once" in own.sentence


def test_row_leads_to_the_best_place_in_one_tap() -> None:
    measured = checked(REPO, {FILE: MEASURED})
    attested = checked(REPO, {FILE: MEASURED, SourcePart.ATTESTATION: GOOD}, attested=MACHINE)
    file = f"https://github.com/ada/loads/blob/{COMMIT}/a%20b.json"
    for known, text, href in (
        ([QUOTED], "See the exact place", "https://ada.example/r#:~:text=As%20said"),
        ([QUOTED, measured], "See the measured file", file),
        ([attested, QUOTED], "See the run", MACHINE.run),
        (
            [QUOTED, replace(measured, confirmations=(MARIA,))],
            "See what was signed",
            "evidence/index.html#x/a",
        ),
        # What a reader cannot open is no place for one.
        ([checked(entry(path="report.json#/m"), {FILE: MEASURED})], "", ""),
    ):
        place = place_of(known, frame())
        assert (place.text, place.href) == (text, href) if place else not text


def test_what_could_not_be_checked_stands_beside_what_could() -> None:
    assert not_checked(QUOTED) == ""
    refused = checked(
        entry(url="https://ada.example/r", quote="As said"), {URL: GOOD, PLACE: REFUSED}
    )
    assert not_checked(refused) == "Not confirmed: the quote."
    assert "answered my check" in proof_views(refused)[0].sentence


def test_levels_are_counted_the_best_first() -> None:
    levels = [ProofLevel.NAMED, ProofLevel.MEASURED, ProofLevel.NAMED]
    assert spell_levels(levels) == "1 measured, 2 source named"


def test_file_has_a_name_for_good_that_leads_there_once_it_is_archived() -> None:
    source = replace(REPO, record=REPO.record).record.source
    assert source
    lines = source.model_copy(update={"path": "./a;b.py", "lines": "3-9"})
    found = Verdict("", {}, f"swh:1:cnt:{'0' * 40}", "f" * 40)
    name = (
        f"swh:1:cnt:{'0' * 40};origin=https://github.com/ada/loads;anchor=swh:1:rev:{'f' * 40}"
        ";path=/a%3Bb.py;lines=3-9"
    )
    assert swhid(lines, found) == name
    assert swhid(lines, Verdict("", {})) == ""
    archived = {"software-heritage": Copy(f"{HERITAGE}/browse/x", "2026-03-01")}
    for copies, href in (({}, ""), (archived, f"https://archive.softwareheritage.org/{name}")):
        known = replace(
            REPO,
            record=REPO.record.model_copy(update={"source": lines}),
            verdict=replace(found, copies=copies),
        )
        seen = source_seen(known, is_private=False)
        assert seen
        assert ("SWHID", f"swh:1:cnt:{'0' * 40}", href) in seen.details
    copy = ("copy", "Software Heritage, 1 Mar 2026", f"{HERITAGE}/browse/x")
    assert seen is not None
    assert seen.details[-1] == copy


def test_no_other_address_passes_for_a_copy() -> None:
    for name, address in (
        ("wayback", "javascript:alert(1)"),
        ("wayback", "https://web.archive.org.evil.example/web/1/x"),
        ("software-heritage", "https://web.archive.org/web/20260301120000/x"),
        ("elsewhere", "https://web.archive.org/web/20260301120000/x"),
    ):
        found = Verdict("", {}, copies={name: Copy(address, "2026-03-01")})
        seen = source_seen(replace(REPO, verdict=found), is_private=False)
        assert seen
        assert all(detail[0] != "copy" for detail in seen.details), address
