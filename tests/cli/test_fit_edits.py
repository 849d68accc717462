"""Answers written into a dossier that is there: nothing else of it changes."""

from pathlib import Path

from dossier.plain.yaml import construct
from tests.cli.terminal import with_answers
from tests.cli.test_fit_list import FILES
from tests.sites import project

DOSSIER = "content/applications/acme/index.md"

RECORDS = """\
# mine
evidence:
  - id: vats
    claim: Boiled 40 vats
    kind: employment
    check: statement
    status: shipped
"""


def test_one_row_is_written_anew_and_a_record_stands_behind_those_before(tmp_path: Path) -> None:
    project(tmp_path, {**FILES, "content/evidence/acme.yml": RECORDS})
    (tmp_path / "posting.md").write_text("# Dyer\n\n## Requirements\n\n- Dyeing\n- A licence\n")
    command = ["fit", str(tmp_path / "posting.md"), "--new", "Acme"]
    said: tuple[str, ...] = (
        "1s",
        "2: Class B since 2012",
        "",
        "2: Licence",
        "",
        "I dye.",
        "Cloth.",
    )
    assert with_answers(tmp_path, command, said)[0] == 0
    written, records = tmp_path / DOSSIER, tmp_path / "content/evidence/acme.yml"
    before = written.read_text().replace("quote: Dyeing\n", "quote: Dyeing\n    concept: dye\n")
    written.write_text(before)
    row = "Dyeing\n    concept: dye\n    priority: must\n    evidence: {}\n    strength: {}\n"
    old = row.format("[]", "strong") + "    claim: Dyeing\n"
    assert old in before
    for said, new in (
        (
            ("1m", "", "", "Silk"),
            row.format("[]", "moderate") + "    claim: Dyeing\n    note: Silk\n",
        ),
        (
            ("1: Dyed silk", "", "Vat book"),
            row.format("[acme/dyed-silk]", "moderate") + "    note: Silk\n",
        ),
    ):
        code, shown = with_answers(tmp_path, command, said)
        assert code == 0, shown
        now = written.read_text()
        assert now == before.replace(old, new)
        before, old = now, new
    made = records.read_text()
    assert made.startswith(RECORDS), "which was there before the dossier"
    assert made.index("id: class-b") < made.index("id: dyed-silk")
    assert "errors, " in shown


def test_what_shows_a_sentence_is_written_whatever_it_is_called(tmp_path: Path) -> None:
    project(tmp_path, {**FILES, "content/evidence/acme.yml": RECORDS})
    (tmp_path / "posting.md").write_text("# Dyer\n\n## Requirements\n\n- Dyeing\n- A licence\n")
    command = ["fit", str(tmp_path / "posting.md"), "--new", "Acme"]
    told = 'Reference of S. Pryce, "boss": #1 & {more}'
    said: tuple[str, ...] = (
        "2: Cut the wait from 9% to 4%",
        "",
        f"2: {told}",
        "",
        "I dye.",
        "Cloth.",
    )
    assert with_answers(tmp_path, command, said)[0] == 0
    records = tmp_path / "content/evidence/acme.yml"
    made = construct(records.read_text(), "")[0]["evidence"][-1]
    assert (made["source"], made["metrics"][0]["before"]) == ({"label": told}, 9)

    # Nobody can tell where an item goes in a list that an anchor names.
    records.write_text("evidence: &all\n" + "".join(RECORDS.partition("  - id")[1:]))
    code, shown = with_answers(tmp_path, command, ("1: Dyed silk", "", f"1: {told}"))
    assert code == 0, shown
    dossier = (tmp_path / DOSSIER).read_text()
    assert "claim: Dyed silk" in dossier
    assert "acme/dyed-silk" not in dossier
    assert told in shown
