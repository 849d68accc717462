"""*An assistant is told of one dossier what its author opened*, and learns nothing by guessing.

Two projects differ in what the assistant does not see. Whatever it proposes, both say the same.
"""

from pathlib import Path

import pytest

from dossier.cli.mcp import Seat
from dossier.plain.errors import DossierError
from tests.assistants.patches import DOSSIER, FILES, answer, patch, record, row, section
from tests.sites import project

QORTEX = "content/evidence/qortex.yml"
HIDDEN = """\
  - {id: hush, claim: I led it, kind: code, check: statement, audience: private}
  - {id: guessed, claim: I led it, kind: code, check: statement, audience: private,
     status: unconfirmed}
"""
METRICS = "metrics: [{id: pct, name: hush, value: 37, unit: '%', scope: one market}]"
ROW = "  - {id: hush, requirement: Hush, strength: none, audience: private}\n"
TEXTS = """\
## Questions

### Why hush?

You know.

## Letter { audience=private }

Dear Sam.

## Hooks

Hush.

## Hush money

A lot.
"""
GUESSES = {
    "a confirmed record": patch(record("hush", "qortex")),
    "an unconfirmed record": patch(record("guessed", "qortex")),
    "a record of a hidden file": patch(record("one", "hush")),
    "a new record of a hidden file": patch(record("two", "hush")),
    "a record of a broken file": patch(record("one", "broken")),
    "a heading": patch(section("Hush money", "I build.")),
    "a record of its own": patch(record("hush", "acme-proposed")),
    "a row": patch(row("hush")),
    "a section of a known name": patch(section("Letter", "Dear all.")),
    "a section that is always private": patch(section("Hooks", "I build.")),
    "an answer": patch(answer("Why hush?", "Because.")),
    "a reference": patch(section("Offer", "[x](evidence:hush/one)")),
    "a metric": patch(section("Offer", "[](evidence:hush/one#pct)")),
    "a row's evidence": patch(row(evidence=["hush/one"], strength="weak", note="Small")),
    **{f"{n} percent": patch(section("Offer", f"Hush rose by {n}%.")) for n in (36, 37)},
}


def test_no_guess_tells_what_is_hidden(tmp_path: Path) -> None:
    private = "evidence:\n" + HIDDEN.replace("id: hush", f"id: one, {METRICS}")
    unasked = FILES[DOSSIER].partition("## Questions")[0]
    files = {**FILES, DOSSIER: unasked}
    asked = unasked.replace("events:", f"{ROW}events:") + TEXTS
    with_secrets = {
        **files,
        QORTEX: FILES[QORTEX] + HIDDEN,
        DOSSIER: asked,
        "content/evidence/hush.yml": private,
        "content/evidence/broken.yml": "evidence: [",
    }
    seats = [
        Seat(project(tmp_path / name, files) / "mkdocs.yml", "acme")
        for name, files in (("without", files), ("with", with_secrets))
    ]
    for what, guess in GUESSES.items():
        for is_tried in (True, False):
            without, told = (said(seat, guess, is_tried=is_tried) for seat in seats)
            assert told == without, what
    named = ("qortex/hush", "hush/one", "hush/two", "acme-proposed/hush", "acme")
    for name in named:
        assert seats[0].show(name) == seats[1].show(name)
    assert seats[0].context("letter") == seats[1].context("letter")
    text = (tmp_path / "with" / DOSSIER).read_text()
    assert not [kept for kept in (*TEXTS.split("\n\n"), ROW) if kept.strip() not in text]


def said(seat: Seat, guess: str, *, is_tried: bool) -> str:
    try:
        return seat.apply(guess, dry_run=is_tried)
    except DossierError as error:
        return f"raised: {error}"


@pytest.mark.parametrize("audience", ["shared", "public"])
def test_what_others_see_is_not_replaced_though_nobody_confirmed_it(
    tmp_path: Path, audience: str
) -> None:
    shown = FILES[QORTEX].replace("  # from memory", f"\n    audience: {audience}")
    root = project(tmp_path, {**FILES, QORTEX: shown})
    told = said(
        Seat(root / "mkdocs.yml", "acme"),
        patch(record("guess", "qortex", claim="Loads end")),
        is_tried=False,
    )
    assert "others see the record `qortex/guess`" in told
    assert (root / QORTEX).read_text() == shown
