"""What became of an input, in lines: its files, what was found, and where each word went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dossier.importing.asides import OF_ENTRIES
from dossier.importing.draft import Draft
from dossier.model.evidence import RecordStatus
from dossier.plain.folding import plain
from dossier.plain.shortening import first_words

_BEGIN = 32
"""How many signs tell what a section holds."""
_KINDS = {"dossier": "a dossier", "résumé": "a résumé", "posting": "a posting"}


def found(draft: Draft) -> str:
    """Say what was found in an input."""
    application = draft.application or {}
    questions = next((part.text for part in draft.parts if part.name == "questions"), "")
    statuses = [record.get("status") for record in draft.records]
    unconfirmed = statuses.count(RecordStatus.UNCONFIRMED)
    counts = {
        "role": len(application.get("roles", ())),
        "row": len(application.get("proof_points", ())),
        "gap": len(application.get("gaps", ())),
        "question": sum(line.startswith("### ") for line in questions.split("\n")),
        "job": len(draft.profile.get("work", ())),
        "study": len(draft.profile.get("education", ())),
        "project": len(draft.projects),
        "record": len(draft.records) - unconfirmed,
        "unconfirmed record": unconfirmed,
    }
    told = [f"{number} {_plural(name, number)}" for name, number in counts.items() if number]
    told += [
        f"{what} proposed for {number} {_plural('row', number)}"
        for what, number in _proposed(draft).items()
        if number
    ]
    return f"{_KINDS[draft.kind]}: {', '.join(told) or 'nothing that has a field'}"


_HELD = {
    "work": "job",
    "education": "study",
    "certificates": "certificate",
    "skills": "group of skills",
    "languages": "language",
    "publications": "publication",
    "awards": "award",
}
"""The lists of a profile, and what one of each holds."""


def held(draft: Draft) -> str:
    """Say what a profile has from an input: `3 jobs, 1 study`."""
    counts = {name: len(draft.profile.get(key, ())) for key, name in _HELD.items()}
    return ", ".join(f"{n} {_plural(name, n)}" for name, n in counts.items() if n) or "your name"


def _proposed(draft: Draft) -> dict[str, int]:
    """Count the rows for which something is proposed, in a field or in a comment."""
    written = {
        ("proof_points", position)
        for position, row in enumerate((draft.application or {}).get("proof_points", ()))
        if draft.kind == "posting" and row.get("evidence")
    }
    comments = {path: "\n".join(lines) for path, lines in draft.comments.items() if path}
    facts = {path for path, text in comments.items() if text.startswith("claim:")}
    return {"records": len(written | (comments.keys() - facts)), "facts of yours": len(facts)}


def _plural(name: str, number: int) -> str:
    if number == 1:
        return name
    if name.startswith("group of "):
        return name.replace("group", "groups", 1)
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def words_line(draft: Draft) -> str:
    """Say where the words of an input went."""
    told = draft.account()
    return (
        f"words: {told.given:,} in; {told.fields:,} in fields, {told.sections:,} in sections, "
        f"{told.remainder:,} kept in private sections, {told.named:,} read as names and values; "
        f"{len(told.lost):,} lost"
    )


def guessed_line(draft: Draft) -> str:
    """Say which jobs were guessed at, empty for none."""
    told = "; ".join(str(guess) for _, guess in draft.guesses)
    where = "Else: content/profile.yml"
    return f"Title \u00b7 employer, as it seems: {told}. {where}" if told else ""


def kept_line(draft: Draft) -> str:
    """Name the sections that hold what has no field, and what opens them; nothing for none."""
    kept = [(part.title, part.text.split("\n")) for part in draft.parts if part.is_remainder]
    said = [(title, [line for line in lines if line.strip()]) for title, lines in kept]
    told = [
        f"{title} ({len(lines)} {_plural('line', len(lines))}: {_beginnings(title, lines)})"
        for title, lines in said
        if lines
    ]
    where, cure = "", "`dossier help` lists the sections that others read"
    if draft.kind == "résumé":
        where = f" in content/imported/{draft.id}.md"
        cure = "`dossier help profile` names the fields that others read"
    named = ", ".join(told)
    return f"kept private{where}: {named}; {cure}" if told else ""


def _beginnings(title: str, lines: list[str]) -> str:
    """Return how a section begins; each line of one that holds what entries of a profile had."""
    return "; ".join(map(_begin, lines if title == OF_ENTRIES else lines[:1]))


def _begin(line: str) -> str:
    """Return how a line begins, without its marks."""
    return first_words(plain(line).strip("#>|-* "), _BEGIN)


def readings(draft: Draft) -> Iterator[str]:
    """Yield which words were read as what, and the sections that hold what has no field."""
    counts = Counter((reading.said, reading.became) for reading in draft.readings)
    for (said, became), number in counts.items():
        times = f" ({number} times)" if number > 1 else ""
        yield f"`{said}` was read as {became}{times}"
    for part in draft.parts:
        if part.is_remainder:
            yield f"kept without a field: {part.title}"
