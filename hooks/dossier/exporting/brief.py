"""A dossier to the brief: what its recipient's page says at a glance, for one sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from dossier.exporting.compose import person_of
from dossier.exporting.highlights import limits_of, record_statement
from dossier.exporting.outline import Kind, Part, head
from dossier.exporting.recipient import Recipient
from dossier.exporting.resume import Proof
from dossier.match.coverage import RowCoverage
from dossier.model.application import Priority
from dossier.model.evidence import Metric
from dossier.model.library import RecordEntry
from dossier.plain.frozen import frozen
from dossier.prose.scan import scan
from dossier.render.badge import badge
from dossier.render.figures import figure_view
from dossier.render.headlines import telling_figures
from dossier.render.labels import CHECKS, STRENGTHS, check_shown
from dossier.render.rows import all_rows
from dossier.render.share import split_lede, title_said

NOTHING_YET = "Nothing to show yet."


@frozen
class Headline:
    """A figure above the rows."""

    number: str
    unit: str
    closes_up: bool
    says: str
    """What it is of, and how it can be checked."""
    proofs: tuple[Part, ...]


@frozen
class Row:
    """What is asked, what shows it, how well."""

    id: str
    asked: str
    strength: str
    strength_word: str
    claim: str
    proofs: tuple[Part, ...]
    note: str


@frozen
class Coverage:
    """What the rows of a role come to."""

    role: str
    """Empty where there is one role alone."""
    states: tuple[str, ...]
    """Of each row, in the author's order."""
    says: str


@frozen
class Brief:
    """A dossier on one sheet."""

    title: str
    author: str
    language: str
    purpose: str
    facts: str
    contact: tuple[Part, ...]
    lede: str
    coverage: tuple[Coverage, ...]
    headlines: tuple[Headline, ...]
    rows: tuple[Row, ...]
    closing: str
    link: str = ""
    """The address of the share that was made for it; its key is in it."""

    def held(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)


def compose_brief(recipient: Recipient, link: str = "") -> Brief:
    """Return the brief for a recipient. Raises ConfigError if there is no profile."""
    person, renderer, entry = person_of(recipient), recipient.renderer, recipient.entry
    application = entry.application
    titles = "; ".join(role.title for role in application.roles) or application.title or ""
    pitch = entry.section("pitch")
    lede, _ = split_lede(pitch) if pitch else ("", None)
    profile = recipient.library.profile
    said = title_said(profile.profile, person.headline if lede else "") if profile else ()
    return Brief(
        title=f"{person.name} for {application.company}",
        author=person.name,
        language=recipient.library.language.partition("-")[0],
        purpose=f"For {application.company}" + (f", {titles}" if titles else ""),
        facts=". ".join(
            fact.removesuffix(".") for fact in (*said, person.location, person.relocation) if fact
        ),
        contact=tuple(_contact(recipient)),
        lede=recipient.plain(lede) or person.headline,
        coverage=tuple(_coverage(recipient)),
        headlines=tuple(
            _headline(recipient, *found) for found in telling_figures(renderer, entry, lede)
        ),
        rows=tuple(_row(recipient, row) for row in all_rows(renderer, entry)),
        closing=f"Prepared for {application.company}. Strength is my own judgement; "
        "the sources are there so that you can form yours.",
        link=link,
    )


def _contact(recipient: Recipient) -> Iterator[Part]:
    """Yield how to reach the person; where they live is among the facts."""
    person = person_of(recipient)
    told = {person.location, person.relocation}
    for block in head(person):
        if block.kind is Kind.CONTACT:
            yield from (part for part in block.details if part.text not in told)


def _coverage(recipient: Recipient) -> Iterator[Coverage]:
    is_asked = recipient.entry.application.proof_points
    covered = recipient.renderer.frame.coverage[recipient.entry.id] if is_asked else ()
    for role in covered:
        mark = badge(role)
        title = role.role.title if role.role and len(covered) > 1 else ""
        says = "; ".join(words.text for words in mark.in_words) or mark.unasked
        yield Coverage(title, tuple(str(row.state) for row in role.rows), says)


def _headline(recipient: Recipient, record: RecordEntry, metric: Metric) -> Headline:
    view = figure_view(recipient.renderer, record, metric)
    says = f"{view.without_scope.striptags()}. {CHECKS[check_shown(record)]}"
    return Headline(
        number=view.value.number,
        unit=view.value.unit,
        closes_up=view.value.closes_up,
        says=says,
        proofs=_parts(recipient.proofs_of(record)),
    )


def _row(recipient: Recipient, covered: RowCoverage) -> Row:
    row = covered.row
    claim = recipient.plain(row.claim)
    mentions = scan(row.claim) if row.claim else ()
    cited = tuple(recipient.cited(mentions, figures_only=True))
    if not claim:
        told = [record_statement(recipient, record).text for record in covered.records]
        claim, cited = " ".join(told) or NOTHING_YET, covered.records
    nice = " (nice to have)" if row.priority is Priority.NICE else ""
    return Row(
        id=row.id,
        asked=recipient.plain(row.requirement) + nice,
        strength=row.strength.value,
        strength_word=STRENGTHS[row.strength],
        claim=claim,
        proofs=_parts(recipient.proofs_of(*cited)),
        note=" ".join(limits_of(recipient, row)),
    )


def _parts(proofs: tuple[Proof, ...]) -> tuple[Part, ...]:
    return tuple(Part(proof.shown, proof.address) for proof in proofs)
