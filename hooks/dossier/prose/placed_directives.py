"""A text to the directives in it, each with its place and the places of what it names."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dossier.model.document import Document
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place, Problem, did_you_mean
from dossier.prose.directives import Directive, parse_directive
from dossier.prose.passages import Passage

_KINDS = {"project": "project", "only": "row", "role": "role", "skills": "skill"}
"""What each option names."""


@frozen
class PlacedDirective:
    """A directive, and the text that it stands in."""

    directive: Directive
    passage: Passage
    where: Place
    body: str

    def unknown(self, option: str, known: Collection[str], *, code: str) -> Iterator[Problem]:
        """Yield a problem for each value of an option that is not known."""
        source = Document(self.where.file, yaml=self.body, yaml_line=self.where.line)
        for position, value in enumerate(self.directive.options.get(option, ())):
            if value not in known:
                where = source.locate((option, position))
                kind = _KINDS[option]
                message = f"`{self.directive.name}` names the {kind} `{value}`, which is not there"
                yield Problem(code, where, message, did_you_mean(value, known))


def placed_directives(passage: Passage) -> Iterator[PlacedDirective | Problem]:
    """Yield the directives of a text; a problem stands for one that cannot be read."""
    for block in passage.blocks():
        where = passage.locate_line(block.line)
        line = where.line - passage.source.body_line - 1
        directive = parse_directive(block.name, block.body, passage.source, line)
        if isinstance(directive, Problem):
            yield directive
        else:
            yield PlacedDirective(directive, passage, where, block.body)
