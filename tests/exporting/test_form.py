"""What is pasted into forms: a summary that fits, jobs, skills, answers."""

from dossier.exporting.compose import compose_resume
from dossier.exporting.form import FormField, answers_of, form_fields
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import MINIMAL, tree_of
from tests.exporting.recipients import recipient, with_text

DOSSIER = "content/applications/acme/index.md"
NOTES = "## Notes"


def fields(files: dict[str, str]) -> dict[str, FormField]:
    seen = recipient(files)
    private, _ = assemble(tree_of(files), Audience.PRIVATE)
    answers = answers_of(seen.renderer, private.applications["acme"], private)
    return {field.name: field for field in form_fields(seen, compose_resume(seen), answers)}


def test_pieces_are_plain_text() -> None:
    found = fields(dict(MINIMAL))
    assert found["summary-300"].text == "I built a learned ranker."
    assert found["job-initech"].text == "Engineer, Initech\n2019 - Jun 2024"
    assert found["skills"].text == "Bandits"
    assert found["study-linguistics"].text == "Linguistics"
    assert found["links"].text == "https://example.org/ada"
    assert not any(field.is_private for field in found.values())


def test_a_summary_that_does_not_fit_says_so() -> None:
    long = f"I built {'and ' * 100}rebuilt. Then I rested."
    found = fields(with_text(DOSSIER, ("I built [a learned ranker](evidence:qortex/gain).", long)))
    assert found["summary-300"].text == ""
    assert "more than 300 characters" in found["summary-300"].note
    assert found["summary-600"].text == long


def test_answers_are_private_and_tell_their_stories() -> None:
    asked = (
        "## Questions\n\n### Why “us”? { about=ranking }\n\nBecause it rose by "
        "[](evidence:qortex/gain#precision).\n\n### Failed? { story=night }\n\n### Else?\n\n"
    )
    files = with_text(DOSSIER, (NOTES, f"{asked}{NOTES}")) | {
        "content/stories/night.md": "---\ntitle: Night\n---\n\nIt broke – once.\n"
    }
    found = fields(files)
    why = found["answer-why-us"]
    assert (why.label, why.text, why.is_private) == ('Why "us"?', "Because it rose by +22%.", True)
    assert found["answer-failed"].text == "It broke - once."
    assert found["answer-else"].note == "nothing is prepared for it"


def test_fields_of_one_name_are_numbered_and_a_missing_pitch_is_told() -> None:
    twice = "education:\n  - {field: Linguistics}\n  - {field: Linguistics, to: 2015}\n"
    twice += "  - {field: Linguistics, to: 2019}\n"
    profile = "content/profile.yml"
    files = MINIMAL | {
        profile: MINIMAL[profile]
        .replace("education:\n  - {field: Linguistics}\n", twice)
        .replace("headline: I measure what I build\n", ""),
        DOSSIER: MINIMAL[DOSSIER].replace("## Pitch", "## Other"),
    }
    found = fields(files)
    names = [name for name in found if name.startswith("study-")]
    assert names == ["study-linguistics", "study-linguistics-2", "study-linguistics-3"]
    assert found["study-linguistics"].text == "Linguistics\nuntil 2019"
    assert (found["summary-300"].text, found["summary-300"].note) == (
        *("", "the dossier has no pitch"),
    )
