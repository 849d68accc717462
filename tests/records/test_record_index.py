from decimal import Decimal

from dossier.records.record_index import RecordIndex
from tests.builders import MINIMAL
from tests.claims.saying import library_of, with_metrics

SITE = with_metrics("id: precision, name: precision, value: 22, scope: 20 concepts")
PROFILE = "content/profile.yml"


def test_numbers_of_a_records_text_are_known_by_value() -> None:
    index = RecordIndex(library_of(SITE))
    assert index.speaking[index.meanings[0].told.values[0] - 2, ""] == ("qortex/gain",)
    assert "concept" in index.stems["qortex/gain"]


def test_size_of_the_team_is_a_number_of_the_record() -> None:
    file = "content/evidence/qortex.yml"
    text = SITE[file].replace("    metrics:", "    team: 17\n    metrics:")
    assert RecordIndex(library_of({**SITE, file: text})).speaking[Decimal(17), ""] == (
        "qortex/gain",
    )


def test_language_says_the_words_and_the_comma() -> None:
    text = MINIMAL[PROFILE]
    german = RecordIndex(library_of({**MINIMAL, PROFILE: f"language: de\n{text}"}))
    assert (german.comma, german.words.is_empty) == (True, True)
    assert not RecordIndex(library_of(MINIMAL)).comma


def test_a_text_may_name_another_metric_only_if_it_has_its_words_and_its_unit() -> None:
    metrics = (
        "id: precision, name: precision, value: 22, unit: '%'",
        "id: recall, name: mean recall, value: 26, unit: '%'",
        "id: time, name: time, value: 3, unit: ms",
    )
    index = RecordIndex(library_of(with_metrics(*metrics)))
    precision = index.meanings[0]
    texts = ["precision and time", "precision and recall", "mean precision, not recall"]
    assert [index.may_name_others(text, [precision]) for text in texts] == [False, False, True]
    assert not index.may_name_others("mean recall", [])
