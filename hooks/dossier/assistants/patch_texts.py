"""What a text of a patch may hold, told from the text alone: whatever stands around it."""

from __future__ import annotations

from dossier.plain.errors import ContentError
from dossier.prose.comment_signs import read_signs
from dossier.prose.headings import find_headings
from dossier.prose.markdown import parse
from dossier.prose.scan import blocks

_NEXT = "\n\n## Next\n"


def an_answer(text: str) -> str:
    """Return an answer. Raises ContentError if a question begins in it, however that is written.

    What begins a section is told by how the sections differ.
    """
    for token in parse(text)[0]:
        if token.type == "heading_open" and (
            token.tag == "h3" or (token.level and token.tag < "h3")
        ):
            message = f"an answer of the patch has a heading of level {token.tag[1:]}"
            raise ContentError(f"{message}: only those below level 3 may stand in it")
    return text


def refuse_beyond(heading: str, text: str) -> None:
    """Raise ContentError for a text that could reach beyond its section, or list what it does not.

    A seat does not see what stands there, so that nothing of it may decide. A directive that lists
    evidence by its skills would show the seat records that it could not name.
    """
    body = f"{heading}\n\n{text}{_NEXT}"
    found = find_headings(body.split("\n"))
    is_whole = not isinstance(found, int) and [each.hidden for each in found] == [None, None]
    if not is_whole or any(read_signs(body)):
        what = "a heading of level one or two, a sign of a comment, or a block that it does not end"
        raise ContentError(f"the text has {what}")
    if any(block.name == "evidence" for block in blocks(parse(text)[0])):
        raise ContentError("the text lists evidence by a directive: refer to each record by its id")
