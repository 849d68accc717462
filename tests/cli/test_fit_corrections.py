"""What is typed at the list of rows."""

from __future__ import annotations

import pytest

from dossier.cli.fit_corrections import correct
from dossier.cli.fit_table import proposed
from dossier.load.assemble import assemble
from dossier.match.triage import triage
from dossier.model.audience import Audience
from tests.builders import AS_OF, tree_of
from tests.cli.test_fit_table import FILES, listed

PROFILE = """\
name: Ada
work: [{employer: Mill, title: Mender, from: 2015, to: present}]
languages: [{language: English, level: native}, {language: Norwegian, level: B2}]
skills: [{group: Trade, skills: ["QINSy, HYPACK", CARIS HIPS & SIPS]}]
certificates: [{name: ENG1, date: 2025}]
"""
LOOMS, CATS = "Mended 40 hand looms", "Cats to feed, three at a time"
NORWEGIAN = "Norwegian (B2)"
SKILLS = ["QINSy", "CARIS HIPS & SIPS"]


def test_each_row_can_be_had_back_and_what_cannot_be_done_is_said_beside_what_can() -> None:
    rows, library = listed(
        "# Weaver\n\n## Requirements\n\n- Mended looms, cats to feed\n- Night shifts\n"
    )
    looms, cats = "Mended 40 hand looms", "Cats to feed, three at a time"
    for said, changed, answers, strength, remark in (
        ("1: cats", [1], [cats], "strong", "Yours already"),
        ("1b", [1], [looms], "strong", ""),
        ("1abm", [1], [cats, looms], "moderate", ""),
        ("1: Wove silk", [1], ["Wove silk"], "moderate", ""),
        ("1w: Wove 3 silks", [1], ["Wove 3 silks"], "weak", ""),
        ("1: Wove 4 silks", [1], ["Wove 4 silks"], "weak", ""),
        ("1b", [1], [looms], "weak", ""),
        ("1n", [1], [looms], "none", ""),
        ("1s, 1w, 1s", [1], [looms], "strong", ""),
        ("2a", [], [looms], "strong", "`2a`: nothing of yours answers it"),
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
        ("1: I mended 40 hand looms", [1], [looms], "strong", "Yours already"),
        ("1: I mended 40 hand looms", [1], ["I mended 40 hand looms"], "strong", ""),
        ("1b", [1], [looms], "strong", ""),
        ("1d: Cats", [1], [cats], "direct", "Yours already"),
        ("1: cats", [1], ["cats"], "direct", ""),
        ("1n", [1], ["cats"], "none", ""),
        ("1: Mended 40 hand looms", [1], [looms], "strong", ""),
        ("1: Mended 40 hand looms", [1], [looms], "strong", ""),
        ("1n", [1], [looms], "none", ""),
        ("1: Wove silk", [1], ["Wove silk"], "strong", "Taken to meet it clearly; `1m` if in part"),
        ("1: ?", [], ["Wove silk"], "strong", "  1 Mended 40 hand looms\n  2 "),
        (
            "?",
            [],
            ["Wove silk"],
            "strong",
            "  1 s  Mended looms, cats to feed\n         Wove silk\n",
        ),
        ("1: 1", [1], [looms], "strong", ""),
        (f"1: {'9' * 5000}", [], [looms], "strong", "no words, and nothing of yours"),
        ("1: 0", [], [looms], "strong", "no words, and nothing of yours has such a number: `1: ?`"),
    ):
        done, remarks = correct(rows, said, library)
        told = [answer.text for answer in rows[0].answers]
        assert (done, told, str(rows[0].strength)) == (changed, answers, strength), said
        assert bool(remarks) == bool(remark), (said, remarks)
        assert "\n".join(remarks).startswith(remark), (said, remarks)


@pytest.mark.parametrize(
    ("said", "answers", "strength"),
    [
        ("1: 2 1", [CATS, LOOMS], "strong"),
        ("1: 2, 1", [CATS, LOOMS], "strong"),
        ("1: 1-2", [LOOMS, CATS], "strong"),
        ("1: both", [LOOMS, CATS], "strong"),
        ("1: ab", [LOOMS, CATS], "strong"),
        ("1: b, Norwegian", [CATS, NORWEGIAN], "strong"),
        ("1: QINSy and CARIS", SKILLS, "moderate"),
        ("1: 4 6", SKILLS, "moderate"),
        ("1d: QINSy and CARIS", SKILLS, "direct"),
        ("1: english & norwegian", ["English (native)", NORWEGIAN], "strong"),
        ("1: Norwegian", [NORWEGIAN], "strong"),
        ("1: +Norwegian", [LOOMS, NORWEGIAN], "strong"),
        ("1: + 2", [LOOMS, CATS], "strong"),
        ("1: ENG1", ["ENG1, 2025"], "strong"),
        ("1: mender", ["Mender (Mill)"], "strong"),
        ("1: QINSy and nets", ["QINSy and nets"], "strong"),
        ("1: 2 60", [LOOMS], "strong"),
        ("1: 12 %", [LOOMS], "strong"),
    ],
)
def test_all_that_a_line_names_answers_one_row(
    said: str, answers: list[str], strength: str
) -> None:
    library, _ = assemble(tree_of({**FILES, "content/profile.yml": PROFILE}), Audience.PRIVATE)
    text = "# Weaver\n\n## Requirements\n\n- Mended hand looms, cats to feed\n"
    rows = [proposed({"strength": None}, ask, AS_OF) for ask in triage(text, library, AS_OF)]
    done, remarks = correct(rows, said, library)
    told = [answer.text for answer in rows[0].answers]
    assert (told, str(rows[0].strength)) == (answers, strength)
    assert bool(done) != any("nothing of yours has such a number" in each for each in remarks)


def test_all_that_may_be_named_is_listed_with_its_number() -> None:
    library, _ = assemble(tree_of({**FILES, "content/profile.yml": PROFILE}), Audience.PRIVATE)
    told = correct([], "?", library)[1]
    text = "# Weaver\n\n## Requirements\n\n- Mended hand looms, cats to feed\n"
    rows = [proposed({"strength": None}, ask, AS_OF) for ask in triage(text, library, AS_OF)]
    assert [line.strip() for line in told] == [
        "What is yours:",
        f"1 {LOOMS}",
        f"2 {CATS}",
        "3 Learned weights retrieve better than cosine similarity",
        "Skills: 4 QINSy; 5 HYPACK; 6 CARIS HIPS & SIPS",
        "Languages: 7 English (native); 8 Norwegian (B2)",
        "Jobs: 9 Mender (Mill)",
        "Certificates: 10 ENG1, 2025",
        *(line for line in told if line.startswith("`7")),
    ]
    assert "`7: +5`: by that one too" in told[-2]
    assert told[1:8] == correct(rows, "1: ?", library)[1]


def test_what_was_not_shown_is_not_taken_by_a_strength_alone() -> None:
    rows, library = listed(
        "## Requirements\n\n- Weave carpets, blankets, rugs, shawls, sails by hand\n"
    )
    assert rows[0].proposal
    assert not rows[0].is_met
    told = ["`1s`: it may be answered by a Mended 40 hand looms"]
    assert correct(rows, "1s", library) == ([], told)
    assert not rows[0].is_met
    correct(rows, "?", library)
    assert correct(rows, "1s", library) == ([1], [])
    assert [answer.text for answer in rows[0].answers] == ["Mended 40 hand looms"]
