"""References in prose and text fields: dead ones, forbidden ones, and texts where none belongs."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.library import Library
from dossier.problems import Problem
from dossier.references.passages import Passage, passages
from dossier.references.resolve import Dead, resolve
from dossier.references.scan import Mention
from dossier.references.targets import Scheme, parse_metric


def check(library: Library) -> Iterator[Problem]:
    """Resolve every reference for those who may read the text it stands in."""
    for passage in passages(library):
        for mention in passage.mentions():
            if mention.target:
                problem = _reference(library, passage, mention)
                if problem:
                    yield problem
    for entry in library.projects.values():
        for position, name in enumerate(entry.project.headline):
            target = parse_metric(name)
            where = entry.source.locate(("headline", position))
            if not target.metric:
                message = f"`{name}` names no metric"
                hint = "a headline is written `file/record#metric`"
                yield Problem("metric-reference", where, message, hint)
                continue
            found = resolve(target, library, reader=entry.project.audience)
            problem = found.at(where) if isinstance(found, Dead) else None
            if problem:
                yield problem


def _reference(library: Library, passage: Passage, mention: Mention) -> Problem | None:
    target = mention.target
    assert target is not None
    where = passage.locate(mention)
    if target.scheme is Scheme.EVIDENCE and (target.metric is None) != mention.has_text:
        if target.metric is None:
            message, hint = f"the citation `{target}` has no text", "write a text in the brackets"
        else:
            message = f"`{target}` writes the metric's value, so it has no text of its own"
            hint = "empty the brackets, or take `#…` off to cite in words"
        return Problem("metric-reference", where, message, hint)
    if target.scheme in (Scheme.PROJECT, Scheme.PROOF, Scheme.FIGURE) and not mention.has_text:
        message = f"the reference `{target}` has no text"
        return Problem("metric-reference", where, message, "write a text in the brackets")
    if passage.is_page and mention.start is None:
        message = f"`{target}` stands where it cannot be expanded"
        hint = "write it as an ordinary link in a paragraph"
        return Problem("reference-place", where, message, hint)
    found = resolve(target, library, reader=passage.audience, application=passage.application)
    return found.at(where) if isinstance(found, Dead) else None
