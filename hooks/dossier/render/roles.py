"""Postings as readers see them, each with how well it is covered."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from dossier.match.asks import RowWords, uncovered
from dossier.match.coverage import RoleCoverage
from dossier.model.application import Role
from dossier.model.library import ApplicationEntry
from dossier.plain.dates import spell_date
from dossier.plain.frozen import frozen
from dossier.prose.directives import Directive
from dossier.render.badge import Badge, badge
from dossier.render.renderer import Renderer


@frozen
class RoleView:
    """A posting and how well it is covered."""

    anchor: str
    title: str
    url: str
    location: str
    setting: str
    """The level, and where one works: `senior, remote`."""
    badge: Badge
    fit: str
    """`3.5`, empty where the reader may not know."""
    assessment: Markup
    pay: tuple[tuple[str, Markup], ...]
    posting: str
    """What is known of the posting: when it was posted, checked, whether it is live."""
    uncovered: tuple[Markup, ...]
    """What it asks for and no row covers."""


def draw_roles(renderer: Renderer, _: Directive) -> Markup:
    """Draw the directive `roles`: the postings of a dossier side by side."""
    entry = renderer.frame.application
    if entry is None or not entry.application.roles:
        return Markup("")
    return renderer.template("roles", roles=role_views(renderer, entry))


def role_views(renderer: Renderer, entry: ApplicationEntry) -> tuple[RoleView, ...]:
    """Return the roles of a dossier, none if it has none."""
    coverages = renderer.frame.coverage[entry.id]
    return tuple(_role_view(renderer, entry, c.role, c) for c in coverages if c.role)


def _role_view(
    renderer: Renderer, entry: ApplicationEntry, role: Role, coverage: RoleCoverage
) -> RoleView:
    """Return a role as its readers see it. What they may not see is not in the library."""
    source, rows = entry.source, entry.application.rows_of(role.id)
    left = renderer.part(
        lambda: uncovered(role.asks, map(RowWords.of, rows)),
        *(f"uncovered {role.id}", entry.application),
    )
    return RoleView(
        anchor=renderer.anchor(f"role-{role.id}"),
        title=role.title,
        url=role.url or "",
        location=role.location or "",
        setting=", ".join(part for part in (role.seniority, role.mode) if part),
        badge=badge(coverage),
        fit=spell_fit(role),
        assessment=renderer.text(role.assessment, source),
        pay=tuple((name, renderer.text(said, source)) for name, said in _pay(role) if said),
        posting=_posting(role),
        uncovered=tuple(renderer.text(ask, source) for ask in left),
    )


def _pay(role: Role) -> Iterator[tuple[str, str | None]]:
    pay = role.compensation
    if pay:
        yield from (("Posted", pay.posted), ("Estimate", pay.estimate), ("Source", pay.source))
        for other in pay.estimates:
            yield from (("Estimate", other.estimate), ("Source", other.source))


def spell_fit(role: Role | None) -> str:
    """Return how well a role fits, as typed: `3.5`; empty where nobody says."""
    return "" if role is None or role.fit is None else f"{role.fit.normalize():f}"


def _posting(role: Role) -> str:
    posting = role.posting
    if posting is None:
        return ""
    live = {True: "live", False: "no longer live", "unknown": "not known whether still live"}
    known = (
        f"posted {spell_date(posting.posted)}" if posting.posted else "",
        f"checked {spell_date(posting.checked)}" if posting.checked else "",
        live[posting.live],
    )
    text = ", ".join(part for part in known if part)
    return text[0].upper() + text[1:]
