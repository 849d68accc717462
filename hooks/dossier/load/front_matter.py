"""Text to front matter and body. MkDocs' own reader swallows what is wrong; this one says it."""

from __future__ import annotations

from dataclasses import replace

from dossier.model.document import Document
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem
from dossier.prose.comments import find_comments, hide

FENCE = "---"
_ENDS = (FENCE, "...")
_LINE_END = pattern(r"[\v\f\x1c-\x1e\x85\u2028\u2029]")


def split(file: str, text: str) -> tuple[Document, Problem | None]:
    """Split a Markdown file at its front matter. Without one, all of it is body."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return _without_comments(Document(file, text, body=text)), _misplaced(file, lines)
    for number, line in enumerate(lines[1:], start=1):
        if line.startswith(_ENDS) and line.rstrip() in _ENDS:
            yaml = "\n".join(lines[1:number]) + "\n"
            body = "\n".join(lines[number + 1 :])
            document = Document(file, text, 1, yaml, number + 1, body)
            return _without_comments(document), _odd_line_end(file, f"{lines[0]}\n{yaml}")
    problem = Problem(
        "front-matter-open",
        Place(file),
        "the front matter is never closed",
        "end it with a line of three hyphens",
    )
    return Document(file, text), problem


def _without_comments(document: Document) -> Document:
    """Return a document whose prose is without the comments of other tools."""
    found = find_comments(document.body)
    comments = tuple((c.start, c.end, c.opener, c.is_closed) for c in found)
    return replace(document, body=hide(document.body, found), comments=comments)


def _odd_line_end(file: str, head: str) -> Problem | None:
    """Find a sign at which some readers of YAML end a line and others go on."""
    found = _LINE_END.search(head)
    if found is None:
        return None
    start = found.start()
    message = f"U+{ord(found[0]):04X} stands in the front matter, which some programs take for a "
    where = Place(file, head.count("\n", 0, start) + 1, start - head.rfind("\n", 0, start))
    hint = "delete it, or begin a new line"
    return Problem("yaml-syntax", where, f"{message}line end", hint)


def _misplaced(file: str, lines: list[str]) -> Problem | None:
    """Tell blank lines or spaces before the first `---` from prose with a rule in it."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[first].strip() != FENCE or (first == 0 and not lines[0][:1].isspace()):
        return None
    return Problem(
        "front-matter-late",
        Place(file, first + 1),
        "the front matter does not begin on the first line",
        "remove what stands before the three hyphens",
    )
