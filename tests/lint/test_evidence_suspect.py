"""Records that changed since they were reviewed: where that is told, how loudly, and to whom."""

import pytest

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.lock import LOCK_FILE, spell_lock
from tests.builders import MINIMAL, edited, problems_of, tree_of

DOSSIER = "content/applications/acme/index.md"
RECORDS = "content/evidence/qortex.yml"
LOCK = f"content/{LOCK_FILE}"


def stamped(files: dict[str, str]) -> str:
    """Return the lock of a site's records as they are."""
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    return spell_lock({entry.id: entry.stamp() for entry in library.records.values()})


APPLIED = "{date: 2026-02, what: applied}"
REVIEWED = {LOCK: stamped(MINIMAL)}
CHANGED = edited(RECORDS, "value: 22", "value: 23") | REVIEWED


def test_nothing_is_said_without_a_lock_nor_of_what_is_as_it_was() -> None:
    assert problems_of(edited(RECORDS, "value: 22", "value: 23")) == []
    assert problems_of(MINIMAL | REVIEWED) == []


def test_change_is_told_at_every_row_and_text_that_cites_the_record() -> None:
    changed = "`qortex/gain`, which has changed since it was last reviewed: metrics.precision.value"
    assert problems_of(CHANGED) == [
        f"{DOSSIER}:10:16: warning: the row `ranking` stands on {changed} [evidence-suspect]",
        f"content/projects/qortex.md:10:14: warning: this cites {changed} [evidence-suspect]",
    ]


@pytest.mark.parametrize(
    ("status", "severity"),
    [
        ("status: drafting", "warning"),
        ("status: applied", "error"),
        ("status: offer", "error"),
        ("events: [{date: 2026-02, what: screening}]", "error"),
        ("status: closed", "warning"),
        (f"events: [{APPLIED}, {{date: 2026-03, what: closed}}]\noutcome: rejected", "error"),
    ],
)
def test_change_is_an_error_once_the_dossier_was_sent(status: str, severity: str) -> None:
    files = edited(DOSSIER, "lead:", f"{status}\nlead:") | REVIEWED
    files[RECORDS] = CHANGED[RECORDS]
    (told,) = [p for p in problems_of(files) if p.startswith(DOSSIER) and "suspect" in p]
    assert told.split(": ")[1] == severity
    assert told.endswith(
        "metrics.precision.value"
        + ("; the dossier was sent already" if severity == "error" else "")
        + " [evidence-suspect]"
    )


def test_no_more_than_three_fields_are_named() -> None:
    text = MINIMAL[RECORDS].replace("value: 22", "value: 23").replace('op: "+"', 'op: "-"')
    text = text.replace("name: precision", "name: recall").replace("date: 2026-02", "date: 2025")
    (told, _) = problems_of(MINIMAL | REVIEWED | {RECORDS: text})
    assert told.endswith(
        "metrics.precision.name, metrics.precision.value, metrics.precision.op and 1 more "
        "[evidence-suspect]"
    )


def test_stamp_that_was_altered_makes_its_rows_suspect_too() -> None:
    told = problems_of(MINIMAL | {LOCK: REVIEWED[LOCK].replace('"22"', '"21"')})
    assert [problem.rpartition("[")[2] for problem in told] == [
        "evidence-suspect]",
        "lock-form]",
        "evidence-suspect]",
    ]
    assert "which has changed since it was last reviewed: its stamp is broken [" in told[0]


def test_record_that_nothing_cites_needs_no_review() -> None:
    files = MINIMAL | {
        "content/evidence/other.yml": MINIMAL[RECORDS].replace("project: qortex\n", ""),
        **REVIEWED,
    }
    assert problems_of(files) == []


@pytest.mark.parametrize("audience", [Audience.SHARED, Audience.PUBLIC])
def test_other_views_know_nothing_of_the_lock(audience: Audience) -> None:
    for text in (REVIEWED[LOCK], spell_lock({}), "version: 7\n", "a: [\n"):
        files = CHANGED | {LOCK: text}
        library, _ = assemble(tree_of(files), audience)
        assert library.stamps is None
        assert library.suspects == frozenset()
        assert problems_of(files, audience) == []
