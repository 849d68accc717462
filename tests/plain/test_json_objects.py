"""An object that can be read in two ways is read in none."""

import json

import pytest

from dossier.plain.json_objects import RepeatedNameError, once


def test_each_name_says_one_thing() -> None:
    text = '{"a": 1, "b": {"a": 2}}'
    assert json.loads(text, object_pairs_hook=once) == {"a": 1, "b": {"a": 2}}


@pytest.mark.parametrize("text", ['{"a": 1, "a": 2}', '{"b": [{"a": 1, "a": 1}]}'])
def test_what_says_two_is_refused_without_a_word_of_it(text: str) -> None:
    with pytest.raises(RepeatedNameError) as error:
        json.loads(text, object_pairs_hook=once)
    assert "`" not in str(error.value)
