"""Words around names of figures."""

from dossier.importing.name_words import DONE, ENDS, JOINING, MOVED, VERB


def test_what_was_done_is_no_noun_and_what_joins_ends_a_name() -> None:
    assert all(DONE.fullmatch(word) for word in ("planted", "sold", "fell"))
    assert not any(DONE.fullmatch(word) for word in ("speed", "cut", "need"))
    assert VERB.fullmatch("Cut")
    assert JOINING < ENDS
    assert all(word in ENDS or DONE.fullmatch(word) for word in MOVED)
