"""Musts and advantages within an item: what is parted, and what is left whole."""

import pytest

from dossier.match.priorities import sentences_of, wishes
from dossier.model.application import Priority


@pytest.mark.parametrize(
    ("item", "must", "nice"),
    [
        ("Fluent German; Swedish is an advantage", "Fluent German", "Swedish is an advantage"),
        ("Rust and Go. Zig is a plus.", "Rust and Go", "Zig is a plus"),
        ("Use of SystmOne (desirable)", "", "Use of SystmOne (desirable)"),
        ("Sewing machines (Singer preferred)", "Sewing machines", "Singer preferred"),
        ("Driving licence B, BE is an advantage", "Driving licence B", "BE is an advantage"),
        ("Führerschein B, BE von Vorteil", "Führerschein B", "BE von Vorteil"),
        ("Sichere Kenntnisse in Excel, SAP ist ein Plus", "Sichere Kenntnisse in Excel", "SAP ist"),
        ("Five years of binding, ideally in an archive", "Five years of binding, ideally", ""),
        ("Freeze-drying; paper and leather", "Freeze-drying; paper and leather", ""),
        ("Languages (German; Dutch is a plus)", "Languages (German; Dutch is a plus)", ""),
        ("Welding certificate (EN ISO 9606-1) desirable", "", "Welding certificate (EN ISO 9606-1"),
        ("Excel, Word and Access are an advantage", "", "Excel, Word and Access are an advantage"),
        ("Master craftsperson, plus aptitude (AEVO)", "Master craftsperson, plus aptitude", ""),
        ("A master plus five years", "A master plus five years", ""),
        ("Loom (jacquard; dobby a plus) and spindle", "Loom (jacquard; dobby a plus) and spi", ""),
        ("Czech: a plus", "", "Czech: a plus"),
        ("Knowledge of Odoo would be helpful", "", "Knowledge of Odoo would be helpful"),
        ("Plus: Czech", "", "Plus: Czech"),
        ("Erfahrung (z. B. Krones; SAP) wünschenswert", "", "Erfahrung (z. B. Krones; SAP) wün"),
    ],
)
def test_item_is_parted_between_must_and_advantage_and_never_in_a_bracket(
    item: str, must: str, nice: str
) -> None:
    found = list(wishes("Requirements", item))
    wanted = [(must, Priority.MUST), (nice, Priority.NICE)]
    assert [priority for _, priority in found] == [p for text, p in wanted if text]
    for (text, _), (start, _) in zip(found, [w for w in wanted if w[0]], strict=True):
        assert text.startswith(start)
        assert text in item, "a quote is word for word"
        assert text.count("(") == text.count(")")


def test_sentences_end_neither_in_brackets_nor_at_abbreviations() -> None:
    text = "Montage, z. B. Küchen (Holz. Auch Stein) und Treppen. Führerschein B. Mut!"
    assert sentences_of(text) == [
        "Montage, z. B. Küchen (Holz. Auch Stein) und Treppen.",
        "Führerschein B.",
        "Mut!",
    ]
