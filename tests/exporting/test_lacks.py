"""What is missing, and what was asked for and is not there, is told with its place."""

from dossier.exporting.lacks import lacks_of_resume
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import MINIMAL, tree_of
from tests.exporting.recipients import recipient

PROFILE, DOSSIER = "content/profile.yml", "content/applications/acme/index.md"
RECORDS = "content/evidence/qortex.yml"
MORE = """\
  - {id: plan, claim: Soon, kind: code, check: inspect, status: planned, source: {label: Plan}}
  - {id: mine, claim: Mine, kind: code, check: inspect, audience: private, source: {label: Own}}
  - {id: job, claim: Job, kind: employment, check: statement, project: initech}
"""
EMPHASIS = """\
## Emphasis

- [x](project:loom), [x](evidence:qortex/plan), [x](evidence:qortex/mine)
- [x](evidence:qortex/gain) and [x](evidence:qortex/job)

## Notes
"""


def told(files: dict[str, str]) -> list[str]:
    """Return what is told: the file's name and the line, the code, the message."""
    private, _ = assemble(tree_of(files), Audience.PRIVATE)
    found = lacks_of_resume(recipient(files), private.applications["acme"])
    return [f"{p.where.file[-8:]}:{p.where.line} {p.code}: {p.message}" for p in found]


def holds(found: list[str], expected: list[str]) -> bool:
    return len(found) == len(expected) and all(map(str.startswith, found, expected))


def test_what_a_resume_would_need_is_told() -> None:
    files = MINIMAL | {
        PROFILE: MINIMAL[PROFILE].replace("email: ada@example.org\n", ""),
        DOSSIER: MINIMAL[DOSSIER].replace("lead: ml-engineer\n", "").replace("Pitch", "Other"),
    }
    expected = [
        "file.yml:1 contact-missing: the profile gives no email and no phone",
        "index.md:2 resume-incomplete: the dossier has no lead",
        "index.md:2 resume-incomplete: the dossier emphasizes nothing",
        "index.md:2 resume-incomplete: the dossier has no pitch",
        "file.yml:1 resume-incomplete: the profile names no skills",
    ]
    assert holds(told(files), expected), told(files)


def test_a_licence_belongs_into_the_profile_and_is_left_out_of_nothing_there() -> None:
    licence = "claim: I hold driving licences B and BE., kind: credential, check: inspect"
    record = f"  - {{id: licence, project: initech, {licence}}}\n"
    row = "  - {id: car, requirement: Licence B, evidence: [qortex/licence], strength: direct}\n"
    dossier = MINIMAL[DOSSIER].replace("proof_points:\n", f"proof_points:\n{row}")
    files = MINIMAL | {RECORDS: MINIMAL[RECORDS] + record, DOSSIER: dossier}
    held = MINIMAL[PROFILE] + "certificates: [{name: 'Driving licence, B and BE'}]\n"
    private, _ = assemble(tree_of(files), Audience.PRIVATE)
    found = lacks_of_resume(recipient(files), private.applications["acme"])
    (hint,) = [problem.hint for problem in found if "`car`" in problem.message]
    assert "under `certificates`" in hint
    assert not [text for text in told(files | {PROFILE: held}) if "`car`" in text]


def test_what_was_asked_for_and_is_not_there_is_told() -> None:
    row = "  - {id: work, requirement: Work, evidence: [qortex/job], strength: strong, claim: So}\n"
    highlight = "highlights: ['[Slow](evidence:qortex/job)', '[Not](evidence:qortex/plan)']"
    files = MINIMAL | {
        PROFILE: MINIMAL[PROFILE].replace("to: 2024-06}", f"to: 2024-06, {highlight}}}")
        + "skills: [{group: Data, skills: [SQL]}]\n",
        RECORDS: MINIMAL[RECORDS] + MORE,
        DOSSIER: MINIMAL[DOSSIER]
        .replace("strength: direct\n", f"strength: direct\n{row}")
        .replace("## Notes\n", EMPHASIS),
    }
    expected = [
        "index.md:13 export-left-out: the row `work` is not on it",
        "index.md:22 export-left-out: `loom` is emphasized and not on it: the project is not",
        "index.md:22 export-left-out: `qortex/plan` is emphasized and not on it: the record is pl",
        "index.md:22 export-left-out: `qortex/mine` is emphasized and not on it: its reader may",
        "index.md:23 export-left-out: `qortex/job` is emphasized and not on it: the record is of",
        "file.yml:7 export-left-out: this highlight is not on it, for no row cites its records: N",
    ]
    assert holds(told(files), expected), told(files)


def test_without_a_profile_a_row_of_a_study_is_left_out_and_told() -> None:
    records = MINIMAL[RECORDS] + (
        "  - {id: car, claim: Driving licence, kind: credential, check: statement, "
        "project: none, source: {label: Card}}\n"
    )
    row = "  - {id: car, requirement: Licence, evidence: [qortex/car], strength: strong}\n"
    files = MINIMAL | {
        RECORDS: records,
        DOSSIER: MINIMAL[DOSSIER].replace("strength: direct\n", f"strength: direct\n{row}"),
    }
    files.pop(PROFILE)
    assert [text for text in told(files) if "`car` is not on it" in text]
