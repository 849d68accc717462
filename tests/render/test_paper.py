"""What paper says beside a claim: what qualifies it and where it can be checked, and no more."""

from datetime import date
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from tests.builders import MINIMAL, write_site
from tests.html import Node, parse
from tests.render.fixtures import (
    ACME,
    dossier,
    draw,
    evidence,
    metric,
    open_dossier,
    record,
    row,
)
from tests.views import shared_view

FILE = "content/evidence/a.yml"
GAIN = record(
    "gain",
    part="led",
    team=4,
    date="2026-02",
    limits="One corpus alone",
    metrics=[
        metric("up", 22, name="uplift", unit="%", baseline="plain search", scope="legal texts"),
        metric("ms", 3, name="latency", unit="ms"),
    ],
    source={"label": "Report", "url": "https://reports.example.net/a/#:~:text=uplift"},
)


def sent(root: Path, records: str, body: str = "", /, **fields: object) -> Node:
    files = {**MINIMAL, FILE: records, f"content/{ACME}": dossier(body, **fields)}
    view = shared_view(write_site(root, files))
    return parse(view.document("acme", page="s/aa/index.md").html)


def beside(page: Node) -> list[str]:
    """Return what paper says under each row."""
    return [" ".join(node.text.split()) for node in page.all("tr.ev-paper")]


def test_a_row_says_what_qualifies_its_records_and_where_they_are(tmp_path: Path) -> None:
    page = sent(tmp_path, evidence(GAIN), proof_points=[row("a", evidence=["a/gain"])])
    (line,) = page.all("tr.ev-paper")
    assert beside(page)[0] == (
        "Check it: open to inspect. Report (reports.example.net/a): Led by me, in a team of 4. "
        "As of Feb 2026. Uplift against plain search. Scope of uplift: legal texts. "
        "Limit: One corpus alone."
    )
    address = "https://reports.example.net/a/#:~:text=uplift"
    assert line.links() == {"reports.example.net/a": address}


STATES: dict[str, tuple[dict[str, object], str]] = {
    "deprecated": ({"status": "deprecated"}, "Deprecated."),
    "unconfirmed": ({"status": "unconfirmed"}, "Not confirmed yet."),
    "expired": ({"valid_until": "2026-01"}, "Due for another check since 31 Jan 2026."),
    "own word": ({"check": "statement", "source": {"label": "Diary"}}, "Own statement."),
    "on paper": ({"source": {"label": "Book", "printed": "Hive 2021, p. 3"}}, "Hive 2021, p. 3."),
    "wording": ({"must_say": ["rough"], "metrics": [metric("m", 1)]}, "Rough."),
}


@pytest.mark.parametrize("state", STATES)
def test_whatever_makes_it_count_for_less_is_said(state: str, tmp_path: Path) -> None:
    fields, said = STATES[state]
    records = evidence(record("gain", **fields))
    (line,) = beside(sent(tmp_path, records, proof_points=[row("a", evidence=["a/gain"])]))
    assert said in line


def test_a_source_that_opens_nowhere_has_no_address(tmp_path: Path) -> None:
    records = evidence(record("small", limits="Small", source={"label": "Paper"}), GAIN)
    rows = [row("a", evidence=["a/small"]), row("b", evidence=["a/gain"])]
    assert beside(sent(tmp_path, records, proof_points=rows))[0] == (
        "Source on request. Paper: Limit: Small."
    )


def test_what_stands_above_the_rows_is_qualified_though_no_row_cites_it(tmp_path: Path) -> None:
    records = evidence(GAIN, record("other", limits="Two days"), record("kept", limits="None"))
    text = "## Pitch\n\nI [did](evidence:a/gain) it.\n\n## Why\n\nAnd [this](evidence:a/kept)."
    page = sent(tmp_path, records, text, proof_points=[row("a", evidence=["a/other"])])
    (apart,) = (node for node in page.all("p.ev-paper") if "Limit" in node.text)
    assert "Limit: One corpus alone." in apart.text
    assert "Two days" not in apart.text
    # What paper does not show needs no word on it.
    assert "None" not in apart.text


JUDGED: dict[str, tuple[dict[str, object], str]] = {
    "opens": ({}, "the sources are there so you can form yours."),
    "asked for": ({"source": {"label": "Paper"}}, "ask me for the sources"),
    "own word": ({"check": "statement", "source": None}, "Strength is my own judgement."),
}


@pytest.mark.parametrize("kind", JUDGED)
def test_the_foot_promises_the_sources_that_are_there(kind: str, tmp_path: Path) -> None:
    fields, said = JUDGED[kind]
    page = sent(
        tmp_path, evidence(record("gain", **fields)), proof_points=[row("a", evidence=["a/gain"])]
    )
    assert said in page.one("p.ev-share").text


def test_a_public_dossier_says_it_too_and_the_author_needs_none(tmp_path: Path) -> None:
    text = "## Why\n\nAnd [this](evidence:a/kept)."
    rows = [row("a", evidence=["a/gain"])]
    records = evidence(GAIN, record("kept", limits="Two days"), audience="public")
    files = {FILE: records, **open_dossier(text, proof_points=rows)}
    public = draw(tmp_path / "public", files, audience=Audience.PUBLIC).tree(ACME)
    assert "Limit: One corpus alone." in beside(public)[0]
    assert "Limit: Two days." in " ".join(node.text for node in public.all("p.ev-paper"))
    private = draw(tmp_path / "private", files, as_of=date(2026, 3, 1)).tree(ACME)
    assert [node for node in private if node.attributes.get("class") == "ev-paper"] == []
