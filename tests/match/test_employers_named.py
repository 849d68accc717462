from __future__ import annotations

import pytest

from dossier.match.employers_named import employers_of
from dossier.model.profile import Profile

PROFILE = Profile.model_validate(
    {
        "name": "Ada",
        "work": [
            {"employer": "New Mill", "title": "Weaver", "highlights": ["Led 3. It saved cloth."]},
            {"employer": "Old Mill", "title": "Weaver", "summary": "Mended sails."},
        ],
    }
)


@pytest.mark.parametrize(
    ("sentence", "employers"),
    [
        ("Led 3", ("New Mill",)),
        ("led 3. It saved cloth", ("New Mill",)),
        ("Mended sails (Old Mill, 2017 to 2018).", ("Old Mill",)),
        ("Mended sails.", ("Old Mill",)),
        ("8 years of work: Weaver (New Mill), Weaver (Old Mill)", ("New Mill", "Old Mill")),
        ("I sail.", ()),
        ("", ()),
    ],
)
def test_a_sentence_is_of_the_employer_that_it_names_or_stands_below(
    sentence: str, employers: tuple[str, ...]
) -> None:
    assert employers_of(sentence, PROFILE) == employers
    assert employers_of(sentence, None) == ()
