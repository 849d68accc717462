"""The résumé of one recipient."""

import pytest

from dossier.exporting.compose import compose_resume, spell_skill
from dossier.plain.errors import ConfigError
from tests.builders import MINIMAL
from tests.exporting.recipients import recipient, with_text

PROFILE = "content/profile.yml"
DOSSIER = "content/applications/acme/index.md"


def test_a_resume_holds_what_the_recipient_may_see() -> None:
    resume = compose_resume(recipient())
    assert (resume.person.name, resume.person.email) == ("Ada Example", "ada@example.org")
    assert resume.summary.text == "I built a learned ranker."
    assert [(job.employer, job.since, job.until) for job in resume.jobs] == [
        ("Initech", "2019", "2024-06")
    ]
    assert [(work.title, work.url) for work in resume.projects] == [
        ("qortex", "https://example.org/qortex")
    ]
    assert [group.skills for group in resume.skills] == [("Bandits",)]


def test_highlights_of_a_job_stand_if_the_rows_ask_for_them() -> None:
    other = "    - {id: no, claim: Other, kind: code, check: statement, audience: public}\n"
    records = MINIMAL["content/evidence/qortex.yml"] + other.removeprefix("  ")
    said = "[Led three people, '[Slow](evidence:qortex/no)', '[Gain](evidence:qortex/gain)']"
    changed = with_text(PROFILE, ("to: 2024-06}", f"to: 2024-06, highlights: {said}}}"))
    files = changed | {"content/evidence/qortex.yml": records}
    asked = compose_resume(recipient(files)).jobs[0].highlights
    assert [one.text for one in asked] == ["Led three people", "Gain"]
    emphasis = "## Emphasis\n\n- [x](evidence:qortex/no)\n\n## Notes\n"
    files |= {DOSSIER: MINIMAL[DOSSIER].replace("## Notes\n", emphasis)}
    first = compose_resume(recipient(files)).jobs[0].highlights
    assert [one.text for one in first] == ["Slow", "Led three people", "Gain"]


def test_projects_stand_as_they_are_emphasized() -> None:
    project = MINIMAL["content/projects/qortex.md"].replace("title: qortex", "title: Loom")
    files = MINIMAL | {"content/projects/loom.md": project}
    assert [work.title for work in compose_resume(recipient(files)).projects] == ["qortex"]
    emphasis = "## Emphasis\n\n- [x](project:loom)\n\n## Notes\n"
    files |= {DOSSIER: MINIMAL[DOSSIER].replace("## Notes\n", emphasis)}
    assert [work.title for work in compose_resume(recipient(files)).projects] == ["Loom", "qortex"]


def test_skills_of_the_profile_stand_for_those_of_the_projects() -> None:
    added = "skills: [{group: Languages, skills: [Python, SQL]}]\nleads:"
    resume = compose_resume(recipient(with_text(PROFILE, ("leads:", added))))
    assert [(one.group, one.skills) for one in resume.skills] == [("Languages", ("Python", "SQL"))]
    assert [spell_skill(s) for s in ("api-design", "CI/CD", "Node.js")] == [
        *("API design", "CI/CD", "Node.js")
    ]


def test_without_a_profile_there_is_nobody_to_tell_of() -> None:
    files = {name: text for name, text in MINIMAL.items() if name != PROFILE}
    with pytest.raises(ConfigError, match="no profile"):
        compose_resume(recipient(files))
