"""What is wrong in a value to its cure: the field or word that is meant, the digits of a number."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.base import Entry
from dossier.model.field_guide import file_of, find_notes
from dossier.model.neighbours import NOTHING, meant_field, meant_value
from dossier.plain.digits import plain_digits
from dossier.plain.problems import did_you_mean
from dossier.plain.yaml_places import Path


def field_path(model: type[Entry], path: Path) -> str:
    """Return the path of a field as `dossier help` has it: `profile.work.title`."""
    return ".".join((file_of(model), *(key for key in path if isinstance(key, str))))


def unknown_key(holder: str, key: str, known: Iterable[str]) -> str:
    """Return the hint of a key that there is not, in what stands at the path `holder`."""
    meant = meant_field(holder, key)
    if meant == NOTHING:
        return "no page shows it: leave it out"
    if meant:
        note = find_notes(f"{holder}.{meant}")[0]
        is_plain = note.model is None and not note.example.startswith("[")
        return f"it is `{meant}` here" if is_plain else f"here it is `{meant}: {note.example}`"
    return did_you_mean(key, known) or (
        f"known are: {', '.join(sorted(known))}; `dossier help {holder}` tells of each"
    )


def unknown_word(field: str, given: object, words: Iterable[str]) -> str:
    """Return the hint of a value that is none of its words."""
    if isinstance(given, bool):
        given = "yes" if given else "no"
    if not isinstance(given, str):
        return ""
    meant = meant_value(field, given)
    return f"write `{meant}`" if meant else did_you_mean(given, words) or scale_of(field)


def scale_of(field: str) -> str:
    """Return what each word of a field means, empty where that needs no telling."""
    note = next(iter(find_notes(field)), None)
    pairs = zip(note.words, note.meanings, strict=False) if note else ()
    return "; ".join(f"{word}: {meaning.partition(';')[0]}" for word, meaning in pairs)


def no_number(given: object) -> str:
    """Return the hint of a text that should be a number."""
    digits = plain_digits(given) if isinstance(given, str) else ""
    return f"write `{digits}`" if digits else ""
