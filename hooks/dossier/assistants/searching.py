"""Words to the texts of a library that hold them all, compared as people read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from dossier.assistants.fences import on_one_line
from dossier.model.library import Library
from dossier.plain.folding import fold
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place
from dossier.prose.passages import Passage, passages

MOST = 50
"""How many hits are shown."""
_AROUND = 60


@frozen
class Hit:
    """A text that holds what was looked for."""

    where: str
    audience: str
    text: str
    """What stands there, shortened."""

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)


def search(library: Library, words: str) -> tuple[tuple[Hit, ...], int]:
    """Return the first texts that hold all of the words, and how many there are."""
    wanted = fold(words).casefold().split()
    found: list[Hit] = []
    count = 0
    for where, audience, text in _texts(library):
        folded = fold(text)
        low = folded.casefold()
        if wanted and all(word in low for word in wanted):
            count += 1
            if len(found) < MOST:
                at = low.find(wanted[0])
                found.append(Hit(str(where), audience, _excerpt(folded, at)))
    return tuple(found), count


def _excerpt(text: str, at: int) -> str:
    start, end = max(at - _AROUND, 0), at + 2 * _AROUND
    before, after = "…" * (start > 0), "…" * (end < len(text))
    return before + on_one_line(text[start:end]) + after


def _texts(library: Library) -> Iterator[tuple[Place, str, str]]:
    """Yield every text with its place and whom it is for."""
    for name, entry in library.records.items():
        for position, metric in enumerate(entry.record.metrics):
            where = entry.source.locate((*entry.path, "metrics", position))
            yield where, entry.audience.value, f"{name}#{metric.id} {metric.name}"
        skills = ", ".join(entry.record.skills)
        yield entry.source.locate((*entry.path, "id")), entry.audience.value, f"{name} {skills}"
    for project in library.projects.values():
        said = f"{project.id} {project.project.title} {', '.join(project.project.skills)}"
        yield project.source.locate(), project.project.audience.value, said
    for application in library.applications.values():
        titles = " ".join(role.title for role in application.application.roles)
        said = f"{application.id} {application.application.company} {titles}"
        yield application.source.locate(), "shared", said
        for position, row in enumerate(application.application.proof_points):
            where = application.source.locate(("proof_points", position))
            yield where, "shared", f"{row.id} {row.quote or ''}"
    for passage in passages(library):
        yield from _of_passage(passage)
    for name, text in library.texts.items():
        for number, line in enumerate(text.split("\n"), start=1):
            yield Place(f"content/{name}", number), "private", line


def _of_passage(passage: Passage) -> Iterator[tuple[Place, str, str]]:
    audience = passage.audience.value
    if passage.path is not None:
        yield passage.source.locate(passage.path), audience, passage.text
        return
    start = 0
    for paragraph in passage.text.split("\n\n"):
        if paragraph.strip():
            line = passage.text.count("\n", 0, start)
            yield passage.locate_line(line + _blank(paragraph)), audience, paragraph
        start += len(paragraph) + 2


def _blank(paragraph: str) -> int:
    return len(paragraph) - len(paragraph.lstrip("\n"))
