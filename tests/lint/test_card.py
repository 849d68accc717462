"""Texts that an edit left are not judged again, and what is wrong is told where they stand now."""

import pytest

from dossier.lint import lint
from dossier.lint.cache import _caches, forget
from dossier.lint.card import Card, cards
from dossier.lint.file_view import file_views
from dossier.load.assemble import assemble
from dossier.load.collector import KeptEntries
from dossier.model.audience import Audience
from dossier.prose.text_kind import kind_of
from tests.builders import AS_OF, MINIMAL, tree_of

DOSSIER, RECORDS = "content/applications/acme/index.md", "content/evidence/qortex.yml"
RECORD = MINIMAL[RECORDS].replace("check: rerun\n", "check: rerun\n    status: planned\n")
FRONT = MINIMAL[DOSSIER].rpartition("---\n")[0] + "---\n"
WRONG, DONE, PLAIN = (
    "My precision rose by 30%, on 20 concepts.",
    "[It](evidence:qortex/gain) runs live in production now.",
    "Nothing is told of it.",
)
END = "## Notes\n\nNo text before it is the last.\n"
PITCH, ANGLE = f"## Pitch\n\n{WRONG}\n", f"## Hooks\n\n{DONE}\n\n{PLAIN}\n\n{WRONG}\n"


def test_what_is_judged_once_is_told_of_each_text_as_it_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged: list[str] = []
    whole = Card.statements.func  # type: ignore[attr-defined]

    def watched(card: Card) -> object:
        if card.passages[0].source.file == DOSSIER and not card.is_head:
            judged.append(kind_of(card.passages[0]) or "-")
        return whole(card)

    monkeypatch.setattr(Card.statements, "func", watched)
    kept = KeptEntries(Audience.PRIVATE)
    more = f"## Why\n\n{PLAIN}\n\n{WRONG}\n"
    hooli = FRONT.replace("Acme", "Hooli")
    for text, again in (
        (f"{FRONT}{PITCH}{ANGLE}", None),
        (f"{FRONT}{PITCH}{ANGLE}\nMore.\n", ["hooks"]),
        (f"{FRONT}One.\n\n{PITCH}{ANGLE}\nMore.\n", ["own"]),
        (f"{FRONT}{PITCH}{ANGLE}", ["hooks"]),
        (f"{FRONT}{PITCH}{ANGLE.replace(PLAIN, WRONG)}", ["hooks"]),
        (f"{FRONT}{PITCH}{ANGLE.replace(PLAIN, WRONG)}{more}", ["why"]),
        (f"{FRONT}{more}{ANGLE.replace(PLAIN, WRONG)}{PITCH}", []),
        (f"{FRONT}{more}{more}{PITCH}", []),
        (f"{FRONT}{more.replace('Why', 'Context')}{more}{PITCH}", ["context"]),
        (f"{FRONT}{PITCH}At Hooli precision rose by 40%.\n", ["pitch"]),
        (f"{hooli}{PITCH}At Hooli precision rose by 40%.\n", None),
        (f"{hooli}{PITCH}", ["pitch"]),
        (f"{FRONT}\n\n{PITCH}", None),
    ):
        tree = tree_of(MINIMAL | {DOSSIER: f"{text}{END}", RECORDS: RECORD})
        library, _ = assemble(tree, Audience.PRIVATE, kept)
        judged.clear()
        found = lint(library, AS_OF)
        seen, known, told = sorted(judged), list(_caches), [str(problem) for problem in found]
        forget()
        assert told == [str(problem) for problem in lint(library, AS_OF)], text
        _caches[:] = known
        assert again is None or seen == again, text
        drifting = [line for line in told if "[figure-drift]" in line]
        # Sections about others claim nothing.
        assert len(drifting) >= text.count(WRONG) - ("Context" in text)


def test_fields_of_a_row_are_one_card_and_sections_are_one_each() -> None:
    library, _ = assemble(tree_of(MINIMAL | {DOSSIER: f"{FRONT}{PITCH}{ANGLE}"}), Audience.PRIVATE)
    (view,) = (each for each in file_views(library) if each.source.file == DOSSIER)
    found = list(cards(view.standings, view.passages))
    names = [card.name for card in found]
    assert len(names) == len(set(names))
    assert ("proof_points", 0) in names
    assert [len(card.passages) for card in found if card.line] == [1, 1]
    assert sum(len(card.passages) for card in found) == len(view.passages)
    pitch, _ = (card.line for card in found if card.line)
    assert view.source.lines[pitch - 1 :][:2] == ["", WRONG]


def test_nothing_refers_from_what_a_page_is_called() -> None:
    about = '---\ntitle: "[x](evidence:no/no) has {}"\naudience: public\n---\nWords.\n'
    library, _ = assemble(
        tree_of(MINIMAL | {"content/about.md": about.format(WRONG)}), Audience.PRIVATE
    )
    told = [p.code for p in lint(library, AS_OF) if p.where.file == "content/about.md"]
    assert "evidence-unknown" not in told
