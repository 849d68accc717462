"""How much words in common say."""

from dossier.match.asks import stems
from dossier.match.rarity import share, weights


def test_rare_words_weigh_more_and_common_ones_half() -> None:
    found = weights([stems(t) for t in ("banqueting team", "pastry level", "pastry 5 team")])
    assert found["banque"] == 1
    assert 0 < found["pastr"] < 1
    assert found["level"] == found["5"] == 0.5
    assert found["team"] == found["pastr"] / 2


def test_what_is_shared_is_held_against_all_that_is_asked() -> None:
    asked = stems("look after four drives and the pastry team")
    assert share(stems("pastry"), asked) > 3 * share(stems("look after four"), asked) > 0
    assert share(asked, asked) == 1
    assert share((), ()) == 0
