"""What a posting says of applying, proposed with its words: until when, and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dossier.match.deadlines import deadline_of
from dossier.plain.folding import plain
from dossier.plain.patterns import pattern
from dossier.plain.yaml_writing import spell_in_brackets

_REACHED = pattern(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?:\b(?:phone|tel|telefon|call|ruf)\b[.:]?\s*)"
    r"(?P<phone>\+?\(?\d[\d\s()/-]{5,20}\d)",
    re.IGNORECASE,
)
_PART = r"(?:[^\W\d_a-z][\w'’-]+|[^\W\d_a-z]\.)"
_PERSON = pattern(
    rf"(?:\b(?:Ms|Mrs|Mr|Dr|Frau|Herrn?)\.?\s+)*(?P<name>{_PART}(?:\s(?:(?:van|von|de|der)\s)?"
    rf"{_PART}){{1,2}})[\s,:(]*(?:(?:unter|at|on|via|an|by|per|e-?mail)[\s:]*)?\Z"
)
_TITLES = pattern(r"(?:(?:Ms|Mrs|Mr|Dr|Frau|Herrn?|Contact|Kontakt|Ihnen|An|To)\.?\s+)+")
_NEAR = 60
_SPLIT = pattern(r"\s+[|·•]\s+|\t|\s{3,}|\s+[–—-]\s+|;\s")
_TERMS = pattern(
    r",\s*(?:full|part|permanent|temporary|fixed|vollzeit|teilzeit|unbefristet|befristet|ab\s\d"
    r"|from\s\d|\d+\s?(?:h|hours|std|stunden)).*\Z",
    re.IGNORECASE,
)


def proposed_lines(text: str, today: date | None = None) -> Iterator[str]:
    """Yield lines of YAML for what a posting says of applying, each with the words behind it."""
    if deadline := deadline_of(text, today):
        yield _line(f"next: {{do: Send the application, due: {deadline.day}}}", deadline.words)
    read = plain(text)
    found = list(_REACHED.finditer(read))
    named = [(_name_before(read[max(f.start() - _NEAR, 0) : f.start()]), f) for f in found]
    name, reached = next((pair for pair in named if pair[0]), ("", found[0] if found else None))
    if reached:
        channel = reached["phone"] or reached[0]
        fields = f"name: {spell_in_brackets(name or 'Who reads applications')}"
        fields = f"{fields}, channel: {spell_in_brackets(channel)}"
        words = read[max(reached.start() - _NEAR, 0) : reached.end()] if name else reached[0]
        start = words.find(name) if name else 0
        yield _line(f"contacts: [{{{fields}}}]", words[start:])


def _line(yaml: str, words: str) -> str:
    return f"{yaml}  # the posting: {words}"


def _name_before(text: str) -> str:
    found = _PERSON.search(text)
    return _TITLES.sub("", found["name"]) if found else ""


def place_alone(value: str) -> str:
    """Return the place of a line that goes on: `Kiel | Full-time | Ref. 7` is `Kiel`."""
    return _TERMS.sub("", _SPLIT.split(value.strip(), maxsplit=1)[0]).strip(" ,")
