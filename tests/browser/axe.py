"""Ask axe-core what is wrong with a page: WCAG 2.2 AA and best practice."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "vendor" / "axe.min.js"
VERSION = "4.14.1"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

_RUN = """async options => {
    if (document.querySelector("audio, video")) throw Error("axe has to load sounds first");
    const found = await axe.run(document, options);
    const name = node => node.target.flat().join(" ");
    return {
        passes: found.passes.length,
        violations: found.violations.flatMap(rule =>
            rule.nodes.map(node => `${rule.id}: ${name(node)}: ${node.failureSummary}`)),
    };
}"""


CONTRAST = "color-contrast"
"""The rule that takes two thirds of the time. What it finds is the same at any width."""


def violations(page: Page, rules: Sequence[str] = (), *, without: Sequence[str] = ()) -> list[str]:
    """Return a line for each element that breaks one of some rules, or any; folded parts too."""
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    options = {
        "runOnly": only,
        # Off unless asked for.
        "rules": {"target-size": {"enabled": True}}
        | {name: {"enabled": False} for name in without},
        "resultTypes": ["violations"],
        "preload": False,  # sheets are fetched anew for no rule that is asked, media for one
    }
    found = page.evaluate(_RUN, options)
    assert found["passes"], "axe looked at nothing"
    return [" ".join(line.split()) for line in found["violations"]]
