"""What is told of each project."""

from collections.abc import Iterator

import pytest

from dossier.exporting.brief import compose_brief
from dossier.exporting.brief_pdf import draw_brief
from dossier.exporting.compose import compose_resume
from dossier.exporting.data import data_of, spell_data
from dossier.exporting.docx_file import draw_docx
from dossier.exporting.docx_reading import read_docx
from dossier.exporting.highlights import highlights
from dossier.exporting.json_resume import spell_json_resume
from dossier.exporting.letter import compose_letter
from dossier.exporting.markdown import spell_markdown
from dossier.exporting.outline import outline_resume
from dossier.exporting.pdf import draw_pdf
from dossier.exporting.pdf_reading import read_pdf
from dossier.exporting.plain_text import spell_plain_text
from dossier.exporting.recipient import Recipient
from dossier.exporting.rendercv import spell_rendercv
from dossier.exporting.tables import proof_points, spell_table
from dossier.templates import Templates
from tests.builders import MINIMAL
from tests.exporting.recipients import recipient, with_text

DOSSIER = "content/applications/acme/index.md"
RECORDS = "content/evidence/qortex.yml"
MORE = """\
  - id: cost
    claim: Learning is cheap.
    kind: benchmark
    check: rerun
    metrics:
      - {id: time, name: median time, value: 0.02, unit: ms, baseline: none, scope: per query}
      - {id: peak, name: peak, value: 3, unit: ms, baseline: none, scope: per query}
    source: {label: Report}
  - {id: plan, claim: Soon, kind: code, check: inspect, status: planned, source: {label: Plan}}
"""
ROW = "  - {{id: {}, requirement: R, evidence: [qortex/{}], claim: {}, strength: {}}}\n"
LIMITED = (
    ROW.format("old", "old", "I index books at scale.", "strong, override: Seen in use for a year")
    + ROW.format("toy", "cost", "I rank anything", "moderate, note: Only in a toy setting.")
    + ROW.format("lead", "lead", "I led others", "strong, note: Of two, override: A month")
    + ROW.format("bare", "old", '""', "moderate, note: It is retired").replace('claim: "", ', "")
)
OLD = """\
  - {id: old, claim: The index finds books., kind: code, check: inspect, status: deprecated,
     source: {label: Plan}}
  - {id: lead, claim: The team delivered., kind: code, check: inspect, source: {label: Plan}}
"""
TOLD_WITH_LIMITS = {
    "old": "I index books at scale. Seen in use for a year",
    "toy": "I rank anything: median time 0.02 ms and peak 3 ms against none (per query)."
    " Only in a toy setting.",
    "lead": "I led others. Of two. A month",
    "bare": "The index finds books. It is retired",
}
"""What is told of each row in a sentence and its limits."""
RANKER = "I built a learned ranker: precision +22% (20 concepts)"
FILES = MINIMAL | {RECORDS: MINIMAL[RECORDS] + MORE}


def told(*changes: tuple[str, str]) -> list[str]:
    files = FILES | {DOSSIER: with_text(DOSSIER, *changes)[DOSSIER]}
    found = highlights(recipient(files))
    assert set(found) <= {"qortex"}
    return [statement.text for statement in found.get("qortex", ())]


def emphasis(*names: str) -> tuple[str, str]:
    items = "".join(f"- [x](evidence:{name})\n" for name in names)
    return "## Notes\n", f"## Emphasis\n\n{items}\n## Notes\n"


@pytest.mark.parametrize("strength", ["weak", "none"])
def test_a_row_that_is_hardly_shown_is_not_told(strength: str) -> None:
    assert told() == [RANKER]
    assert told(("strength: direct", f"strength: {strength}\n    note: Little")) == []


def test_a_record_that_is_emphasized_tells_its_own_and_stands_where_it_is_named() -> None:
    cost = "Learning is cheap: median time 0.02\u00a0ms and peak 3\u00a0ms against none (per query)"
    assert told(emphasis("qortex/cost")) == [cost, RANKER]
    assert told(emphasis("qortex/gain", "qortex/cost")) == [RANKER, cost]


def test_what_shows_nothing_yet_is_not_told() -> None:
    assert told(emphasis("qortex/plan")) == [RANKER]
    assert told(("[qortex/gain]", "[qortex/plan]")) == []


def test_a_row_without_a_claim_tells_those_of_its_records() -> None:
    claim = "    claim: I built [a learned ranker](evidence:qortex/gain)\n"
    assert told((claim, "")) == [
        "Learned weights retrieve better than cosine similarity: precision +22% (20 concepts)"
    ]


def documents(seen: Recipient) -> Iterator[tuple[str, str]]:
    """Yield every form of what is sent, by its name, as its reader reads it."""
    resume = compose_resume(seen)
    for name, outline in (
        ("resume", outline_resume(resume)),
        ("letter", compose_letter(seen, rows=tuple(TOLD_WITH_LIMITS))),
    ):
        yield f"{name}.txt", spell_plain_text(outline)
        yield f"{name}.md", spell_markdown(outline)
        yield f"{name}.pdf", read_pdf(draw_pdf(outline, Templates()).content).text
        yield f"{name}.docx", read_docx(draw_docx(outline)).text
    yield "resume.json", spell_json_resume(resume)
    yield "resume.yaml", spell_rendercv(resume).replace("\n", " ")
    brief = compose_brief(seen)
    yield "brief", " ".join(f"{row.claim} {row.note}" for row in brief.rows)
    yield "brief.pdf", read_pdf(draw_brief(brief, Templates()).content).text
    yield "data.json", spell_data(data_of(seen.library))
    yield "proof-points.csv", spell_table(proof_points(seen.library, seen.plain))


def test_no_document_tells_a_claim_without_its_limits() -> None:
    """It stands behind the claim where lines are told, in its own place where fields are."""
    text = MINIMAL[DOSSIER].replace("proof_points:\n", f"proof_points:\n{LIMITED}")
    seen = recipient(FILES | {RECORDS: FILES[RECORDS] + OLD, DOSSIER: text})
    limits = (
        "Seen in use for a year",
        "Only in a toy setting",
        "Of two",
        "A month",
        "It is retired",
    )
    missing = []
    for name, told in documents(seen):
        said = " ".join(told.replace("\\", "").split())
        is_line = name.startswith(("resume", "letter"))
        wanted = TOLD_WITH_LIMITS.values() if is_line else limits
        missing += [(name, each) for each in wanted if each not in said]
    assert not missing


def test_a_claim_of_the_person_is_told_with_its_limits() -> None:
    claim = "claim: I built [a learned ranker](evidence:qortex/gain)"
    own = "claim: 12 years in nursing\n    note: Four of them part-time"
    resume = compose_resume(recipient(with_text(DOSSIER, (claim, own))))
    assert resume.summary.text.endswith(" 12 years in nursing. Four of them part-time")
