"""Texts to what a form of plain text takes: no Markdown, no signs that forms break."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from dossier.model.figure import MEASURES
from dossier.plain.patterns import pattern
from dossier.prose.directives import directive_name
from dossier.prose.inline_text import plain_text
from dossier.prose.markdown import parse
from dossier.prose.targets import Target
from dossier.quantities.splitting import split
from dossier.quantities.tokens import tokens

Refer = Callable[[Target, str, str], str]
"""What stands for a reference: its target, text and title to a text."""

_PLAIN = {
    **dict.fromkeys("‘’‚‛′‹›", "'"),  # noqa: RUF001 - that is what they are
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),  # noqa: RUF001 - that is what they are
    **dict.fromkeys("•‣◦▪▫●○·∙", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", " "),
    **dict.fromkeys("\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    # Joiners within words of Persian or Hindi stay.
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff\u200e\u200f\u2066\u2067\u2068\u2069", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u061c", ""),
    "…": "...",
    "×": "x",
    "≤": "<=",
    "≥": ">=",
    "≈": "~",
    "→": "->",
    "←": "<-",
    "ﬁ": "fi",
    "ﬂ": "fl",
}
_UNIT_END = pattern(rf"\d ?(?:{'|'.join(map(re.escape, sorted(MEASURES)))})[.!?]\s+(?=[A-Z])")
_TABLE = str.maketrans(_PLAIN)


def plain_signs(text: str) -> str:
    """Return a text without typographic signs; letters stay, those of names too."""
    return text.translate(_TABLE)


def cut_at_sentences(text: str, most: int) -> str:
    """Return the sentences of a text that fit into so many signs, nothing if the first does not.

    A point within a figure or behind an abbreviation ends no sentence.
    """
    found = list(split(tokens(text)))
    # To the splitter a short word may be an abbreviation, a unit too.
    ends = {*(each[0].start for each in found[1:]), *(m.end() for m in _UNIT_END.finditer(text))}
    cuts = [text[:end].rstrip() for end in sorted({*ends, len(text)})]
    return next((cut for cut in reversed(cuts) if len(cut) <= most), "")


def plain_prose(text: str, refer: Refer) -> str:
    """Return block text as paragraphs and items of plain text, comments left out."""
    parts = list(_blocks(parse(text)[0], refer))
    lines: list[str] = []
    for number, (mark, said) in enumerate(parts):
        if number and not (mark and parts[number - 1][0]):
            lines.append("")
        lines.append(mark + said)
    return plain_signs("\n".join(lines)).strip()


def _blocks(found: Sequence[Token], refer: Refer) -> Iterator[tuple[str, str]]:
    """Yield each paragraph, or line of code, with the mark before it if it is an item."""
    depth, mark, cells = 0, "", list[str]()
    for before, token in pairwise((None, *found)):
        assert token  # noqa: S101 - the first alone is none
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "list_item_open":
            number = f"{token.info}. " if token.info else "- "
            mark = "  " * (depth - 1) + number
        elif token.type == "inline":
            said = " ".join(plain_text(token.children or (), refer).split())
            if before and before.type in ("td_open", "th_open"):
                cells.append(said)
            elif said:
                yield mark, said
            mark = ""
        elif token.type == "tr_close":
            yield "", ", ".join(cell for cell in cells if cell)
            cells.clear()
        elif token.type in ("fence", "code_block") and not directive_name(token.info):
            yield "", re.sub(r"\n+\Z", "", token.content)
