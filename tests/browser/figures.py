"""What a page shows of figures, asked of it in a browser."""

_ROWS = """() => [
    ...document.querySelectorAll(
        "table[aria-label='Requirements and evidence'] tbody tr:not(.ev-paper)"
    )
].map(row => ({
    strength: row.querySelector("td.s [data-s]")?.dataset.s ?? "",
    mark: row.querySelector("td.s [data-state]")?.dataset.state ?? "",
    caveats: [...row.querySelectorAll("td.p > p.ev-note")].map(note => note.textContent),
    waived: [...row.querySelectorAll("td.p > p.cav")].map(note => note.textContent),
    roles: row.querySelector("th .ev-for")?.textContent.replace(/^for /, "") ?? "",
}))"""

_ROLES = """() => [
    ...document.querySelectorAll(".ev-roles > section, .ev-head__score")
].map(box => ({
    title: box.querySelector("header .ev-h3, p.ev-h3, p.ev-head__role")?.textContent ?? "",
    label: box.querySelector("svg.ev-ring")?.getAttribute("aria-label") ?? "",
    text: box.querySelector("svg.ev-ring .big")?.textContent ?? "",
    tally: [...box.querySelectorAll(".ev-tally > *")]
        .map(item => [item.dataset.state, parseInt(item.textContent) || 0]),
    segments: [...box.querySelectorAll("svg.ev-ring .seg")].map(arc => arc.dataset.state),
}))"""

_CARDS = """() => [...document.querySelectorAll(".ev-ledger > li[id]")].map(card => [
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

QUESTIONS = {"rows": _ROWS, "roles": _ROLES, "cards": _CARDS, "elsewhere": _ELSEWHERE}
"""Functions of the browser: rows of requirements, boxes of roles, cards of records with their
figures, and figures that stand elsewhere with the card that they name."""
