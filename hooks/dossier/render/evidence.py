"""The index of all records by skill, and the directive that draws some of them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dossier.match.recipient import is_listed
from dossier.prose.directives import Directive
from dossier.render.frame import EVIDENCE_PAGE
from dossier.render.labels import count
from dossier.render.page import Heading, Page
from dossier.render.preview import describe_evidence
from dossier.render.records import RecordView, ledger, record_view
from dossier.render.renderer import Renderer

NO_SKILL = "no skill named"
"""What records without a skill stand under."""


@dataclass(frozen=True, slots=True)
class SkillView:
    """A skill and the records that show it."""

    anchor: str
    name: str
    records: tuple[RecordView, ...]


def draw_evidence(renderer: Renderer) -> Page:
    """Draw the index of all records by skill, with the cards of those that have no project page."""
    renderer = renderer.on(EVIDENCE_PAGE)
    frame = renderer.frame
    entries = list(frame.library.records.values())
    loose = [entry for entry in entries if frame.card_page(entry) == EVIDENCE_PAGE]
    by_skill: dict[str, dict[str, RecordView]] = {}
    for entry in entries:
        view = record_view(renderer, entry)
        for skill in entry.record.skills or (NO_SKILL,):
            name = " ".join(skill.replace("-", " ").split()) or skill
            by_skill.setdefault(name, {})[entry.id] = view
    skills = tuple(
        SkillView(f"skill-{name.replace(' ', '-')}", name, tuple(by_skill[name].values()))
        for name in sorted(by_skill, key=lambda name: (name == NO_SKILL, name))
    )
    groups = ledger(renderer, loose)
    total = count(len(entries), "record")
    return Page(
        path=EVIDENCE_PAGE,
        title="Evidence",
        description=describe_evidence(renderer),
        html=renderer.template("evidence", skills=skills, groups=groups, total=total),
        headings=(
            *(Heading(group.anchor, group.title) for group in groups),
            Heading("skills", "By skill"),
        ),
        layout="evidence",
        is_private=frame.is_private,
        in_nav=True,
    )


def draw_ledger(renderer: Renderer, directive: Directive) -> Markup:
    """Draw the directive `evidence`: the records of projects, or those that show skills."""
    records = renderer.frame.library.records.values()
    entries = [entry for entry in records if is_listed(entry, directive)]
    return renderer.template("ledger", groups=ledger(renderer, entries))
