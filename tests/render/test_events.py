"""Days in words: how far ahead they are while that is near."""

from datetime import date

import pytest

from dossier.render.events import spell_day


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-03-02", "2 Mar 2026, tomorrow"),
        ("2026-02-28", "28 Feb 2026"),
        ("2026-04-28", "28 Apr 2026"),
        ("2026-03", "Mar 2026"),
        ("2026", "2026"),
    ],
)
def test_a_day_is_told_with_its_distance_while_it_is_near(text: str, said: str) -> None:
    assert spell_day(text, date(2026, 3, 1)) == said
