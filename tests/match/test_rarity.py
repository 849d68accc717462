"""How much words in common say."""

from dossier.match.asks import stems
from dossier.match.rarity import of_the_trade, share, weights


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


def test_words_of_the_trade_stand_in_the_title_and_in_several_asks() -> None:
    asked = ["pastry cooks", "pastry chef", "pastry menus", "hotel menus", "menus"]
    assert of_the_trade("\nHead Pastry Chef, Hotel Bel\n\nMore", asked) == stems("pastry")
    assert of_the_trade("We bake pastry " * 5, asked) == frozenset()
