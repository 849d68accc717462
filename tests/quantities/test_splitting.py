import pytest

from dossier.quantities.lexicon import lexicon
from dossier.quantities.splitting import split, with_answers
from dossier.quantities.tokens import tokens


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It rose. It fell.", 2),
        ("It rose by 3. 5 fell.", 2),
        ("It rose (more). It fell.", 2),
        ("At St. Orla it rose, e.g. Mondays.", 1),
        ("It is finished. qortex is next.", 2),
        ("It rose by 3.5 s.", 1),
        ("word " * 700, 3),
    ],
)
def test_sentences_are_told_apart(text: str, number: int) -> None:
    found = list(split(tokens(text)))
    assert len(found) == number
    assert tuple(t for part in found for t in part) == tokens(text)


def test_question_and_the_bare_figure_that_answers_it_are_one() -> None:
    for text, number in (("How many? Over 300.", 1), ("How many? We had 300.", 2)):
        assert len(list(with_answers(list(split(tokens(text))), lexicon("en")))) == number
