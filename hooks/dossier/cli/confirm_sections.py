"""Sections of a résumé by headings that nothing knows: asked about before they are kept."""

from __future__ import annotations

from dossier.cli.questions import STOP, ask_line
from dossier.importing.draft import Draft
from dossier.importing.other_parts import OTHER
from dossier.importing.outline import fold_title
from dossier.importing.read import read_input
from dossier.importing.section_names import section_of
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.terminal import inert_line

_HOLDS = {
    "j": "Experience",
    "c": "Certificates",
    "e": "Education",
    "s": "Skills",
}
"""What a section holds, and the heading that says so."""
_ASKED = "is it j jobs, c certificates, e studies, s skills? Enter: none, kept private"
_LEAST = 2
"""How many lines a section has at least that is asked about."""


def ask_of_sections(draft: Draft) -> Draft:
    """Ask what each list holds whose heading says nothing. Returns the résumé read by the answers.

    A section that holds less than two lines, or is known and has no field, is no question.
    """
    given = draft.given
    for title, count in _unknown(draft):
        said = ask_line(f"{inert_line(title)} ({count} lines), {_ASKED}").casefold()
        while said and said != STOP and said[:1] not in _HOLDS:
            said = ask_line("One of these letters, or Enter").casefold()
        if said and said != STOP:
            given = _renamed(given, title, _HOLDS[said[0]])
    if given == draft.given:
        return draft
    read = read_input(f"{draft.id}.md", given.encode(), Library(Audience.PRIVATE), wanted="resume")
    return read if isinstance(read, Draft) else draft


def _unknown(draft: Draft) -> list[tuple[str, int]]:
    lines = {_bare(line) for line in draft.given.split("\n")}
    counts = [
        (part.title, sum(bool(line.strip()) for line in part.text.split("\n")))
        for part in draft.parts
        if part.is_remainder and part.title in lines and not _is_known(part.title)
    ]
    return [(title, count) for title, count in counts if count >= _LEAST]


def _is_known(title: str) -> bool:
    return section_of(title) is not None or fold_title(title) in OTHER


def _bare(line: str) -> str:
    return line.strip().strip("#*_: ")


def _renamed(text: str, title: str, heading: str) -> str:
    """Give a section another heading, with the marks that the line has."""
    lines = [
        line.replace(title, heading, 1) if _bare(line) == title else line
        for line in text.split("\n")
    ]
    return "\n".join(lines)
