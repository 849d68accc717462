"""The heads of studies, as people write them, to degree, field, school and dates.

`BSc Surveying, Mapping and GIS (Merit), Newcastle University, 2010`. What does not say what it is
is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.importing.jobs import Head, head_lines, read_parts, with_size
from dossier.importing.listed_parts import GRADE, LENGTH, enumerated, without_grade
from dossier.importing.values import Span, find_span, read_date
from dossier.plain.patterns import pattern

SCHOOL = pattern(
    r"universi|colleg|institut|school|academy|hochschule|\bécole|escuela|bootcamp|pol[iy]te[ck]"
    r"|\b(?:MIT|ETH|EPFL|UCLA|TU|KTH|UC)\b|faculty|conservator|lyc[eé]e|gymnasium",
    re.IGNORECASE,
)
_DEGREE = pattern(
    r"\b(?:Ph\.?\s?D|B\.?\s?Sc|M\.?\s?Sc|B\.?A|M\.?A|B\.?S|M\.?S|M\.?B\.?A|B\.?Eng|M\.?Eng"
    r"|B\.?Ed|M\.?Ed|B\.?Com|LL\.?[BM]|M\.?D|J\.?D|A\.?A\.?S|Bachelor(?:'s|\u2019s)?"
    r"|Master(?:'s|\u2019s)?|Doctor(?:ate)?|Diplom[a]?|Associate(?:'s|\u2019s)?|Certificate"
    r"|Minor|Major|GED|Abitur|Licence|Magister|Fd(?:Sc|A|Eng)|HN[CD]"
    r"|(?:[NS]VQ|BTEC)(?: Level \d)?)\b\.?(?! \d{3})"
    r"|^[BM]\.?(?:[A-Z][a-z]{0,3}\.?){1,2}(?=\s(?!\d{3})|,|$)",
)
_HONOURS = pattern(rf"(?:{_DEGREE.pattern})\s+(?:\(Hon(?:s|ours)\.?\)|Hons\b\.?)")
"""A degree with what belongs to it."""
_LEVEL = pattern(r"(?:[^\W\d_]+ )?\d\b\s*(?P<rest>.*)")
"""What belongs to a degree's name: `level 4`."""
_LEVEL_BEHIND = pattern(r"\s(?:[^\W\d_]+ )?\d$")
_TRADE = pattern(
    r"(?:Master (?:crafts?\w*|builder|baker|butcher|joiner|tailor)|Apprentice(?:ship)?"
    r"|Lehre|Meister\w*|Ausbildung|Berufsausbildung)\b",
    re.IGNORECASE,
)
"""A qualification of a trade: its name is whole, and no degree of a university is in it."""
_SUBJECTS = pattern(
    r"\b(?:GCSEs?|[AO][- ][Ll]evels?|National 5s?|Leaving Certificate|Matura"
    r"|(?:Advanced )?Highers?(?=\s*[:(]|\s+(?:English|Math|Physics|Chemistry|Biology|Human|History"
    r"|Geography|Business|Modern|French|German|Spanish|Art|Music|Computing|Graphic)))"
)
"""What one leaves school with."""
_LABELLED = pattern(rf"[A-Z][\w -]+: [^.;:]+[.;]\s+(?=(?i:.*(?:{SCHOOL.pattern})))")
"""Subjects below any name, with the school behind a full stop."""
_SENTENCE = pattern(r"[.;]\s+")
_ACADEMIC = pattern(r"\b(?:Ph\.?\s?D|[BM]\.?\s?Sc|[BM]\.?(?:A|Eng|Ed)|Bachelor|Master|Doctor)\b")
_FIELD = pattern(
    r"^(?P<degree>.*?)(?:\s+(?:in|of(?=\s+(?!Science\b|Arts\b|Engineering\b|Business\b|Laws\b"
    r"|Education\b|Philosophy\b|Fine\b|Applied\b)))\s+|,\s+|:\s+)(?P<field>.+)$"
)
_REMARK = pattern(r"(?P<before>.*\d.*)\((?P<said>[^()\d]*[a-z]\s[^()\d]*)\)[\s*_.]*")


def without_remark(lines: list[str]) -> tuple[list[str], str]:
    """Return the lines of a study's head without what a bracket behind its dates tells of it."""
    found = _REMARK.fullmatch(lines[-1]) if lines else None
    span = find_span(found["before"]) if found else None
    if found and span and found["before"].rstrip(" )*_").endswith(span.said.rstrip(" )")):
        return [*lines[:-1], found["before"]], found["said"]
    return lines, ""


def read_study(lines: list[str]) -> Head | None:
    """Return what the head of a study says."""
    lines, remark = without_remark(lines)
    year = None if find_span(head_lines(lines)) else _year(lines)
    if year:
        lines = [line.replace(year.said, "\t") for line in lines]
    segments, span, url = read_parts(lines)
    values: dict[str, str] = {}
    apart = (part for each in segments for part in _of_study(each))
    parts = [without_grade(part)[0] for part in apart]
    for part in _with_school(values, parts):
        if _tells_subjects(part) and "field" not in values:
            _place_subjects(values, part)
        elif SCHOOL.search(part) and "institution" not in values:
            values["institution"] = part
        elif not values.keys() & {"field", "degree"}:
            _place_study(values, part)
    if "field" not in values and "degree" not in values:
        return None
    said = tuple(values.values())
    return with_size(Head(values, said, span or year, url), remark)


def _tells_subjects(part: str) -> bool:
    return bool(_SUBJECTS.match(part) or _LABELLED.match(part))


def _place_subjects(values: dict[str, str], part: str) -> None:
    """Take what one left school with, and the school where a full stop parts it from them."""
    subjects, *others = _SENTENCE.split(part, maxsplit=1)
    values["field"] = subjects
    if others:
        school, _, place = others[0].partition(", ")
        values |= {"institution": school, **({"location": place} if place else {})}


def _place_study(values: dict[str, str], part: str) -> None:
    """Take the degree and its field, or the subjects, that a part of a head names."""
    found = _FIELD.match(part)
    if found and part[found.end("degree")] == "," and not _ends_with_degree(found["degree"]):
        found = None  # `MSc Surveying, Mapping and GIS`
    if _TRADE.match(part):
        values["degree"] = part
    elif not _DEGREE.search(part):
        if _SUBJECTS.search(part):
            values["field"] = part
    elif found and _DEGREE.search(found["degree"]):
        values["degree"], values["field"] = found["degree"], found["field"]
    else:
        degree = _HONOURS.match(part) or _DEGREE.match(part)
        end = degree.end() if degree else 0
        if degree and (level := _LEVEL.fullmatch(part[end:].strip())):
            end = len(part) - len(level["rest"])
        rest = part[end:].strip(" ,") if degree else ""
        if rest and not rest.startswith(("of ", "in ")):
            values["degree"], values["field"] = part[:end].strip(), rest
        else:
            values["degree" if degree and not rest else "field"] = part


def _ends_with_degree(text: str) -> bool:
    bare = _LEVEL_BEHIND.sub("", text.rstrip(" ,"))
    ends = [found.end() for each in (_HONOURS, _DEGREE) for found in each.finditer(bare)]
    return len(bare) in ends


def is_study(line: str) -> bool:
    """Return whether a line in a list that has certificates too is of a study.

    Many certificates are diplomas: one of a school, with a degree, subjects or years is a study.
    """
    head = read_study([line])
    if head is None:
        return False
    is_long = head.span is not None and bool(head.span.since and head.span.until)
    said = _ACADEMIC.search(line) or _SUBJECTS.search(line)
    return is_long or "institution" in head.values or said is not None


def begins_with_school(line: str) -> bool:
    """Return whether a line names a school first, and so is no certificate.

    What goes on since a year is held: one is its member.
    """
    span = find_span(line)
    is_held = span is not None and span.until is None
    return not is_held and SCHOOL.search(line.partition(",")[0]) is not None


def _with_school(values: dict[str, str], parts: list[str]) -> Iterator[str]:
    """Yield parts of a head; what stands behind a degree and its field is the school.

    Where another part says that it is one, it goes on with the field, `Diploma in Tides, Charts`,
    unless it says how the study was passed: `BSc Nursing, 2:1`.
    """
    is_named = any(map(SCHOOL.search, parts))
    for part in parts:
        pieces = part.split(", ")
        count = enumerated(pieces)
        head, others = ", ".join(pieces[:count]), pieces[count:]
        degree = _TRADE.match(head) or _DEGREE.match(head)
        rest = head[degree.end() :].strip() if degree else ""
        level = _LEVEL.fullmatch(rest)
        told = [each for each in others if _is_name(each)]
        is_bare = not rest or bool(level and not level["rest"])
        if _tells_subjects(part) or not (degree and others) or "institution" in values:
            yield part
        elif is_bare and len(told) > 1 and not is_named:
            values |= {"degree": head, "field": told[0], "institution": ", ".join(told[1:])}
        elif not rest:
            yield part
        else:
            if not is_named and told:
                values["institution"] = ", ".join(told)
            yield ", ".join([head, *told]) if is_named else head


def _is_name(part: str) -> bool:
    is_passed = GRADE.fullmatch(part) or LENGTH.fullmatch(part)
    return part[:1].isupper() and not is_passed and not re.search(r"\d", part)


def _of_study(segment: str) -> list[str]:
    """Split a part of a head at the comma before or behind a school."""
    parts = segment.split(", ")
    at = next((n for n, part in enumerate(parts) if SCHOOL.search(part)), None)
    if at is None or len(parts) == 1 or (_tells_subjects(segment) and _SENTENCE.search(segment)):
        return [segment]
    around = (", ".join(parts[:at]), parts[at], ", ".join(parts[at + 1 :]))
    return [part for part in around if part]


def _year(lines: list[str]) -> Span | None:
    """Return the day on which a study ended, where there is one date alone."""
    text = head_lines(lines)
    found = re.findall(r"(?:[A-Z][a-z]{2,8}\.?\s+)?(?:19|20)\d{2}\b", text)
    if len(found) == 1 and (date := read_date(found[0])):
        return Span(found[0], None, date)
    return None
