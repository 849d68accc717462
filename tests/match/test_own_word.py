"""What nobody proves: to be willing, free, allowed to work, to live there."""

from dossier.match.own_word import is_on_word


def test_a_willingness_is_said_and_an_experience_is_not() -> None:
    for asked in (
        "Willingness to work weekends",
        "Available from March",
        "The right to work in the EU",
        "A permit to work in Norway",
        "Based in Leeds",
        "Bereitschaft zu Schichtarbeit",
    ):
        assert is_on_word(asked), asked
    for asked in (
        "Experience of work that is ready for print",
        "Five years in a bakery",
        "A plan for the availability of servers, proven in practice",
        "Ready meals",
        "Look after safety on deck: toolbox talks, permit to work",
    ):
        assert not is_on_word(asked), asked
