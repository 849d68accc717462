"""The prepared questions of a dossier, each with its answer and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dossier.model.library import ApplicationEntry, Library
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place
from dossier.prose.markdown import parse
from dossier.prose.passages import Passage
from dossier.prose.sections import split_options

OPTIONS = ("about", "story")
"""What the heading of a question may say in braces: the row it asks about, the story it tells."""
_STORY = pattern(r"^#{3}[ \t].*\{[^{}\n]*\bstory=[\"']?([\w-]+)", re.MULTILINE)


@frozen
class Question:
    """A question as it is written, and the passage that answers it."""

    heading: str
    """With its options."""
    answer: Passage
    where: Place

    @property
    def title(self) -> str:
        """The heading without its options."""
        return split_options(self.heading)[0]

    @property
    def options(self) -> Mapping[str, str]:
        """What its heading says in braces."""
        return split_options(self.heading)[1]

    @property
    def is_answered(self) -> bool:
        """Whether something is prepared for it: its own words, or a story."""
        return bool(self.answer.text.strip() or self.options.get("story"))


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


def told_in(library: Library, story: str) -> tuple[ApplicationEntry, ...]:
    """Return the dossiers of which a question tells a story."""
    sections = ((entry, entry.section("questions")) for entry in library.applications.values())
    return tuple(
        entry for entry, section in sections if section and story in _STORY.findall(section.text)
    )
