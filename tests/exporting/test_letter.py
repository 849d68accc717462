"""Letters: the author's own, or put together of what is shared."""

import pytest

from dossier.exporting.letter import compose_letter
from dossier.exporting.plain_text import spell_plain_text
from dossier.plain.errors import ConfigError
from tests.builders import MINIMAL
from tests.exporting.recipients import recipient

DOSSIER = "content/applications/acme/index.md"
RECORDS = "content/evidence/qortex.yml"
ROW = "  - {{id: {}, requirement: R, evidence: [qortex/gain], strength: {}, claim: '{}'}}\n"
FIGURE = "[](evidence:qortex/gain#precision)"
BARE = FIGURE.replace(")", ' "bare")')
ROWS = (
    ROW.format("gain", "strong", f"Better by {FIGURE}")
    + ROW.format("again", "direct", f"And {BARE}")
    + ROW.format("weak", "weak", f"Or {FIGURE}")
)


def letter(
    changes: dict[str, str] | None = None, hook: str = "", rows: tuple[str, ...] = ()
) -> str:
    text = MINIMAL[DOSSIER].replace("proof_points:\n", f"proof_points:\n{ROWS}")
    for old, new in (changes or {}).items():
        text = text.replace(old, new)
    return spell_plain_text(compose_letter(recipient(MINIMAL | {DOSSIER: text}), hook, rows))


def test_a_letter_is_put_together_of_what_is_shared() -> None:
    why = {"## Notes\n": "## Why Acme\n\nYou measure.\n\n## Notes\n"}
    assert (
        letter(why, "A [start](evidence:qortex/gain).")
        == """\
Ada Example
Austin, TX | ada@example.org | example.org/ada

Senior ML Engineer, Acme

Dear Acme team,

A start.

I built a learned ranker.
- And 22%

You measure.

Kind regards,

Ada Example
"""
    )


def test_rows_that_are_named_are_told_and_figures_are_told_once() -> None:
    assert "- Better by +22%" in letter(rows=("gain",))
    assert "- I built a learned ranker" in letter(rows=("ranking",))
    told = {"I built [a learned": "By [](evidence:qortex/gain#precision) I built [a learned"}
    assert "\n- " not in letter(told)
    for name in ("weak", "gone"):
        with pytest.raises(ConfigError, match=f"no row `{name}` that can be told"):
            letter(rows=(name,))


def test_rows_that_count_are_told_strongest_first_and_no_others() -> None:
    more = "".join(
        f"  - {{id: {name}, claim: I hold {name}, kind: credential, check: {check}, "
        "source: {label: Paper}}\n"
        for name, check in (("one", "inspect"), ("two", "inspect"), ("word", "statement"))
    )
    rows = "".join(
        ROW.format(name, strength, "").replace("qortex/gain", f"qortex/{name}")
        for name, strength in (("word", "direct"), ("one", "strong"), ("two", "direct"))
    ).replace(", claim: ''", "")
    text = MINIMAL[DOSSIER].replace("evidence: [qortex/gain]", "evidence: []")
    text = text.replace("proof_points:\n", f"proof_points:\n{rows}")
    files = MINIMAL | {DOSSIER: text, RECORDS: MINIMAL[RECORDS] + more}
    told = spell_plain_text(compose_letter(recipient(files)))
    assert "- I hold two\n- I hold one\n" in told
    assert "hold word" not in told


def test_it_greets_a_reader_and_ends_with_the_link_of_a_share() -> None:
    made = compose_letter(recipient(), reader="Grace Hopper", link="https://ada.example/s/x#k")
    told = spell_plain_text(made)
    assert "\nDear Grace Hopper,\n" in told
    assert told.endswith("source:\nhttps://ada.example/s/x#k\n")


def test_a_letter_of_its_own_stands_as_it_is_written() -> None:
    own = {"## Notes\n": "## Letter\n\nDear Grace,\n\nHello.\n\n## Notes\n"}
    assert letter(own).endswith("Senior ML Engineer, Acme\n\nDear Grace,\n\nHello.\n")


def test_a_letter_in_another_language_has_no_words_of_ours() -> None:
    text = MINIMAL["content/profile.yml"] + "language: de\n"
    told = spell_plain_text(compose_letter(recipient(MINIMAL | {"content/profile.yml": text})))
    assert "Dear" not in told
    assert "regards" not in told


def test_a_letter_without_a_pitch_begins_with_its_rows() -> None:
    text = MINIMAL[DOSSIER].replace("## Pitch", "## Other")
    told = spell_plain_text(compose_letter(recipient(MINIMAL | {DOSSIER: text}), "", ()))
    assert "I built a learned ranker" in told
    assert told.count("I built a learned ranker") == 1
