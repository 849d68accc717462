"""What the author is told of a dossier that takes something from what its recipients would read.

What they would miss is a section that is closed because something is wrong in it, a row that states
an audience which is none, and what stands behind a key that nobody knows.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from dossier.load.assemble import company_names
from dossier.load.hide import stated_audience
from dossier.load.tree import Tree
from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.base import Entry, shape
from dossier.model.document import Document, FileKind
from dossier.plain.problems import Place, Problem
from dossier.plain.yaml_places import Path
from dossier.prose.sections import split_sections


def unsent_problems(
    tree: Tree, applications: Container[str], told: Iterable[Problem]
) -> Iterator[Problem]:
    """Yield those of the author's problems that are of what is sent of applications.

    Its errors leave a part out; of what it warns a part may be read that was not meant to be.
    """
    told = tuple(told)
    for document in tree.documents:
        is_sent = document.kind is FileKind.APPLICATION and document.id in applications
        if is_sent and not document.problems:
            source = document.source
            own = [each for each in told if each.where.file == source.file]
            if own:
                faults = split_sections(source, company_names(document.raw))[1]
                closing = {fault.problem for fault in faults if fault.is_sent}
                places = set(_places(source, document.raw))
                yield from (each for each in own if each in closing or each.where in places)


def _places(source: Document, raw: object) -> Iterator[Place]:
    return (source.locate(path) for path in _lost(Application, raw, ()))


def _lost(model: type[Entry], raw: object, path: Path) -> Iterator[Path]:
    """Yield the paths by which a value is lost that its reader could have been meant to see."""
    if not isinstance(raw, dict):
        return
    fields = shape(model)
    for key, value in raw.items():
        here = (*path, key)
        field = fields.get(key)
        if field is None or (key == "audience" and value not in tuple(Audience)):
            yield here
        elif field.model and Audience.SHARED.may_see(field.audience):
            items = enumerate(value) if isinstance(value, list) else ((None, value),)
            for position, item in items:
                own = stated_audience(item, Audience.SHARED)
                is_wrong = isinstance(item, dict) and item.get("audience") not in (None, own)
                if is_wrong or Audience.SHARED.may_see(own):
                    yield from _lost(field.model, item, (*here, *_step(position)))


def _step(position: int | None) -> Path:
    return () if position is None else (position,)
