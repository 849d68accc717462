"""Sections of a résumé by headings that nothing knows: asked about before they are kept."""

from __future__ import annotations

from dossier.cli.questions import STOP, ask_line
from dossier.importing.draft import Draft
from dossier.importing.other_parts import OTHER
from dossier.importing.outline import fold_title
from dossier.importing.read import read_input
from dossier.importing.resume_projects import as_project, has_title, tells_of_work
from dossier.importing.section_names import section_of
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.folding import plain
from dossier.plain.shortening import first_words
from dossier.plain.terminal import inert_line

_NO = "n"
_HOLDS = {
    "j": "Experience",
    "c": "Certificates",
    "e": "Education",
    "s": "Skills",
    "p": "Projects",
}
"""What a section holds, and the heading that says so."""
_ASKED = "j jobs, c certificates, e studies, s skills, p a project? Enter: none, kept private"
_LEAST = 2
"""How many lines a section has at least that is asked about."""
_BEGIN = 48
"""How many signs of its first line tell what a section is."""


def ask_of_sections(draft: Draft) -> Draft:
    """Ask what each list holds whose heading says nothing. Returns the résumé read by the answers.

    One that tells of a piece of work with figures is a project, whose readers are asked for later.
    What holds less than two lines, or is known and has no field, is no question.
    """
    given = draft.given
    for title, text in _unknown(draft):
        lines = [line for line in text.split("\n") if line.strip()]
        # What was read in part has words of fields in it; what names no work may be of one's life.
        is_whole = f"\n{text}\n" in f"{given}\n"
        is_like = is_whole and tells_of_work(text) and has_title(text)
        first = first_words(plain(lines[0]).strip("#>|-* "), _BEGIN)
        named = f"{title} ({len(lines)} line{'s' * (len(lines) > 1)}: {first})"
        said = "p" if is_like else ask_line(f"{inert_line(named)}: {_ASKED}").casefold()
        while said not in ("", STOP) and said[:1] not in (*_HOLDS, _NO):
            said = ask_line("One of these letters, or Enter").casefold()
        said = said or _NO
        if said[:1] == "p":
            given = _with_project(given, title, text)
        elif said[:1] in _HOLDS:
            given = _renamed(given, title, _HOLDS[said[0]])
    if given == draft.given:
        return draft
    read = read_input(f"{draft.id}.md", given.encode(), Library(Audience.PRIVATE), wanted="resume")
    return read if isinstance(read, Draft) else draft


def _unknown(draft: Draft) -> list[tuple[str, str]]:
    lines = {_bare(line) for line in draft.given.split("\n")}
    found = [
        (part.title, part.text)
        for part in draft.parts
        if part.is_remainder and part.title in lines and not _is_known(part.title)
    ]
    return [
        (title, text)
        for title, text in found
        if sum(bool(line.strip()) for line in text.split("\n")) >= _LEAST or tells_of_work(text)
    ]


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


def _with_project(text: str, title: str, body: str) -> str:
    """Give a section the heading of projects, and its prose the title of one."""
    written = _renamed(text, title, _HOLDS["p"])
    return written.replace(body, as_project(title, body), 1)
