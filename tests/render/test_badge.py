"""Rings, bars and what they say: the counts, the percentage and the linked agree everywhere."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from dossier.match.coverage import RoleCoverage, RowCoverage, State
from dossier.model.application import Priority, ProofPoint, Strength
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.evidence import Record
from dossier.model.library import RecordEntry
from dossier.model.proof import ProofLevel
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart, Verdict
from dossier.render.badge import ARC_ABOVE, Badge, badge, spell_counts
from dossier.render.labels import STATES
from dossier.render.templates import environment
from dossier.templates import Templates
from tests.html import parse
from tests.render.fixtures import ACME, dossier, draw, role, row

SVG = "{http://www.w3.org/2000/svg}"
LINKED = {"id": "r", "claim": "c", "kind": "code", "check": "inspect"}


def covered(
    states: Sequence[State], *, linked: bool = False, url: str | None = None
) -> RoleCoverage:
    """Return the coverage of a role whose rows are in these states."""
    entries: tuple[RecordEntry, ...] = ()
    if linked:
        source = {"label": "s", "path": "a", "url": url}
        record = Record.model_validate({**LINKED, "source": source})
        entries = (RecordEntry("f/r", record, None, Audience.PUBLIC, Document("f"), ()),)
    return RoleCoverage(
        None,
        tuple(
            RowCoverage(
                ProofPoint(id=f"r{n}", requirement="r", strength=Strength.STRONG),
                state,
                "",
                entries,
                entries if state is State.COVERED else (),
            )
            for n, state in enumerate(states)
        ),
    )


def many(number: int) -> list[State]:
    """Return a number of states, all kinds of them."""
    kinds = list(State)
    return [kinds[n % len(kinds)] for n in range(number)]


def test_five_covered_and_two_partial_of_seven_are_85_percent() -> None:
    found = badge(covered([State.COVERED] * 5 + [State.PARTIAL] * 2, linked=True))
    assert found.percent == "85%"
    assert found.counts == "5 covered, 2 partial of 7"
    assert found.linked == "all 5 covered linked to a source"
    assert found.label == (
        "Coverage 85%: 5 covered, 2 partial of 7; all 5 covered linked to a source"
    )


def test_unlinked_rows_are_told() -> None:
    found = badge(covered([State.COVERED, State.GAP]))
    assert found.says == "1 covered, 1 missing of 2; the covered one not linked to a source"


@pytest.mark.parametrize(
    ("nice", "said"),
    [(0, "3 missing"), (2, "3 missing, 2 of them nice to have"), (3, "3 missing, nice to have")],
)
def test_what_is_missing_is_told_from_what_was_nice_to_have(nice: int, said: str) -> None:
    found = covered([State.COVERED, *[State.GAP] * 3])
    rows = [
        replace(row, row=row.row.model_copy(update={"priority": Priority.NICE}))
        if number < nice
        else row
        for number, row in enumerate(reversed(found.rows))
    ]
    told = badge(replace(found, rows=tuple(rows))).in_words
    assert [each.text for each in told][-1] == said


@pytest.mark.parametrize(
    ("states", "url", "said"),
    [
        (
            [State.COVERED] * 5 + [State.PARTIAL] * 2,
            "https://example.org",
            ["5 of 7 covered, all of them with a source you can open", "2 partial"],
        ),
        (
            [State.COVERED] * 2 + [State.WEAK, State.STALE],
            None,
            [
                "2 of 4 covered, each with a source on request",
                *("1 stale", "1 weak"),
            ],
        ),
        ([State.COVERED], "https://example.org", ["1 of 1 covered, with a source you can open"]),
        ([State.COVERED], None, ["1 of 1 covered, with a source on request"]),
        ([State.GAP, State.CLAIMED], None, ["None of 2 covered", "1 claimed only", "1 missing"]),
        ([State.ACCEPTED], None, ["1 waived"]),
        ([], None, []),
    ],
)
def test_words_say_what_is_shown_and_what_of_it_opens(
    states: list[State], url: str | None, said: list[str]
) -> None:
    found = badge(covered(states, linked=True, url=url))
    assert [line.text for line in found.in_words] == said


def test_what_cites_nothing_is_told_as_an_own_word_and_counts_for_nothing() -> None:
    found = badge(covered([State.COVERED, State.CLAIMED]))
    assert [line.text for line in found.in_words][1:] == ["1 on my own word"]
    assert found.percent == "50%"


def test_words_count_of_the_shown_those_that_open() -> None:
    closed, opens = (
        covered([State.COVERED] * 2, linked=True),
        covered([State.COVERED, State.PARTIAL], linked=True, url="https://example.org"),
    )
    found = badge(RoleCoverage(None, (*closed.rows, *opens.rows)))
    assert found.in_words[0].text == "3 of 4 covered, 1 of them with a source you can open"
    assert found.linked == "all 3 covered linked to a source"


def test_nothing_covered_says_nothing_of_links() -> None:
    assert badge(covered([State.GAP, State.WEAK])).says == "1 weak, 1 missing of 2"


def test_nothing_asked_is_no_percentage() -> None:
    found = badge(covered([]))
    assert (found.percent, found.counts, found.segments, found.total) == (
        "n/a",
        "nothing asked",
        (),
        0,
    )
    assert found.label == "Coverage n/a: nothing is asked"


def test_waived_rows_are_told_and_counted_apart() -> None:
    states = [State.COVERED, State.ACCEPTED, State.ACCEPTED]
    assert spell_counts(covered(states)) == "1 covered of 1, 2 waived"
    assert badge(covered(states)).percent == "100%"
    only_waived = badge(covered([State.ACCEPTED]))
    assert (only_waived.percent, only_waived.counts) == ("n/a", "nothing asked, 1 waived")
    assert only_waived.label == "Coverage n/a: nothing asked, 1 waived"


@pytest.mark.parametrize("number", [1, 8, 9, 20])
def test_ring_has_a_segment_a_row_in_the_order_of_the_rows(number: int) -> None:
    states = many(number)
    found = badge(covered(states))
    assert [segment.state for segment in found.segments] == states
    assert list(found.bars) == states


@pytest.mark.parametrize("number", [21, 40])
def test_ring_of_many_rows_has_an_arc_a_state_best_first(number: int) -> None:
    states = many(number)
    found = badge(covered(states))
    assert [segment.state for segment in found.segments] == list(STATES)
    assert list(found.bars) == states


@pytest.mark.parametrize("number", [1, 2, 8, 9, 20, 21, 40, 200])
def test_segments_fill_the_circle_without_overlap(number: int) -> None:
    found = badge(covered(many(number)))
    end = 0.0
    for segment in found.segments:
        start = -segment.offset
        assert segment.length > 0
        assert start >= end - 1e-6
        assert segment.length + segment.rest == pytest.approx(number)
        end = start + segment.length
    assert end <= number + 1e-6
    drawn = sum(segment.length for segment in found.segments)
    assert 0.7 * number < drawn <= number


def test_single_row_closes_the_ring() -> None:
    (segment,) = badge(covered([State.COVERED])).segments
    assert (segment.length, segment.rest) == (1, 0)


def test_gap_grows_where_segments_get_short() -> None:
    few, more = badge(covered(many(8))), badge(covered(many(9)))
    gaps = [round(found.segments[0].rest - found.total + 1, 3) for found in (few, more)]
    assert gaps[0] < gaps[1]
    assert ARC_ABOVE == 20


@pytest.mark.parametrize("number", [0, 1, 8, 9, 20, 21, 40])
def test_label_tally_and_bar_agree_with_the_rows(number: int, tmp_path: Path) -> None:
    states = many(number)
    found = badge(covered(states))
    drawn = parse(drawn_marks(tmp_path, found))
    tallied = {tally.state: tally.number for tally in found.tallies}
    assert tallied == {state: states.count(state) for state in STATES if state in states}
    assert list(tallied) == [state for state in STATES if state in states]
    for state, count in tallied.items():
        assert f"{count} {STATES[state]}" in found.label
    assert drawn.one("span.ev-badge").text == f"{found.percent} {found.says}"
    if not number:
        assert not drawn.has("svg")
        return
    ring = drawn.one("svg.ev-ring")
    assert ring.attributes["role"] == "img"
    assert ring.attributes["aria-label"] == found.label
    assert len(ring.all("circle")) == len(found.segments)
    bar = drawn.one("span.ev-bar")
    assert bar.attributes["aria-label"] == found.label
    assert [mark.attributes["data-state"] for mark in bar.all("i")] == states
    assert drawn.one("div.ev-tally").texts("span.ev-s") == [
        f"{count} {STATES[state]}" for state, count in tallied.items()
    ]


def drawn_marks(root: Path, found: Badge) -> str:
    """Draw a ring, a bar and a tally with our own templates."""
    fragments = root / "fragments"
    fragments.mkdir()
    (fragments / "all.html").write_text(
        '{% import "fragments/ring.html" as rings %}{% import "fragments/atoms.html" as atoms %}'
        "{{ rings.ring(found) }}{{ rings.bar(found) }}{{ rings.tally(found, atoms) }}"
        "{{ rings.text(found) }}",
        encoding="utf-8",
    )
    return environment(Templates(root)).get_template("fragments/all.html").render(found=found)


def badge_file(root: Path, **fields: object) -> ET.Element:
    drawn = draw(root, {f"content/{ACME}": dossier(**fields)})
    return ET.fromstring(drawn.files["badges/acme.svg"])  # noqa: S314 - our own


def test_badge_file_is_xml_with_a_title_that_says_everything(tmp_path: Path) -> None:
    rows = [row("a"), row("b", strength="moderate", roles=["ml"], note="n"), row("c", roles=["be"])]
    svg = badge_file(tmp_path, roles=[role("ml"), role("be")], proof_points=rows)
    assert svg.tag == f"{SVG}svg"
    (title,) = svg.findall(f"{SVG}title")
    assert title.text == (
        "Acme; Role ml: Coverage 75%: 1 covered, 1 partial of 2; the covered one linked to "
        "a source; Role be: Coverage 100%: 2 covered of 2; all 2 covered linked to a source"
    )
    assert len(svg.findall(f".//{SVG}circle")) == 4
    shown = [text.text for text in svg.iter(f"{SVG}text")]
    assert shown == [
        "75%",
        "Role ml",
        "1 covered, 1 partial of 2",
        "the covered one linked to a source",
        "100%",
        "Role be",
        "2 covered of 2",
        "all 2 covered linked to a source",
    ]


@pytest.mark.parametrize(
    "hostile",
    ["<script>x</script>", "a & b", "\"'>", "]]>", "--><x", "\x07\x0b\x1f", "\ufffe", "\U0001f600"],
    ids=["tag", "ampersand", "quotes", "cdata", "comment", "controls", "no sign", "astral"],
)
def test_badge_file_is_xml_whatever_is_in_it(hostile: str, tmp_path: Path) -> None:
    svg = badge_file(
        tmp_path,
        company=f"Co {hostile}",
        roles=[role("ml", title=f"Title {hostile}")],
        proof_points=[row("a")],
    )
    assert not svg.findall(f".//{SVG}script")
    title = svg.findtext(f"{SVG}title") or ""
    assert title.startswith("Co ")


def test_badge_file_of_nothing_asked_has_no_ring(tmp_path: Path) -> None:
    svg = badge_file(tmp_path, roles=[role("ml")])
    assert not svg.findall(f".//{SVG}circle")
    assert "n/a" in [text.text for text in svg.iter(f"{SVG}text")]


def test_nice_rows_weigh_half() -> None:
    must = ProofPoint(id="a", requirement="r", strength=Strength.STRONG)
    nice = must.model_copy(update={"id": "b", "priority": Priority.NICE})
    rows = (
        RowCoverage(must, State.COVERED, "", (), ()),
        RowCoverage(nice, State.GAP, "", (), ()),
    )
    assert badge(RoleCoverage(None, rows)).percent == "66%"


def test_an_arc_of_one_row_among_hundreds_is_one() -> None:
    found = badge(covered([State.COVERED] * 400 + [State.GAP]))
    assert [(arc.state, arc.length) for arc in found.segments] == [
        (State.COVERED, 399.5),
        (State.GAP, 0.5),
    ]


def test_levels_of_proof_are_told_once_a_check_has_opened_something() -> None:
    plain = covered([State.COVERED, State.COVERED], linked=True)
    assert (plain.levels, badge(plain).proven) == ((ProofLevel.NAMED, ProofLevel.NAMED), "")
    (first, second) = plain.rows
    (known,) = first.counting
    place = CheckResult(CheckOutcome.GOOD, "2026-03-01", record=known.stamp().fingerprint)
    proven = replace(known, verdict=Verdict("", {SourcePart.PLACE: place}))
    found = badge(RoleCoverage(None, (replace(first, counting=(known, proven)), second)))
    assert found.says.endswith("; by proof: 1 exact place, 1 source named")
    assert found.in_words[0].text.endswith("; 1 exact place")
