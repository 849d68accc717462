"""A life in short: what is open for everybody, what is shared for a recipient."""

from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.model.profile import Education, Employment
from dossier.render.background import years
from tests.html import parse
from tests.render.fixtures import home, section
from tests.render.test_share import document

LIFE = """\
name: Ada
work:
  - employer: Initech
    title: Engineer
    kind: contract
    location: Leeds
    url: https://example.org/initech
    from: 2019
    to: 2024
    summary: Loads
    highlights: ["Saved [](evidence:qortex/gain#precision)", Slept]
  - {employer: Hooli, location: Hull, audience: private}
education: [{field: Latin, location: York, audience: public}]
skills:
  - {group: Data, skills: [SQL, Python], audience: public}
  - {group: Games, skills: [Chess], audience: private}
languages: [{language: German, level: C1}, {language: Latin}]
certificates: [{name: Nurse, issuer: Council, date: 2023-03, url: https://example.org/nurse}]
publications:
  - {title: Loads, authors: [A. E., B. S.], publisher: Conf, date: 2024, summary: They *end*}
"""
FILES = {"content/profile.yml": LIFE}
SHARED = [
    ("Engineer, Initech, 2019–2024", "Contract, Leeds. LoadsSaved +22%Slept"),
    ("Latin", "York"),
    ("Data", "SQL; Python"),
    ("Languages", "German (C1); Latin"),
    ("Certificates", "Nurse, Council, Mar 2023"),
    ("Publications", "Loads, A. E., B. S., Conf, 2024: They end"),
]


def test_the_author_sees_all_of_it(tmp_path: Path) -> None:
    background = section(home(tmp_path, FILES), "Background")
    private = ("Games", "Chess"), ("Hooli", "Hull")
    assert [fact for fact in background.facts if fact not in private] == SHARED
    assert set(private) < set(background.facts)
    assert background.links()["Engineer, Initech, 2019–2024"] == "https://example.org/initech"


def test_everybody_sees_what_is_open_and_no_name_of_an_empty_kind(tmp_path: Path) -> None:
    page = home(tmp_path, FILES, audience=Audience.PUBLIC)
    assert section(page, "Background").facts == [("Latin", "York"), ("Data", "SQL; Python")]


def test_a_recipient_sees_what_is_shared(tmp_path: Path) -> None:
    life = LIFE.replace("qortex", "a").replace("precision", "up")
    tree = parse(document(tmp_path, profile=life).html)
    parts = [part for part in tree.all("section.ev-part") if part.has("dl.ev-facts")]
    assert [part.one("h2").text for part in parts] == ["Work and education", "Skills and more"]
    folded, facts = parts[0].one("details"), [*parts[0].facts, *parts[1].facts]
    tapped = folded.one("summary").text
    assert [(term, said.replace(tapped, "")) for term, said in facts] == SHARED


def test_without_a_life_there_is_no_heading(tmp_path: Path) -> None:
    titles = parse(document(tmp_path, profile="name: Ada\n").html).texts("h2")
    assert not {"Work and education", "Skills and more"} & set(titles)


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"from": 2019, "to": 2024}, "2019–2024"),
        ({"from": 2019, "to": "now"}, "since 2019"),
        ({"to": "2018-12"}, "until Dec 2018"),
        ({"to": "present"}, "present"),
        ({}, ""),
    ],
)
def test_years_are_said_as_far_as_they_are_known(dates: dict[str, object], said: str) -> None:
    assert years(Employment.model_validate({"employer": "A", **dates})) == said


def test_end_alone_of_a_study_is_no_expiry() -> None:
    assert years(Education.model_validate({"field": "F-gas", "to": "2015-03"})) == "Mar 2015"
