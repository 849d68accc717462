"""What is typed at the list of rows."""

from __future__ import annotations

from dossier.cli.fit_corrections import correct
from tests.cli.test_fit_table import listed


def test_each_row_can_be_had_back_and_what_cannot_be_done_is_said_beside_what_can() -> None:
    rows, library = listed(
        "# Weaver\n\n## Requirements\n\n- Mended looms, cats to feed\n- Night shifts\n"
    )
    looms, cats = "Mended 40 hand looms", "Cats to feed, three at a time"
    for said, changed, answers, strength, remark in (
        ("1: cats", [1], [cats], "strong", "That is yours already"),
        ("1b", [1], [looms], "strong", ""),
        ("1abm", [1], [cats, looms], "moderate", ""),
        ("1: Wove silk", [1], ["Wove silk"], "moderate", ""),
        ("1w: Wove 3 silks", [1], ["Wove 3 silks"], "weak", ""),
        ("1: Wove 4 silks", [1], ["Wove 4 silks"], "weak", ""),
        ("1b", [1], [looms], "weak", ""),
        ("1n", [1], [looms], "none", ""),
        ("1s, 2s", [1], [looms], "strong", "`2s`: nothing of yours answers it"),
        (
            "1c",
            [],
            [looms],
            "strong",
            "`1c`: it may be answered by a Cats to feed, three at a time, b Mend",
        ),
        ("1sm", [], [looms], "strong", "`1sm`: the letters are d, s, m, w, n, t"),
        ("3s x", [], [looms], "strong", "`3s`: a number from 1 to 2 with letters"),
        ("3: x", [], [looms], "strong", "before the colon stands the number of a row"),
        ("1a", [1], [cats], "strong", ""),
        ("1: I mended 40 hand looms", [1], [looms], "strong", "That is yours already"),
        ("1: I mended 40 hand looms", [1], ["I mended 40 hand looms"], "strong", ""),
        ("1b", [1], [looms], "strong", ""),
        ("1d: Cats", [1], [cats], "direct", "That is yours already"),
        ("1: cats", [1], ["cats"], "direct", ""),
        ("1n", [1], ["cats"], "none", ""),
        ("1: Mended 40 hand looms", [1], [looms], "strong", ""),
        ("1: Mended 40 hand looms", [1], [looms], "strong", ""),
        ("1n", [1], [looms], "none", ""),
        ("1: Wove silk", [1], ["Wove silk"], "strong", "Taken to meet it clearly; `1m` if in part"),
        ("1: ?", [], ["Wove silk"], "strong", "  1 Mended 40 hand looms\n  2 "),
        ("?", [], ["Wove silk"], "strong", "  1 Mended 40 hand looms\n  2 "),
        ("1: 1", [1], [looms], "strong", ""),
        (f"1: {'9' * 5000}", [], [looms], "strong", "no record of yours has this number"),
        ("1: 0", [], [looms], "strong", "no record of yours has this number: `1: ?` lists them"),
    ):
        done, remarks = correct(rows, said, library)
        told = [answer.text for answer in rows[0].answers]
        assert (done, told, str(rows[0].strength)) == (changed, answers, strength), said
        assert bool(remarks) == bool(remark), (said, remarks)
        assert "\n".join(remarks).startswith(remark), (said, remarks)
