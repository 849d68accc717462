"""Who vouches for a record, as its readers see it; how many rows stand on which level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dossier.model.library import RecordEntry
from dossier.model.proof import SHORT_NAMES, Proof, ProofLevel, proofs_of, unchecked
from dossier.model.source import addresses
from dossier.plain.frozen import frozen
from dossier.render.frame import Frame
from dossier.render.sources import linked_addresses

_OPENING = {
    ProofLevel.PLACED: "See the exact place",
    ProofLevel.MEASURED: "See the measured file",
    ProofLevel.ATTESTED: "See the run",
    ProofLevel.CONFIRMED: "See what was signed",
}
"""What a link says that leads a reader to the place itself."""


@frozen
class ProofView:
    """Somebody or something that vouches for a record."""

    sentence: str
    limit: str
    """What it does not show, empty where nobody would think so."""
    href: str
    """Where it can be seen, empty where its source leads there."""


@frozen
class PlaceView:
    """The place that a row can be checked at, one tap away."""

    href: str
    text: str
    sentence: str
    """Who vouches for it."""


def proof_views(entry: RecordEntry) -> tuple[ProofView, ...]:
    """Return what vouches for a record; nothing where its check says as much already."""
    found = (proof for proof in _proofs(entry) if proof.level >= ProofLevel.OPENS)
    return tuple(ProofView(proof.sentence, proof.limit, proof.href) for proof in found)


def not_checked(entry: RecordEntry) -> str:
    """Say what could not be checked of a record, beside what could; empty for nothing."""
    missed = unchecked(entry)
    return f"Not confirmed: {missed}." if missed else ""


def place_of(entries: Iterable[RecordEntry], frame: Frame) -> PlaceView | None:
    """Return the best place at which a row can be checked, None if no record has one."""
    best: tuple[ProofLevel, PlaceView] | None = None
    for entry in entries:
        proof = _proofs(entry)[0]
        href = _place(entry, proof, frame)
        if proof.level in _OPENING and href and (best is None or proof.level > best[0]):
            best = proof.level, PlaceView(href, _OPENING[proof.level], proof.sentence)
    return best[1] if best else None


def _place(entry: RecordEntry, proof: Proof, frame: Frame) -> str:
    source = entry.record.source
    if proof.level is ProofLevel.CONFIRMED:
        return frame.to_record(entry)
    if proof.href or source is None:
        return proof.href
    is_quoted = proof.level is ProofLevel.PLACED and source.quote and source.url
    links = linked_addresses(entry) if is_quoted else addresses(source)
    return links.get("url", "") if is_quoted else links.get("repo", "")


def _proofs(entry: RecordEntry) -> tuple[Proof, ...]:
    return proofs_of(entry, on_own_page="url" in entry.own_parts)


def spell_levels(levels: Iterable[ProofLevel]) -> str:
    """Count levels in words, the best first: `1 measured, 2 source named`."""
    found = Counter(levels)
    return ", ".join(
        f"{found[level]} {SHORT_NAMES[level]}" for level in sorted(found, reverse=True)
    )
