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
- And 22% (ada.example/projects/qortex/#qortex/gain)

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


def test_a_letter_of_its_own_stands_as_it_is_written() -> None:
    own = {"## Notes\n": "## Letter\n\nDear Grace,\n\nHello.\n\n## Notes\n"}
    assert letter(own).endswith("Senior ML Engineer, Acme\n\nDear Grace,\n\nHello.\n")


def test_a_letter_in_another_language_has_no_words_of_ours() -> None:
    text = MINIMAL["content/profile.yml"] + "language: de\n"
    told = spell_plain_text(compose_letter(recipient(MINIMAL | {"content/profile.yml": text})))
    assert "Dear" not in told
    assert "regards" not in told
