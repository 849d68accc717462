"""Values written by reference are found where the new and the old one are exchanged."""

import pytest

from dossier.claims.references import exchanged
from tests.claims.saying import sentence
from tests.claims.test_pairs import TIME

NOW, BEFORE = "[](evidence:qortex/gain#precision)", "[](evidence:qortex/gain#precision.before)"


@pytest.mark.parametrize(
    "text", ["from {old} to {new}", "{new}, down from {old}", "{new} instead of {old}"]
)
def test_only_exchanged_references_are_told(text: str) -> None:
    right = sentence(f"Packing time: {text.format(new=NOW, old=BEFORE)}.", TIME)
    wrong = sentence(f"Packing time: {text.format(new=BEFORE, old=NOW)}.", TIME)
    assert not list(exchanged(right))
    (told,) = exchanged(wrong)
    assert told.message == "the new and the old value of packing time are exchanged"
    same = sentence(f"Packing time: {text.format(new=NOW, old=NOW)}.", TIME)
    assert not list(exchanged(same))
