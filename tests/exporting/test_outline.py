"""The blocks of a résumé."""

import pytest

from dossier.exporting.compose import compose_resume
from dossier.exporting.outline import Block, Kind, Part, head, outline_resume, span
from dossier.exporting.resume import (
    Held,
    Job,
    Person,
    Proof,
    Published,
    Resume,
    Spoken,
    Statement,
    Study,
)
from tests.exporting.recipients import recipient, with_text

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
        "heading: Experience",
        "entry: Engineer / Initech / 2019 – Jun 2024",
        "heading: Projects",
        "entry: qortex / example.org/qortex",
        "paragraph: A graph that learns from use",
        f"item: I built a learned ranker: precision +22% (20 concepts) / {CARD}",
        "heading: Education",
        "entry: Linguistics",
        "heading: Skills",
        "fact: Bandits",
    ]


def test_projects_stand_first_where_no_job_is_dated_or_the_emphasis_names_them_alone() -> None:
    def order(name: str, *changes: tuple[str, str]) -> list[str]:
        told = lines(compose_resume(recipient(with_text(name, *changes))))
        return [line[9:] for line in told if line in ("heading: Experience", "heading: Projects")]

    dated, bare = "from: 2019, to: 2024-06}", "location: Austin}"
    emphasis = "## Emphasis\n\n[x](project:qortex){}\n\n## Notes\n"
    record = " [y](evidence:qortex/gain)"
    dossier, profile = "content/applications/acme/index.md", "content/profile.yml"
    assert order(profile, (dated, bare)) == ["Projects", "Experience"]
    assert order(dossier, ("## Notes\n", emphasis.format(""))) == ["Projects", "Experience"]
    assert order(dossier, ("## Notes\n", emphasis.format(record))) == ["Experience", "Projects"]


def test_a_job_a_certificate_and_a_degree_say_when_they_were() -> None:
    job = Job("Initech", kind="contract", since="2020-02", highlights=(Statement("Led"),))
    held, study = Held("Nurse", "Council", "2023-03"), Study("Nursing", until="2015-03")
    told = lines(Resume(ADA, jobs=(job,), education=(study,), certificates=(held,)))
    assert told[3:] == [
        "heading: Experience",
        "entry: Initech / Contract / Feb 2020 – Present",
        "item: Led",
        "heading: Education",
        "entry: Nursing / Mar 2015",
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


def test_who_says_nothing_of_themselves_is_named_alone() -> None:
    assert [block.kind for block in head(Person("Ada", "", "", "", ""))] == [Kind.NAME]
