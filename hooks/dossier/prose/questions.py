"""The prepared questions of a dossier, each with its answer and its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.model.library import ApplicationEntry
from dossier.plain.problems import Place
from dossier.prose.markdown import parse
from dossier.prose.passages import Passage


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is written, and the passage that answers it."""

    heading: str
    """With its options."""
    answer: Passage
    where: Place


def questions(entry: ApplicationEntry) -> Iterator[Question]:
    """Yield the headings of level three in a dossier's questions."""
    section = entry.section("questions")
    if section is None:
        return
    lines = section.text.split("\n")
    tokens = parse(section.text)[0]
    found = [
        (token.map[0], token.map[1], tokens[number + 1].content)
        for number, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h3" and token.level == 0 and token.map
    ]
    ends = [*(begin for begin, _, _ in found[1:]), len(lines)][: len(found)]
    whole = Passage(section.text, section.audience, entry.source, application=entry)
    for (begin, start, heading), end in zip(found, ends, strict=True):
        offset = section.offset + sum(len(line) + 1 for line in lines[:start])
        answer = replace(whole, text="\n".join(lines[start:end]), offset=offset)
        first = section.offset + sum(len(line) + 1 for line in lines[:begin])
        yield Question(heading, answer, entry.source.locate_in_body(first))
