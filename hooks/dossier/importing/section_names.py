"""What a section of a résumé holds, by its heading and by what stands below it."""

from __future__ import annotations

from dossier.importing.credentials import are_credentials, is_of_credentials
from dossier.importing.fields import RESUME
from dossier.importing.job_lists import lists_jobs, names_credentials, names_other_things
from dossier.importing.other_parts import OTHER
from dossier.importing.outline import Heading, fold_title, headings
from dossier.plain.patterns import pattern

_JOINT = pattern(r"\s*(?:\b(?:and|und|et|y)\b|[&/,+])\s*")
_LIKE_CERTIFICATES = frozenset(
    {"qualifications", "professional qualifications", "training", "courses"}
)
"""What names certificates beside studies, and alone may name anything."""


_LOUD = pattern(r"(?=.{4})[^\W\d_a-z]+(?:[ &'\u2019,/-]+[^\W\d_a-z]+){0,7}")
"""A line in capitals, as headings of plain text are."""
_LEAST_LOUD = 2
_OF_NAMES = ("contact", "work", "education", "projects")


def section_of(title: str) -> str | None:
    """Return the section of a résumé that a heading names; `credentials` for studies and more."""
    folded = fold_title(title)
    if (known := RESUME.get(folded)) or len(parts := _JOINT.split(folded)) == 1:
        return known
    named = {"certificates" if p in _LIKE_CERTIFICATES else RESUME.get(p) for p in parts}
    if named == {"education", "certificates"}:
        return "credentials"
    named = named - {"awards"} or named
    return named.pop() if len(named) == 1 else None


def held_in(title: str, text: str) -> str | None:
    """Return the section of a heading, by what stands below it where it may name anything.

    `spoken` is one in which languages stand with other things.
    """
    name, folded = section_of(title), fold_title(title)
    if name == "awards":
        return "awards" if is_of_credentials(text) else "other"
    if name == "certificates" and folded not in RESUME and is_of_credentials(text):
        return "credentials"
    if (name and name != "other") or folded in OTHER:
        return name
    if not name and lists_jobs(folded, text):
        return "work"
    if _are_held(folded, text, is_known=bool(name)):
        return "credentials"
    return "spoken" if "languages" in map(RESUME.get, _JOINT.split(folded)) else name


def _are_held(folded: str, text: str, *, is_known: bool) -> bool:
    """Return whether a list is of certificates: most say so where its heading does not."""
    if names_credentials(folded):
        return is_of_credentials(text)
    return not is_known and not names_other_things(folded) and are_credentials(text)


def is_heading(title: str) -> bool:
    """Return whether a line is named like a section of a résumé."""
    folded = fold_title(title)
    return section_of(title) is not None or folded in _LIKE_CERTIFICATES or folded in OTHER


def all_headings(text: str) -> list[Heading]:
    """Return the headings of a résumé, those that nothing knows too where they look like others.

    Lines in capitals alone head sections where two known ones are written so; below jobs, studies
    and projects they may be names.
    """
    found = headings(text, _may_head, plain=True)
    loud = {each for each in found if each.title and _LOUD.fullmatch(each.title)}
    known = {each for each in loud if _is_partly_known(each.title)}
    if len(known) < _LEAST_LOUD:
        return headings(text, is_heading, plain=True)
    lines = text.split("\n")
    kept: list[Heading] = []
    holds: set[str | None] = {"contact"}
    for each in found:
        is_alone = not "".join(lines[each.start : each.start + 1]).strip()
        if each not in loud or each in known or (is_alone and holds.isdisjoint(_OF_NAMES)):
            kept.append(each)
            parts = _JOINT.split(fold_title(each.title))
            holds = set(map(section_of, parts)) if each.title else holds
    return kept


def _is_partly_known(title: str) -> bool:
    """Return whether one of the names that a heading joins is known: `EDUCATION AND TICKETS`."""
    return any(map(is_heading, _JOINT.split(fold_title(title))))


def _may_head(title: str) -> bool:
    return is_heading(title) or bool(_LOUD.fullmatch(title))
