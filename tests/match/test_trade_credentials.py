"""What an apprenticeship and success against others are shown by."""

from dossier.match.background import profile_facts, profile_lines
from dossier.match.credentials import may_answer
from dossier.match.trade_credentials import asks_apprenticeship, asks_prize, is_of_trade
from dossier.model.profile import Profile
from tests.builders import AS_OF

BAKER = {
    "name": "Mara Quill",
    "certificates": [{"name": "CAP P\u00e2tissier", "date": "2013"}, {"name": "Food hygiene"}],
    "education": [{"degree": "BA", "field": "History", "to": "2010"}],
    "awards": [{"title": "Second place, Coupe du Dessert", "date": "2022"}],
    "work": [
        {"employer": "Le Tilleul", "title": "Chef", "from": "2016", "summary": "one Michelin star"},
        {"employer": "Verrier", "title": "Commis", "from": "2013", "summary": "Made " * 20},
    ],
}


def test_what_a_trade_calls_its_credentials() -> None:
    asked = {
        "A completed apprenticeship as pastry chef": True,
        "Abgeschlossene Ausbildung als Koch": True,
        "Berufslehre als Schreiner EFZ": True,
        "Manage our apprenticeship programme": False,
        "Train two apprentices": False,
    }
    assert {item: asks_apprenticeship(item) for item in asked} == asked
    held = {
        "CAP P\u00e2tissier": True,
        "NVQ Level 3": True,
        "F-Gas Category 1 (City & Guilds 2079)": False,
        "Food hygiene": False,
        "Capital": False,
    }
    assert {name: is_of_trade(name) for name in held} == held
    prizes = {"Success in pastry competitions": True, "A competition record": True, "Awards": False}
    prizes |= {"Knowledge of competition law": False}
    assert {item: asks_prize(item) for item in prizes} == prizes


def test_an_apprenticeship_is_met_by_its_certificate_and_competitions_by_awards() -> None:
    profile = Profile.model_validate(BAKER)
    asked = {
        "A completed apprenticeship as pastry chef": ["CAP P\u00e2tissier, 2013"],
        "Success in competitions": ["Second place, Coupe du Dessert, 2022"],
    }
    for item, told in asked.items():
        assert [f.text for f in profile_facts(item, profile, AS_OF)] == told, item
    bare = Profile.model_validate({**BAKER, "certificates": []})
    assert [f.text for f in profile_facts("An apprenticeship", bare, AS_OF)] == [
        "BA, History, 2010"
    ]
    fields = ("education", "certificates", "jobs", "highlights", "skills", "awards")
    assert [may_answer("An apprenticeship", f) for f in fields] == [True, True, *[False] * 4]


def test_what_the_house_is_like_stands_beside_a_job_in_a_few_words() -> None:
    told = [f.text for f in profile_lines(Profile.model_validate(BAKER)) if f.field == "jobs"]
    assert told == ["Chef (Le Tilleul), one Michelin star", "Commis (Verrier)"]
