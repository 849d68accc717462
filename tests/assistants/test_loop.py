"""An assistant's loop on a spoilt dossier: context, patch, check, confirm.

Hostile patches of all kinds, some in one; a person who confirms, corrects, or cannot say. Whatever
happens, no figure that nobody confirmed counts, and nothing that was there is lost.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dossier.assistants.context import context_of
from dossier.assistants.context_text import context_text
from dossier.assistants.context_values import Purpose
from dossier.assistants.patch_reading import read_patch
from dossier.assistants.projection import one_dossier
from dossier.assistants.trial import Ground, try_patch
from dossier.assistants.vouching import asked, confirmed
from dossier.load.tree import read_tree
from dossier.match.coverage import State, cover
from dossier.model.audience import Audience
from dossier.model.evidence import RecordStatus
from dossier.model.library import Library
from dossier.plain.errors import ContentError
from dossier.plain.transaction import write_all
from tests.assistants.patches import (
    DOSSIER,
    FILES,
    QORTEX,
    UNSEEN,
    answer,
    ground_of,
    patch,
    record,
    row,
    section,
)
from tests.builders import AS_OF, write_site
from tests.views import library

RUNS = 20
FEW = 8
"""How many of them each run tries."""
SPOILT = {
    **UNSEEN,
    DOSSIER: FILES[DOSSIER]
    .replace("You measure.", "I measured 77 % of it, see [x](evidence:no/no).")
    .replace("lead: ml-engineer", "lead: nobody\nstaus: saved"),
    "content/evidence/broken.yml": "evidence: [\n",
    "content/applications/other/index.md": "---\ncompany: Initrode\n---\n\n## Pitch\n\nMine.\n",
    "content/guardrails.yml": "- {pattern: production scale, why: One machine}\n",
}
METRIC = {"id": "m", "name": "speed", "value": 99, "unit": "%"}
HONEST: list[dict[str, Any]] = [
    record("speed", "notes", metrics=[METRIC]),
    record("later", "qortex", status="planned"),
    record("guess", "qortex", claim="Loads end"),
    row("kernels"),
    section("Offer", "I build [learned rankers](evidence:qortex/gain)."),
    section("Letter", "Dear all."),
    answer("Why Rust?", "It is fast."),
    answer("Why now?", "Time."),
    {"op": "event", "event": {"date": "2026-02-01", "what": "applied"}},
]
HOSTILE: list[dict[str, Any]] = [
    record("speed", "qortex", status="shipped", metrics=[METRIC]),
    record("gain", "qortex", metrics=[METRIC]),
    record("gain", "qortex", must_say=[]),
    record("gain", "qortex", source={"label": "Another", "url": "https://example.org/x"}),
    record("guess", "qortex", status="shipped"),
    record("guess", "qortex", audience="public"),
    record("x", "broken"),
    record("x", "../profile"),
    row("ranking", strength="weak", note="Less"),
    row("loads", strength="none", requirement="Loads"),
    section("pitch", "I build [learned rankers](evidence:qortex/gain)."),
    row("new", strength="direct", evidence=["qortex/gain"]),
    row("loads", strength="none", override="Enough"),
    row("loads", strength="none", priority="nice"),
    section("pitch", "![x](https://example.org/x.png)"),
    row("loads", strength="none", accepted="Waived"),
    section("pitch", "I cut costs by 40 %."),
    section("pitch", "<!-- dossier: allow figure-unbacked: right -->\nI cut costs by 40 %."),
    section("pitch", "At production scale, +22% on 20 concepts."),
    section("pitch", "Precision rose by [](evidence:qortex/gain#precision)."),
    section("pitch", "X\n\n## Notes { audience=shared }\n\nX"),
    section("pitch", "```\nX"),
    section("pitch", "%% X"),
    section("notes", "Mine now."),
    section("Why { audience=shared }", "X"),
    answer("Why us?", "X\n\n## Pitch\n\nY"),
    {"op": "event", "event": {"date": "2026-02-01", "what": "offer", "audience": "public"}},
    {"op": "delete", "record": "qortex/gain"},
    {"op": "section", "section": "pitch", "text": "X", "file": "content/profile.yml"},
]


def ground_at(root: Path) -> Ground:
    read = ground_of(SPOILT)
    return Ground(read_tree(root / "content", root), "content", AS_OF, read.dress)


def apply(root: Path, text: str) -> bool:
    """Apply a patch as the command does. Returns whether it was taken."""

    def bytes_of(name: str) -> bytes | None:
        path = root / name
        return path.read_bytes() if path.exists() else None

    try:
        trial = try_patch(read_patch(text), ground_at(root), bytes_of)
    except ContentError:
        return False
    if not trial.is_refused:
        write_all(root, trial.files)
    return not trial.is_refused


def files_at(root: Path) -> Mapping[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def counting(found: Library) -> Iterator[str]:
    """Yield the records by which rows are covered."""
    for entry in found.applications.values():
        for role in cover(entry, found, AS_OF):
            for covered in role.rows:
                if covered.state in (State.COVERED, State.PARTIAL):
                    yield from (each.id for each in covered.counting)


def answers(root: Path, chance: random.Random, vouched: dict[str, object]) -> None:
    """Confirm some records as a person would: right, corrected, or left."""
    for name, entry in library(write_site(root, {})).records.items():
        if entry.record.status is not RecordStatus.UNCONFIRMED or chance.random() < 0.5:
            continue
        values = {}
        if chance.random() < 0.5:
            values = {each.path: (Decimal(7),) for each in asked(entry, "en")}
        text = confirmed(entry, entry.source, "shipped", values)
        assert text is not None
        (root / entry.source.file).write_text(text, encoding="utf-8")
        vouched[name] = library(write_site(root, {})).records[name].record


@pytest.mark.parametrize(
    "seed",
    [*range(FEW), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(FEW, RUNS))],
)
def test_no_unconfirmed_figure_ever_counts_and_nothing_is_lost(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
    settings = write_site(tmp_path, SPOILT)
    before = library(settings)
    vouched: dict[str, object] = {
        name: entry.record
        for name, entry in before.records.items()
        if entry.record.status is not RecordStatus.UNCONFIRMED
    }
    elsewhere = {
        name: raw for name, raw in files_at(tmp_path).items() if name not in (DOSSIER, QORTEX)
    }
    taken = 0
    for _ in range(4):
        seen = library(write_site(tmp_path, {}, audience=Audience.ASSISTANT))
        told = context_of(one_dossier(seen, "acme"), Purpose.LETTER, None, AS_OF)
        assert "Initrode" not in context_text(told)
        assert "Initrode" not in json.dumps(told.as_json())
        is_hostile = chance.random() < 0.7
        mixed = [*chance.sample(HONEST, chance.randint(0, 2))]
        mixed += chance.sample(HOSTILE, chance.randint(1, 2)) if is_hostile else []
        chance.shuffle(mixed)
        untouched = files_at(tmp_path)
        is_taken = apply(tmp_path, patch(*(mixed or HONEST[:1])))
        taken += is_taken
        if is_hostile:
            assert not is_taken, mixed
            assert files_at(tmp_path) == untouched
        _holds(tmp_path, before, vouched, elsewhere)
        answers(tmp_path, chance, vouched)
        _holds(tmp_path, before, vouched, elsewhere)


def _holds(
    root: Path, before: Library, vouched: Mapping[str, object], elsewhere: Mapping[str, bytes]
) -> None:
    now = library(write_site(root, {}))
    assert set(counting(now)) <= vouched.keys()
    for name, entry in now.records.items():
        if entry.record.status not in (RecordStatus.UNCONFIRMED, RecordStatus.PLANNED):
            assert entry.record == vouched[name]
    assert before.records.keys() | vouched.keys() <= now.records.keys()
    old, new = before.applications["acme"], now.applications["acme"]
    assert {row.id for row in old.application.proof_points} <= {
        row.id for row in new.application.proof_points
    }
    assert new.application.proof_points[0] == old.application.proof_points[0]
    assert [s.title for s in old.sections] == [s.title for s in new.sections][: len(old.sections)]
    assert old.sections[-1].text.strip() == new.sections[len(old.sections) - 1].text.strip()
    found = files_at(root)
    assert {name: found.get(name) for name in elsewhere} == elsewhere


def test_each_hostile_operation_is_refused_alone_and_each_honest_one_taken(tmp_path: Path) -> None:
    """Otherwise one of them could hide another."""
    write_site(tmp_path, SPOILT)
    for operation in HOSTILE:
        assert not apply(tmp_path, patch(operation)), operation
    for operation in HONEST:
        assert apply(tmp_path, patch(operation)), operation
