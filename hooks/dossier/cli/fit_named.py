"""What a line names of all that its author has: by letters, numbers or words, one or several."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cli.columns import brief, fitted, sentence
from dossier.cli.fit_rows import Answer, answer_of
from dossier.cli.fit_table import LETTERS, Listed
from dossier.cli.questions import chosen_numbers
from dossier.match.restated import nameable, named
from dossier.model.library import Library, RecordEntry
from dossier.plain.patterns import pattern

_ALL = ("both", "all")
"""All that is offered to a row."""
_TAKEN = 6
"""How much of a line a number takes, and what stands before it."""
_PARTS = pattern(r"\s*(?:[,;&+]|\b(?:and|und)\b)\s*")
_GROUPS = {
    "skills": "Skills",
    "languages": "Languages",
    "jobs": "Jobs",
    "highlights": "Of jobs",
    "education": "Education",
    "certificates": "Certificates",
    "awards": "Awards",
}


def named_in(said: str, row: Listed, library: Library) -> tuple[Answer, ...]:
    """Return what a line names: `2 6`, `ab`, `QINSy and CARIS`; a job with its years if asked.

    Nothing, where any part of it names nothing: then it is a sentence.
    """
    found = _found(said, row, library)
    jobs = {line: answer_of(job) for line, job in row.ask.jobs.items()}
    return tuple(dict.fromkeys(jobs.get(a.text, a) if a.field == "jobs" else a for a in found))


def _found(said: str, row: Listed, library: Library) -> tuple[Answer, ...]:
    if said.casefold() in _ALL:
        return tuple(row.choices)
    if whole := _named(said, row, library):
        return whole
    found = [_named(part, row, library) for part in _PARTS.split(said) if part]
    return tuple(dict.fromkeys(a for part in found for a in part)) if all(found) else ()


def says_words(said: str) -> bool:
    """Return whether there is a letter in a line: a sentence has some."""
    return any(map(str.isalpha, said))


def nameable_lines(library: Library) -> list[str]:
    """Return what may be named, each with its number: a line a record, then the profile's."""
    records: list[str] = []
    lines: dict[str, list[str]] = {}
    for number, each in enumerate(nameable(library), 1):
        if isinstance(each, RecordEntry):
            records.append(f"{number:>3} {fitted(sentence(each.record.claim), _TAKEN)}")
        else:
            told = f"{number} {brief(sentence(each.text))}"
            lines.setdefault(_GROUPS[each.field], []).append(told)
    return records + [f"{group}: {'; '.join(told)}" for group, told in lines.items()]


def _named(said: str, row: Listed, library: Library) -> tuple[Answer, ...]:
    """Return what numbers and letters name, or the words of one part."""
    found = [tuple(_each(word, row, library)) for word in said.split()]
    if found and all(found):
        return tuple(dict.fromkeys(answer for word in found for answer in word))
    one = named(said, library) if says_words(said) else None
    return (answer_of(one),) if one else ()


def _each(word: str, row: Listed, library: Library) -> Iterator[Answer]:
    letters = dict(zip(LETTERS, row.choices, strict=False))
    if set(word) <= letters.keys():
        yield from (letters[letter] for letter in word)
        return
    every = nameable(library)
    for number in chosen_numbers(word, len(every)) or ():
        yield answer_of(every[number - 1])
