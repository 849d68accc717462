"""What a public page says of itself elsewhere: its description, facts for machines, its card.

Made from the filtered library alone; in a private view previews are empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.library import ProjectEntry, RecordEntry
from dossier.model.profile import Profile
from dossier.plain.patterns import pattern
from dossier.prose.inline_text import plain_text
from dossier.prose.markdown import parse_page
from dossier.render.claim_data import claim_facts
from dossier.render.figures import FigureView
from dossier.render.labels import CHECKS, check_shown, count, count_records
from dossier.render.page import Preview, SocialCard
from dossier.render.renderer import Renderer

CARD_METRICS = 3
"""How many metrics the card of the home page shows."""
_REPOSITORY = pattern(r"repository|repo|code|source( code)?", re.IGNORECASE)
"""Labels of a link that leads to a project's source code."""


def home_preview(renderer: Renderer, title: str, figures: Sequence[FigureView]) -> Preview:
    """Return the preview of the home page: the person, and the first of the headline metrics."""
    entry = renderer.frame.library.profile
    if not _is_open(renderer):
        return Preview()
    if entry is None:
        return Preview(card=SocialCard(title, "", _metrics(figures)))
    profile = entry.profile
    headline = renderer.plain(profile.headline)
    facts = {"@type": "ProfilePage", "mainEntity": person_facts(renderer, profile)}
    card = SocialCard(profile.name, headline, _metrics(figures))
    return Preview("profile", facts, card)


def person_facts(renderer: Renderer, profile: Profile) -> dict[str, object]:
    """Return the person in the words of schema.org, as far as the renderer's reader may know."""
    place = renderer.plain(profile.location.value) if profile.location else ""
    facts = {
        "@type": "Person",
        "name": profile.name,
        "description": renderer.plain(profile.headline),
        "homeLocation": {"@type": "Place", "name": place} if place else {},
        "sameAs": [link.url for link in profile.links if not link.url.startswith("mailto:")],
    }
    return _known(facts)


def evidence_preview(renderer: Renderer, records: Iterable[RecordEntry]) -> Preview:
    """Return the preview of the evidence page: the claims whose cards it holds."""
    claims = claim_facts(renderer, records) if _is_open(renderer) else []
    return Preview(facts={"@type": "CollectionPage", "hasPart": claims} if claims else {})


def project_preview(
    renderer: Renderer, entry: ProjectEntry, figures: Sequence[FigureView]
) -> Preview:
    """Return the preview of a project's page: software if its source code is linked."""
    if not _is_open(renderer):
        return Preview()
    project, profile = entry.project, renderer.frame.library.profile
    line = renderer.plain(project.line)
    code = [link.url for link in project.links if _REPOSITORY.fullmatch(link.label.strip())]
    facts = {
        "@type": "SoftwareSourceCode" if code else "CreativeWork",
        "name": project.title,
        "description": line,
        "author": {"@type": "Person", "name": profile.profile.name} if profile else {},
        "codeRepository": code[0] if code else "",
        "sameAs": [link.url for link in project.links if link.url not in code],
        "keywords": ", ".join(project.skills),
        "subjectOf": claim_facts(
            renderer, renderer.frame.library.records_by_project.get(entry.id, ())
        ),
    }
    return Preview("article", _known(facts), SocialCard(project.title, line, _metrics(figures[:1])))


def describe_project(renderer: Renderer, entry: ProjectEntry) -> str:
    """Return a project's line, or what stands behind it."""
    records = renderer.frame.library.records_by_project.get(entry.id, ())
    counts = count_records(map(check_shown, records))
    return renderer.plain(entry.project.line) or f"{entry.project.title}: {counts}."


def describe_projects(renderer: Renderer) -> str:
    """Say how many projects there are, and what stands behind them."""
    library = renderer.frame.library
    belonging = (r for id_ in library.projects for r in library.records_by_project.get(id_, ()))
    counts = count_records(map(check_shown, belonging))
    return f"{count(len(library.projects), 'project')}, and what stands behind them: {counts}."


def describe_evidence(renderer: Renderer) -> str:
    """Say how many records there are, and how they can be checked."""
    checks = [check_shown(entry) for entry in renderer.frame.library.records.values()]
    told = CHECKS.items()
    kinds = [f"{checks.count(key)} {word.lower()}" for key, word in told if key in checks]
    return f"{count(len(checks), 'record')} with method, date and source: {', '.join(kinds)}."


def first_paragraph(renderer: Renderer, source: Document) -> str:
    """Return the first paragraph of the author's own text without its markup, empty for none."""
    for opening, inline in pairwise(parse_page(source.body)):
        if opening.type == "paragraph_open" and opening.level == 0:
            text = plain_text(inline.children or (), renderer.plain_reference)
            if text.strip():
                return " ".join(text.split())
    return ""


def _is_open(renderer: Renderer) -> bool:
    return renderer.frame.library.audience is Audience.PUBLIC


def _metrics(figures: Sequence[FigureView]) -> tuple[tuple[str, str], ...]:
    return tuple((str(figure.value), figure.in_short) for figure in figures[:CARD_METRICS])


def _known(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in facts.items() if value}
