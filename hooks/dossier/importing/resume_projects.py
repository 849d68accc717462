"""The projects of a résumé to files of their own: the words of each are its own.

What a project says first is the sentence on its card, and each figure in it becomes a record.
"""

from __future__ import annotations

import re

from dossier.importing.draft import Draft, ProjectDraft, Values
from dossier.importing.entries import heads_project, is_bold, join_left, split_entries
from dossier.importing.figures import Records
from dossier.importing.ids import new_id
from dossier.importing.jobs import head_lines
from dossier.importing.tables import items
from dossier.importing.unnamed_figures import unnamed_figures
from dossier.importing.values import find_link, plain_line
from dossier.importing.words import Copied
from dossier.match.priorities import sentences_of
from dossier.model.evidence import EvidenceKind
from dossier.plain.folding import plain
from dossier.plain.patterns import pattern

_LONGEST_TITLE = 80
_LONGEST_LINE = 200
_LEAST_WORDS = 4
"""How many words a sentence that says what a project is has at least."""
_RUN_IN = pattern(
    r"\s*(?:[-*+\u2022]\s+)?(?P<mark>\*\*|__)(?P<title>(?=\S).+?)(?<=\S)(?P=mark)\s+(?P<more>\S.*)"
)
"""A title that its paragraph begins with: `**A dam (2018).** It had …`."""
_TITLED = pattern(r"(?P<title>[^\W\d_a-z][^:.!?]{3,78}): (?P<more>\S.*)")
_BLOCK = pattern(r"\s*(?:[#>|<`~]|[-*+\u2022]\s|\d+[.)]\s)")
"""What begins a line that is no prose."""


def read_projects(draft: Draft, records: Records, text: str) -> str:
    """Make a project of each heading or bold line, and return what is left."""
    left: list[str] = []
    for written, below in split_entries(text, heads_project):
        head, rest = _run_in(written, below)
        is_one = head and (head[0].startswith("#") or is_bold(head[0]))
        first = head_lines(head[:1]) if head else ""
        link = find_link(first)
        title = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", first)
        title, _, line = title.partition(" \u2014 ")
        title = plain_line(title.strip(" :.")) or ""
        if not is_one or not title or len(title) > _LONGEST_TITLE:
            left.append("\n".join([*written, below]))
            continue
        body = "\n".join([*head[1:], rest]).strip("\n")
        said = [item.text.split("\n")[0] for item in items(body)] + _sentences(body)
        if line.strip():
            line, *others = sentences_of(line.strip())
            said += [line, *others]
            body = "\n\n".join(text for text in (" ".join(others), body) if text)
        else:
            line, body = _opening(body)
        project_id = new_id(title, {*draft.projects, "index"}, other="project")
        values: Values = {"title": title, "audience": Copied("private")}
        if line.strip():
            values["line"] = line.strip()
        if link:
            values["links"] = [{"label": Copied(link[1] or link[0]), "url": link[0]}]
        draft.projects[str(project_id)] = ProjectDraft(values, body)
        # What has an address can be linked; all else papers and people show.
        kind = EvidenceKind.CODE if link else EvidenceKind.EMPLOYMENT
        for sentence in said:
            records.add(sentence, kind, project=str(project_id))
    return join_left(left)


def _run_in(head: list[str], rest: str) -> tuple[list[str], str]:
    """Part a title from the prose that it begins: `**A dam (2018).** It had …`."""
    found = _RUN_IN.fullmatch(head[0]) if head and len(head[0]) > _LONGEST_TITLE else None
    if not found or " \u2014 " in head[0]:
        return head, rest
    mark = found["mark"]
    return [f"{mark}{found['title']}{mark}"], "\n".join([found["more"], *head[1:], rest])


def tells_of_work(text: str) -> bool:
    """Return whether a text is prose of several sentences about one piece of work, with figures."""
    said = _sentences(text)
    told = any(unnamed_figures(plain(each), ()) for each in said)
    return len(said) > 1 and told and not items(text)


def has_title(text: str) -> bool:
    """Return whether prose begins with the name of what it tells of."""
    first = text.strip("\n").partition("\n")[0]
    return bool(_RUN_IN.fullmatch(first) or _TITLED.fullmatch(first))


def as_project(title: str, text: str) -> str:
    """Return prose below a heading as a project of a résumé: its title, and what it says.

    The title is what the prose begins with in bold letters or before a colon, else the heading.
    """
    body = text.strip("\n")
    first, _, rest = body.partition("\n")
    if _RUN_IN.fullmatch(first):
        return body
    if told := _TITLED.fullmatch(first):
        title, body = told["title"], "\n".join([told["more"], rest])
    return f"**{title}**\n\n{body}"


def _paragraphs(body: str) -> list[str]:
    return [part for part in re.split(r"\n\s*\n", body) if part.strip() and not _BLOCK.match(part)]


def _sentences(body: str) -> list[str]:
    return [each for part in _paragraphs(body) for each in sentences_of(" ".join(part.split()))]


def _opening(body: str) -> tuple[str, str]:
    """Return the sentence that says what a project is, and the body without it."""
    for part in _paragraphs(body):
        said, *others = sentences_of(" ".join(part.split()))
        if len(said.split()) >= _LEAST_WORDS:
            if len(said) > _LONGEST_LINE or plain_line(said) != said:
                break
            kept = body.replace(part, " ".join(others), 1)
            return said, re.sub(r"\n{3,}", "\n\n", kept).strip("\n")
    return "", body
