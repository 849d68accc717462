"""A generated project of a given size: always the same bytes for the same numbers."""

from __future__ import annotations

import random
import re
import shutil
from itertools import combinations
from pathlib import Path

from dossier.load.assemble import assemble
from dossier.load.tree import read_tree
from dossier.model.audience import Audience
from dossier.model.lock import LOCK_FILE, spell_lock
from dossier.quantities.lexicon import lexicon

REPOSITORY = Path(__file__).resolve().parents[2]
SHIPPED = sorted((REPOSITORY / "content/applications").glob("*/index.md"))
WORD_LIST = """
agents retrieval posterior graph sampling latency adapter evidence benchmark production
traces feedback cluster scheduler storage pipeline gateway provider experiment baseline
distribution interface contract review release measure error budget queue index query
"""
WORDS = WORD_LIST.split()
"""What metrics and skills are named with."""
NAMES = tuple(combinations(WORDS, 2))
STATUSES = ("shipped",) * 7 + ("experimental", "planned", "deprecated")
STRENGTHS = ("direct", "strong", "strong", "moderate", "weak")
SECTIONS = ("Context", "Pitch", "Emphasis", "Why this role", "Questions", "Hooks", "Notes")


FIGURES, LINKS = 1 / 3, 1 / 2
"""How many paragraphs tell a figure, and how many cite a record in words."""
_LINK = re.compile(r"\]\([^)]*\)")
_WORD = re.compile(r"[a-z][a-z'-]*[a-z]")


class _Dice(random.Random):
    """Dice that fall the same way each time, and the words that sentences are made of."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        prose = (path.read_text(encoding="utf-8") for path in SHIPPED)
        bodies = (_LINK.sub("", text.split("---\n", 2)[2]).lower() for text in prose)
        words = (word for body in bodies for word in _WORD.findall(body))
        self.words = [word for word in words if word not in lexicon("en").lists["numbers"]]


def generate(  # noqa: PLR0913 - one a size
    root: Path,
    *,
    dossiers: int,
    records: int,
    rows: int = 12,
    prose: int = 9000,
    audience: Audience = Audience.PRIVATE,
) -> None:
    """Write a project: `dossiers` with `rows` rows and `prose` characters each, and `records`.

    With a public `audience` every dossier and record is open to all; records are shared otherwise.

    Each row cites two or three records, 2.5 on average. Sentences are drawn from the words of
    the shipped dossiers, as often as these use them. One paragraph in three tells a figure, one in
    four typed, and every other cites a record in words, which is about what the shipped dossiers
    do; one record in four asks for a wording, and three in ten are not simply shipped. All have
    been reviewed.
    """
    dice = _Dice(1)
    for name in ("hooks", "overrides"):
        (root / name).symlink_to(REPOSITORY / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    content = root / "content"
    _write(content / "index.md", "---\ntitle: Home\n---\nWelcome.\n")
    _write(
        content / "profile.yml", "name: Someone\nheadline: Builds things.\nemail: a@example.org\n"
    )
    is_open = audience is Audience.PUBLIC
    ids = _evidence(content, records, dice, audience if is_open else Audience.SHARED)
    for number in range(dossiers):
        folder = content / f"applications/company-{number:04d}"
        asked = [_sentence(dice) for _ in range(rows)]
        _write(folder / "posting.md", "## Requirements\n\n" + "".join(f"- {a}\n" for a in asked))
        dossier = _dossier(number, ids, dice, asked, prose)
        opened = dossier.replace("---\n", f"---\naudience: {audience}\n", 1)
        _write(folder / "index.md", opened if is_open else dossier)
    _review(root)


def _review(root: Path) -> None:
    """Stamp every record as reviewed."""
    content = root / "content"
    library, _ = assemble(read_tree(content, root), Audience.PRIVATE)
    stamps = {entry.id: entry.stamp() for entry in library.records.values()}
    _write(content / LOCK_FILE, spell_lock(stamps))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _evidence(content: Path, records: int, dice: _Dice, audience: Audience) -> list[str]:
    ids = []
    for start in range(0, records, 20):
        file = f"topic-{start // 20:03d}"
        lines = [f"audience: {audience}", f"project: {file}", "evidence:"]
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


def _dossier(number: int, ids: list[str], dice: _Dice, asked: list[str], prose: int) -> str:
    lines = ["---", f"company: Company {number}", "status: drafting", "roles:"]
    lines += [
        "  - id: role",
        "    title: Engineer",
        "    url: https://example.org/job",
        "    posting: {file: posting.md}",
        "    fit: 4",
    ]
    lines.append("proof_points:")
    for row in range(len(asked)):
        cited = dice.sample(ids, 2 + row % 2)
        concept = dice.randrange(len(WORDS))
        lines += [
            f"  - id: row-{row}",
            f"    requirement: {_sentence(dice)}",
            "    priority: must",
            f"    concept: {WORDS[concept]}",
            f"    evidence: [{', '.join(cited)}]",
            f"    quote: {asked[row]}",
            f"    claim: We saw [](evidence:{cited[0]}#gain) in [one run](evidence:{cited[0]}).",
            f"    strength: {STRENGTHS[concept % len(STRENGTHS)]}",
            f"    note: {_sentence(dice)}",
        ]
    lines.append("---")
    for section in SECTIONS:
        lines += ["", f"## {section}", ""]
        size = 0
        while size < prose // len(SECTIONS):
            record = dice.choice(ids)
            told = f" {_figure(record, dice)}" if dice.random() < FIGURES else ""
            link = f" See [this](evidence:{record}) and *that*." if dice.random() < LINKS else ""
            text = f"{_sentence(dice)}{link}{told}"
            if section == "Emphasis":
                text = f"- [this](evidence:{record}): {text}"
            lines += [text, ""]
            size += len(text)
    return "\n".join(lines) + "\n"


def _name(number: int) -> str:
    """Return the name of a record's metric: no two are made of the same words."""
    return f"{' '.join(NAMES[number % len(NAMES)])} gain"


def _value(number: int) -> int:
    return number * 7 % 98 + 1


def _figure(record: str, dice: _Dice) -> str:
    """Return a sentence that tells a record's figure, as the record has it."""
    number = int(record.rpartition("-")[2])
    typed = f"{_value(number)}%" if dice.random() < 1 / 4 else f"[](evidence:{record}#gain)"
    words = " ".join(dice.choices(dice.words, k=dice.randint(4, 8)))
    return f"In one domain, {words}, my {_name(number)} was {typed}."


def _sentence(dice: _Dice) -> str:
    return " ".join(dice.choices(dice.words, k=dice.randint(8, 16))).capitalize() + "."
