"""Invented work for the style guide: applications, the matrix, gaps, questions and problems."""

from __future__ import annotations

from markupsafe import Markup

from dossier.match.coverage import State
from dossier.model.application import GapSeverity, Outcome, Status, Strength
from dossier.plain.problems import Place, Problem, warning
from dossier.render.application import NextView
from dossier.render.audit import Audit, PostingAudit
from dossier.render.concepts import ConceptLine, ConceptTable
from dossier.render.contact import Action
from dossier.render.events import EventView
from dossier.render.excerpt import NOTHING, Excerpt, excerpt
from dossier.render.gaps import GapView
from dossier.render.labels import OUTCOMES, SEVERITIES, STAGES, STATES, STRENGTHS
from dossier.render.matrix import Matrix, MatrixCell, MatrixRow
from dossier.render.pipeline import PipelineRow, StageFilter
from dossier.render.problems import ProblemGroup, problem_groups
from dossier.render.questions import QuestionView
from dossier.render.roles import RoleView
from dossier.render.samples import COMPANY, sample_badge
from dossier.render.sent_links import LinkView
from dossier.render.strengthen import NextItem

LEGEND = tuple(STATES.items())
ACTIONS = (
    Action("Email Sample", "mailto:sample@example.com", "mail"),
    Action("Résumé (PDF)", "https://example.com/resume.pdf", "file"),
)
"""Ways to reach the sample person."""
_NEXT = (
    NextView(Markup("Send the sample letter"), "1 Mar 2026", is_overdue=True),
    NextView(Markup("Prepare the sample talk"), "9 Mar 2026", is_overdue=False),
    NextView(Markup("Decide on the sample"), "", is_overdue=False),
    None,
)
_LINKS = (LinkView("Sample", "until 31 Mar 2026"), LinkView("sample-2", "without an end"))
_COMING = (
    None,
    EventView("2 Mar 2026, tomorrow", "Phone screening", Markup("")),
    None,
    EventView("Apr 2026", "Sample talk", Markup("")),
)


def stages() -> tuple[tuple[Status, str], ...]:
    """Return each stage, and each way to be closed, with its word."""
    closed = ((Status.CLOSED, f"{STAGES[Status.CLOSED]}, {OUTCOMES[way]}") for way in Outcome)
    return (*STAGES.items(), *closed)


def pipeline() -> tuple[PipelineRow, ...]:
    """Return applications at four stages: overdue, due, without a date, with an event ahead."""
    at = (Status.SAVED, Status.APPLIED, Status.INTERVIEWING, Status.OFFER)
    return tuple(
        PipelineRow(
            href="#pipeline",
            company=COMPANY,
            title=f"Sample role {number}",
            stage=stage,
            stage_word=STAGES[stage],
            fit=fit,
            badge=sample_badge(3 * number + 1),
            next=step,
            coming=event,
            links=_LINKS if stage is Status.INTERVIEWING else (),
        )
        for number, (stage, fit, step, event) in enumerate(
            zip(at, ("5", "3.5", "", "4"), _NEXT, _COMING, strict=True), start=1
        )
    )


def filters(chosen: Status | None = None) -> tuple[StageFilter, ...]:
    """Return the choices of the filter, with one that finds nothing."""
    found = [row.stage for row in pipeline()]
    shown = (stage for stage in STAGES if stage in found or stage is Status.CLOSED)
    return tuple(
        StageFilter(stage, STAGES[stage], found.count(stage), is_chosen=stage is chosen)
        for stage in shown
    )


def matrix() -> Matrix:
    """Return a cell of each strength, and one that is not asked."""
    cells = tuple(
        MatrixCell(strength, STRENGTHS[strength], f"#proof-sample-{strength}")
        for strength in Strength
    )
    columns = tuple(("#matrix", COMPANY, f"Sample role {n + 1}") for n in range(len(cells) + 1))
    return Matrix(
        columns=columns,
        rows=(
            MatrixRow("Sample concept", (*cells, None), len(cells)),
            MatrixRow("Asked once", (cells[0], *(None,) * len(cells)), 1),
        ),
        totals=("2 covered of 2", *("1 covered of 1",) * (len(cells) - 1), "nothing asked"),
        legend=tuple(STRENGTHS.items()),
    )


def concepts() -> ConceptTable:
    """Return a concept that is answered in each way, one that all answer well, and more."""
    words = tuple((strength, STRENGTHS[strength]) for strength in reversed(Strength))
    company = ("#proof-sample-weak", COMPANY)
    mixed = tuple((strength, 4) for strength, _ in words)
    well = tuple((strength, int(strength is Strength.DIRECT)) for strength, _ in words)
    lines = (
        ConceptLine("Sample concept", 20, mixed, Excerpt((company,), more=11)),
        ConceptLine("Asked once", 1, well, NOTHING),
    )
    said, totals = "40 concepts that 60 open roles ask for", (4, 4, 4, 4, 5)
    return ConceptTable(said, words, Excerpt(lines, more=38), totals)


def next_items() -> Excerpt[NextItem]:
    """Return something to improve, to decide, and to refresh."""
    goal = STRENGTHS[Strength.STRONG]

    def item(title: str, why: str, now: str, now_word: str, goal_word: str) -> NextItem:
        asked = (("#proof-sample-moderate", COMPANY),)
        strong = Strength.STRONG
        links = excerpt(asked)
        return NextItem(title, why, now, now_word, strong, goal_word, "Raises 1 role", links)

    moderate, none = Strength.MODERATE, Strength.NONE
    items = (
        item("Improve", "Rated moderate, on sample/fresh.", moderate, STRENGTHS[moderate], goal),
        item("Decide", "Nothing to show.", none, STRENGTHS[none], goal),
        item("Refresh", "Due since 1 Jan 2026.", State.STALE, "Unproven", "Proven"),
    )
    return excerpt(items)


def gaps() -> tuple[GapView, ...]:
    """Return a gap with its framing, and one that nobody framed yet."""
    about, topic = "#proof-sample-weak", "A sample requirement"
    said = Markup("What to say about it, in one sentence.")
    return (
        GapView(about, topic, Markup("A sample gap"), said, SEVERITIES[GapSeverity.MAJOR]),
        GapView("", "sample", Markup("Another gap"), Markup(""), SEVERITIES[GapSeverity.BLOCKER]),
    )


def audit() -> Audit:
    """Return a posting with an ask in no row and a row it does not ask for, and a bare must."""
    about = ("#proof-sample-weak", "A sample requirement")
    uncovered = ("A sample ask that no row answers",)
    posting = PostingAudit("Sample role", 7, uncovered, (), (("Your tasks", 4),), (about,))
    return Audit((posting,), ((*about, "a framing and a prepared question"),))


def questions() -> tuple[QuestionView, ...]:
    """Return a question that is new, one that is known, and one that was missed."""
    answer = Markup("<p>What to say, in a sentence or two.</p>")
    return tuple(
        QuestionView(
            question=f"A sample question that is {state}?",
            about="#proof-sample-strong",
            topic="A sample requirement",
            answer=answer,
            key=f"sample-{state}",
            sample=sample,
        )
        for state, sample in (("new", ""), ("known", "known"), ("missed", "missed 2"))
    )


def roles() -> tuple[RoleView, ...]:
    """Return two postings of one dossier: known in full, and hardly at all."""
    known = RoleView(
        anchor="sample-role-known",
        title="Sample role",
        url="https://example.com/role",
        location="Anywhere",
        badge=sample_badge(12),
        setting="senior, hybrid",
        fit="3.5",
        assessment=Markup("What speaks for it, and what against."),
        pay=(("Posted", Markup("not listed")),),
        posting="Posted 1 Feb 2026, not known whether still live",
        uncovered=(Markup("A sample ask"),),
    )
    bare = RoleView(
        "sample-role-bare", "Other role", "", "", "", sample_badge(0), "", Markup(""), (), "", ()
    )
    return (known, bare)


def problems() -> tuple[ProblemGroup, ...]:
    """Return an error, and a warning of two places."""
    file = "content/applications/example/index.md"
    words = ", ".join(f"`{strength}`" for strength in Strength)
    wrong = Problem(
        "value-unknown", Place(file, 12, 15), "`pretty good` is no strength", f"one of {words}"
    )
    loose, looser = (
        warning(
            "source-unlinked",
            Place("content/evidence/sample.yml", line, 5),
            f"the source of `sample/{name}` is only a label",
            "add its url, package, path or commit",
        )
        for line, name in ((5, "fresh"), (19, "stale"))
    )
    return problem_groups((wrong, loose, looser))
