"""Forms of a verb that no ending tells: *restrung* says *restring*, as *wrote* says *write*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

_PREFIXES = ("re", "over", "under", "out", "fore", "mis", "un", "up", "with")
_ENDING = "ing"


def verb_of(word: str) -> str:
    """Return the verb that a word in small letters is a form of, or the word itself."""
    forms = _forms()
    if word in forms:
        return forms[word]
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and rest in forms:
            return prefix + forms[rest]
    return word


@cache
def _forms() -> Mapping[str, str]:
    return dict(_listed())


def _listed() -> Iterator[tuple[str, str]]:
    """Yield each form with its verb."""
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            verb, _, forms = line.partition(": ")
            yield from ((form, verb) for form in forms.split())
            if verb.endswith(_ENDING):  # It is no ending of `string`, but one of `stringing`.
                yield verb + _ENDING, verb
