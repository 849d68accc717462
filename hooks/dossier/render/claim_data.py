"""Records to what a program reads of them: `claims.json`, and claims in the words of schema.org.

Both are made from what the cards show, so that a program reads what a person sees and no more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from dossier.model import paths
from dossier.model.evidence import Metric
from dossier.model.figure import NO_BREAK_SPACE, bare, spell, spell_before
from dossier.model.library import RecordEntry
from dossier.plain.frozen import frozen
from dossier.render.figures import wording_left
from dossier.render.labels import check_shown, part_text
from dossier.render.proofs import proof_views
from dossier.render.record_state import stale_text
from dossier.render.renderer import Renderer
from dossier.render.sources import source_seen, why_broken

CLAIMS_FILE = "claims.json"
"""Where they stand on a public site."""
VERSION = 1
"""Of the form of `claims.json`."""


@frozen
class FigureData:
    """A figure as its card prints it, and its parts."""

    id: str
    name: str
    shown: str
    """With its sign and unit: `+22%`."""
    value: str
    """The number alone, digits as typed."""
    unit: str
    before: str
    """The earlier value, with its unit."""
    baseline: str
    scope: str
    condition: str
    """What must be said beside it, where name, scope and baseline do not."""


@frozen
class ClaimData:
    """A record as its card shows it."""

    id: str
    claim: str
    kind: str
    check: str
    """How a reader can verify it."""
    status: str
    date: str
    part: str
    method: str
    limits: str
    figures: tuple[FigureData, ...]
    proof: tuple[str, ...]
    """What vouches for it, the best first; nothing where its check says as much."""
    source: Mapping[str, str]
    """What its reader sees and, if it opens, the address."""
    note: str
    """Why it is stale, or its source cannot be confirmed."""
    address: str
    """Of its card, from the root of the site."""


def claims_json(renderer: Renderer) -> str:
    """Return `claims.json`: every record of a library, in the order of ids."""
    library = renderer.frame.library
    records = sorted(library.records.values(), key=lambda entry: entry.id)
    told = [_known(asdict(claim_data(renderer, entry))) for entry in records]
    person = library.profile.profile.name if library.profile else ""
    whole = _known({"version": VERSION, "person": person}) | {"claims": told}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def claim_data(renderer: Renderer, entry: RecordEntry) -> ClaimData:
    """Return a record as programs read it."""
    record, frame = entry.record, renderer.frame
    source = source_seen(entry, is_private=False)
    page = paths.address(frame.card_page(entry), directory_urls=frame.directory_urls)
    notes = (why_broken(entry, is_private=False), stale_text(record, frame.as_of))
    return ClaimData(
        id=entry.id,
        claim=renderer.plain(record.claim),
        kind=record.kind.value,
        check=str(check_shown(entry)),
        status=record.status.value,
        date=record.date or "",
        part=part_text(record),
        method=renderer.plain(record.method),
        limits=renderer.plain(record.limits),
        figures=tuple(_figure(renderer, entry, metric) for metric in record.metrics),
        proof=tuple(proof.sentence for proof in proof_views(entry)),
        source={"label": source.label, "address": source.href} if source else {},
        note=" ".join(note for note in notes if note),
        address=f"{page}#{entry.id}",
    )


def _figure(renderer: Renderer, entry: RecordEntry, metric: Metric) -> FigureData:
    return FigureData(
        id=metric.id,
        name=metric.name,
        shown=_plain(spell(metric)),
        value=bare(metric),
        unit=metric.unit or "",
        before=_plain(spell_before(metric) or ""),
        baseline=renderer.plain(metric.baseline),
        scope=renderer.plain(metric.scope),
        condition=wording_left(entry.record, metric),
    )


def _plain(figure: object) -> str:
    return str(figure).replace(NO_BREAK_SPACE, " ")


def claim_facts(renderer: Renderer, entries: Iterable[RecordEntry]) -> list[dict[str, object]]:
    """Return the claims whose cards stand on a page, in the words of schema.org."""
    return [_facts(claim_data(renderer, entry)) for entry in entries]


def _facts(claim: ClaimData) -> dict[str, object]:
    names = {"label": "name", "address": "url"}
    source = {names[key]: text for key, text in claim.source.items()}
    facts = {
        "@type": "Claim",
        "@id": f"#{claim.id}",
        "text": claim.claim,
        "dateCreated": claim.date,
        "isBasedOn": {"@type": "CreativeWork", **source} if source else {},
        "disambiguatingDescription": "; ".join(filter(None, (claim.limits, claim.note))),
        "about": list(_observations(claim)),
    }
    return _known(facts)


def _observations(claim: ClaimData) -> Iterator[dict[str, object]]:
    for figure in claim.figures:
        against = f"against {figure.baseline}" if figure.baseline else ""
        said = (against, figure.scope, figure.condition)
        yield _known(
            {
                "@type": "Observation",
                "name": figure.name,
                "value": figure.shown,
                "unitText": figure.unit,
                "description": "; ".join(part for part in said if part),
                "measurementMethod": claim.method,
                "observationDate": claim.date,
            }
        )


def _known(values: Mapping[str, object]) -> dict[str, object]:
    """Return what says something, in figures too."""
    return {key: _each(value) for key, value in values.items() if value}


def _each(value: object) -> object:
    if isinstance(value, tuple | list):
        return [_each(item) for item in value]
    return _known(value) if isinstance(value, Mapping) else value
