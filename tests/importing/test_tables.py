"""Tables, facts and lists of Markdown."""

from dossier.importing.fields import COLUMNS
from dossier.importing.tables import columns_of, facts, items, tables, without_lines


def test_table_is_read_with_escaped_pipes() -> None:
    (table,) = tables("x\n\n| A | B |\n|---|:-:|\n| a \\| b | **c** |\n| d |\n")
    assert table.columns == ("A", "B")
    assert table.rows == (("a | b", "**c**"), ("d", ""))
    assert (table.line, table.end) == (2, 6)


def test_columns_are_known_in_any_order() -> None:
    (table,) = tables("| # | Strength | Job requirement | Odd |\n|-|-|-|-|\n| 1 | a | b | c |\n")
    assert columns_of(table, COLUMNS["rows"]) == {"number": 0, "strength": 1, "requirement": 2}


def test_facts_are_read_in_each_form() -> None:
    text = """\
- **Link**: https://a.example
* **Fit:** 4/5
**Place** — Lyon
Comp: 5
- **Asks:**
  - one
  - two
    more
- **Long:** begins
  and goes on

**A:** 1 | **B:** 2
A sentence with no label.
https://a.example: no
"""
    told = [(fact.label, fact.value, fact.items) for fact in facts(text)]
    assert told == [
        ("Link", "https://a.example", ()),
        ("Fit", "4/5", ()),
        ("Place", "Lyon", ()),
        ("Comp", "5", ()),
        ("Asks", "", ("one", "two more")),
        ("Long", "begins and goes on", ()),
        ("A", "1", ()),
        ("B", "2", ()),
    ]


def test_code_holds_no_facts() -> None:
    assert facts("```\nA: 1\n```\n") == []


def test_items_are_read_without_their_indent() -> None:
    found = items("- one\n  more\n    - deep\n\n1. two\n")
    assert [(item.text, item.line) for item in found] == [("one\nmore\n  - deep", 0), ("two", 4)]


def test_item_that_says_nothing_is_none() -> None:
    assert [item.text for item in items("-\n- one\n-\n")] == ["one"]


def test_lines_are_taken_out() -> None:
    assert without_lines("a\nb\n\n\n\nc\n", {0}) == "b\n\nc"
