"""Records to plain Markdown: a heading for each kind, and a list of facts for each record."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.adapters.staged_text import Writer, link
from dossier.model.figure import caption, named, spell
from dossier.model.library import (
    RecordEntry,
)
from dossier.plain.dates import spell_date
from dossier.prose.literal import literal
from dossier.render.figures import wording_left
from dossier.render.labels import CHECKS, KINDS, RECORD_STATUSES, check_shown, part_text
from dossier.render.proofs import not_checked, proof_views
from dossier.render.record_state import stale_text
from dossier.render.sources import source_seen, why_broken


def ledger(writer: Writer, entries: Iterable[RecordEntry]) -> list[str]:
    """Return the lines that tell of records, grouped by kind."""
    found = list(entries)
    lines = []
    for kind, title in KINDS.items():
        of_kind = [entry for entry in found if entry.record.kind is kind]
        if of_kind:
            lines += ["", f"## {title}", ""]
            for entry in of_kind:
                lines += _card(writer, entry)
    return [*lines, ""]


def _card(writer: Writer, entry: RecordEntry) -> list[str]:
    record = entry.record

    def field(text: str | None) -> str:
        return writer.field(text, entry.source)

    lines = [*writer.record_anchor(entry), f"### {field(record.claim)}", ""]
    mark = writer.frame.thousands
    for metric in record.metrics:
        # In Markdown the scope stands in brackets.
        left = literal(wording_left(record, metric))
        behind = "; ".join(part for part in (field(metric.scope), left) if part)
        said = caption(literal(named(metric, mark)), field(metric.baseline), qualifier=behind)
        lines.append(f"- **{literal(str(spell(metric, mark)))}** {said}")
    facts: tuple[tuple[str, str], ...] = (
        ("Part", part_text(record)),
        ("Method", field(record.method)),
        ("As of", spell_date(record.date) if record.date else ""),
        ("Limit", field(record.limits)),
        ("Status", RECORD_STATUSES[record.status]),
        ("Check", CHECKS[check_shown(entry)]),
        ("Source", _source(entry)),
        *_proof(writer, entry),
        ("Note", why_broken(entry, is_private=False)),
        ("Note", stale_text(record, writer.frame.as_of)),
    )
    lines += [f"- {name}: {value}" for name, value in facts if value]
    return [*lines, ""]


def _proof(writer: Writer, entry: RecordEntry) -> tuple[tuple[str, str], ...]:
    proofs = proof_views(entry)
    if not proofs:
        day = entry.verdict.checked if entry.verdict else ""
        return (("Checked", spell_date(day) if day else ""),)
    said = (f"{literal(proof.sentence)} {literal(proof.limit)}".strip() for proof in proofs)
    return (("Proof", " ".join([*said, literal(not_checked(entry))]).strip()),)


def _source(entry: RecordEntry) -> str:
    source = source_seen(entry, is_private=False)
    if source is None:
        return ""
    label = link(literal(source.label), source.href) if source.href else literal(source.label)
    said = (
        f"{name} {link(literal(value), href) if href else literal(value)}"
        for name, value, href in source.details
    )
    return ", ".join([label, *said])
