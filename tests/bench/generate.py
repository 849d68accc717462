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
STRENGTHS = ("direct", "strong", "strong", "moderate", "weak")
SECTIONS = ("Context", "Pitch", "Emphasis", "Why this role", "Questions", "Hooks", "Notes")


def generate(root: Path, *, dossiers: int, records: int, rows: int = 12, prose: int = 9000) -> None:
    """Write a project: `dossiers` with `rows` rows and `prose` characters each, and `records`.

    Each row cites two or three records, 2.5 on average.
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
        text = _dossier(number, ids, dice, rows, prose)
        _write(content / f"applications/company-{number:04d}/index.md", text)


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
                "    kind: benchmark",
                "    check: rerun",
                "    metrics:",
                f'      - {{id: gain, name: gain, value: {dice.randint(1, 99)}, unit: "%"}}',
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


def _dossier(number: int, ids: list[str], dice: random.Random, rows: int, prose: int) -> str:
    lines = ["---", f"company: Company {number}", "status: drafting", "roles:"]
    lines += [
        "  - id: role",
        "    title: Engineer",
        "    url: https://example.org/job",
        "    fit: 4",
    ]
    lines.append("proof_points:")
    for row in range(rows):
        cited = dice.sample(ids, 2 + row % 2)
        lines += [
            f"  - id: row-{row}",
            f"    requirement: {_sentence(dice)}",
            "    priority: must",
            f"    concept: {dice.choice(WORDS)}",
            f"    evidence: [{', '.join(cited)}]",
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
            text = f"{_sentence(dice)} See [this](evidence:{record}) and *that*. {_sentence(dice)}"
            if section == "Emphasis":
                text = f"- [this](evidence:{record}): {text}"
            lines += [text, ""]
            size += len(text)
    return "\n".join(lines) + "\n"


def _sentence(dice: random.Random) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(8, 16))).capitalize() + "."
