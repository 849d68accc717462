"""What a program that reads applications gets of a document, and what it would miss.

Nothing here knows where a document is from: it may be anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem, warning

HEADINGS = {
    "experience": "experience, employment, work experience, work history, professional experience, "
    "employment history, career history",
    "education": "education, education and training, academic background",
    "skills": "skills, technical skills, core skills, key skills, skills and tools",
}
"""What is looked for first, and the headings by which it is found."""
FEWEST_LETTERS = 50
"""With fewer letters than this a page that has a picture is taken for one."""
_EMAIL = pattern(r"[^\s<>@|·,;]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = pattern(r"(?<![\w/.-])\+?\(?\d[\d ()./-]{6,18}\d(?![\w/-])")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_ODD_DATES = (
    pattern(r"(?<![\w'’])['’]\d{2}(?!\w)"),
    pattern(rf"\b{_MONTH}\.? ?['’]?\d{{2}}\b(?! ?\d{{4}}|[,.]? \d{{4}}|\d)"),
    pattern(r"(?<![\w.-])(?:19|20)\d{2}[-.]\d{2}(?![\w.-])"),
    pattern(r"(?<![\w./-])\d{1,2}[./-]\d{2}(?=\s*(?:[–—-]|to)\s*\d{1,2}[./-]\d{2}(?![\w./-]))"),
    pattern(r"\b(?:spring|summer|autumn|fall|winter|Q[1-4])[ /]'?(?:19|20)?\d{2}\b", re.IGNORECASE),
)
"""Dates that programs pass over or read as something else. `Mar 2019` and `03/2019` are not."""


@frozen
class Hidden:
    """Text that a program reads and nobody sees, or the other way round."""

    why: str
    said: str = ""


@frozen
class ReadDocument:
    """A document as a program reads it."""

    lines: tuple[str, ...]
    """Of the body, in the order in which they are read."""
    aside: str = ""
    """What stands in headers and footers."""
    pictures: tuple[str, ...] = ()
    """Where pictures stand that are large enough to hold text: `page 1`."""
    columns: tuple[str, ...] = ()
    """Where text stands beside other text: `page 1`, `a table`, `a text box`."""
    hidden: tuple[Hidden, ...] = ()

    @property
    def text(self) -> str:
        """Return what the body says."""
        return "\n".join(self.lines)


def faults(read: ReadDocument, where: Place) -> Iterator[Problem]:
    """Yield what a program would miss of a document."""
    letters = sum(sign.isalnum() for sign in read.text)
    if letters < FEWEST_LETTERS:
        message = "there is no text in it that programs can read"
        hint = "save it from the program in which it was written, not as a scan or picture"
        yield Problem("document-text", where, message, hint)
        return
    yield from _unseen(read, where)
    for place in dict.fromkeys(read.columns):
        message = (
            f"text stands side by side in {place}: programs read it across, or in another order"
        )
        hint = "write one column, one below the other, without tables and boxes"
        yield warning("document-columns", where, message, hint)
    for place in dict.fromkeys(read.pictures):
        message = f"a picture stands in {place}: programs read no text in it"
        yield warning("document-picture", where, message, "write as text what it says")
    yield from _headings(read, where)
    yield from _dates(read, where)
    yield from _contact(read, where)


def _unseen(read: ReadDocument, where: Place) -> Iterator[Problem]:
    for one in dict.fromkeys(read.hidden):
        said = f": {_short(one.said)}" if one.said.strip() else ""
        message = f"it has text that nobody sees, {one.why}{said}"
        hint = "take it out: it is taken for an attempt to deceive"
        yield Problem("document-hidden", where, message, hint)


def _headings(read: ReadDocument, where: Place) -> Iterator[Problem]:
    lines = {_bare(line) for line in read.lines}
    missing = [name for name, known in HEADINGS.items() if not lines & set(known.split(", "))]
    if missing:
        told = ", ".join(name.capitalize() for name in missing)
        message = f"no line of its own is a heading that programs know, for: {told}"
        hint = "write `Experience`, `Education`, `Skills` above what they are of"
        yield warning("document-heading", where, message, hint)


def _bare(line: str) -> str:
    return re.sub(r"[\W_]+", " ", line.replace("&", " and ")).strip().casefold()


def _dates(read: ReadDocument, where: Place) -> Iterator[Problem]:
    found = [match[0].strip() for date in _ODD_DATES for match in date.finditer(read.text)]
    if found:
        told = ", ".join(dict.fromkeys(found[:4]))
        message = f"{len(found)} dates may be passed over: {told}"
        yield warning("document-date", where, message, "write the month in letters: `Mar 2019`")


def _contact(read: ReadDocument, where: Place) -> Iterator[Problem]:
    if _EMAIL.search(read.text) or _PHONE.search(read.text):
        return
    aside = bool(_EMAIL.search(read.aside) or _PHONE.search(read.aside))
    message = "it says no email and no phone"
    hint = "write an email below the name"
    if aside:
        message = "email and phone stand in the header or footer alone, which programs skip"
        hint = "write them below the name, in the text itself"
    yield warning("document-contact", where, message, hint)


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= 60 else f"{said[:59]}…"  # noqa: PLR2004 - a line
