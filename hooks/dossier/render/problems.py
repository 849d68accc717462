"""The page of everything that is wrong or missing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from dossier.plain.alike import Group, grouped, names
from dossier.plain.problems import Problem, Severity
from dossier.render.frame import PROBLEMS_PAGE
from dossier.render.labels import count
from dossier.render.page import Page
from dossier.render.renderer import Renderer


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A problem on the page of problems, and where else it is."""

    place: str
    code: str
    severity: str
    message: Markup
    hint: Markup
    others: tuple[tuple[str, Markup], ...] = ()
    """The other places, each with what the problem names there."""


def problem_view(group: Group) -> ProblemView:
    """Return a problem as the author reads it, what stands between backticks as code."""
    problem = group.first
    return ProblemView(
        place=str(problem.where),
        code=problem.code,
        severity=problem.severity,
        message=_with_code(problem.message),
        hint=_with_code(problem.hint),
        others=tuple((str(other.where), _with_code(names(other))) for other in group.others),
    )


def _with_code(text: str) -> Markup:
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped


def draw_problems(renderer: Renderer, problems: Iterable[Problem], silenced: int) -> Page:
    """Draw the page of everything that is wrong."""
    in_order = sorted(problems, key=lambda p: (p.severity is Severity.WARNING, p.where))
    views = tuple(map(problem_view, grouped(in_order)))
    errors = sum(p.severity is Severity.ERROR for p in in_order)
    return Page(
        path=PROBLEMS_PAGE,
        title="Problems",
        description="Everything that is wrong or missing in content/.",
        html=renderer.template(
            "problems",
            problems=views,
            errors=count(errors, "error"),
            warnings=count(len(in_order) - errors, "warning"),
            silenced=silenced,
        ),
        layout="problems",
        is_private=True,
        in_nav=True,
    )
