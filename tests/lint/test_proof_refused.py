from dataclasses import replace

from dossier.lint import lint
from dossier.lint.proof_refused import problems_of
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart, Verdict
from tests.builders import AS_OF, MINIMAL, tree_of

FILE = "content/evidence/qortex.yml"
QUOTED = MINIMAL | {
    FILE: MINIMAL[FILE].replace("org/report}", "org/report, quote: As said}"),
}
AWAY = CheckResult(CheckOutcome.GOOD, "2026-03-01", elsewhere="evil.example")
TWICE = CheckResult(CheckOutcome.REFUSED, "2026-03-01", said="the quote stands there twice")


def test_reason_is_told_once_and_to_the_author_alone() -> None:
    known, _ = assemble(tree_of(QUOTED), Audience.PRIVATE)
    entry = known.records["qortex/gain"]
    now = entry.stamp().fingerprint
    parts = {SourcePart.URL: AWAY, SourcePart.PLACE: TWICE, SourcePart.ATTESTATION: TWICE}
    bound = {part: replace(found, record=now) for part, found in parts.items()}
    entry = replace(entry, verdict=Verdict("", bound))
    assert [problem.message.rpartition(": ")[2] for problem in problems_of(entry)] == [
        "the quote stands there twice",
        "the quote stands there twice",
    ]
    only_url = replace(entry, verdict=Verdict("", {SourcePart.URL: bound[SourcePart.URL]}))
    (told,) = problems_of(only_url)
    assert "its address is redirected to another host: evil.example" in told.message
    library = replace(known, records={entry.id: entry}, audience=Audience.PUBLIC)
    assert "proof-refused" not in {problem.code for problem in lint(library, AS_OF)}
    # Of another state of the record it says nothing.
    assert not list(problems_of(replace(entry, verdict=Verdict("", parts))))
