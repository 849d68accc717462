from dataclasses import replace

import pytest

from dossier.lint import lint
from dossier.lint.source_broken import problems_of
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart, Verdict
from dossier.plain.problems import Severity
from tests.builders import AS_OF, MINIMAL, tree_of

MOVED = CheckResult(CheckOutcome.GOOD, "2026-03-01", "2026-03-01", moved="https://example.org/new")
LOST = CheckResult(CheckOutcome.BROKEN, "2026-03-01", "2026-02-01", "404 Not Found")
NEVER = CheckResult(CheckOutcome.BROKEN, "2026-03-01", "", "the clone has no commit abc")


def library(audience: Audience, part: SourcePart, finding: CheckResult) -> Library:
    known, _ = assemble(tree_of(MINIMAL), audience)
    entry = replace(known.records["qortex/gain"], verdict=Verdict("", {part: finding}))
    return replace(known, records={"qortex/gain": entry})


@pytest.mark.parametrize(
    ("part", "finding", "told"),
    [
        (
            SourcePart.URL,
            LOST,
            (
                "content/evidence/qortex.yml:12:39: error: the source of `qortex/gain` is "
                "broken: 404 Not Found [source-broken]\n"
                "  hint: it was last good on 1 Feb 2026; "
                "correct it, then run `dossier verify` again; or say above it why it may go out: "
                "`# dossier: allow source-broken: …`"
            ),
        ),
        (
            SourcePart.COMMIT,
            NEVER,
            (
                "content/evidence/qortex.yml:12:5: error: the source of `qortex/gain` is broken: "
                "the clone has no commit abc [source-broken]\n"
                "  hint: correct it, then run `dossier verify` again; or say above it why it "
                "may go out: `# dossier: allow source-broken: …`"
            ),
        ),
        (
            SourcePart.URL,
            MOVED,
            (
                "content/evidence/qortex.yml:12:39: warning: the source of `qortex/gain` moved for "
                "good [source-moved]\n  hint: write https://example.org/new"
            ),
        ),
    ],
)
def test_broken_or_moved_source_is_told_to_the_author_alone(
    part: SourcePart, finding: CheckResult, told: str
) -> None:
    found = {a: [str(p) for p in lint(library(a, part, finding), AS_OF)] for a in Audience}
    assert found == {a: [told] if a is Audience.PRIVATE else [] for a in Audience}


def test_of_a_record_that_nobody_else_sees_it_is_a_warning() -> None:
    known, _ = assemble(tree_of(MINIMAL), Audience.PRIVATE)
    entry = replace(
        known.records["qortex/gain"],
        audience=Audience.PRIVATE,
        verdict=Verdict("", {SourcePart.URL: LOST}),
    )
    (found,) = problems_of(entry)
    assert found.severity is Severity.WARNING
    assert "allow" not in found.hint


def test_address_of_a_repository_is_told_where_it_is_written() -> None:
    source = "source: {label: Code, repo: 'https://example.org/q'}"
    text = MINIMAL["content/evidence/qortex.yml"]
    assert "source:" in text
    lines = [f"    {source}" if "source:" in line else line for line in text.split("\n")]
    files = {**MINIMAL, "content/evidence/qortex.yml": "\n".join(lines)}
    known, _ = assemble(tree_of(files), Audience.PRIVATE)
    entry = replace(known.records["qortex/gain"], verdict=Verdict("", {SourcePart.URL: LOST}))
    (found,) = problems_of(entry)
    assert str(found.where) == "content/evidence/qortex.yml:12:27"
