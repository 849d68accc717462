"""Whether two words are one."""

from dossier.match.word_forms import is_same_word


def test_endings_of_a_verb_and_its_noun_make_no_other_word() -> None:
    pairs = {
        ("waits", "Waiting"): True,
        ("planned", "plan"): True,
        ("pass", "passes"): True,
        ("studies", "study"): True,
        ("Zahlen", "Zahl"): True,
        ("prescriber", "prescribing"): True,
        ("inspections", "inspect"): True,
        ("supplementary", "supplements"): False,
        ("clinical", "clinic"): False,
        ("us", "use"): False,
    }
    found = {pair: is_same_word(*pair) for pair in pairs}
    assert found == pairs
