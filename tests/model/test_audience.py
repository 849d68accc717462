import itertools

import pytest

from dossier.model.audience import Audience, narrowest

PRIVATE, ASSISTANT, SHARED, PUBLIC = Audience


@pytest.mark.parametrize(
    ("viewer", "texts"),
    [
        (PRIVATE, {PRIVATE, ASSISTANT, SHARED, PUBLIC}),
        (ASSISTANT, {ASSISTANT, SHARED, PUBLIC}),
        (SHARED, {SHARED, PUBLIC}),
        (PUBLIC, {PUBLIC}),
    ],
)
def test_viewer_sees_what_is_meant_for_as_many_or_more(
    viewer: Audience, texts: set[Audience]
) -> None:
    assert {text for text in Audience if viewer.may_see(text)} == texts


def test_who_sees_a_text_sees_all_that_a_larger_audience_sees() -> None:
    for viewer, larger, text in itertools.product(Audience, repeat=3):
        if viewer.may_see(larger) and larger.may_see(text):
            assert viewer.may_see(text)


def test_narrowest_audience_is_the_one_of_fewest_people() -> None:
    assert narrowest(PUBLIC, SHARED) is SHARED
    assert narrowest(SHARED, PRIVATE, PUBLIC) is PRIVATE
    assert narrowest(PUBLIC) is PUBLIC
