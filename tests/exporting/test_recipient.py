"""What one recipient may see, and how texts are told."""

import pytest

from dossier.exporting.recipient import emphasis_of
from dossier.exporting.resume import Proof
from dossier.plain.errors import ConfigError
from tests.builders import MINIMAL
from tests.exporting.recipients import recipient, with_text

DOSSIER = "content/applications/acme/index.md"
RECORDS = "content/evidence/qortex.yml"
CARD = "https://ada.example/projects/qortex/#qortex/gain"


def test_emphasis_is_the_order_of_its_references_and_nothing_else() -> None:
    said = "## Emphasis\n\n- [Gain](evidence:qortex/gain), [](evidence:qortex/gain#precision)\n"
    said += "- [qortex](project:qortex) for [2 weeks](figure:other), [again](project:qortex)\n"
    told = recipient(with_text(DOSSIER, ("## Notes\n", f"{said}\n## Notes\n")))
    assert [str(target) for target in told.emphasis] == ["evidence:qortex/gain", "project:qortex"]
    assert emphasis_of(None) == ()


def test_a_figure_has_the_address_of_its_record_and_a_citation_none() -> None:
    told = recipient()
    figure = told.tell("By [](evidence:qortex/gain#precision)")
    assert (figure.text, figure.proofs) == ("By +22%", (Proof(CARD),))
    assert told.tell("[Better](evidence:qortex/gain)").proofs == ()
    assert told.tell(None).text == ""


def test_an_earlier_value_is_told_beside_a_figure_once() -> None:
    told = recipient(with_text(RECORDS, ('op: "+"', 'op: "+", before: 12')))
    figure, scoped = "[](evidence:qortex/gain#precision)", ' "with scope")'
    earlier = figure.replace(")", ".before)")
    for text, expected in (
        (f"By {figure} now", "By +22% (12% before) now"),
        (figure.replace(")", scoped), "+22% (20 concepts; 12% before)"),
        (f"From {earlier} to {figure}", "From 12% to +22%"),
        (f"It was 12% and is {figure}", "It was 12% and is +22%"),
    ):
        assert told.plain(text) == expected


def test_a_record_is_looked_up_on_the_site_or_else_at_its_source() -> None:
    record = recipient().library.records["qortex/gain"]
    assert recipient().address_of(record) == CARD
    assert recipient(site_url="").address_of(record) == "https://example.org/report"
    shared = recipient(with_text(RECORDS, ("audience: public", "audience: shared")))
    assert shared.address_of(shared.library.records["qortex/gain"]) == "https://example.org/report"
    unlinked = recipient(with_text(RECORDS, (", url: https://example.org/report", "")), site_url="")
    assert unlinked.address_of(unlinked.library.records["qortex/gain"]) == ""


def test_records_on_one_page_have_its_address_together() -> None:
    more = "  - {id: b, claim: B, kind: code, check: statement}\n"
    told = recipient(MINIMAL | {RECORDS: MINIMAL[RECORDS] + more})
    both = (told.library.records["qortex/gain"], told.library.records["qortex/b"])
    assert told.proofs_of(*both) == (Proof("https://ada.example/projects/qortex/"),)
    assert told.proofs_of(*both[:1], *both[:1]) == (Proof(CARD),)
    (project,) = told.library.projects.values()
    assert told.page_of(project) == "https://ada.example/projects/qortex/"
    assert recipient(site_url="").page_of(project) == ""


def test_of_records_that_the_dossier_does_not_cite_only_public_ones_are_known() -> None:
    records = MINIMAL[RECORDS] + "".join(
        f"  - {{id: {name}, claim: Other, kind: code, check: statement, audience: {name}}}\n"
        for name in ("public", "shared", "private")
    )
    known = recipient(MINIMAL | {RECORDS: records}).library.records
    assert set(known) == {"qortex/gain", "qortex/public"}


def test_a_dossier_that_is_not_there_is_wrong_use() -> None:
    with pytest.raises(ConfigError, match="no role `x`"):
        recipient(role="x")
