"""What a page counts is what it shows, and a figure reads the same wherever it stands."""

import re
from collections import Counter

import pytest
from playwright.sync_api import Page

from tests.browser.sites import Site

pytestmark = pytest.mark.browser

STATES = {
    "direct": "covered",
    "strong": "covered",
    "moderate": "partial",
    "weak": "weak",
    "none": "missing",
}
"""What a row of a strength counts as, unless it says otherwise."""

WORDS = ("covered", "partial", "weak", "missing", "stale", "claimed only", "waived")
SPOKEN = re.compile(rf"(\d+) ({'|'.join(WORDS)})")

_ROWS = """rows => rows.map(row => ({
    strength: row.querySelector("td.s [data-s]").dataset.s,
    caveats: [...row.querySelectorAll("td.p > p.ev-note")].map(note => note.textContent),
    waived: [...row.querySelectorAll("td.p > p.cav")].map(note => note.textContent),
    roles: row.querySelector("th .ev-for")?.textContent.replace(/^for /, "") ?? "",
}))"""

_ROLES = """boxes => boxes.map(box => ({
    title: box.querySelector("header .ev-h3, p.ev-h3, p.ev-head__role")?.textContent ?? "",
    label: box.querySelector("svg.ev-ring")?.getAttribute("aria-label") ?? "",
    text: box.querySelector("svg.ev-ring .big")?.textContent ?? "",
    tally: [...box.querySelectorAll(".ev-tally > *")].map(item => item.textContent.trim()),
    segments: [...box.querySelectorAll("svg.ev-ring .seg")].map(arc => arc.dataset.state),
}))"""

_CARDS = """cards => cards.map(card => [
    location.pathname + "#" + card.id,
    [...card.querySelectorAll(".ev-ledger__v, .ev-chart dd > b")].map(v => v.textContent),
])"""

_ELSEWHERE = """() => {
    const values = (node, selector) =>
        [...node.querySelectorAll(selector)].map(value => value.textContent);
    const target = link => new URL(link.href).pathname + new URL(link.href).hash;
    const shown = (box, link, selector) =>
        [...document.querySelectorAll(box)].flatMap(node => {
            const found = node.querySelector(link);
            return found ? [[target(found), values(node, selector)]] : [];
        });
    return [
        ...shown(".ev-metrics > li", "a.ev-id", ".ev-metric__v"),
        ...shown(".ev-brief > li", "a.ev-id", ".ev-brief__f > b"),
        ...shown(".ev-metrics > li", ".ev-metric__src a[href^='#']", ".ev-metric__v"),
        ...shown("dl.ev-dl", "dd:last-of-type a", ".ev-num > b"),
    ];
}"""


def expected(rows: list[dict[str, str]], title: str) -> Counter[str]:
    """Count the rows of a role by what they say of themselves."""
    counted: Counter[str] = Counter()
    for row in rows:
        if row["roles"] and title not in row["roles"]:
            continue
        said = [note.partition(":")[0].strip().lower() for note in row["caveats"]]
        waived = ["waived" for note in row["waived"] if note.startswith("Waived:")]
        counted[(waived or said or [STATES[row["strength"]]])[0]] += 1
    return counted


@pytest.mark.parametrize("name", ["shipped-private", "hostile-private", "hostile-public"])
def test_ring_tally_and_rows_agree(name: str, page: Page, sites: dict[str, Site]) -> None:
    site = sites[name]
    rings = 0
    for address in site.of_kind("/applications/"):
        page.goto(site.address + address)
        table = page.get_by_role("table", name="Requirements and evidence")
        rows = table.locator("tbody tr").evaluate_all(_ROWS)
        for role in page.locator(".ev-roles > section, .ev-head__score").evaluate_all(_ROLES):
            counted = expected(rows, role["title"])
            if not rows:
                assert role["segments"] == []
                continue
            rings += 1
            tally = {word: int(n) for n, word in (item.split(" ", 1) for item in role["tally"])}
            assert tally == counted, f"{address} {role['title']}"
            spoken = SPOKEN.findall(role["label"].partition(";")[0])
            assert {word: int(n) for n, word in spoken} == counted, role["label"]
            assert role["label"].startswith(f"Coverage {role['text']}: ")
            arcs = len(counted) if counted.total() > 20 else counted.total()
            assert len(role["segments"]) == arcs
    assert rings >= 2


def test_figures_read_as_in_their_record(page: Page, site: Site) -> None:
    records: dict[str, list[str]] = {}
    shown: list[tuple[str, str, list[str]]] = []
    for address in site.pages:
        page.goto(site.address + address)
        cards = page.locator(".ev-ledger > li[id]").evaluate_all(_CARDS)
        records |= dict(cards)
        shown += [(address, target, values) for target, values in page.evaluate(_ELSEWHERE)]
    assert len(shown) > 20
    assert [
        f"{address} shows {values}, {target} has {records.get(target)}"
        for address, target, values in shown
        if not set(values) <= set(records.get(target, ()))
    ] == []
