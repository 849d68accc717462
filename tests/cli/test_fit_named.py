"""What a line names of all that its author has."""

from __future__ import annotations

from dossier.cli.fit_named import named_in, says_words
from tests.cli.test_fit_table import listed


def test_a_line_of_which_a_part_names_nothing_names_nothing() -> None:
    (row,), library = listed("# Weaver\n\n## Requirements\n\n- Mended hand looms, cats to feed\n")
    told = {
        said: [answer.record for answer in named_in(said, row, library)]
        for said in (
            "cats and looms",
            "a cats",
            "b, cats",
            "cats and silk",
            "2 40",
            "ac",
            "2-90",
            ",",
        )
    }
    both = ["mill/cats", "mill/looms"]
    assert told == {
        "cats and looms": both,
        "a cats": [],
        "b, cats": ["mill/cats"],
        "cats and silk": [],
        **{said: [] for said in ("2 40", "ac", "2-90", ",")},
    }


def test_what_has_no_letter_is_no_sentence() -> None:
    assert [says_words(said) for said in ("2 6", "100 %", "é", "4 years")] == [
        False,
        False,
        True,
        True,
    ]
