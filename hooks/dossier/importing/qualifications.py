"""Studies that name no degree which anybody knows: `CAP Pâtissier, CFA Rennes, 2014`.

Whoever lists one among studies calls it a study, whatever their country or trade calls it.
"""

from __future__ import annotations

from dossier.importing.draft import Draft
from dossier.importing.jobs import Head, head_lines, with_size
from dossier.importing.listed_parts import (
    GRADE,
    LENGTH,
    enumerated,
    without_colon,
    without_grade,
)
from dossier.importing.studies import read_study, without_remark
from dossier.importing.tables import items, without_lines
from dossier.importing.values import Span, find_span, plain_line, read_date
from dossier.importing.words import dated
from dossier.plain.patterns import pattern

_ENDED = pattern(
    r"(?s)(?P<said>\S.*?\S)[\s,|·–—(-]+(?P<date>(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d{2})\)?"
)
_YEAR = pattern(r"\b(?:19|20)\d{2}\b")
_STRONG = pattern(r"\s*[|·\n]\s*(?![^(]*\))|\s+[–—-]\s+")
_COMMA = pattern(r",\s*(?![^(]*\))")
_LONGEST = 120


def read_qualifications(draft: Draft, text: str) -> str:
    """Take the lines of a list that are studies by where they stand. Returns what is left.

    A list has its year at the end of each line: what tells of a study has none.
    """
    marks = {item.line: item.mark for item in items(text) if item.end == item.line + 1}
    lines = {n: line for n, line in enumerate(text.split("\n")) if line.strip()}
    bare = {n: line[len(marks.get(n, "")) :].strip() for n, line in lines.items()}
    if not all(_ENDED.fullmatch(line) for line in bare.values()):
        return text
    taken: set[int] = set()
    for number, line in bare.items():
        head = None if line.startswith(("#", "*", "_")) else read_qualification([line])
        if head and head.span and read_study([line]) is None:
            study = {**head.values, "to": dated(head.span.until or "")}
            draft.profile.setdefault("education", []).append(study)
            draft.read_as(f"{marks.get(number, '')} {head.span.said}", f"education: {head.span}")
            taken.add(number)
    return without_lines(text, taken)


def read_qualification(lines: list[str]) -> Head | None:
    """Return what lines say that head a study which has no degree's name."""
    lines, remark = without_remark(lines)
    plain = [plain_line(without_colon(line)) for line in head_lines(lines).split("\n")]
    text = "\n".join(line for line in plain if line)
    if not all(plain) or ":" in text or len(text) > _LONGEST:
        return None
    span = find_span(text)
    if span:
        said = text.replace(span.said, "").strip(" ,|·–—-()\n")
    else:
        found = _ENDED.fullmatch(text)
        date = read_date(found["date"]) if found else None
        if not found or not date:
            return None
        span, said = Span(found["date"], None, date), found["said"]
    said, grade = without_grade(said)
    first, *others = [part for part in _STRONG.split(said) if part] or [""]
    pieces = _COMMA.split(first)
    behind = enumerated(pieces)
    parts = [*pieces, *(piece for other in others for piece in _COMMA.split(other))]
    told = [part for part in parts[behind:] if GRADE.fullmatch(part) or LENGTH.fullmatch(part)]
    parts = [part for part in parts if part not in told]
    if not (first and parts) or _YEAR.search(said):
        return None
    while behind < len(parts) and not parts[behind][:1].isupper():
        behind += 1  # `Code 95, licence C+E` names no school
    remark = "; ".join(part for part in (*told, grade, remark) if part)
    values = {"degree": ", ".join(parts[:behind]), "institution": ", ".join(parts[behind:])}
    values = {key: value for key, value in values.items() if value}
    return with_size(Head(values, tuple(values.values()), span), remark)
