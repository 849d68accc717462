"""Papers, books and talks as résumés list them: authors, a title, where and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dossier.importing.draft import Draft, Values
from dossier.importing.tables import items, without_lines
from dossier.importing.values import find_link, plain_line, read_date
from dossier.importing.words import Copied, dated, words
from dossier.model.base import shape
from dossier.model.profile import Publication
from dossier.plain.patterns import pattern

_YEAR = pattern(r"\b(?:19|20)\d{2}\b")
_OPENING, _CLOSING = '"\u201c\u201e\u00ab', '"\u201d\u201c\u00bb'
_QUOTED = pattern(
    rf"[{_OPENING}](?P<title>[^{_OPENING}{_CLOSING}]{{4,}})[{_CLOSING}]",
)
_BOLD = pattern(r"(?:\*\*|__)(?P<title>\S.*?\S)(?:\*\*|__)")
_DATED = pattern(
    r"(?P<before>\S.*?) \((?P<date>(?:19|20)\d{2}[^()]{0,12})\)[.:,]\s+"
    r"(?P<title>\S.*?[^.\s])(?:\.\s+(?P<after>\S.*)|\.?)"
)
"""`Pryce, O. (2021). Ripples in the lab. School Science Review, 102, 41-45.`"""
_REMARK = pattern(r"(?P<said>.*\S)\s*\((?P<remark>[^()\d]+)\)")
_AND = pattern(r"\s*(?:;|,?\s(?:&|and|und)(?=\s))\s*")
_WHEN = pattern(r"(?P<said>.*?)[\s,.(]*(?P<date>(?:[^\W\d_]{3,9}\.? )?(?:19|20)\d{2})\)?")
_EDGES = " ,.;:\u2013\u2014-"
_LONGEST = 400


def read_publications(draft: Draft, text: str) -> str:
    """Take what was published, one an item or a line, and return what is left.

    What has neither a day nor a title that is told by its marks is none.
    """
    found = items(text)
    lines = [(each.text, range(each.line, each.end), each.mark) for each in found] or [
        (line, range(number, number + 1), "") for number, line in enumerate(text.split("\n"))
    ]
    taken: set[int] = set()
    for said, where, mark in lines:
        if published := _published(draft, " ".join(said.split())):
            draft.profile.setdefault("publications", []).append(published)
            draft.read_as(mark, "the order of publications")
            taken.update(where)
    return without_lines(text, taken)


def _published(draft: Draft, text: str) -> Values:
    """Return what a line says of something published, nothing if it is of something else."""
    if not 0 < len(text) <= _LONGEST or text.startswith(("#", "|", ">")):
        return {}
    link = find_link(text)
    address, label = link or ("", "")
    line = plain_line(text.replace(f"[{label}]({address})", f'"{label}"') if label else text)
    line = (line or "").replace(address, "").strip() if address else line
    marked = _QUOTED.search(line or "") or _BOLD.search(text)
    if not line or not (marked or _YEAR.search(line)):
        return {}
    for values, told in _readings(line, marked["title"] if marked else ""):
        entry = {**values, **({"url": address} if address else {})}
        left = Counter(words(text)) - Counter(words(" ".join((*_texts(entry), told))))
        if not +left - Counter({"and": len(left), "und": len(left)}):
            draft.read_as(told, f"publications: {entry.get('date', '')}")
            draft.read_as(" ".join(left.elements()), "the next of several authors")
            return {name: entry[name] for name in shape(Publication) if name in entry}
    return {}


def _readings(line: str, title: str) -> Iterator[tuple[Values, str]]:
    """Yield the ways to read a line, the surest first, each with what was read as its day."""
    plain = plain_line(title) or ""
    if plain and plain in line:
        before, _, after = line.partition(plain)
        values, told = _where_and_when(after.lstrip('"\u201d\u201c\u00bb'))
        yield {"title": plain.strip(_EDGES), **_authors(before), **values}, told
    elif found := _DATED.fullmatch(line):
        where = (found["after"] or "").strip(_EDGES)
        day = read_date(found["date"]) or ""
        if day:
            placed = {"publisher": where} if where else {}
            named = {"title": found["title"], **_authors(found["before"]), **placed}
            yield {**named, "date": dated(day)}, found["date"]
    yield {"title": line.rstrip(" .")}, ""


def _authors(text: str) -> Values:
    """Return who wrote something; names with a comma in them are not parted at it."""
    names = [name.strip(' ,:;"\u201c\u201e\u00ab') for name in _AND.split(text)]
    names = [name for name in names if words(name)]
    return {"authors": names} if names else {}


def _where_and_when(text: str) -> tuple[Values, str]:
    said, values, told = text.strip(_EDGES), Values(), ""
    if remark := _REMARK.fullmatch(said):
        said, values["summary"] = remark["said"], remark["remark"].strip()
    if found := _WHEN.fullmatch(said):
        day = read_date(found["date"])
        said = found["said"] if day else said
        values |= {"date": dated(day)} if day else {}
        told = found["date"] if day else ""
    if where := said.strip(_EDGES):
        values = {"publisher": where, **values}
    return values, told


def _texts(entry: Values) -> Iterator[str]:
    for value in entry.values():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and not isinstance(text, Copied):
                yield text
