"""What only the author sees: the pipeline, the matrix, what to strengthen, the problems."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from dossier.match.coverage import RoleCoverage, RowCoverage, State
from dossier.model.application import Status, Strength
from dossier.model.library import ApplicationEntry
from dossier.plain.problems import Problem, Severity
from dossier.prose.directives import Directive
from dossier.render.application import NextView, application_title, next_view, stage_word
from dossier.render.badge import Badge, badge
from dossier.render.frame import APPLICATIONS_PAGE, GUIDE_PAGE, PROBLEMS_PAGE, application_page
from dossier.render.labels import STAGES, STATES, STRENGTHS, count, spell_slug
from dossier.render.page import Heading, Page
from dossier.render.portfolio import Tile
from dossier.render.renderer import Renderer

_STEPS = {
    Strength.DIRECT: 0,
    Strength.STRONG: 0,
    Strength.MODERATE: 1,
    Strength.WEAK: 2,
    Strength.NONE: 3,
}
"""Steps that each strength is away from strong."""
_ORDER = tuple(_STEPS)
FILTER = "f"
"""The name of the list's filter, with which its anchors begin."""


@dataclass(frozen=True, slots=True)
class PipelineRow:
    """A role in the list of applications."""

    href: str
    company: str
    title: str
    stage: Status | None
    """None where the reader may not know."""
    stage_word: str
    fit: str
    badge: Badge
    next: NextView | None


@dataclass(frozen=True, slots=True)
class StageFilter:
    """A choice of the list's filter."""

    stage: Status
    word: str
    number: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How well a role's rows answer a concept; None where it is not asked."""

    strength: Strength
    word: str
    href: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A concept across the roles."""

    concept: str
    cells: tuple[MatrixCell | None, ...]
    asked: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Concepts × roles, weakest first."""

    columns: tuple[tuple[str, str, str], ...]
    """Link, company and title of each role."""
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, ...]
    legend: tuple[tuple[Strength, str], ...]


@dataclass(frozen=True, slots=True)
class NextItem:
    """Something to strengthen."""

    title: str
    why: str
    now: str
    now_word: str
    goal: str
    goal_word: str
    raises: str
    links: tuple[tuple[str, str], ...]


def pipeline(renderer: Renderer) -> tuple[PipelineRow, ...]:
    """Return the roles of all dossiers that the readers may see."""
    rows = []
    for entry in renderer.frame.library.applications.values():
        application = entry.application
        private = renderer.frame.is_private
        for coverage in renderer.frame.coverage[entry.id]:
            role = coverage.role
            fit = f"{role.fit.normalize():f}" if role and role.fit is not None else ""
            rows.append(
                PipelineRow(
                    href=renderer.frame.to_page(application_page(entry.id)),
                    company=application.company,
                    title=role.title if role else application_title(application),
                    stage=application.stage if private else None,
                    stage_word=stage_word(application) if private else "",
                    fit=fit,
                    badge=badge(coverage),
                    next=next_view(renderer.on(renderer.frame.page, entry), entry),
                )
            )
    return tuple(rows)


def draw_pipeline(renderer: Renderer, _: Directive | None = None) -> Markup:
    """Draw the list of applications with its filter."""
    rows = pipeline(renderer)
    filters = tuple(
        StageFilter(stage, word, number)
        for stage, word in STAGES.items()
        if (number := sum(row.stage is stage for row in rows))
    )
    shown = {state for row in rows for state in row.badge.bars}
    return renderer.template(
        "pipeline",
        rows=rows,
        filters=filters,
        legend=tuple((state, word) for state, word in STATES.items() if state in shown),
        name=FILTER,
        is_private=renderer.frame.is_private,
    )


def draw_applications(renderer: Renderer) -> Page:
    """Draw the page of all applications; privately with the matrix and what to strengthen."""
    renderer = renderer.on(APPLICATIONS_PAGE)
    private = renderer.frame.is_private
    headings = [Heading("pipeline", "Pipeline" if private else "Open dossiers")]
    if private:
        headings += [Heading("coverage", "Coverage"), Heading("strengthen", "Strengthen next")]
    html = renderer.template(
        "applications",
        title=headings[0].title,
        tiles=_tiles(renderer) if private else (),
        pipeline=draw_pipeline(renderer),
        matrix=draw_matrix(renderer) if private else "",
        strengthen=draw_strengthen(renderer) if private else "",
        guide=renderer.frame.to_page(GUIDE_PAGE) if private else "",
        is_private=private,
    )
    return Page(
        path=APPLICATIONS_PAGE,
        title="Applications",
        description=f"{count(len(renderer.frame.library.applications), 'application')}, "
        "each requirement with its evidence.",
        html=html,
        headings=tuple(headings),
        layout="applications",
        is_private=private,
        in_nav=True,
    )


def _tiles(renderer: Renderer) -> tuple[Tile, ...]:
    frame = renderer.frame
    entries = list(frame.library.applications.values())
    coverages = [c for entry in entries for c in frame.coverage[entry.id]]
    asked = sum(coverage.asked for coverage in coverages)
    rows = [row for coverage in coverages for row in coverage.rows]
    shown = sum(row.state in (State.COVERED, State.PARTIAL) for row in rows)
    talking = (Status.SCREENING, Status.INTERVIEWING, Status.OFFER)
    overdue = sum((n := next_view(renderer, e)) is not None and n.is_overdue for e in entries)
    dossiers = count(len(entries), "dossier")
    return (
        Tile(str(len(coverages)), f"{'role' if len(coverages) == 1 else 'roles'} in {dossiers}"),
        Tile(str(sum(e.application.stage in talking for e in entries)), "in conversation"),
        Tile(str(shown), "requirements with evidence that counts", of=str(asked)),
        Tile(str(overdue), "next steps overdue"),
    )


def draw_matrix(renderer: Renderer, _: Directive | None = None) -> Markup:
    """Draw the coverage matrix."""
    return renderer.template("matrix", matrix=_matrix(renderer))


def _columns(renderer: Renderer) -> list[tuple[ApplicationEntry, RoleCoverage]]:
    frame = renderer.frame
    return [
        (entry, coverage)
        for entry in frame.library.applications.values()
        if entry.application.stage is not Status.CLOSED
        for coverage in frame.coverage[entry.id]
    ]


def _concept(covered: RowCoverage) -> str:
    return covered.row.concept or covered.row.id


def _matrix(renderer: Renderer) -> Matrix:
    columns = _columns(renderer)
    concepts = dict.fromkeys(_concept(row) for _, c in columns for row in c.rows)
    rows = []
    for concept in concepts:
        cells = tuple(_cell(renderer, entry, coverage, concept) for entry, coverage in columns)
        rows.append(MatrixRow(spell_slug(concept), cells, sum(c is not None for c in cells)))
    rows.sort(key=lambda row: (-_weakest(row), -row.asked, row.concept))
    used = {cell.strength for row in rows for cell in row.cells if cell}
    return Matrix(
        columns=tuple(
            (
                renderer.frame.to_page(application_page(entry.id)),
                entry.application.company,
                coverage.role.title if coverage.role else "",
            )
            for entry, coverage in columns
        ),
        rows=tuple(rows),
        totals=tuple(badge(coverage).counts for _, coverage in columns),
        legend=tuple((s, STRENGTHS[s]) for s in Strength if s in used),
    )


def _weakest(row: MatrixRow) -> int:
    return max((_ORDER.index(cell.strength) for cell in row.cells if cell), default=0)


def _cell(
    renderer: Renderer, entry: ApplicationEntry, coverage: RoleCoverage, concept: str
) -> MatrixCell | None:
    rows = [row for row in coverage.rows if _concept(row) == concept]
    if not rows:
        return None
    worst = max(rows, key=lambda row: _ORDER.index(row.row.strength))
    strength = worst.row.strength
    return MatrixCell(strength, STRENGTHS[strength], renderer.frame.to_row(entry.id, worst.row.id))


def draw_strengthen(renderer: Renderer, _: Directive | None = None) -> Markup:
    """Draw what to strengthen next."""
    return renderer.template("strengthen", items=_next_items(renderer))


def _next_items(renderer: Renderer) -> tuple[NextItem, ...]:
    """Return what to strengthen, by roles that ask × steps to strong; stale proof is one step."""
    by_concept: dict[str, list[_Asked]] = {}
    for number, (entry, coverage) in enumerate(_columns(renderer)):
        for row in coverage.rows:
            if row.state is not State.ACCEPTED and _missing(row):
                by_concept.setdefault(_concept(row), []).append(_Asked(number, entry, row))
    ranked = []
    for concept, found in by_concept.items():
        roles = len({asked.role for asked in found})
        steps = max(_missing(asked.row) for asked in found)
        ranked.append((-roles * steps, concept, _next_item(renderer, concept, found, roles)))
    return tuple(item for _, _, item in sorted(ranked, key=lambda item: item[:2]))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A row that falls short, and the role that asks for it."""

    role: int
    entry: ApplicationEntry
    row: RowCoverage


def _missing(covered: RowCoverage) -> int:
    unproven = covered.state in (State.CLAIMED, State.STALE)
    return max(_STEPS[covered.row.strength], 1 if unproven else 0)


def _next_item(renderer: Renderer, concept: str, found: list[_Asked], roles: int) -> NextItem:
    worst = max((asked.row for asked in found), key=_missing)
    strength = worst.row.strength
    unproven = worst.state in (State.CLAIMED, State.STALE) and _STEPS[strength] == 0
    links = dict.fromkeys(
        (
            renderer.frame.to_row(asked.entry.id, asked.row.row.id),
            asked.entry.application.company,
        )
        for asked in found
    )
    return NextItem(
        title=spell_slug(concept),
        why=worst.reason[0].upper() + worst.reason[1:] + ".",
        now=worst.state if unproven else strength,
        now_word="Unproven" if unproven else STRENGTHS[strength],
        goal=Strength.STRONG,
        goal_word="Proven" if unproven else STRENGTHS[Strength.STRONG],
        raises=f"Raises {count(roles, 'role')}",
        links=tuple(links),
    )


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A problem on the page of problems."""

    place: str
    code: str
    severity: str
    message: Markup
    hint: Markup


def problem_view(problem: Problem) -> ProblemView:
    """Return a problem as the author reads it, what stands between backticks as code."""
    return ProblemView(
        place=str(problem.where),
        code=problem.code,
        severity=problem.severity,
        message=_with_code(problem.message),
        hint=_with_code(problem.hint),
    )


def _with_code(text: str) -> Markup:
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped


def draw_problems(renderer: Renderer, problems: Iterable[Problem], silenced: int) -> Page:
    """Draw the page of everything that is wrong."""
    views = tuple(
        problem_view(p)
        for p in sorted(problems, key=lambda p: (p.severity is Severity.WARNING, p.where))
    )
    errors = sum(view.severity == Severity.ERROR for view in views)
    return Page(
        path=PROBLEMS_PAGE,
        title="Problems",
        description="Everything that is wrong or missing in content/.",
        html=renderer.template(
            "problems",
            problems=views,
            errors=count(errors, "error"),
            warnings=count(len(views) - errors, "warning"),
            silenced=silenced,
        ),
        layout="problems",
        is_private=True,
        in_nav=True,
    )
