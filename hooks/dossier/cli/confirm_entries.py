"""Jobs, studies and certificates as a résumé was read: shown, and put right, before all else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from dossier.cli.questions import ask_line, chosen_numbers
from dossier.importing.asides import lines_of, turn
from dossier.importing.credential_records import renew_credentials
from dossier.importing.draft import Draft, Guess, Values
from dossier.importing.words import Copied
from dossier.model.base import Entry, shape
from dossier.model.profile import Certificate, Education, Employment
from dossier.plain.dates import spell_date
from dossier.plain.folding import plain
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.shortening import first_words
from dossier.plain.terminal import inert_line

_APART = pattern(r"\s+[/|\u00b7]\s+")
_OF_LINES = pattern(r"\d+\.\d+(?:[\s,]+\d+\.\d+)*")
"""Lines of entries by their numbers: `1.2 3.1`."""
_BEGIN, _LEAST, _ROOM = 36, 20, 240
"""How many signs tell which line is meant, at most and at least, and all lines of an entry."""
_NAMED = {"skills": "group", "awards": "title", "publications": "title"}
"""Other lists that recipients read, and what tells an entry of each."""
_OF_ONE = pattern(r"(?:(\d+)\s*:\s*)?(\S.*)")
_NONE = "-"
"""What is typed for a field that an entry has not."""


@frozen
class _Kind:
    """A list of the profile: what its entries are, and which fields tell them."""

    key: str
    model: type[Entry]
    title: str
    order: str
    """The fields as they are typed."""
    fields: tuple[str, ...]
    least: int = 1
    """How many of them an answer in one's own words has at least."""


_KINDS = (
    _Kind(
        "work",
        Employment,
        "Jobs, as title \u00b7 employer (place)",
        "title / employer / place",
        ("title", "employer", "location"),
        2,
    ),
    _Kind(
        "education",
        Education,
        "Studies, as degree \u00b7 field \u00b7 school",
        "degree / field / school",
        ("degree", "field", "institution"),
    ),
    _Kind(
        "certificates",
        Certificate,
        "Certificates, as name \u00b7 who gave it",
        "name / who gave it",
        ("name", "issuer"),
    ),
)


def ask_of_entries(draft: Draft) -> None:
    """Show what was read, a line each, and take what is said in place of it.

    Where no words tell which part of a job is what, the other way stands below it.
    """
    entries = [(kind, entry) for kind in _KINDS for entry in draft.profile.get(kind.key, ())]
    if not entries:
        return
    click.echo("As read:")
    for line in _lines(draft, entries):
        click.echo(inert_line(line))
    guesses = ((n, _guess(draft, entry)) for n, (_, entry) in enumerate(entries, start=1))
    others = " ".join(str(n) for n, guess in guesses if guess and guess.other)
    other = f" `{others}`: the other way." if others else ""
    told = {kind.key: number for number, (kind, _) in reversed([*enumerate(entries, start=1)])}
    how = ", ".join(f"`{told[kind.key]}: {kind.order}`" for kind in _KINDS if kind.key in told)
    first = next((n for n, (_, entry) in enumerate(entries, 1) if lines_of(draft, entry)), 0)
    how += f", `{first}.1`: that line private, or read" if first else ""
    question = f"All right? Enter: yes.{other} {how}"
    while (said := ask_line(question)) not in ("", "y", "yes"):
        for line in _corrected(said, entries, draft):
            click.echo(inert_line(line))
        question = "All right? Enter: yes"
    renew_credentials(draft)


def _lines(draft: Draft, entries: list[tuple[_Kind, Values]]) -> Iterator[str]:
    before = None
    for number, (kind, entry) in enumerate(entries, start=1):
        if kind is not before:
            yield f"{kind.title}:"
        before = kind
        yield f"{number:>3}  {_said(kind, entry)}"
        guess = _guess(draft, entry)
        if guess and guess.other:
            yield f"       or {guess.other}"
        yield from _readers(draft, entry, number)
    if spoken := draft.profile.get("languages"):
        named = (_with(each["language"], each.get("level")) for each in spoken)
        yield f"Languages: {', '.join(named)}"
    if moving := draft.profile.get("relocation"):
        yield f"Relocation: {moving}"
    for key, name in _NAMED.items():
        if others := draft.profile.get(key):
            yield f"{key.capitalize()}: {', '.join(_called(each, name) for each in others)}"


def _called(values: Values, name: str) -> str:
    """Return what tells an entry: its name, or what it holds if a heading lent it that."""
    said = values.get(name, "")
    if isinstance(said, Copied):
        said = ", ".join(map(str, values.get("skills", ()))) or said
    return first_words(plain(str(said)), _BEGIN)


def _readers(draft: Draft, entry: Values, number: int) -> Iterator[str]:
    """Yield what recipients read of an entry, and what is kept private, each by its beginning."""
    told: dict[bool, list[str]] = {True: [], False: []}
    lines = lines_of(draft, entry)
    signs = min(max(_ROOM // max(len(lines), 1), _LEAST), _BEGIN)
    for place, line in enumerate(lines, start=1):
        told[line.is_read].append(f"{number}.{place} {first_words(plain(line.text), signs)}")
    for is_read, said in told.items():
        if said:
            yield f"     {'recipients read' if is_read else 'kept private'}: {'  '.join(said)}"


def _said(kind: _Kind, entry: Values) -> str:
    """Return an entry in a line, its place in brackets and its time at the end."""
    told = [str(entry[name]) for name in kind.fields if name != "location" and entry.get(name)]
    line = _with(" \u00b7 ".join(told), entry.get("location"))
    since, until = (_day(entry.get(name)) for name in ("from", "to"))
    time = " \u2013 ".join(filter(None, (since, until or (since and "now"))))
    return ", ".join(filter(None, (line, time or _day(entry.get("date")))))


def _with(text: str, bracket: object) -> str:
    return f"{text} ({bracket})" if bracket else text


def _day(value: object) -> str:
    return spell_date(str(value)) if value else ""


def _guess(draft: Draft, entry: Values) -> Guess | None:
    return next((guess for each, guess in draft.guesses if each is entry), None)


def _corrected(said: str, entries: list[tuple[_Kind, Values]], draft: Draft) -> Iterator[str]:
    """Put right the entries that an answer names. Yields what is to be told of it."""
    if _OF_LINES.fullmatch(said):
        yield from _turned(said, entries, draft)
        return
    if named := chosen_numbers(said, len(entries)):
        for number in named:
            kind, entry = entries[number - 1]
            guess = _guess(draft, entry)
            if guess and guess.other:
                _put(kind, entry, guess.other.values)
                yield f"{number:>3}  {_said(kind, entry)}"
            else:
                yield f"  Say what {number} is: `{number}: {kind.order}`."
        return
    one = _OF_ONE.fullmatch(said)
    parts = [part.strip() for part in _APART.split(one[2])] if one else []
    number = int(one[1] or 1) if one and (one[1] or len(entries) == 1) else 0
    if not 1 <= number <= len(entries):
        yield f"  One of these numbers, and what it is: `1: {entries[0][0].order}`."
        return
    kind, entry = entries[number - 1]
    told = {name: part for name, part in zip(kind.fields, parts, strict=False) if part != _NONE}
    if not kind.least <= len(parts) <= len(kind.fields) or len(told) < kind.least:
        yield f"  `{number}: {kind.order}`, with `{_NONE}` for what it has not."
        return
    _put(kind, entry, told)
    yield f"{number:>3}  {_said(kind, entry)}"


def _turned(said: str, entries: list[tuple[_Kind, Values]], draft: Draft) -> Iterator[str]:
    """Keep lines private that recipients would read, and let them read those that are kept."""
    shown = []
    for name in said.replace(",", " ").split():
        number, place = map(int, name.split("."))
        entry = entries[number - 1][1] if 1 <= number <= len(entries) else {}
        lines = lines_of(draft, entry)
        if not 1 <= place <= len(lines):
            yield f"  No line above is {name}."
            continue
        turn(draft, lines[place - 1])
        shown.append(number)
    for number in dict.fromkeys(shown):
        yield from _readers(draft, entries[number - 1][1], number)


def _put(kind: _Kind, entry: Values, told: Mapping[str, Any]) -> None:
    """Give an entry other values, its fields in their order."""
    kept = {name: value for name, value in entry.items() if name not in kind.fields} | dict(told)
    entry.clear()
    entry.update({name: kept[name] for name in shape(kind.model) if name in kept})
