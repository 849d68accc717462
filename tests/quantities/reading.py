"""What the tests of figures share."""

from dossier.quantities.lexicon import lexicon
from dossier.quantities.quantity import Quantity
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import tokens


def figures(text: str, language: str = "en", *, comma: bool = False) -> list[Quantity]:
    return quantities(text, tokens(text), lexicon(language), comma=comma)


def one(text: str) -> Quantity:
    (found,) = figures(text)
    return found
