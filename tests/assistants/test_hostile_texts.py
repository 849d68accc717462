"""Random Markdown in every text of a patch: whatever is taken changes nothing beside its place."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from dossier.model.audience import Audience
from dossier.model.evidence import RecordStatus
from dossier.model.library import Library
from dossier.plain.errors import ContentError
from tests.assistants.patches import (
    FILES,
    after,
    answer,
    ground_of,
    patch,
    record,
    row,
    section,
    tried,
)
from tests.secrecy.mutate import ALPHABETS, BLOCKS

BREAKERS = (
    *("## Pitch", "# X", "### Why us?", "Notes\n-----", "<!--", "-->", "```", "~~~", "%% a", "{>>"),
    *("<<}", "[//]: # (x", "---", "...", "\t## X", "> ## X", "## Why { audience=shared }"),
    *("{::comment}", "<div>", "[^one]: x", "&#35;# X", "\x0c## X", "\u2028## X", "\\## X"),
)
SECTIONS = ("pitch", "Questions", "Extra", "Why", "Proof points", "Emphasis")


def text(chance: random.Random) -> str:
    parts = []
    for _ in range(chance.randint(1, 5)):
        signs = chance.choice(ALPHABETS)
        word = "".join(chance.choice(signs) for _ in range(chance.randint(1, 12)))
        parts.append(chance.choice(BLOCKS).replace("{}", word))
        parts += [chance.choice(BREAKERS)] if chance.random() < 0.25 else []
    return chance.choice(("\n\n", "\n", " ")).join(parts)


def operation(chance: random.Random) -> dict[str, Any]:
    words = [text(chance) for _ in range(4)]
    lines = [" ".join(each.split()) or "x" for each in words]
    match chance.randint(0, 4):
        case 0:
            return section(chance.choice(SECTIONS), words[0])
        case 1:
            return answer(chance.choice(("Why us?", "Why Rust?", "New one")), words[0])
        case 2:
            metric = {"id": "m", "name": lines[3][:30], "value": chance.choice((1, 2.5, [1, 2]))}
            said = {"claim": words[0], "limits": words[1], "must_say": [lines[2]]}
            name, file = chance.choice(("n", "guess")), chance.choice(("qortex", "fresh"))
            return record(name, file, metrics=[metric], **said)
        case 3:
            return row(chance.choice(("n", "loads")), requirement=words[0], note=words[1])
    return {"op": "event", "event": {"date": "2026-02", "what": lines[0], "note": words[1]}}


def never_harms(seeds: range) -> Counter[str]:
    """Try a patch for each seed; return how many were taken."""
    before = ground_of(FILES).library(ground_of(FILES).tree)[0]
    counts: Counter[str] = Counter()
    for seed in seeds:
        chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
        try:
            trial = tried(patch(*(operation(chance) for _ in range(chance.randint(1, 3)))))
        except ContentError:
            counts["unreadable"] += 1
            continue
        counts["refused" if trial.is_refused else "taken"] += 1
        if not trial.is_refused:
            ground = ground_of(after(trial))
            _holds(before, ground.library(ground.tree)[0], seed)
    return counts


def _holds(before: Library, now: Library, seed: int) -> None:
    for name, entry in before.records.items():
        if entry.record.status is not RecordStatus.UNCONFIRMED:
            assert now.records[name].record == entry.record, seed
        assert now.records[name].audience is entry.audience, seed
    for name, entry in now.records.items():
        if name not in before.records:
            assert entry.audience is Audience.ASSISTANT, seed
            assert entry.record.status is RecordStatus.UNCONFIRMED, seed
    old, new = before.applications["acme"], now.applications["acme"]
    assert new.application.proof_points[0] == old.application.proof_points[0], seed
    seen = [(section.title, section.audience) for section in old.sections]
    assert [(s.title, s.audience) for s in new.sections][: len(seen)] == seen, seed
    assert new.sections[len(seen) - 1].text.strip() == old.sections[-1].text.strip(), seed
    private = {Audience.PRIVATE, Audience.ASSISTANT}
    assert {section.audience for section in new.sections[len(seen) :]} <= private, seed


def test_no_text_of_a_patch_reaches_beyond_its_place() -> None:
    counts = never_harms(range(60))
    assert counts["taken"] >= 5
    assert counts["refused"] >= 20


@pytest.mark.long
def test_no_text_of_a_patch_ever_reaches_beyond_its_place() -> None:
    assert never_harms(range(1_000, 6_000))["taken"] > 300
