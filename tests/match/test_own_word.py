"""What nobody proves: to be willing, free, allowed to work, to live there."""

from dossier.match.own_word import is_on_word, is_trait


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


def test_how_somebody_is_is_told_from_what_they_have_learned_or_done() -> None:
    for asked in (
        "You are calm, visible on the floors and good at giving feedback",
        "You\u2019re curious and kind",
        "A positive, can-do attitude",
        "Team player",
    ):
        assert is_trait(asked), asked
    for asked in (
        "You are a registered nurse",
        "You are experienced in wound care",
        "You are qualified as an electrician",
        "You are willing to travel",
        "You are able to read drawings",
        "You are fluent",
        "A team player trained on cranes for 5 years",
        "Calm handling of horses",
    ):
        assert not is_trait(asked), asked
