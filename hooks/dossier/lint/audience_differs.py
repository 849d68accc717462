"""Copies that are open while the original is not: one text in two files, for different readers."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.model.audience import Audience, narrowest
from dossier.plain.folding import fold
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place, Problem

_LONG = 40
"""From how many characters on two texts are no more alike by chance."""


@frozen
class Said:
    """A text as it is compared, whose eyes it is for, and where that is said."""

    kind: str
    text: str
    audience: Audience
    where: Place


def read(view: FileView) -> Iterator[Said]:
    """Yield the claims of records, and the prose of a project or a page."""
    for record in view.records:
        where = record.source.locate((*record.path, "claim"))
        # A copy has the id, too; two records of one short claim need not be copies.
        text = f"{record.record.id} {fold(record.record.claim)}"
        yield Said("claim", text, record.audience, where)
    opened = view.project.project.audience if view.project else None
    if view.page:
        opened = view.page.page.audience
    if opened and len(text := fold(view.source.body)) >= _LONG:
        yield Said("text", text, opened, view.source.locate(("audience",)))


def compare(files: AllFiles[Said]) -> Iterator[Problem]:
    """Name what fewer people may see elsewhere."""
    closed: dict[str, Said] = {}
    for said in files.readings:
        known = closed.setdefault(said.text, said)
        if narrowest(known.audience, said.audience) is not known.audience:
            closed[said.text] = said
    for said in files.readings:
        other = closed[said.text]
        if said.audience is not other.audience:
            message = f"this {said.kind} is {said.audience} here, {other.audience} at {other.where}"
            hint = "delete the one that is a copy, or give both the same audience"
            yield Problem("audience-differs", said.where, message, hint)


RULE = Rule("audience-differs", across=Comparison(read, compare, Said), private_only=True)
