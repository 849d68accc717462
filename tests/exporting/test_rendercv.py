"""RenderCV; that it can be read again is tried in test_round_trip.py."""

import yaml

from dossier.exporting.compose import compose_resume
from dossier.exporting.rendercv import spell_rendercv
from tests.exporting.recipients import recipient


def test_it_says_what_is_known_and_nothing_else() -> None:
    found = yaml.safe_load(spell_rendercv(compose_resume(recipient())))["cv"]
    assert list(found) == ["name", "headline", "location", "email", "website", "sections"]
    assert found["sections"]["experience"] == [
        {
            "company": "Initech",
            "position": "Engineer",
            "start_date": "2019",
            "end_date": "2024-06",
        }
    ]
    assert found["sections"]["projects"][0]["name"] == "[qortex](https://example.org/qortex)"
