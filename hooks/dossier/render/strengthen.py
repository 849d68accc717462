"""What to strengthen next, by the roles that ask for it and the steps it is away."""

from __future__ import annotations

from markupsafe import Markup

from dossier.match.coverage import RowCoverage, State
from dossier.model.application import Strength
from dossier.model.library import ApplicationEntry
from dossier.plain.frozen import frozen
from dossier.prose.directives import Directive
from dossier.render.asked import concept_name, concept_of, open_roles
from dossier.render.excerpt import NAMED, Excerpt, excerpt
from dossier.render.labels import STRENGTHS, count
from dossier.render.renderer import Renderer
from dossier.render.rows import told_reason

_STEPS = {
    Strength.DIRECT: 0,
    Strength.STRONG: 0,
    Strength.MODERATE: 1,
    Strength.WEAK: 2,
    Strength.NONE: 3,
}
"""Steps that each strength is away from strong."""


@frozen
class NextItem:
    """Something to strengthen."""

    title: str
    why: str
    now: str
    now_word: str
    goal: str
    goal_word: str
    raises: str
    links: Excerpt[tuple[str, str]]
    """Where it is asked for: link and company."""


def draw_strengthen(renderer: Renderer, _: Directive | None = None) -> Markup:
    """Draw what to strengthen next."""
    return renderer.template("strengthen", items=_next_items(renderer))


def _next_items(renderer: Renderer) -> Excerpt[NextItem]:
    """Return what to strengthen, by roles that ask × steps to strong; stale proof is one step."""
    by_concept: dict[str, list[_Asked]] = {}
    for number, (entry, coverage) in enumerate(open_roles(renderer)):
        for row in coverage.rows:
            if row.state is not State.ACCEPTED and _missing(row):
                by_concept.setdefault(concept_of(row), []).append(_Asked(number, entry, row))
    ranked = []
    for concept, found in by_concept.items():
        roles = len({asked.role for asked in found})
        steps = max(_missing(asked.row) for asked in found)
        ranked.append((-roles * steps, concept, roles))
    return excerpt(sorted(ranked)).each(
        lambda each: _next_item(renderer, by_concept[each[1]], roles=each[2])
    )


@frozen
class _Asked:
    """A row that falls short, and the role that asks for it."""

    role: int
    entry: ApplicationEntry
    row: RowCoverage


def _missing(covered: RowCoverage) -> int:
    unproven = covered.state in (State.CLAIMED, State.STALE)
    return max(_STEPS[covered.row.strength], 1 if unproven else 0)


def _next_item(renderer: Renderer, found: list[_Asked], roles: int) -> NextItem:
    worst = max((asked.row for asked in found), key=_missing)
    strength, reason = worst.row.strength, told_reason(renderer, worst)
    unproven = worst.state in (State.CLAIMED, State.STALE) and _STEPS[strength] == 0
    links = dict.fromkeys(
        (
            renderer.frame.to_row(asked.entry.id, asked.row.row.id),
            asked.entry.application.company,
        )
        for asked in found
    )
    return NextItem(
        title=concept_name(renderer, found[0].row),
        why=reason[:1].upper() + reason[1:] + ".",
        now=worst.state if unproven else strength,
        now_word="Unproven" if unproven else STRENGTHS[strength],
        goal=Strength.STRONG,
        goal_word="Proven" if unproven else STRENGTHS[Strength.STRONG],
        raises=f"Raises {count(roles, 'role')}",
        links=excerpt(links, NAMED),
    )
