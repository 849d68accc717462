"""The page of everything that is wrong or missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from markupsafe import Markup, escape

from dossier.plain.alike import Group, grouped, names
from dossier.plain.frozen import frozen
from dossier.plain.problems import CODES, Problem, Severity
from dossier.render.excerpt import LONG, Excerpt
from dossier.render.facets import Tokens, facets
from dossier.render.frame import PROBLEMS_PAGE
from dossier.render.labels import count
from dossier.render.page import Page
from dossier.render.renderer import Renderer

_FEW = 12
"""How many problems are shown at once, errors aside."""


@frozen
class ProblemView:
    """A problem on the page of problems, and where else it is."""

    place: str
    message: Markup
    hint: Markup
    others: tuple[tuple[str, Markup], ...]
    """The other places, each with what the problem names there."""
    tokens: Tokens
    """What the page filters by."""


@frozen
class ProblemGroup:
    """The problems of one code."""

    code: str
    severity: str
    meaning: str
    """What the code stands for, in a sentence."""
    counted: str
    """How many places there are: `2 errors`."""
    problems: Excerpt[ProblemView]
    """As many as have the first places; what is left out are places, too."""
    is_open: bool


def problem_groups(problems: Iterable[Problem]) -> tuple[ProblemGroup, ...]:
    """Return problems by code, errors first. Errors are shown at once, and a few warnings."""
    in_order = sorted(problems, key=lambda p: (p.severity is Severity.WARNING, p.where))
    by_code: dict[tuple[str, str], list[Group]] = {}
    for group in grouped(in_order):
        by_code.setdefault((group.first.severity, group.first.code), []).append(group)
    rows = sum(map(len, by_code.values()))
    return tuple(
        ProblemGroup(
            code,
            severity,
            CODES[code],
            count(_places(groups), severity),
            _first(groups).each(_problem_view),
            is_open=severity == Severity.ERROR or rows <= _FEW,
        )
        for (severity, code), groups in by_code.items()
    )


def _first(groups: Sequence[Group]) -> Excerpt[Group]:
    """Return those that have the first places, and how many places are left out."""
    shown: list[Group] = []
    for group in groups:
        left = LONG - _places(shown)
        if left > 0:
            shown.append(Group(group.first, group.others[: left - 1]))
    return Excerpt(tuple(shown), _places(groups) - _places(shown))


def _places(groups: Iterable[Group]) -> int:
    return sum(1 + len(group.others) for group in groups)


def _problem_view(group: Group) -> ProblemView:
    """Return a problem as the author reads it, what stands between backticks as code."""
    problem = group.first
    folders = dict.fromkeys(_folder(each.where.file) for each in (problem, *group.others))
    return ProblemView(
        place=str(problem.where),
        message=_with_code(problem.message),
        hint=_with_code(problem.hint),
        others=tuple((str(other.where), _with_code(names(other))) for other in group.others),
        tokens=(("Kind", (problem.severity,)), ("Where", tuple(folders))),
    )


def _folder(file: str) -> str:
    """Return what an author calls the place of a file: a dossier's folder, else the file."""
    path = PurePosixPath(file)
    return path.parent.as_posix() if path.name == "index.md" and len(path.parts) > 2 else file  # noqa: PLR2004


def _with_code(text: str) -> Markup:
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped


def draw_problems(renderer: Renderer, problems: Sequence[Problem], silenced: int) -> Page:
    """Draw the page of everything that is wrong."""
    groups = problem_groups(problems)
    errors = sum(p.severity is Severity.ERROR for p in problems)
    return Page(
        path=PROBLEMS_PAGE,
        title="Problems",
        description="Everything that is wrong or missing in content/.",
        html=renderer.template(
            "problems",
            problems=groups,
            facets=facets(view.tokens for group in groups for view in group.problems.shown),
            errors=count(errors, "error"),
            warnings=count(len(problems) - errors, "warning"),
            silenced=silenced,
        ),
        layout="problems",
        is_private=True,
        in_nav=True,
    )
