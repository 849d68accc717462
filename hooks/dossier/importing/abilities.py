"""Skills and languages as résumés list them: `**Languages:** Python, SQL`, `German (C1)`."""

from __future__ import annotations

from collections import Counter

from dossier.importing.draft import Draft
from dossier.importing.fields import RESUME
from dossier.importing.outline import fold_title
from dossier.importing.spoken_languages import listed_languages, read_spoken
from dossier.importing.tables import facts, items, without_lines
from dossier.importing.values import plain_line, split_list, split_names
from dossier.importing.words import Copied, words
from dossier.match.background import is_language
from dossier.plain.patterns import pattern

_SKILL = pattern(r"(?=.*[^\W\d_])[^.!?:|]{1,50}(?:\.[^\s.!?:|]+)?")
"""A skill in a list: no sentence, nothing with a label."""
_YEAR = pattern(r"\b(?:19|20)\d{2}\b")
_LEAST_LISTED, _MOST_WORDS = 3, 3
"""How many names a list has that its heading does not tell, and how many words these on average."""
_BROKEN = pattern(r"(?<=[^\n]{60}[^\s,;])\n(?=[^\n]*\S)")
"""Where a list that is as wide as a page goes on: no skill ends there."""


def read_skills(draft: Draft, text: str, title: str = "") -> str:
    """Take groups of skills, and return the lines that are left.

    A list alone is the group that the heading above it names, and so are items beside groups.
    """
    taken: set[int] = set()
    found = facts(text)
    for fact in found:
        skills = [plain_line(item) or "" for item in (*split_names(fact.value), *fact.items)]
        group = plain_line(fact.label)
        is_alone = sum(other.lines == fact.lines for other in found) == 1
        if is_alone and not fact.items and _is_spoken(group, fact.value):
            draft.profile.setdefault("languages", []).extend(filter(None, map(read_spoken, skills)))
            draft.read_as(group or "", "languages")
            taken.update(fact.lines)
        elif group and skills and all(skills) and is_alone:
            draft.profile.setdefault("skills", []).append({"group": group, "skills": skills})
            _note_joining(draft, " ".join((fact.value, *fact.items)), skills)
            taken.update(fact.lines)
    left = without_lines(text, taken)
    # Beside groups items go on with them, and lists of names: a line of prose may be anything.
    is_list = not taken or bool(items(left))
    skills = _listed(left, least=1 if taken else 2) if is_list else _listed_names(left)
    skills = skills if title else []
    if not skills:
        return left
    draft.profile.setdefault("skills", []).append({"group": Copied(title), "skills": skills})
    draft.read_as(" ".join(item.mark for item in items(left)), "the order of skills")
    _note_joining(draft, " ".join(item.text for item in items(left)) or left, skills)
    return ""


def _note_joining(draft: Draft, said: str, named: list[str], what: str = "skills") -> None:
    """Note the words between skills that are in none: `Python and SQL`."""
    between = Counter(words(said)) - Counter(words(" ".join(named)))
    draft.read_as(" ".join(between.elements()), f"the next of several {what}")


def _is_spoken(group: str | None, said: str) -> bool:
    """Return whether a group is of languages that people speak: `Languages: Python` is none."""
    spoken = filter(None, map(read_spoken, split_list(said)))
    return RESUME.get(fold_title(group or "")) == "languages" and any(
        "level" in each or is_language(each["language"]) for each in spoken
    )


def _listed(text: str, *, least: int) -> list[str]:
    """Return the skills of a list that holds nothing else, in items or between commas."""
    found = items(text)
    lines = [item.text for item in found]
    lines = lines or [line for line in _BROKEN.sub(" ", text).split("\n") if line.strip()]
    of_items = {number for item in found for number in range(item.line, item.end)}
    said = [plain_line(part) or "" for line in lines for part in split_names(line)]
    is_all = not found or not without_lines(text, of_items).strip()
    is_list = len(said) >= least and all(map(_SKILL.fullmatch, said))
    return said if is_all and is_list else []


def read_listed(draft: Draft, text: str, title: str) -> str:
    """Take a list of short names with commas between, whatever its heading: `IT`, `Machines`.

    Returns what is left. One that holds a year or a sentence is of something else.
    """
    listed = _listed_names(text)
    if not listed:
        return text
    draft.profile.setdefault("skills", []).append({"group": Copied(title), "skills": listed})
    _note_joining(draft, text, listed)
    return ""


def _listed_names(text: str) -> list[str]:
    """Return the names of lines that are lists of short ones, none for any other text."""
    lines = [line for line in text.split("\n") if line.strip()]
    is_plain = not items(text) and all("," in line for line in lines)
    listed = _listed(text, least=_LEAST_LISTED) if is_plain and not _YEAR.search(text) else []
    is_short = sum(len(skill.split()) for skill in listed) <= _MOST_WORDS * len(listed)
    return listed if is_short else []


def read_languages(draft: Draft, text: str) -> str:
    """Take languages with their levels, if all that is said is languages."""
    found = items(text)
    lines = [item.text for item in found] or [line for line in text.split("\n") if line.strip()]
    spoken = listed_languages("\n".join(lines))
    held = {number for item in found for number in range(item.line, item.end)}
    if not spoken or (found and without_lines(text, held).strip()):
        return text
    draft.profile.setdefault("languages", []).extend(spoken)
    draft.read_as(" ".join(item.mark for item in found), "the order of languages")
    named = [value for each in spoken for value in each.values()]
    _note_joining(draft, " ".join(lines), named, "languages")
    return ""
