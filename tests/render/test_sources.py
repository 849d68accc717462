from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.model.verdict import (
    CheckOutcome,
    CheckResult,
    SourcePart,
    Verdict,
    fingerprint,
    spell_verdicts,
)
from dossier.render.sources import checked_since, linked_addresses, source_view
from tests.builders import AS_OF, MINIMAL, write_site
from tests.model.test_proof import entry
from tests.render.fixtures import QORTEX, Drawn, draw, evidence, record
from tests.views import library as read_library

GOOD = CheckResult(CheckOutcome.GOOD, "2026-02-27", "2026-02-27")
LOST = CheckResult(CheckOutcome.BROKEN, "2026-02-28", "2026-02-01", "404 Not Found")
GONE = CheckResult(CheckOutcome.BROKEN, "2026-02-28", "", "a.md cannot be read")
AGAINST = CheckResult(
    CheckOutcome.CONTRADICTED, "2026-02-28", values=(("m", "21"),), against=("m",)
)
SOURCE = {"label": "Report", "url": "https://example.org/report", "path": "a.md"}
FILE = "content/evidence/qortex.yml"
SITE = {
    FILE: evidence(
        record("gain", source=SOURCE, metrics=[{"id": "precision", "name": "p", "value": 1}])
    ),
    "content/evidence/hid.yml": evidence(
        record("own", source=SOURCE), audience="private", project=None
    ),
}


def drawn(
    root: Path, audience: Audience, parts: Mapping[str, Mapping[SourcePart, CheckResult]]
) -> Drawn:
    """Draw a site with a public record `qortex/gain`, a private `hid/own`, and their results."""
    library = read_library(write_site(root, MINIMAL | SITE))
    verdicts = {
        i: Verdict(fingerprint(library.records[i].record), found) for i, found in parts.items()
    }
    files = SITE | {"content/verified.json": spell_verdicts(verdicts)}
    return draw(root, files, audience=audience)


@pytest.mark.parametrize("audience", [Audience.PRIVATE, Audience.PUBLIC])
def test_page_says_when_sources_were_checked(tmp_path: Path, audience: Audience) -> None:
    html = drawn(tmp_path, audience, {"qortex/gain": {SourcePart.URL: GOOD}}).html(QORTEX)
    assert "<span>Sources checked 27 Feb 2026</span>" in html
    assert '<dt>Checked</dt><dd class="ev-num">27 Feb 2026</dd>' in html
    assert "could not be confirmed" not in html


def test_author_sees_why_and_the_link(tmp_path: Path) -> None:
    html = drawn(tmp_path, Audience.PRIVATE, {"qortex/gain": {SourcePart.URL: LOST}}).html(QORTEX)
    said = "Its source is not good: 404 Not Found (28 Feb 2026); it last was on 1 Feb 2026."
    assert said in html
    assert 'href="https://example.org/report"' in html
    assert "Checked</dt>" not in html
    assert "Sources checked" not in html


def test_others_see_the_claim_without_the_link_and_the_last_good_day(tmp_path: Path) -> None:
    html = drawn(tmp_path, Audience.PUBLIC, {"qortex/gain": {SourcePart.URL: LOST}}).html(QORTEX)
    said = "Its source could not be confirmed when it was last checked; it last was on 1 Feb 2026."
    assert said in html
    assert '<span class="ev-src">Report</span>' in html
    assert "https://example.org/report" not in html
    assert "404" not in html


def test_recipient_of_a_share_gets_no_dead_link(tmp_path: Path) -> None:
    site = drawn(tmp_path, Audience.PRIVATE, {"qortex/gain": {SourcePart.URL: LOST}})
    (html,) = (text for name, text in site.files.items() if "/acme/preview/" in name)
    assert "could not be confirmed when it was last checked" in html
    assert "https://example.org/report" not in html
    assert "404 Not Found" not in html


def test_what_is_broken_links_nothing_and_lowers_its_row(tmp_path: Path) -> None:
    site = drawn(tmp_path, Audience.PRIVATE, {"qortex/gain": {SourcePart.URL: LOST}})
    (html,) = (text for name, text in site.files.items() if "/acme/preview/" in name)
    assert "None of 1 covered" in html
    assert "1 claimed only" in html
    assert "source that was not found when it was last checked" in html
    assert "Source on request" in html


def test_file_that_is_gone_takes_every_link_with_it(tmp_path: Path) -> None:
    parts = {"qortex/gain": {SourcePart.URL: GOOD, SourcePart.FILE: GONE}}
    html = drawn(tmp_path, Audience.PUBLIC, parts).html(QORTEX)
    assert "Its source could not be confirmed when it was last checked." in html
    assert "https://example.org/report" not in html
    assert "a.md" not in html


def test_contradicted_value_is_told_on_the_authors_page(tmp_path: Path) -> None:
    html = drawn(tmp_path, Audience.PRIVATE, {"qortex/gain": {SourcePart.FILE: AGAINST}}).html(
        QORTEX
    )
    assert "Its source is not good: the artifact says another value (28 Feb 2026)." in html


def test_results_of_private_records_change_no_byte_for_others(tmp_path: Path) -> None:
    views = []
    for name, finding in (("a", GOOD), ("b", LOST), ("c", AGAINST)):
        parts = {"qortex/gain": {SourcePart.URL: GOOD}, "hid/own": {SourcePart.URL: finding}}
        site = drawn(tmp_path / name, Audience.PUBLIC, parts).site
        views.append((site.files, site.diagnosis))
    assert views[0] == views[1] == views[2]


def test_project_is_checked_when_all_its_sources_are(tmp_path: Path) -> None:
    library = read_library(write_site(tmp_path, MINIMAL, as_of=AS_OF))
    entry = library.records["qortex/gain"]
    early = replace(GOOD, checked="2026-02-01")
    one, two = (replace(entry, verdict=Verdict("", {SourcePart.URL: f})) for f in (GOOD, early))
    statement = replace(entry, record=entry.record.model_copy(update={"source": None}))
    assert checked_since([one, two, statement]) == "1 Feb 2026"
    assert checked_since([one, entry]) == ""
    assert checked_since([statement]) == ""
    assert checked_since([]) == ""


def test_hash_is_not_shown(tmp_path: Path) -> None:
    library = read_library(write_site(tmp_path, MINIMAL))
    source = library.records["qortex/gain"].record.source
    assert source
    view = source_view(source.model_copy(update={"path": f"a.pdf#sha256={'0' * 64}"}), {})
    assert view.details == (("file", "a.pdf", ""),)


def test_quote_opens_its_page_where_it_stands(tmp_path: Path) -> None:
    quoted = record("gain", source=SOURCE | {"quote": "It's well-known"})
    files = MINIMAL | {FILE: evidence(quoted)}
    address = 'href="https://example.org/report#:~:text='
    assert f"{address}It%27s%20well%2Dknown" in draw(tmp_path / "a", files).html(QORTEX)
    known = read_library(write_site(tmp_path / "b", files)).records["qortex/gain"]
    place = replace(GOOD, spelled="It’s well-known", record=known.stamp().fingerprint)
    kept = {"qortex/gain": Verdict(fingerprint(known.record), {SourcePart.PLACE: place})}
    results = {"content/verified.json": spell_verdicts(kept)}
    html = draw(tmp_path / "c", files | results).html(QORTEX)
    assert f"{address}It%E2%80%99s%20well%2Dknown" in html


def test_a_record_without_a_source_leads_nowhere() -> None:
    assert linked_addresses(entry()) == {}
    assert linked_addresses(entry(url="https://example.org/r")) == {"url": "https://example.org/r"}
