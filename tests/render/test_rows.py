"""Rows of the requirement table, in order, each with strength, caveat, reason and records."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dossier.model.audience import Audience
from tests.builders import AS_OF, MINIMAL, write_site
from tests.html import Node, parse
from tests.render.fixtures import (
    ACME,
    Drawn,
    dossier,
    draw,
    draw_dossier,
    evidence,
    metric,
    project,
    record,
    role,
    row,
)
from tests.views import shared_view

FILE = "content/evidence/qortex.yml"


def lines(page: Node) -> list[Node]:
    found = page.one("table.ev-req").all("tr")[1:]
    return [node for node in found if node.attributes.get("class") != "ev-paper"]


def line(
    root: Path, *, as_of: date = AS_OF, gain: dict[str, Any] | None = None, **fields: object
) -> Node:
    """Draw the only row of a dossier."""
    files = {f"content/{ACME}": dossier(proof_points=[row("a", **fields)], roles=[role("ml")])}
    if gain is not None:
        files[FILE] = evidence(record("gain", **gain))
    (found,) = lines(draw(root, files, as_of=as_of).tree(ACME))
    return found


def test_rows_stand_in_the_order_of_the_author(tmp_path: Path) -> None:
    strengths = ["weak", "direct", "none", "strong", "moderate"]
    rows = [row(f"r{n}", strength=s, note="n") for n, s in enumerate(strengths)]
    found = lines(draw_dossier(tmp_path, proof_points=rows))
    assert [node.attributes["id"] for node in found] == [f"proof-r{n}" for n in range(5)]
    assert [node.one("span.ev-s").attributes["data-s"] for node in found] == strengths
    assert [node.one("span.ev-s").text for node in found] == [
        "Weak",
        "Direct",
        "None yet",
        "Strong",
        "Moderate",
    ]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_record_leads_from_each_dossier_to_where_its_texts_lead(
    tmp_path: Path, *, directory_urls: bool
) -> None:
    to_page = "[acme](../applications/acme/index.md)"
    ids = {"plain": "[up](project:qortex)", "row": "[row](proof:a)", "page": to_page}
    rows = [row("a", claim="It did.", evidence=[f"qortex/{id_}" for id_ in ids])]
    files = {
        f"content/applications/{name}/index.md": dossier(
            company=name, proof_points=[{**rows[0], "id": row_id}]
        )
        for name, row_id in (("beta", "b"), ("acme", "a"), ("zeta", "c"))
    }
    files[FILE] = evidence(*(record(id_, claim=claim) for id_, claim in ids.items()))
    site = draw(
        tmp_path, {**files, "content/projects/qortex.md": project()}, directory_urls=directory_urls
    )
    found = {
        name: site.tree(f"applications/{name}/index.md").one("div.ev-proof").links()
        for name in ("beta", "acme", "zeta")
    }
    end = "" if directory_urls else "index.html"
    up = f"../../projects/qortex{'/' if directory_urls else '.html'}"
    assert {links["up"] for links in found.values()} == {up}
    assert {links["qortex/plain"] for links in found.values()} == {f"{up}#qortex/plain"}
    assert found["acme"]["acme"] == (end or "./")
    assert found["beta"]["acme"] == found["zeta"]["acme"] == f"../acme/{end}"
    assert found["acme"]["row"] == "#proof-a"
    assert "row" not in found["beta"].keys() | found["zeta"].keys()


def test_row_says_claim_quote_and_caveat_with_references(tmp_path: Path) -> None:
    found = line(
        tmp_path,
        requirement="Rankers that *learn*",
        quote="rankers <b>that</b> learn",
        claim="I built [one](evidence:qortex/gain), [](evidence:qortex/gain#precision)",
        strength="moderate",
        note="On [one](project:qortex) domain",
        priority="nice",
    )
    head = found.one("th")
    assert head.text == "Rankers that learn nice to have “rankers <b>that</b> learn”"
    claim, caveat = found.all("p")[:2]
    assert claim.shown == "I built one, +22%"
    assert claim.links() == {"one": "../../projects/qortex/#qortex/gain"}
    assert (caveat.text, caveat.classes) == ("On one domain", ["cav"])


def test_task_is_no_wish(tmp_path: Path) -> None:
    found = line(tmp_path, requirement="You run the floor", priority="task")
    assert found.one("th").text == "You run the floor a task of the job"


def test_quote_that_is_the_requirement_stands_once(tmp_path: Path) -> None:
    found = line(tmp_path, requirement="Rankers that *learn*", quote="Rankers that learn")
    assert found.one("th").text == "Rankers that learn"


def test_override_is_printed_wherever_the_row_is(tmp_path: Path) -> None:
    found = line(tmp_path, override="It ships [soon](figure:other)", gain={"status": "planned"})
    assert "Rated above what its best record allows: It ships soon" in found.texts("p.cav")


def test_waived_row_gives_its_reason_to_the_author_alone(tmp_path: Path) -> None:
    files = {
        f"content/{ACME}": dossier(
            audience="public", proof_points=[row("a", accepted="They *dropped* it")]
        )
    }
    (private,) = lines(draw(tmp_path, files).tree(ACME))
    assert private.texts("p.cav") == ["Waived: They dropped it"]
    assert not private.has("p.ev-note")
    (public,) = lines(draw(tmp_path, files, audience=Audience.PUBLIC).tree(ACME))
    assert "dropped" not in public.text


@pytest.mark.parametrize(
    ("gain", "fields", "note"),
    [
        ({}, {}, []),
        ({}, {"strength": "moderate", "note": "n"}, []),
        ({}, {"strength": "weak", "note": "n"}, []),
        ({}, {"strength": "none"}, []),
        ({}, {"evidence": []}, ["Claimed only: cites no record"]),
        (
            {"check": "statement"},
            {},
            ["Claimed only: what shows it is an own statement"],
        ),
        ({"source": None}, {}, ["Claimed only: what shows it names no source"]),
        ({"valid_until": "2026-02"}, {}, ["Stale: expired: “Claim gain” since 28 Feb 2026"]),
    ],
)
def test_state_is_told_where_the_strength_does_not_tell_it(
    gain: dict[str, Any], fields: dict[str, Any], note: list[str], tmp_path: Path
) -> None:
    assert line(tmp_path, gain=gain, **fields).texts("p.ev-note--warn") == note


def test_records_of_a_row_open_one_after_the_other(tmp_path: Path) -> None:
    files = {
        FILE: evidence(
            record(
                "one",
                claim="First",
                check="rerun",
                method="By hand",
                metrics=[
                    metric("precision", 22, unit="%", op="+", baseline="cosine", scope="20 things"),
                    metric("recall", 26, unit="%", op="+", scope="20 things"),
                ],
                must_say=["controlled"],
                date="2026-01-05",
                limits="Small",
                status="experimental",
                source={"label": "Report", "url": "https://example.org/r"},
                valid_until="2026-02",
            ),
            record("two", check="third-party"),
            record("three", check="rerun", source=None),
        ),
        f"content/{ACME}": dossier(
            proof_points=[row("a", evidence=["qortex/one", "qortex/two", "qortex/three"])],
            audience="public",
        ),
    }
    (found,) = lines(draw(tmp_path, files, audience=Audience.PUBLIC).tree(ACME))
    details = found.one("details")
    assert "open" not in details.attributes
    assert (
        details.one("summary").shown == "Check it: repeatable, by a third party, source on request"
    )
    assert details.one("summary").text.endswith(" for Need a")
    one, two, three = details.all("dl.ev-dl")
    assert one.facts == [
        ("Record", "+22% precision against cosine (controlled); +26% recall (controlled)"),
        ("Method", "By hand"),
        ("Scope", "20 things"),
        ("As of", "5 Jan 2026"),
        ("Limit", "Small"),
        ("Status", "Experimental"),
        ("Note", "Due for another check since 28 Feb 2026."),
        ("Source", "Report"),
        ("Full record", "qortex/one Repeatable"),
    ]
    assert one.links() == {
        "Report": "https://example.org/r",
        "qortex/one": "../../projects/qortex/#qortex/one",
    }
    assert two.facts[-1] == ("Full record", "qortex/two By a third party")
    assert [term for term, _ in three.facts] == ["Full record"]
    # The author, who wrote the record, is told what to keep in mind.
    (own,) = lines(draw(tmp_path, files).tree(ACME))
    told = [term for term, _ in own.all("dl.ev-dl")[0].facts]
    assert told == ["Record", "Limit", "Status", "Note", "Full record"]


def test_row_without_a_claim_shows_those_of_its_records(tmp_path: Path) -> None:
    files = {
        FILE: evidence(
            record("one", claim="Ranks [well](evidence:qortex/two)"),
            record("two", claim="Runs", metrics=[metric("n", 7)]),
        ),
        f"content/{ACME}": dossier(
            proof_points=[row("a", evidence=["qortex/one", "qortex/two"], strength="none")]
        ),
    }
    (found,) = lines(draw(tmp_path, files).tree(ACME))
    cell = found.one("td.p")
    assert [p.shown for p in cell.all("p")][:2] == ["Ranks well qortex/one", "Runs qortex/two"]
    assert cell.all("p")[1].links() == {"qortex/two": "../../projects/qortex/#qortex/two"}
    assert "Nothing to show yet" not in found.text
    assert [dl.facts[0] for dl in found.all("dl.ev-dl")] == [
        ("Full record", "qortex/one Open to inspect"),
        ("Record", "7 n"),
    ]


def test_claim_of_a_record_is_told_to_a_recipient_once(tmp_path: Path) -> None:
    claim = "Rebuilt the first two weeks of the course around the simulator, for all"
    records = evidence(record("one", claim=claim, check="inspect", source={"label": "Paper"}))
    cites = {"evidence": ["a/one"]}
    rows = [row("own", claim="Mine", **cites), row("full", **cites), row("short", **cites)]
    files = {"content/evidence/a.yml": records, f"content/{ACME}": dossier(proof_points=rows)}
    view = shared_view(write_site(tmp_path, {**MINIMAL, **files}))
    own, full, short = lines(parse(view.document("acme", page="s/aa/index.md").html))
    words = "Rebuilt the first two weeks of the course …"
    told = [line.one("td.p").one("p") for line in (own, full, short)]
    assert [p.text for p in told] == ["Mine", claim, f"As above: {words}"]
    assert told[2].links() == {words: "#proof-full"}
    for line in (own, full, short):
        assert line.one("summary").shown == "What shows it", "nothing can be checked there"
        assert line.one("details").facts[-1] == ("Full record", words), "nor is it said again"


def test_row_with_neither_claim_nor_record_says_so(tmp_path: Path) -> None:
    said = {
        "none": "Nothing to show yet.",
        "weak": "No record of it yet.",
        "strong": "Claimed only: cites no record",
    }
    for strength, told in said.items():
        found = line(tmp_path / strength, evidence=[], strength=strength)
        assert found.one("td.p").texts("p")[0] == told


def test_row_that_asks_for_a_language_stands_on_the_profile(tmp_path: Path) -> None:
    asked = row("a", evidence=[], strength="direct", requirement="Good Norwegian and *English*")
    files = {
        f"content/{ACME}": dossier(proof_points=[asked]),
        "content/profile.yml": "name: Ada\nlanguages: [{language: English, level: B2}]\n",
    }
    (found,) = lines(draw(tmp_path, files).tree(ACME))
    assert found.one("td.p").texts("p") == [
        "English (B2)",
        "Claimed only: my own word, in my profile",
    ]


def test_row_without_records_has_nothing_to_open(tmp_path: Path) -> None:
    assert not line(tmp_path, evidence=[], strength="none").has("details")


def test_records_that_readers_may_not_see_are_not_there(tmp_path: Path) -> None:
    files = {
        FILE: evidence(record("gain"), record("own", audience="private")),
        f"content/{ACME}": dossier(
            audience="public", proof_points=[row("a", evidence=["qortex/own", "qortex/gain"])]
        ),
    }
    drawn = draw(tmp_path, files, audience=Audience.PUBLIC)
    (found,) = lines(drawn.tree(ACME))
    assert [dl.facts[-1][1] for dl in found.all("dl.ev-dl")] == ["qortex/gain Open to inspect"]
    assert "qortex/own" not in drawn.html(ACME)


def test_row_says_for_which_roles_it_is_unless_for_all(tmp_path: Path) -> None:
    page = draw_dossier(
        tmp_path,
        roles=[role("ml"), role("be", title="Back & End"), role("fe")],
        proof_points=[row("a"), row("b", roles=["be"]), row("c", roles=["fe", "ml", "gone"])],
    )
    assert [node.texts("small.ev-for") for node in lines(page)] == [
        [],
        ["for Back & End"],
        ["for Role fe, Role ml"],
    ]


def rings(page: Node) -> list[tuple[str, str]]:
    """Return the title of each ring of the directive, and its label."""
    return [
        (" ".join(node.texts("p.ev-h3")), node.one("svg.ev-ring").attributes["aria-label"])
        for node in page.one("div.ev-coverage").all("div.ev-head__score")
    ]


@pytest.mark.parametrize(
    ("options", "titles"), [("", ["Role ml", "Role be"]), ("role: be", ["Role be"])]
)
def test_coverage_directive_draws_a_ring_a_role(
    options: str, titles: list[str], tmp_path: Path
) -> None:
    page = draw_dossier(
        tmp_path,
        f"## Pitch\n\n```coverage\n{options}\n```\n",
        roles=[role("ml"), role("be")],
        proof_points=[row("a"), row("b", roles=["be"], strength="none")],
    )
    labels = {
        "Role ml": "Coverage 100%: 1 covered of 1; the covered one linked to a source",
        "Role be": "Coverage 50%: 1 covered, 1 missing of 2; the covered one linked to a source",
    }
    assert rings(page) == [(title, labels[title]) for title in titles]


def test_coverage_directive_of_a_dossier_without_roles_is_of_all_rows(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, "## Notes\n\n```coverage\n```\n", proof_points=[row("a")])
    both = page.all("div.ev-coverage")
    assert len(both) == 2  # the head shows it too
    for found in both:
        assert found.one("svg.ev-ring").attributes["aria-label"].startswith("Coverage 100%: ")


def test_public_table_has_the_caveats_too(tmp_path: Path) -> None:
    files = {
        f"content/{ACME}": dossier(
            audience="public",
            proof_points=[row("a", strength="weak", note="Not *yet*", override="Because")],
        )
    }
    drawn: Drawn = draw(tmp_path, files, audience=Audience.PUBLIC)
    (found,) = lines(drawn.tree(ACME))
    assert found.texts("p.cav") == ["Not yet", "Rated above what its best record allows: Because"]


def test_why_a_row_does_not_count_is_told_once_or_by_each_claim(tmp_path: Path) -> None:
    stated, planned = {"check": "statement"}, {"status": "planned"}
    told = []
    for number, (first, audience) in enumerate(
        ((stated, "shared"), (planned, "shared"), (planned, "private"))
    ):
        rows = [row("a", evidence=["qortex/one", "qortex/two"], audience=audience)]
        files = {
            f"content/{ACME}": dossier(proof_points=rows, roles=[role("ml")]),
            FILE: evidence(record("one", **first), record("two", **stated)),
        }
        (found,) = lines(draw(tmp_path / str(number), files).tree(ACME))
        told.append(found.text)
    assert "Claimed only: what shows it is an own statement" in told[0]
    assert "Claimed only: “Claim one” is planned; “Claim two” is an own statement" in told[1]
    assert "Not confirmed: yours to open, with dossier confirm" in told[2]
