"""RenderCV."""

from dossier.importing.draft import Draft
from dossier.importing.read import read_input
from dossier.model.audience import Audience
from dossier.model.library import Library
from tests.builders import REPOSITORY

SAMPLE = REPOSITORY / "tests/cases/importing/rendercv/sample_content.yaml"


def read(content: bytes) -> Draft:
    draft = read_input("cv.yaml", content, Library(Audience.PRIVATE))
    assert isinstance(draft, Draft), draft
    assert (draft.account().lost, draft.account().invented) == ((), ())
    return draft


def test_its_own_sample_keeps_every_word() -> None:
    draft = read(SAMPLE.read_bytes())
    assert (len(draft.profile["work"]), len(draft.profile["education"])) == (5, 2)
    assert draft.profile["work"][0] == {
        "employer": "Nexus AI",
        "title": "Co-Founder & CTO",
        "from": "2023-06",
        "to": "present",
    } | {k: v for k, v in draft.profile["work"][0].items() if k in ("highlights", "location")}
    assert set(draft.projects) == {"flashinfer", "neuralprune"}


def test_section_of_ones_own_title_is_told_by_its_entries() -> None:
    text = "cv:\n  name: Ada\n  sections:\n    Mills:\n      - {company: Loom, position: Miller}\n"
    assert read(text.encode()).profile["work"] == [{"employer": "Loom", "title": "Miller"}]


def test_comments_and_design_are_kept() -> None:
    draft = read(b"cv:\n  name: Ada\n# my note\ndesign:\n  theme: classic\n")
    assert [part.text for part in draft.parts] == ["- **theme:** classic", "my note"]


def test_sections_of_another_form_are_kept() -> None:
    draft = read(b"cv:\n  name: Ada\n  sections: [a note of mine]\n")
    assert [(part.title, part.text) for part in draft.parts] == [("sections", "- a note of mine")]
