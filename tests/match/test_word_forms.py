"""Whether two words are one."""

from dossier.match.word_forms import is_same_word, likeness


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
        ("commissioned", "commission"): True,
        ("us", "use"): False,
    }
    found = {pair: is_same_word(*pair) for pair in pairs}
    assert found == pairs


def test_words_of_one_stem_alone_are_less_alike_than_one_word() -> None:
    assert likeness("clinics", None) == likeness("clinics", {"clinic"}) == 1
    assert 0 < likeness("clinics", {"clinical"}) < 1
