"""Terms of cited records that are over or soon will be."""

from datetime import date, timedelta

import pytest

from dossier.lint import evidence_stale
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import MINIMAL, edited, found_by, tree_of

RECORDS = "content/evidence/qortex.yml"


def told(files: dict[str, str], as_of: date, audience: Audience = Audience.PRIVATE) -> list[str]:
    library, _ = assemble(tree_of(files), audience)
    return [str(problem) for problem in found_by(evidence_stale.RULE, library, as_of)]


UNTIL = edited(
    RECORDS, "    skills: [bandits]", "    valid_until: 2026-06-30\n    skills: [bandits]"
)
EVERY = edited(RECORDS, "    skills: [bandits]", "    review_every: 122d\n    skills: [bandits]")


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (-31, None),
        (-30, "evidence-expiring"),
        (0, "evidence-expiring"),
        (1, "evidence-stale"),
        (999, "evidence-stale"),
    ],
)
@pytest.mark.parametrize("files", [UNTIL, EVERY], ids=["valid_until", "review_every"])
def test_term_is_told_thirty_days_before_its_end(
    files: dict[str, str], days: int, code: str | None
) -> None:
    found = told(files, date(2026, 6, 30) + timedelta(days=days))
    assert [text.partition("\n")[0].rpartition("[")[2] for text in found] == (
        [f"{code}]"] if code else []
    )


def test_finding_names_the_term_its_place_and_the_cure() -> None:
    (stale,) = told(UNTIL, date(2026, 7, 1))
    assert stale == (
        f"{RECORDS}:13:5: warning: `qortex/gain` is cited, but was good until 30 Jun 2026 only: "
        "it no longer counts [evidence-stale]\n"
        "  hint: check it again, then set `date` and `valid_until` anew"
    )
    (expiring,) = told(EVERY, date(2026, 6, 1))
    assert expiring == (
        f"{RECORDS}:13:5: warning: `qortex/gain` is cited, and good until 30 Jun 2026 only "
        "[evidence-expiring]\n"
        "  hint: check it again, then set `date` anew"
    )


def test_record_that_nothing_visible_cites_is_passed_over() -> None:
    page = "content/projects/qortex.md"
    uncited = MINIMAL[page].replace("evidence:qortex/gain", "evidence:qortex/other")
    files = UNTIL | {page: uncited}
    assert len(told(files, date(2027, 1, 1))) == 1
    assert told(files, date(2027, 1, 1), Audience.PUBLIC) == []
    assert told(MINIMAL, date(9999, 1, 1)) == []
