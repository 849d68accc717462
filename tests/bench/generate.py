"""A generated project of a given size: always the same bytes for the same numbers."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
WORD_LIST = """
agents retrieval posterior graph sampling latency adapter evidence benchmark production
traces feedback cluster scheduler storage pipeline gateway provider experiment baseline
distribution interface contract review release measure error budget queue index query
"""
WORDS = WORD_LIST.split()
STATUSES = ("shipped",) * 7 + ("experimental", "planned", "deprecated")
STRENGTHS = ("direct", "strong", "strong", "moderate", "weak")
SECTIONS = ("Context", "Pitch", "Emphasis", "Why this role", "Questions", "Hooks", "Notes")


def generate(root: Path, *, dossiers: int, records: int, rows: int = 12, prose: int = 9000) -> None:
    """Write a project: `dossiers` with `rows` rows and `prose` characters each, and `records`.

    Each row cites two or three records, 2.5 on average. Each paragraph tells a figure, one in
    four typed; one record in four asks for a wording, and three in ten are not simply shipped.
    """
    dice = random.Random(1)  # noqa: S311 - the same project every time
    for name in ("hooks", "overrides"):
        (root / name).symlink_to(REPOSITORY / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    content = root / "content"
    _write(content / "index.md", "---\ntitle: Home\n---\nWelcome.\n")
    _write(
        content / "profile.yml", "name: Someone\nheadline: Builds things.\nemail: a@example.org\n"
    )
    ids = _evidence(content, records, dice)
    for number in range(dossiers):
        folder = content / f"applications/company-{number:04d}"
        asked = [_sentence(dice) for _ in range(rows)]
        _write(folder / "posting.md", "## Requirements\n\n" + "".join(f"- {a}\n" for a in asked))
        _write(folder / "index.md", _dossier(number, ids, dice, asked, prose))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _evidence(content: Path, records: int, dice: random.Random) -> list[str]:
    ids = []
    for start in range(0, records, 20):
        file = f"topic-{start // 20:03d}"
        lines = ["audience: shared", f"project: {file}", "evidence:"]
        for number in range(start, min(start + 20, records)):
            ids.append(f"{file}/record-{number}")
            lines += [
                f"  - id: record-{number}",
                f"    claim: {_sentence(dice)}",
                f"    status: {STATUSES[number % len(STATUSES)]}",
                *(["    must_say: [controlled, one domain]"] if number % 4 == 0 else []),
                "    kind: benchmark",
                "    check: rerun",
                "    metrics:",
                f"      - {{id: gain, name: {_name(number)}, value: {_value(number)}, unit: '%'}}",
                f"    method: {_sentence(dice)}",
                f"    limits: {_sentence(dice)}",
                "    date: 2026-02",
                "    source: {label: Report, url: https://example.org/report}",
                f"    skills: [{dice.choice(WORDS)}, {dice.choice(WORDS)}]",
            ]
        _write(content / f"evidence/{file}.yml", "\n".join(lines) + "\n")
        front = f"title: {file}\naudience: public\nline: {_sentence(dice)}\n"
        _write(content / f"projects/{file}.md", f"---\n{front}---\n{_sentence(dice)}\n")
    return ids


def _dossier(number: int, ids: list[str], dice: random.Random, asked: list[str], prose: int) -> str:
    lines = ["---", f"company: Company {number}", "status: drafting", "roles:"]
    lines += [
        "  - id: role",
        "    title: Engineer",
        "    url: https://example.org/job",
        "    fit: 4",
    ]
    lines.append("proof_points:")
    for row in range(len(asked)):
        cited = dice.sample(ids, 2 + row % 2)
        lines += [
            f"  - id: row-{row}",
            f"    requirement: {_sentence(dice)}",
            "    priority: must",
            f"    concept: {dice.choice(WORDS)}",
            f"    evidence: [{', '.join(cited)}]",
            f"    quote: {asked[row]}",
            f"    claim: We saw [](evidence:{cited[0]}#gain) in [one run](evidence:{cited[0]}).",
            f"    strength: {dice.choice(STRENGTHS)}",
            f"    note: {_sentence(dice)}",
        ]
    lines.append("---")
    for section in SECTIONS:
        lines += ["", f"## {section}", ""]
        size = 0
        while size < prose // len(SECTIONS):
            record = dice.choice(ids)
            told = _figure(record, dice)
            text = f"{_sentence(dice)} See [this](evidence:{record}) and *that*. {told}"
            if section == "Emphasis":
                text = f"- [this](evidence:{record}): {text}"
            lines += [text, ""]
            size += len(text)
    return "\n".join(lines) + "\n"


def _name(number: int) -> str:
    """Return the name of a record's metric."""
    return f"{WORDS[number % len(WORDS)]} {WORDS[number // len(WORDS) % len(WORDS)]} gain"


def _value(number: int) -> int:
    return number * 7 % 98 + 1


def _figure(record: str, dice: random.Random) -> str:
    """Return a sentence that tells a record's figure, as the record has it."""
    number = int(record.rpartition("-")[2])
    typed = f"{_value(number)}%" if dice.random() < 1 / 4 else f"[](evidence:{record}#gain)"
    words = " ".join(dice.choices(WORDS, k=dice.randint(4, 8)))
    return f"In one domain, {words}, my {_name(number)} was {typed}."


def _sentence(dice: random.Random) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(8, 16))).capitalize() + "."
