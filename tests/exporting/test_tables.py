"""Tables for spreadsheets: every figure, and nothing that one would run."""

import csv
import io

import pytest

from dossier.exporting.tables import evidence, inert_cell, proof_points, spell_table
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import MINIMAL, tree_of


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("+cmd", "'+cmd"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("\N{FULLWIDTH EQUALS SIGN}1", "'\N{FULLWIDTH EQUALS SIGN}1"),
        ("\u200b\ufeff=1", "'\u200b\ufeff=1"),
        ("x;=1;\n-2", "x;'=1;\n'-2"),
        ("x|\u200b@A", "x|'\u200b@A"),
        ('"=1', "'\"=1"),
        ("one; two - three", "one; two - three"),
        ("-5", "-5"),
        ("+22%", "+22%"),
        ("-1,250.5", "-1,250.5"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula_and_numbers_stay(cell: str, written: str) -> None:
    assert inert_cell(cell) == written


def test_rows_are_read_as_they_were_written() -> None:
    library, _ = assemble(tree_of(MINIMAL), Audience.PRIVATE)

    def plain(text: str | None) -> str:
        return text or ""

    text = spell_table(evidence(library, plain))
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert (row["id"], row["sign"], row["value"], row["unit"]) == ("qortex/gain", "+", "22", "%")
    assert row["source"] == "Benchmark report"
    (point,) = csv.DictReader(io.StringIO(spell_table(proof_points(library, plain)), newline=""))
    assert (point["company"], point["strength"]) == ("Acme", "direct")
    assert spell_table([]) == ""
