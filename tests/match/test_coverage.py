from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from math import floor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.match.coverage import (
    HALVES,
    RoleCoverage,
    State,
    cap,
    cover,
    cover_row,
    expiry,
    is_above,
    is_expired,
    percent,
    why_not,
)
from dossier.model.application import Application, Priority, ProofPoint, Role, Strength
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.evidence import Check, EvidenceKind, Record, RecordStatus
from dossier.model.library import ApplicationEntry, Library, RecordEntry
from dossier.model.lock import Stamp
from dossier.model.source import Source as RecordSource
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart, Verdict
from dossier.plain.dates import last_day
from dossier.settings import Settings
from tests.builders import AS_OF, MINIMAL, REPOSITORY, write_site
from tests.views import library as read_library

FOUND = CheckResult(CheckOutcome.GOOD, "2026-02-27", "2026-02-27")
LABEL = RecordSource(label="Report")
LINK = RecordSource(label="Report", url="https://example.org/report")


def record(name: str, **fields: object) -> RecordEntry:
    """Return a record that counts, but for what is said."""
    model = Record.model_validate(
        {
            "id": name.partition("/")[2],
            "claim": "It works",
            "kind": EvidenceKind.CODE,
            "check": Check.RERUN,
            "source": LINK,
        }
        | fields
    )
    return RecordEntry(name, model, None, Audience.PUBLIC, Document("content/evidence/a.yml"), ())


def row(
    strength: Strength = Strength.DIRECT,
    *evidence: str,
    name: str = "row",
    priority: Priority = Priority.MUST,
    roles: tuple[str, ...] = (),
    accepted: str | None = None,
) -> ProofPoint:
    return ProofPoint(
        id=name,
        requirement="What is asked",
        strength=strength,
        evidence=evidence,
        priority=priority,
        roles=roles,
        accepted=accepted,
    )


def library_of(*records: RecordEntry) -> Library:
    return Library(Audience.PRIVATE, records={entry.id: entry for entry in records})


COUNTS = record("a/counts")
EXPIRED = record("a/expired", valid_until="2026-02")
STATEMENT = record("a/statement", check=Check.STATEMENT)
EXPIRED_STATEMENT = record("a/old", check=Check.STATEMENT, valid_until="2026-02")
PLANNED = record("a/planned", status=RecordStatus.PLANNED)
UNCONFIRMED = record("a/unconfirmed", status=RecordStatus.UNCONFIRMED)
DEPRECATED = record("a/deprecated", status=RecordStatus.DEPRECATED)
SOURCELESS = record("a/sourceless", source=None)
LABELLED = record("a/labelled", source=LABEL)
LIBRARY = library_of(
    *(COUNTS, EXPIRED, STATEMENT, EXPIRED_STATEMENT, PLANNED, UNCONFIRMED, DEPRECATED, SOURCELESS),
    LABELLED,
)
S = Strength


# The state of a row.

STATES = {
    "waived, whatever it cites": (row(S.DIRECT, "a/counts", accepted="ok"), "accepted"),
    "waived, though nothing shows it": (row(S.NONE, accepted="ok"), "accepted"),
    "waived, though weak": (row(S.WEAK, "a/planned", accepted="ok"), "accepted"),
    "none, whatever it cites": (row(S.NONE, "a/counts"), "gap"),
    "none, and nothing counts": (row(S.NONE), "gap"),
    "weak, whatever it cites": (row(S.WEAK, "a/counts"), "weak"),
    "weak, and nothing counts": (row(S.WEAK, "a/planned"), "weak"),
    "weak, and what counts is expired": (row(S.WEAK, "a/expired"), "weak"),
    "direct, and no record": (row(S.DIRECT), "claimed"),
    "direct, on a statement": (row(S.DIRECT, "a/statement"), "claimed"),
    "direct, on a plan": (row(S.DIRECT, "a/planned"), "claimed"),
    "direct, unconfirmed": (row(S.DIRECT, "a/unconfirmed"), "claimed"),
    "direct, without a source": (row(S.DIRECT, "a/sourceless"), "claimed"),
    "direct, on an expired statement": (row(S.DIRECT, "a/old"), "claimed"),
    "direct, on a record that is not there": (row(S.DIRECT, "b/hidden"), "claimed"),
    "moderate, on a statement": (row(S.MODERATE, "a/statement"), "claimed"),
    "direct, on what is expired": (row(S.DIRECT, "a/expired"), "stale"),
    "moderate, on what is expired": (row(S.MODERATE, "a/expired"), "stale"),
    "strong, on what is expired and a statement": (
        row(S.STRONG, "a/statement", "a/expired"),
        "stale",
    ),
    "moderate": (row(S.MODERATE, "a/counts"), "partial"),
    "moderate, one of two expired": (row(S.MODERATE, "a/expired", "a/counts"), "partial"),
    "direct": (row(S.DIRECT, "a/counts"), "covered"),
    "strong": (row(S.STRONG, "a/counts"), "covered"),
    "strong, on what is deprecated": (row(S.STRONG, "a/deprecated"), "covered"),
    "strong, with a label for a source": (row(S.STRONG, "a/labelled"), "covered"),
    "direct, one of three counts": (
        row(S.DIRECT, "a/planned", "a/expired", "a/counts"),
        "covered",
    ),
}


@pytest.mark.parametrize(("given_row", "state"), STATES.values(), ids=STATES)
def test_a_rows_state_is_the_first_that_holds(given_row: ProofPoint, state: str) -> None:
    assert cover_row(given_row, LIBRARY, AS_OF).state.value == state


def test_the_states_are_decided_in_this_order() -> None:
    # A row for which every later state would hold too, and then each reason taken away.
    waived = row(S.NONE, "a/planned", accepted="ok")
    steps = [
        waived,
        waived.model_copy(update={"accepted": None}),
        waived.model_copy(update={"accepted": None, "strength": S.WEAK}),
        row(S.MODERATE, "a/planned"),
        row(S.MODERATE, "a/planned", "a/expired"),
        row(S.MODERATE, "a/planned", "a/expired", "a/counts"),
        row(S.STRONG, "a/planned", "a/expired", "a/counts"),
    ]
    assert [cover_row(step, LIBRARY, AS_OF).state for step in steps] == list(State)


def test_a_rows_records_come_in_the_authors_order_with_those_that_count() -> None:
    covered = cover_row(row(S.DIRECT, "b/gone", "a/expired", "a/counts"), LIBRARY, AS_OF)
    assert covered.records == (EXPIRED, COUNTS)
    assert covered.counting == (COUNTS,)


@pytest.mark.parametrize(
    ("given_row", "reason"),
    [
        (row(S.NONE, accepted="They said so"), "waived: They said so"),
        (row(S.NONE), "nothing to show yet"),
        (row(S.WEAK), "rated weak"),
        (row(S.DIRECT), "cites no record"),
        (
            row(S.DIRECT, "a/statement", "a/planned", "a/sourceless"),
            "a/statement is an own statement; a/planned is planned; a/sourceless names no source",
        ),
        (row(S.DIRECT, "a/expired"), "expired: a/expired since 28 Feb 2026"),
        (row(S.MODERATE, "a/counts", "a/planned"), "rated moderate, on a/counts"),
        (row(S.DIRECT, "a/counts", "a/deprecated"), "stands on a/counts, a/deprecated"),
    ],
)
def test_a_state_says_why(given_row: ProofPoint, reason: str) -> None:
    assert cover_row(given_row, LIBRARY, AS_OF).reason == reason


# Which records count.


def test_a_record_counts_by_its_status_its_check_and_its_source() -> None:
    for status, check, source in product(RecordStatus, Check, (None, LABEL, LINK)):
        entry = record("a/b", status=status, check=check, source=source)
        counts = (
            status in {RecordStatus.SHIPPED, RecordStatus.EXPERIMENTAL, RecordStatus.DEPRECATED}
            and check is not Check.STATEMENT
            and source is not None
        )
        assert bool(why_not(entry, AS_OF)) is not counts


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-03-02", State.CLAIMED),
        ("2031", State.CLAIMED),
        ("2026-03-01", State.COVERED),
        ("2026-03", State.COVERED),
    ],
)
def test_a_record_of_a_day_to_come_does_not_count(day: str, state: State) -> None:
    library = Library(Audience.PRIVATE, records={"a/b": record("a/b", date=day)})
    covered = cover_row(row(Strength.DIRECT, "a/b"), library, AS_OF)
    assert covered.state is state
    assert ("still to come" in covered.reason) is (state is State.CLAIMED)


@pytest.mark.parametrize(
    ("known", "linked", "opens"),
    [
        (None, False, False),
        ({}, False, False),
        ({"path": "a.md", "commit": "abc"}, True, False),
        ({"url": "https://example.org"}, True, True),
        ({"package": "qortex"}, True, True),
        ({"repo": "https://example.org", "commit": "abc"}, True, True),
        ({"doi": "10.1000/182"}, True, True),
    ],
)
def test_a_row_is_linked_by_what_can_be_gone_by_and_opens_by_what_is_on_the_web(
    known: dict[str, str] | None, *, linked: bool, opens: bool
) -> None:
    source = None if known is None else RecordSource.model_validate({"label": "Report"} | known)
    entry = record("a/b", source=source)
    assert (entry.is_linked, entry.opens) == (linked, opens)
    library = Library(Audience.PRIVATE, records={"a/b": entry})
    covered = cover_row(row(Strength.DIRECT, "a/b"), library, AS_OF)
    assert (covered.is_linked, covered.opens) == (linked, opens)


def test_a_source_that_was_found_broken_links_nothing_and_does_not_count() -> None:
    lost = CheckResult(CheckOutcome.BROKEN, "2026-02-28", said="404")
    verdict = Verdict("", {SourcePart.COMMIT: FOUND, SourcePart.URL: lost})
    entry = replace(record("a/b", source=LINK), verdict=verdict)
    assert (entry.is_linked, entry.opens) == (False, False)
    covered = cover_row(
        row(Strength.DIRECT, "a/b"), Library(Audience.PRIVATE, records={"a/b": entry}), AS_OF
    )
    assert covered.state is State.CLAIMED
    assert covered.reason == "a/b names a source that was not found when it was last checked"
    good = replace(entry, verdict=Verdict("", {SourcePart.URL: FOUND}))
    assert (good.is_linked, good.opens) == (True, True)


@pytest.mark.parametrize(
    ("valid_until", "last"),
    [
        ("2026-02-10", date(2026, 2, 10)),
        ("2026-02", date(2026, 2, 28)),
        ("2024-02", date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 31)),
        ("2026", date(2026, 12, 31)),
    ],
)
def test_a_record_is_fresh_through_the_last_day_that_its_term_covers(
    valid_until: str, last: date
) -> None:
    entry = record("a/b", valid_until=valid_until)
    assert expiry(entry.record) == last
    assert not is_expired(entry.record, last - timedelta(days=1))
    assert not is_expired(entry.record, last)
    assert is_expired(entry.record, last + timedelta(days=1))
    covered = cover_row(row(S.DIRECT, "a/b"), library_of(entry), last)
    stale = cover_row(row(S.DIRECT, "a/b"), library_of(entry), last + timedelta(days=1))
    assert (covered.state, stale.state) == (State.COVERED, State.STALE)
    assert covered.counting == (entry,)
    assert stale.counting == ()


@pytest.mark.parametrize(
    ("dated", "every", "last"),
    [
        ("2026-01-01", "1d", date(2026, 1, 2)),
        ("2026-01-01", "180d", date(2026, 6, 30)),
        ("2026-02", "1d", date(2026, 3, 1)),
        ("2024-02-28", "1d", date(2024, 2, 29)),
        ("2025", "365d", date(2026, 12, 31)),
        ("9999", "99999d", date.max),
    ],
)
def test_a_record_is_to_be_reviewed_so_many_days_after_the_last_day_of_its_date(
    dated: str, every: str, last: date
) -> None:
    entry = record("a/b", date=dated, review_every=every)
    assert expiry(entry.record) == last
    assert not is_expired(entry.record, last)
    if last < date.max:
        assert is_expired(entry.record, last + timedelta(days=1))


def test_a_record_without_a_term_never_expires() -> None:
    for entry in (record("a/b", date="1999"), record("a/b", review_every="1d"), record("a/b")):
        assert expiry(entry.record) is None
        assert not is_expired(entry.record, date.max)


# How high a row may rate itself.


@pytest.mark.parametrize(
    ("evidence", "limit"),
    [
        ((), None),
        (("b/gone",), None),
        (("a/counts",), None),
        (("a/planned",), S.WEAK),
        (("a/unconfirmed",), S.WEAK),
        (("a/deprecated",), S.MODERATE),
        (("a/planned", "a/unconfirmed"), S.WEAK),
        (("a/planned", "a/deprecated"), S.MODERATE),
        (("a/deprecated", "a/planned"), S.MODERATE),
        (("a/planned", "a/counts"), None),
        (("a/statement", "a/planned"), None),
        (("b/gone", "a/planned"), S.WEAK),
    ],
)
def test_a_row_is_capped_by_its_best_record(
    evidence: tuple[str, ...], limit: Strength | None
) -> None:
    assert cap(row(S.DIRECT, *evidence), LIBRARY) is limit


def test_every_status_has_its_cap() -> None:
    caps = {s: cap(row(S.DIRECT, "a/b"), library_of(record("a/b", status=s))) for s in RecordStatus}
    assert caps == {
        RecordStatus.SHIPPED: None,
        RecordStatus.EXPERIMENTAL: None,
        RecordStatus.DEPRECATED: S.MODERATE,
        RecordStatus.PLANNED: S.WEAK,
        RecordStatus.UNCONFIRMED: S.WEAK,
    }


def test_strengths_go_from_direct_to_none() -> None:
    order = [S.DIRECT, S.STRONG, S.MODERATE, S.WEAK, S.NONE]
    for better, worse in product(order, order):
        assert is_above(better, worse) is (order.index(better) < order.index(worse))


# The formula.

WORTH = {State.COVERED: Fraction(1), State.PARTIAL: Fraction(1, 2)}


def by_hand(rows: Iterable[tuple[int, Fraction]]) -> int | None:
    """Return Σ w·s / Σ w in percent, rounded down, from weights and worths."""
    weighted = list(rows)
    total = sum(weight for weight, _ in weighted)
    return floor(100 * sum(w * s for w, s in weighted) / total) if total else None


def rows_of(*counts: tuple[int, Strength, Priority]) -> tuple[ProofPoint, ...]:
    """Return so many rows of a strength and priority, all on a record that counts."""
    kinds = [(strength, priority) for number, strength, priority in counts for _ in range(number)]
    return tuple(
        row(strength, "a/counts", name=f"row-{number}", priority=priority)
        for number, (strength, priority) in enumerate(kinds)
    )


MUST, NICE = Priority.MUST, Priority.NICE


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (rows_of(), None),
        (rows_of((1, S.DIRECT, MUST)), 100),
        (rows_of((1, S.NONE, MUST)), 0),
        (rows_of((1, S.MODERATE, MUST)), 50),
        (rows_of((1, S.MODERATE, NICE)), 50),
        (rows_of((1, S.DIRECT, MUST), (1, S.NONE, NICE)), 66),  # 2/3
        (rows_of((1, S.NONE, MUST), (1, S.DIRECT, NICE)), 33),  # 1/3
        (rows_of((1, S.MODERATE, MUST), (1, S.DIRECT, NICE)), 66),  # (1 + 1)/3
        (rows_of((1, S.DIRECT, MUST), (1, S.MODERATE, NICE)), 83),  # 2.5/3
        (rows_of((2, S.DIRECT, MUST), (3, S.NONE, NICE)), 57),  # 4/7
        (rows_of((199, S.DIRECT, MUST), (1, S.WEAK, MUST)), 99),  # 99.5
        (rows_of((100, S.DIRECT, MUST), (1, S.NONE, NICE)), 99),  # 200/201
        (rows_of((1, S.DIRECT, NICE), (100, S.NONE, MUST)), 0),  # 1/201
    ],
)
def test_the_formula_by_hand(rows: tuple[ProofPoint, ...], expected: int | None) -> None:
    assert percent(cover_row(r, LIBRARY, AS_OF) for r in rows) == expected


@given(st.lists(st.tuples(st.sampled_from(Strength), st.sampled_from(Priority), st.booleans())))
def test_the_formula_is_that_of_the_specification(
    kinds: list[tuple[Strength, Priority, bool]],
) -> None:
    covered = [
        cover_row(row(s, "a/counts", priority=p, accepted="ok" if waived else None), LIBRARY, AS_OF)
        for s, p, waived in kinds
    ]
    worth = {S.DIRECT: Fraction(1), S.STRONG: Fraction(1), S.MODERATE: Fraction(1, 2)}
    asked = [
        (2 if priority is MUST else 1, worth.get(strength, Fraction(0)))
        for strength, priority, waived in kinds
        if not waived
    ]
    assert percent(covered) == by_hand(asked)


def test_only_covered_and_partial_rows_are_worth_anything() -> None:
    assert {state: Fraction(halves, 2) for state, halves in HALVES.items()} == WORTH


def test_waived_rows_are_in_no_count() -> None:
    rows = [cover_row(r, LIBRARY, AS_OF) for r in (row(S.NONE, accepted="ok"), row(S.NONE))]
    coverage = RoleCoverage(None, tuple(rows))
    assert (coverage.percent, coverage.asked) == (0, 1)
    assert RoleCoverage(None, tuple(rows[:1])).percent is None
    assert RoleCoverage(None, ()).percent is None
    assert RoleCoverage(None, ()).asked == 0


# Roles.


def dossier(*rows: ProofPoint, roles: tuple[str, ...] = ()) -> ApplicationEntry:
    application = Application(
        company="Acme",
        roles=tuple(Role(id=name, title=name) for name in roles),
        proof_points=rows,
    )
    return ApplicationEntry("acme", application, Document("content/applications/acme/index.md"), ())


def test_seven_rows_with_five_covered_and_two_partial_come_to_85() -> None:
    rows = rows_of((2, S.DIRECT, MUST), (3, S.STRONG, MUST), (2, S.MODERATE, MUST))
    (coverage,) = cover(dossier(*rows, roles=("applied-ai",)), LIBRARY, AS_OF)
    assert coverage.percent == floor(100 * Fraction(5 + 2 * Fraction(1, 2), 7)) == 85
    assert coverage.counts[State.COVERED] == 5
    assert coverage.counts[State.PARTIAL] == 2
    assert coverage.asked == len(coverage.rows) == 7


def test_a_row_of_one_role_counts_for_that_role_alone() -> None:
    rows = rows_of((9, S.STRONG, MUST), (2, S.MODERATE, MUST))
    rust = row(S.WEAK, "a/planned", name="rust", roles=("rust",))
    ml_role, rust_role = cover(dossier(*rows, rust, roles=("ml", "rust")), LIBRARY, AS_OF)
    assert ml_role.percent == floor(100 * Fraction(9 + 1, 11)) == 90
    assert rust_role.percent == floor(100 * Fraction(9 + 1 + 0, 12)) == 83
    assert [len(role.rows) for role in (ml_role, rust_role)] == [11, 12]
    assert [role.role.id for role in (ml_role, rust_role) if role.role] == ["ml", "rust"]
    assert {s.value: n for s, n in rust_role.counts.items() if n} == {
        "weak": 1,
        "partial": 2,
        "covered": 9,
    }


def test_a_row_may_be_asked_for_several_roles() -> None:
    shared = row(S.DIRECT, "a/counts", roles=("a", "c"))
    found = cover(dossier(shared, roles=("a", "b", "c")), LIBRARY, AS_OF)
    assert [role.percent for role in found] == [100, None, 100]


def test_a_dossier_without_roles_has_one_coverage() -> None:
    (coverage,) = cover(dossier(row(S.DIRECT, "a/counts")), LIBRARY, AS_OF)
    assert coverage.role is None
    assert coverage.percent == 100


def test_only_covered_rows_that_stand_on_a_linked_record_that_counts_are_linked() -> None:
    old = record("a/old-link", valid_until="2026-02")
    library = library_of(COUNTS, LABELLED, old, STATEMENT)
    rows = (
        row(S.DIRECT, "a/counts", name="linked"),
        row(S.DIRECT, "a/labelled", "a/counts", name="linked-by-one-of-two"),
        row(S.DIRECT, "a/labelled", name="label-alone"),
        row(S.DIRECT, "a/labelled", "a/old-link", name="link-expired"),
        row(S.DIRECT, "a/labelled", "a/statement", name="link-does-not-count"),
        row(S.MODERATE, "a/counts", name="partial"),
        row(S.DIRECT, "a/counts", name="waived", accepted="ok"),
        row(S.NONE, "a/counts", name="gap"),
    )
    (coverage,) = cover(dossier(*rows), library, AS_OF)
    assert coverage.linked == 2
    assert [r.row.id for r in coverage.rows if r.is_linked and r.state is State.COVERED] == [
        "linked",
        "linked-by-one-of-two",
    ]


# What a view does not hold counts for nothing in it.

ROWS = """\
proof_points:
  - {id: shown, requirement: A, evidence: [qortex/gain], strength: direct}
  - {id: hidden, requirement: B, evidence: [vault/gold], strength: direct}
  - {id: waived, requirement: C, strength: none, accepted: They can teach it}
  - {id: waived-too, requirement: D, evidence: [qortex/gain], strength: direct, accepted: Known}
"""
DOSSIER = f"---\ncompany: Acme\naudience: public\n{ROWS}---\n"
VAULT = """\
evidence:
  - {id: gold, claim: It is kept, kind: code, check: inspect, source: {label: Vault}}
"""


@pytest.mark.parametrize(
    ("audience", "states", "expected"),
    [
        (Audience.PRIVATE, ["covered", "covered", "accepted", "accepted"], 100),
        (Audience.SHARED, ["covered", "claimed", "gap", "covered"], 50),
        (Audience.PUBLIC, ["covered", "claimed", "gap", "covered"], 50),
    ],
)
def test_waivers_and_hidden_records_count_in_the_private_view_alone(
    tmp_path: Path, audience: Audience, states: list[str], expected: int
) -> None:
    files = {"content/applications/acme/index.md": DOSSIER, "content/evidence/vault.yml": VAULT}
    library = read_library(write_site(tmp_path, MINIMAL | files, audience=audience))
    (coverage,) = cover(library.applications["acme"], library, AS_OF)
    assert [r.state.value for r in coverage.rows] == states
    assert coverage.percent == expected
    hidden = coverage.rows[1]
    assert bool(hidden.records) is (audience is Audience.PRIVATE)
    assert "vault" not in hidden.reason or audience is Audience.PRIVATE


# The real content.


@pytest.fixture(scope="module")
def shipped() -> Library:
    content = REPOSITORY / "content"
    settings = Settings(REPOSITORY, content, audience=Audience.PRIVATE, as_of=AS_OF)
    return read_library(settings)


def counts_by_hand(entry: RecordEntry, as_of: date) -> bool:
    read = entry.record
    fresh = not read.valid_until or as_of <= last_day(read.valid_until)
    if read.review_every and read.date:
        days = int(read.review_every.rstrip("d"))
        fresh = (as_of - last_day(read.date)).days <= days
    return (
        read.status.value in ("shipped", "experimental", "deprecated")
        and read.check.value != "statement"
        and read.source is not None
        and fresh
    )


@pytest.mark.parametrize("as_of", [AS_OF, AS_OF + timedelta(days=400)], ids=str)
def test_the_shipped_dossiers_come_to_what_their_rows_say(shipped: Library, as_of: date) -> None:
    assert shipped.applications
    for entry in shipped.applications.values():
        for coverage in cover(entry, shipped, as_of):
            assert coverage.role is not None
            weighted = []
            for asked in entry.application.proof_points:
                if asked.accepted or (asked.roles and coverage.role.id not in asked.roles):
                    continue
                cited = [shipped.records[name] for name in asked.evidence]
                worth = {"direct": Fraction(1), "strong": Fraction(1), "moderate": Fraction(1, 2)}
                stands = any(counts_by_hand(one, as_of) for one in cited)
                share = worth.get(asked.strength.value, Fraction(0)) if stands else Fraction(0)
                weighted.append((2 if asked.priority.value == "must" else 1, share))
            assert coverage.percent == by_hand(weighted)
            assert coverage.asked == len(weighted)


def test_the_shipped_dossiers_lose_what_expires(shipped: Library) -> None:
    aged = {
        name: replace(entry, record=entry.record.model_copy(update={"valid_until": "2026-02"}))
        for name, entry in shipped.records.items()
    }
    library = replace(shipped, records=aged)
    for entry in library.applications.values():
        for coverage in cover(entry, library, AS_OF):
            assert coverage.percent == 0
            assert not coverage.counts[State.COVERED]
        for coverage in cover(entry, library, date(2026, 2, 28)):
            assert coverage.percent


# What has changed since it was last reviewed.


def reviewed(*records: RecordEntry, changed: Iterable[str]) -> Library:
    """Return records with their stamps, some of which are of something else."""
    stamps = {entry.id: Stamp("0") if entry.id in changed else entry.stamp() for entry in records}
    return replace(library_of(*records), stamps=stamps)


SUSPECT = record("a/suspect")
SUSPECT_STATEMENT = record("a/said", check=Check.STATEMENT)
SUSPECTS = reviewed(
    *(COUNTS, EXPIRED, SUSPECT, SUSPECT_STATEMENT),
    changed=("a/suspect", "a/said"),
)


@pytest.mark.parametrize(
    ("given_row", "state", "reason", "suspect"),
    [
        (row(S.DIRECT, "a/suspect"), "stale", "changed since last reviewed: a/suspect", [SUSPECT]),
        (
            row(S.DIRECT, "a/expired", "a/suspect"),
            "stale",
            "expired: a/expired since 28 Feb 2026; changed since last reviewed: a/suspect",
            [SUSPECT],
        ),
        (row(S.MODERATE, "a/suspect", "a/counts"), "partial", "rated moderate, on a/counts", None),
        (row(S.DIRECT, "a/suspect", "a/counts"), "covered", "stands on a/counts", None),
        (row(S.DIRECT, "a/said"), "claimed", "a/said is an own statement", [SUSPECT_STATEMENT]),
        (row(S.WEAK, "a/suspect"), "weak", "rated weak", [SUSPECT]),
        (row(S.DIRECT, "a/counts"), "covered", "stands on a/counts", []),
    ],
)
def test_a_record_that_changed_does_not_count(
    given_row: ProofPoint, state: str, reason: str, suspect: list[RecordEntry] | None
) -> None:
    covered = cover_row(given_row, SUSPECTS, AS_OF)
    assert (covered.state.value, covered.reason) == (state, reason)
    assert list(covered.suspect) == ([SUSPECT] if suspect is None else suspect)
    assert SUSPECT not in covered.counting


def test_without_a_lock_the_same_record_counts() -> None:
    covered = cover_row(row(S.DIRECT, "a/suspect"), library_of(SUSPECT), AS_OF)
    assert (covered.state, covered.counting, covered.suspect) == (State.COVERED, (SUSPECT,), ())
