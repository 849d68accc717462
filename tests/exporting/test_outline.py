"""The blocks of a résumé."""

import pytest

from dossier.exporting.compose import compose_resume
from dossier.exporting.outline import Block, Kind, Part, outline_resume, span
from dossier.exporting.resume import Held, Job, Person, Proof, Published, Resume, Spoken, Statement
from tests.exporting.recipients import recipient

CARD = "ada.example/projects/qortex/#qortex/gain"
ADA = Person("Ada", "I measure", "ada@example.org", "+1 (555) 01", "Austin, TX")


def lines(resume: Resume) -> list[str]:
    """Return each block as its kind and what it says."""
    found = []
    for block in outline_resume(resume).blocks:
        said = [block.text, *(part.text for part in block.details)]
        found.append(f"{block.kind}: {' / '.join(text for text in said if text)}")
    return found


def test_a_resume_is_read_from_the_name_down() -> None:
    assert lines(compose_resume(recipient())) == [
        "name: Ada Example",
        "tagline: I measure what I build",
        "contact: Austin, TX / ada@example.org / example.org/ada",
        "heading: Summary",
        "paragraph: I built a learned ranker.",
        "heading: Projects",
        "entry: qortex / example.org/qortex",
        "paragraph: A graph that learns from use",
        f"item: I built a learned ranker: precision +22% (20 concepts) / {CARD}",
        "heading: Experience",
        "entry: Engineer / Initech / 2019 – Jun 2024",
        "heading: Skills",
        "fact: Bandits",
        "heading: Education",
        "entry: Linguistics",
    ]


def test_jobs_of_which_much_is_told_stand_before_projects() -> None:
    job = Job("Initech", kind="contract", since="2020-02", highlights=(Statement("Led"),))
    told = lines(Resume(ADA, jobs=(job,), certificates=(Held("Nurse", "Council", "2023-03"),)))
    assert told[3:] == [
        "heading: Experience",
        "entry: Initech / Contract / Feb 2020 – Present",
        "item: Led",
        "heading: Certifications",
        "entry: Nurse / Council / Mar 2023",
    ]


def test_what_is_published_and_spoken_is_told() -> None:
    published = Published("Loads", ("A. Example",), "DataConf", "2024-06", "https://example.org/p")
    resume = Resume(ADA, publications=(published,), languages=(Spoken("German", "C1"),))
    assert lines(resume)[3:] == [
        "heading: Publications",
        "entry: Loads / A. Example / DataConf / Jun 2024 / example.org/p",
        "heading: Languages",
        "paragraph: German (C1)",
    ]


def test_addresses_of_figures_and_of_contact_lead_somewhere() -> None:
    told = Statement("It is fast", (Proof("https://example.org/a"),))
    blocks = outline_resume(Resume(ADA, summary=told)).blocks
    assert blocks[-1] == Block(
        Kind.PARAGRAPH, "It is fast", (Part("example.org/a", "https://example.org/a"),)
    )
    assert blocks[2].details[1:] == (
        Part("ada@example.org", "mailto:ada@example.org"),
        Part("+1 (555) 01", "tel:+155501"),
    )


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2019-03", "2024", "Mar 2019 – 2024"),
        ("2019", "present", "2019 – Present"),
        ("2019", "", "2019 – Present"),
        ("", "2024-06", "until Jun 2024"),
        ("", "present", "Present"),
        ("", "", ""),
    ],
)
def test_dates_are_told_month_first(since: str, until: str, said: str) -> None:
    assert span(since, until) == said
