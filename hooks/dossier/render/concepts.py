"""What many roles ask for, a line a concept: how often, and how well it is answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from dossier.model.application import Strength
from dossier.plain.frozen import frozen
from dossier.render.asked import Concept, OpenRole, weakness
from dossier.render.excerpt import Excerpt, excerpt
from dossier.render.labels import STRENGTHS, count
from dossier.render.renderer import Renderer

_LINKED = 3
"""How many of the roles that fall short a line leads to."""
_STRONG = tuple(Strength).index(Strength.STRONG)


@frozen
class ConceptLine:
    """A concept, and how many roles have an answer of each strength."""

    name: str
    asked: int
    counts: tuple[tuple[Strength, int], ...]
    short: Excerpt[tuple[str, str]]
    """Link and company of the roles whose answers are not yet strong, the weakest first."""


@frozen
class ConceptTable:
    """What the open roles ask for, most asked first."""

    said: str
    """`1710 concepts that 448 open roles ask for`."""
    strengths: tuple[tuple[Strength, str], ...]
    """The columns, from the weakest to the best, with their words."""
    lines: Excerpt[ConceptLine]
    totals: tuple[int, ...]


def draw_concepts(
    renderer: Renderer, roles: Sequence[OpenRole], concepts: Sequence[Concept]
) -> Markup:
    """Draw what roles ask for."""
    by_need = sorted(concepts, key=lambda each: (-len(each.answers), -each.weakest, each.name))
    sums = Counter(row.row.strength for each in concepts for row in each.answers.values())
    used = tuple(strength for strength in reversed(Strength) if sums[strength])
    table = ConceptTable(
        said=f"{count(len(concepts), 'concept')} that {len(roles)} open roles ask for",
        strengths=tuple((strength, STRENGTHS[strength]) for strength in used),
        lines=excerpt(by_need).each(lambda each: _line(renderer, roles, each, used)),
        totals=tuple(sums[strength] for strength in used),
    )
    return renderer.template("concepts", table=table)


def _line(
    renderer: Renderer, roles: Sequence[OpenRole], concept: Concept, used: Sequence[Strength]
) -> ConceptLine:
    counts = Counter(row.row.strength for row in concept.answers.values())
    short = [
        (weakness(row), roles[number][0], row)
        for number, row in concept.answers.items()
        if weakness(row) > _STRONG
    ]
    short.sort(key=lambda found: -found[0])
    links = dict.fromkeys(
        (renderer.frame.to_row(entry.id, row.row.id), entry.application.company)
        for _, entry, row in short
    )
    return ConceptLine(
        concept.name,
        len(concept.answers),
        tuple((strength, counts[strength]) for strength in used),
        excerpt(links, _LINKED),
    )
