"""The private page `/design/`: every component in every state, through the pages' own templates.

What they are drawn from are views, in `samples` and `sample_workspace`. A folder of sample content,
loaded like any other, is no shorter: tried on the records it took 88 lines in place of 86, a third
of them what `review` and `verify` write. And no content brings the rest onto one page: rings of
every size, a filter that finds nothing, the marks of a question, a record as its author and as
others see it, links that stay where they are.
"""

from __future__ import annotations

from markupsafe import Markup

from dossier.model.application import Status, Strength
from dossier.model.scales import STRENGTH_MEANS
from dossier.render import sample_workspace as work
from dossier.render import samples
from dossier.render.excerpt import NOTHING
from dossier.render.frame import APPLICATIONS_PAGE, GUIDE_PAGE
from dossier.render.labels import CHECK_MEANS, CHECKS, STATES, STRENGTHS
from dossier.render.matrix import Matrix
from dossier.render.page import Heading, Page
from dossier.render.paper import JUDGED
from dossier.render.renderer import Renderer
from dossier.render.requirement_table import DrawnRow, Table, table_of

HEADINGS = (
    Heading("marks", "Marks"),
    Heading("type", "Type and text"),
    Heading("rings", "Rings and bars"),
    Heading("metrics", "Metrics"),
    Heading("cards", "Project cards"),
    Heading("evidence", "Evidence"),
    Heading("rows", "Requirements"),
    Heading("pipeline", "Applications"),
    Heading("matrix", "Matrix"),
    Heading("next", "Strengthen next"),
    Heading("gaps", "Gaps and questions"),
    Heading("notes", "Notes and problems"),
    Heading("empty", "Empty places"),
    Heading("share", "What goes out"),
)


def draw_guide(renderer: Renderer) -> Page:
    """Draw the style guide. It needs no content: all of its data is invented."""
    renderer = renderer.on(GUIDE_PAGE)
    parts = {
        "marks": _marks(renderer),
        "type": renderer.template("guide/type"),
        "rings": _rings(renderer),
        "metrics": renderer.template(
            "guide/metrics", headlines=samples.headlines(), tiles=samples.tiles()
        ),
        "cards": renderer.template("guide/cards", cards=samples.cards()),
        "evidence": renderer.template("guide/evidence", groups=samples.ledger()),
        "rows": _rows(renderer),
        "pipeline": _pipeline(renderer),
        "matrix": renderer.template("matrix", matrix=work.matrix())
        + renderer.template("concepts", table=work.concepts()),
        "next": renderer.template("strengthen", items=work.next_items()),
        "gaps": renderer.template("gaps", gaps=work.gaps())
        + renderer.template("questions", questions=work.questions())
        + renderer.template("audit", audit=work.audit()),
        "notes": renderer.template("guide/notes", problems=work.problems()),
        "empty": _empty(renderer),
        "share": renderer.template(
            "guide/share",
            actions=work.ACTIONS,
            said=("sample@example.com",),
            links=(("Code", "https://example.com/code"),),
            company=samples.COMPANY,
            judged=JUDGED,
        ),
    }
    return Page(
        path=GUIDE_PAGE,
        title="Style guide",
        description="Every component of this site, in every state.",
        html=renderer.template(
            "style_guide",
            up=renderer.frame.to_page(APPLICATIONS_PAGE),
            parts=tuple((heading, parts[heading.anchor]) for heading in HEADINGS),
        ),
        headings=HEADINGS,
        layout="design",
        is_private=True,
    )


def _marks(renderer: Renderer) -> Markup:
    return renderer.template(
        "guide/marks",
        strengths=tuple((s, STRENGTHS[s], STRENGTH_MEANS[s]) for s in Strength),
        states=tuple(STATES.items()),
        checks=tuple((key, word, CHECK_MEANS[key]) for key, word in CHECKS.items()),
        stages=work.stages(),
    )


def _rings(renderer: Renderer) -> Markup:
    badges = [(role.title, role.badge) for role in samples.coverages()]
    return (
        renderer.template("coverage", roles=samples.coverages())
        + renderer.template("guide/bars", badges=badges)
        + renderer.template("roles", roles=work.roles())
    )


def _pipeline(renderer: Renderer) -> Markup:
    """Draw the list twice: as it is, and with a filter that finds nothing."""
    return Markup("").join(
        renderer.template(
            "pipeline",
            rows=work.pipeline(),
            filters=work.filters(chosen),
            legend=work.LEGEND,
            name=name,
            has_fit=True,
            is_long=chosen is not None,
            is_private=True,
        )
        for name, chosen in (("sample", None), ("sample-none", Status.CLOSED))
    )


def _rows(renderer: Renderer) -> Markup:
    rows = tuple(DrawnRow.of(renderer, view, is_private=False) for view in samples.rows())
    return renderer.template("requirements", table=table_of(renderer, rows), is_private=False)


def _empty(renderer: Renderer) -> Markup:
    nothing = renderer.template(
        "pipeline",
        rows=(),
        filters=(),
        legend=(),
        name="sample-empty",
        has_fit=False,
        is_long=False,
        is_private=True,
    )
    return (
        nothing
        + renderer.template("requirements", table=Table(()), is_private=True)
        + renderer.template("matrix", matrix=Matrix((), (), (), ()))
        + renderer.template("strengthen", items=NOTHING)
        + renderer.template("problem_list", problems=())
    )
