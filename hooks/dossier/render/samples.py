"""Invented evidence for the style guide: figures, records, cards, rows and rings in every state.

Nothing here is true. Links stay on the page, or lead to example.com.
"""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from dossier.match.coverage import RoleCoverage, RowCoverage, State
from dossier.model.application import ProofPoint, Strength
from dossier.model.audience import Audience
from dossier.model.confirmation import Confirmation
from dossier.model.evidence import Check, Metric, Operator
from dossier.model.figure import Figure
from dossier.model.project import ProjectStatus
from dossier.render.badge import Badge, RoleBadge, badge
from dossier.render.cards import CardView
from dossier.render.charts import ChartView, Mark, chart
from dossier.render.confirmations import confirmation_views
from dossier.render.excerpt import excerpt
from dossier.render.figures import FigureView
from dossier.render.headlines import HeadlineView, Tile
from dossier.render.labels import (
    CHECKS,
    PROJECT_STATUSES,
    STATES,
    STRENGTHS,
    count,
)
from dossier.render.record_state import SUSPECT, SUSPECT_SHORT
from dossier.render.records import UNCOUNTED, LedgerGroup, RecordView
from dossier.render.rows import RowView
from dossier.render.sources import SourceView

COMPANY = "Example Co"
RING_SIZES = (0, 1, 2, 8, 20, 40)
"""Nothing asked; the smallest; the last with a narrow gap; the last with single segments; arcs."""
_PATTERN = (*reversed(State), State.COVERED)
"""The states of rows, one after the other: mostly shown, as in a dossier that goes out."""


def sample_badge(size: int) -> Badge:
    """Return the badge of a role that asks for `size` things."""
    point = ProofPoint(id="sample", requirement="Sample", strength=Strength.STRONG)
    rows = (
        RowCoverage(point, _PATTERN[number % len(_PATTERN)], "", (), ()) for number in range(size)
    )
    return badge(RoleCoverage(None, tuple(rows)))


def coverages() -> tuple[RoleBadge, ...]:
    """Return rings from nothing asked to more rows than can be told apart."""
    return tuple(RoleBadge(count(n, "requirement"), sample_badge(n)) for n in RING_SIZES)


def figure(number: str, unit: str, name: str) -> FigureView:
    """Return an invented figure."""
    return FigureView(Figure(number, unit), name, Markup("a sample baseline"), Markup(""), "", "")


SIGNATURE = Confirmation(
    record="sample/signed",
    signer="github:sample",
    audience=Audience.PUBLIC,
    statement="""\
Confirmed for Sam Sample: record sample/signed, fingerprint 0000000000000000
Claim: A sample claim that somebody else has signed
Values: +14% sample gain
Scope: twenty sample queries
Part: Sam Sample alone
Signing means: I, github:sample, know this to be so, and agree that this text, my name and my key \
are shown to anyone.
""",
    signature="""\
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgyHDbZxGZ6sNoHjR9L27xIkQ8rg
J1Jcw3TAEq4V9AlvUAAAAHZG9zc2llcgAAAAAAAAAGc2hhNTEyAAAAUwAAAAtzc2gtZWQy
NTUxOQAAAEAW5k6rCOJZJ1rMiAay1uBz3Dt/kVq/MFierz+Xug6ci6mM5Y56ZUpYCpNk3n
ynZV7Ej5mEosvXWau5cr3ummQL
-----END SSH SIGNATURE-----
""",
    key="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMhw22cRmerDaB40fS9u8SJEPK4CdSXMN0wBKuFfQJb1",
    accepted="2026-03-01",
)
"""Signed by a key that nobody has any longer."""
SAMPLE_COMMIT = (("commit", "000", ""),)


def record(name: str, claim: str, *figures: FigureView, check: Check = Check.RERUN) -> RecordView:
    """Return an invented record that is fresh and has a source."""
    return RecordView(
        id=f"sample/{name}",
        name=f"sample/{name}",
        title=f"sample/{name}",
        href=f"#sample/{name}",
        claim=Markup(claim),  # noqa: S704 - words of this module
        figures=figures,
        charts=(),
        uncharted=figures,
        tell_method=lambda: Markup("Invented for this page"),
        scopes=(("", Markup("twenty sample queries")),),
        limits=Markup("It shows what a record looks like, and nothing else"),
        date="1 Mar 2026",
        status="",
        check=check,
        check_word=CHECKS[check],
        source=SourceView("sample/report.md", "https://example.com/report", SAMPLE_COMMIT),
        stale="",
        doubt="",
        skills=("sampling",),
        anchor=f"sample/{name}",
    )


FRESH = replace(
    record("fresh", "A sample claim measured lately", figure("+12", "%", "sample gain")),
    checked="2 Mar 2026",
)
USED = replace(
    record(
        "used",
        "A sample claim that others can repeat and a dossier cites",
        *(figure("0.5", "ms", "sample cost"), figure("7", "", "sample suites")),
        check=Check.THIRD_PARTY,
    ),
    used_by=excerpt((("#proof-sample-strong", f"{COMPANY}: a sample row"),)),
)
STALE = replace(
    record("stale", "A sample claim that is old", figure("100+", "", "sample tests")),
    stale="Due for another check since 1 Jan 2026.",
    doubt="Due for another check since 1 Jan 2026.",
)
CHANGED = replace(
    record("changed", "A sample claim that is not what was reviewed", figure("+13", "%", "gain")),
    suspect=SUSPECT,
    doubt=SUSPECT_SHORT,
)
SIGNED = replace(
    record("signed", "A sample claim that somebody else has signed", figure("+14", "%", "gain")),
    signed=tuple(
        replace(each, home="https://example.com/keys") for each in confirmation_views([SIGNATURE])
    ),
)
BROKEN = replace(
    record("broken", "A sample claim whose link is dead", check=Check.INSPECT),
    broken="Its source is not good: 404 Not Found (1 Mar 2026); it last was on 1 Feb 2026.",
    source=SourceView("sample/gone.md", "https://example.com/gone", ()),
)
LOST = replace(
    record("lost", "The same claim as others see it, without the link", check=Check.INSPECT),
    broken=(
        "Its source could not be confirmed when it was last checked; it last was on 1 Feb 2026."
    ),
    source=SourceView("sample/gone.md", "", ()),
)
UNSOURCED = replace(
    record("own", "A sample claim without a source", check=Check.STATEMENT),
    source=None,
    date="",
    uncounted=UNCOUNTED,
)
PLANNED = replace(
    record("planned", "A sample claim about what is to come", check=Check.STATEMENT),
    source=None,
    date="",
    status="Planned, not there yet",
)


def ledger() -> tuple[LedgerGroup, ...]:
    """Return records: fresh, used, stale, changed, broken, lost, without a source, and planned."""
    records = (FRESH, SIGNED, USED, STALE, CHANGED, BROKEN, LOST, UNSOURCED, PLANNED)
    return (LedgerGroup("sample-kind", "Sample records", records),)


def headlines() -> tuple[HeadlineView, ...]:
    """Return results, each with its source."""
    return tuple(HeadlineView(shown.figures[0], shown) for shown in (FRESH, USED, STALE, CHANGED))


def tiles() -> tuple[Tile, ...]:
    """Return counts, which have no source."""
    return (Tile("6", "sample records"), Tile("33", "sample requirements", of="37"))


def sample_chart() -> ChartView:
    """Return a chart of a gain, a loss and a range."""
    values = (("gain", 12, Operator.PLUS), ("loss", -4, None), ("range", [3, 7], None))
    metrics = [
        Metric.model_validate(
            {"id": name, "name": f"sample {name}", "value": value, "unit": "%", "op": sign}
        )
        for name, value, sign in values
    ]
    said = (Markup("a sample baseline"), Markup("twenty sample queries"), "sample")
    return chart([Mark(metric, *said) for metric in metrics])


def cards() -> tuple[CardView, ...]:
    """Return cards: a leading project's, a plain one, and one that is due, private, or over."""
    plain = CardView(
        href="#cards",
        title="Sample project",
        line=Markup("What it is, in one sentence."),
        headlines=(HeadlineView(FRESH.figures[0], FRESH),),
        claims="6 records, 2 repeatable",
        status=PROJECT_STATUSES[ProjectStatus.ACTIVE],
        is_retired=False,
        is_private=False,
    )
    planned = PROJECT_STATUSES[ProjectStatus.PLANNED]
    over = PROJECT_STATUSES[ProjectStatus.RETIRED]
    return (
        replace(plain, title="Leading project", chart=sample_chart()),
        plain,
        replace(plain, title="Old project", headlines=(HeadlineView(STALE.figures[0], STALE),)),
        replace(plain, title="Private project", headlines=(), status=planned, is_private=True),
        replace(plain, title="Retired project", status=over, is_retired=True),
    )


def row(name: str, strength: Strength, state: State, *records: RecordView) -> RowView:
    """Return an invented row."""
    checks = dict.fromkeys(shown.check_word.lower() for shown in records)
    return RowView(
        anchor=f"proof-sample-{name}",
        requirement=Markup("A sample requirement"),
        quote="",
        claim=Markup("One sentence on what there is to show."),
        note=Markup(""),
        override=Markup(""),
        waived=Markup(""),
        strength=strength,
        strength_word=STRENGTHS[strength],
        state=state,
        state_word="",
        reason="",
        mark="",
        roles=(),
        records=records,
        suspect="",
        check=f"Check it: {', '.join(checks)}",
        is_check_whole=False,
        above={},
    )


def rows() -> tuple[RowView, ...]:
    """Return rows: open, closed, limited, empty, claimed, stale, changed, waived and lifted."""
    limit = Markup("The limit that a reader sees.")
    claimed = row("claimed", Strength.STRONG, State.CLAIMED, UNSOURCED)
    stale = row("stale", Strength.STRONG, State.STALE, STALE)
    changed = row("changed", Strength.STRONG, State.COVERED, FRESH, CHANGED)
    waived = row("waived", Strength.NONE, State.ACCEPTED)
    lifted = row("lifted", Strength.STRONG, State.COVERED, PLANNED)
    return (
        replace(row("direct", Strength.DIRECT, State.COVERED, FRESH), is_open=True),
        replace(
            row("strong", Strength.STRONG, State.COVERED, USED),
            quote="Words of the posting",
            roles=("Sample role",),
        ),
        replace(row("moderate", Strength.MODERATE, State.PARTIAL, FRESH), note=limit),
        replace(row("weak", Strength.WEAK, State.WEAK), note=limit, mark="nice to have"),
        replace(row("none", Strength.NONE, State.GAP), claim=Markup("Nothing to show yet.")),
        replace(claimed, state_word=STATES[State.CLAIMED], reason="no record counts"),
        replace(stale, state_word=STATES[State.STALE], reason="due since 1 Jan 2026"),
        replace(changed, suspect="Changed since last reviewed: sample/changed"),
        replace(waived, waived=Markup("a sample reason")),
        replace(lifted, override=Markup("a sample reason")),
    )
