"""Forms of a verb that no ending tells."""

import pytest

from dossier.match.asks import stems
from dossier.match.irregular_verbs import verb_of


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("wrote", "write"),
        ("rewritten", "rewrite"),
        ("restrung", "restring"),
        ("restringing", "restring"),
        ("overtook", "overtake"),
        ("wound", "wound"),
        ("restored", "restored"),
    ],
)
def test_a_form_is_of_its_verb(form: str, verb: str) -> None:
    assert verb_of(form) == verb


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Restrung grands", "restringing of a grand"),
        ("Taught and led", "teach, lead"),
        ("Tune pianos", "Piano tuning, tuners"),
        ("Times", "time, timing"),
        ("Delivered", "deliver"),
        ("Hammered", "hammers"),
        ("Fitted", "fit, fitting"),
    ],
)
def test_forms_of_a_verb_have_one_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other)
