"""The words of scales."""

from dossier.model.scales import MEANINGS


def test_every_word_of_a_scale_is_told_in_its_order() -> None:
    for scale, meanings in MEANINGS.items():
        assert list(meanings) == list(scale), scale
