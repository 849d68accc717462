from dataclasses import replace

import pytest

from dossier.lint import lint
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart, Verdict
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
                "content/evidence/qortex.yml:12:39: warning: the source of `qortex/gain` is "
                "broken: 404 Not Found [source-broken]\n"
                "  hint: it was last good on 1 Feb 2026; "
                "correct it, then run `dossier verify` again"
            ),
        ),
        (
            SourcePart.COMMIT,
            NEVER,
            (
                "content/evidence/qortex.yml:12:5: warning: the source of `qortex/gain` is broken: "
                "the clone has no commit abc [source-broken]\n"
                "  hint: correct it, then run `dossier verify` again"
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
    assert found == {Audience.PRIVATE: [told], Audience.SHARED: [], Audience.PUBLIC: []}
