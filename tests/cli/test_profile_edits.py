"""The profile follows what was corrected in a record of its sentence."""

from pathlib import Path

from dossier.cli.options import read_project
from dossier.cli.profile_edits import follow_sentences
from dossier.match.spelled_credentials import spell_certificate
from dossier.model.audience import Audience
from dossier.model.profile import Certificate
from dossier.plain.yaml import construct
from tests.sites import project

PROFILE = """\
name: Ada
work:
  - employer: Acme
    # mine
    highlights:
      - Grew 40 seedlings
      - Led 8 gardeners
    summary: I tend a garden.
  - employer: Mill
    title: Weaver
education:
  - degree: Master
    field: gardener (Kew), Surrey
    to: 2015
  - degree: BSc
    field: Botany
certificates:
  - name: Chainsaw licence
    issuer: assessed yearly
  - name: First aid
awards:
  - title: Medal for hedges
    awarder: RHS
  - title: Best orchard
"""
CHANGED = {
    "Led 8 gardeners": "Led 7 gardeners",
    "Master, gardener (Kew), Surrey, 2015": "Master gardener (Kew), Surrey, 2015",
    "I tend a garden.": "I tend two gardens.",
    "Medal for hedges, RHS": "Gold medal for hedges",
    "Chainsaw licence, assessed yearly": "Chainsaw licence, City & Guilds, 2019",
}


def test_each_entry_that_says_a_sentence_follows_it_and_no_other(tmp_path: Path) -> None:
    root = project(tmp_path, {"content/profile.yml": PROFILE})
    library = read_project(root / "mkdocs.yml")[1].view(Audience.PRIVATE).library
    assert follow_sentences(root, library, CHANGED) == []
    text = (root / "content/profile.yml").read_text()
    profile, _ = construct(text, "")
    assert profile["work"][0]["highlights"] == ["Grew 40 seedlings", "Led 7 gardeners"]
    assert "# mine" in text
    study, other = profile["education"]
    assert other == {"degree": "BSc", "field": "Botany"}
    assert study.get("degree") != "Master"
    assert "Master gardener" in " ".join(map(str, study.values()))
    assert profile["work"][0]["summary"] == "I tend two gardens."
    assert profile["work"][1] == {"employer": "Mill", "title": "Weaver"}
    licence, aid = profile["certificates"]
    values = {name: str(value) for name, value in licence.items()}
    assert spell_certificate(Certificate.model_validate(values)) == (
        "Chainsaw licence, City & Guilds, 2019"
    )
    assert values["name"] != "Chainsaw licence, City & Guilds, 2019"
    assert aid == {"name": "First aid"}
    assert profile["awards"] == [{"title": "Gold medal for hedges"}, {"title": "Best orchard"}]


def test_what_is_written_so_that_it_cannot_be_told_is_left_and_named(tmp_path: Path) -> None:
    flow = "name: Ada\nwork: [{employer: Acme, highlights: [Led 8 gardeners]}]\n"
    root = project(tmp_path, {"content/profile.yml": flow})
    library = read_project(root / "mkdocs.yml")[1].view(Audience.PRIVATE).library
    (left,) = follow_sentences(root, library, CHANGED)
    assert str(left).startswith("content/profile.yml:2:")
    assert (root / "content/profile.yml").read_text() == flow
