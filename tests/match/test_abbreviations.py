"""Letters stand for words that either text spells, and for nothing else."""

from dossier.match.abbreviations import shared_names, stood_for


def test_letters_stand_for_words_that_either_text_spells() -> None:
    told = {
        ("A planned maintenance system", "Cut overdue jobs in the PMS"): {
            "plan",
            "mainte",
            "system",
        },
        ("Registered with the ARA", "Member of the Archives and Records Association"): {"ara"},
        ("Planned, maintenance system", "The PMS"): set(),
        ("In the office", "IT"): set(),
        ("PMS", "PMS"): set(),
        ("Pumps my sister mends", "The pms-file of PMS2"): set(),
    }
    assert {pair: stood_for(*pair) for pair in told} == told


def test_abbreviations_that_both_texts_have_are_told() -> None:
    told = [
        shared_names("Lead our FEES service, PMS", said)
        for said in ("The first FEES clinic", "No fees at all", "An IT desk for PMS2")
    ]
    assert told == [{"fees"}, set(), set()]
