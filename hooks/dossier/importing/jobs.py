"""The heads of jobs and studies, as people write them, to employer, title, field and dates.

`### Engineer, Acme (2019 – 2024)`, `**Acme** | Engineer | Jan 2019 – Present`. What does not say
which is which is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dossier.importing.titles import is_title
from dossier.importing.values import Span, find_link, find_span, read_date
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_MARKS = pattern(r"^\s*(?:#{1,6}\s+|[-*+\u2022]\s+(?=\*\*|__))|\s+#+\s*$")
_EMPHASIS = pattern(r"(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_APART = pattern(
    r"\s*[|\u00b7\u2022\t\n]\s*|\s+(?:\u2014|\u2013|-|--|/{2})\s+|\s*\u2014\s*|\s+@\s+|\s{3,}"
)
_AT = pattern(r"\s+at\s+(?=[A-Z\d])")
_LENGTH = pattern(
    r"[(\s\u00b7,]*\b\d+\+?\s*(?:years?|yrs?|months?|mos?)\b(?:\s*\d+\s*(?:months?|mos?)\b)?\)?",
    re.IGNORECASE,
)
"""How long something took, which its dates say already."""
_EMPTY = pattern(r"\(\s*\)|\[\s*\]|\{\s*\}")
PLACE = pattern(
    r"(?:remote|hybrid|on-?site)(?:\s*[,(].*)?|[^\W\d_][\w .'\u2019-]+,"
    r"\s*(?:[A-Z]{2,3}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)",
    re.IGNORECASE,
)
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
    r"|(?:[NS]VQ|BTEC)(?: Level \d)?)\b\.?"
    r"|^[BM]\.?(?:[A-Z][a-z]{0,3}\.?){1,2}(?=\s|,|$)",
)
_HONOURS = pattern(rf"(?:{_DEGREE.pattern})\s+(?:\(Hon(?:s|ours)\.?\)|Hons\b\.?)")
"""A degree with what belongs to it."""
_LEVEL = pattern(r"(?:[^\W\d_]+ )?\d\b\s*(?P<rest>.*)")
"""What belongs to a degree's name: `level 4`."""
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
_ACADEMIC = pattern(r"\b(?:Ph\.?\s?D|[BM]\.?\s?Sc|[BM]\.?(?:A|Eng|Ed)|Bachelor|Master|Doctor)\b")
_FIELD = pattern(
    r"^(?P<degree>.*?)(?:\s+(?:in|of(?=\s+(?!Science\b|Arts\b|Engineering\b|Business\b|Laws\b"
    r"|Education\b|Philosophy\b|Fine\b|Applied\b)))\s+|,\s+|:\s+)(?P<field>.+)$"
)

_SIZE = pattern(
    r"\s*\((?P<said>(?:[^()]*\s)?(?:\d+|one|two|three|four|five)[ -]"
    r"(?!(?:years?|yrs?|months?|mos|weeks?|hours?|days?)\b)[^()]*[a-z]{3}[^()]*)\)"
    r"(?=[*_\s]*(?:$|[|,\u00b7\u2022(]|\s[\u2013\u2014-]\s))"
)
"""What a house is like, behind its name or place: `(142 rooms, five stars)`."""

_REMARK = pattern(r"(?P<before>.*\d.*)\((?P<said>[^()\d]*[a-z]\s[^()\d]*)\)[\s*_.]*")


@frozen
class Head:
    """What the lines above a job or a study say."""

    values: dict[str, str]
    """Fields and their texts; dates as they are written in fields."""
    said: tuple[str, ...]
    """The words of the head that went into fields or were read as dates."""
    span: Span | None
    url: str = ""


def head_lines(lines: list[str]) -> str:
    """Return the text of lines without their marks."""
    return "\n".join(_EMPHASIS.sub(r"\2", _MARKS.sub("", line)).strip() for line in lines).strip()


def without_size(lines: list[str]) -> tuple[list[str], str]:
    """Return the lines of a job's head without what a bracket behind them says of the house."""
    for number, line in enumerate(lines):
        found = _SIZE.search(line)
        if found and not find_span(found["said"]) and not PLACE.fullmatch(found["said"]):
            bare = line[: found.start()] + line[found.end() :]
            return [*lines[:number], bare, *lines[number + 1 :]], found["said"]
    return lines, ""


def with_size(head: Head, size: str) -> Head:
    """Return the head of a job or a study with what a bracket told of it, as its summary."""
    if not size:
        return head
    return replace(head, values={**head.values, "summary": size}, said=(*head.said, size))


def read_job(lines: list[str], employer: str = "") -> Head | None:
    """Return what the head of a job says; `employer` is for one told above several titles."""
    lines, size = without_size(lines)
    segments, span, url = read_parts(lines)
    values: dict[str, str] = {}
    for segment in segments:
        _place_job(values, segment, is_heading=segment == segments[0])
    if "title" not in values and "employer" in values and "untold" in values and url:
        values["title"] = values.pop("untold")
    values.pop("untold", None)
    said = tuple(values.values())
    if "employer" not in values and employer and "title" in values:
        values["employer"] = employer
    is_unsure = "title" not in values and ", " in values.get("employer", "")
    if "employer" not in values or is_unsure:
        return None
    return with_size(Head(values, said, span, url), size)


def employer_alone(lines: list[str]) -> str:
    """Return the employer that a head names without any title, if it names nothing else."""
    segments, span, _ = read_parts(lines)
    is_alone = len(segments) == 1 and not (span and ", " in segments[0])
    return segments[0] if is_alone and not is_title(segments[0]) else ""


def names_nothing(line: str) -> bool:
    """Return whether a line of a head has dates alone."""
    segments, span, _ = read_parts([line])
    return span is not None and not segments


def read_parts(lines: list[str]) -> tuple[list[str], Span | None, str]:
    """Return the parts of a head without its dates and address, its time, and the address."""
    text = head_lines(lines)
    span = find_span(text)
    if span:
        text = _LENGTH.sub("\n", text.replace(span.said, "\n", 1))
    link = find_link(text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    parts = [_bare(_EMPTY.sub("", part)) for part in _APART.split(text)]
    return (
        [part for part in parts if re.search(r"[^\W\d_]{2}", part)],
        span,
        link[0] if link else "",
    )


def _bare(part: str) -> str:
    """Return a part of a head without what parts it from others; a bracket within it is its own."""
    bare = part.strip(" ,;:*_\u2013\u2014-")
    is_whole = bare.count("(") == bare.count(")") and not re.fullmatch(r"\([^()]*\)", bare)
    return bare if is_whole else bare.strip(" ,;:()*_\u2013\u2014-")


def _place_job(values: dict[str, str], segment: str, *, is_heading: bool) -> None:
    """Find the field of a part of a head."""
    if is_title(segment) and "title" not in values:
        if len(apart := _AT.split(segment, maxsplit=1)) > 1:
            values["title"], values["employer"] = apart[0].strip(" ,"), apart[1].strip()
            return
        head, comma, rest = segment.partition(", ")
        if comma and "employer" not in values and is_title(head) != is_title(rest):
            title, employer = (head, rest) if is_title(head) else (rest, head)
            values["title"] = title
            name, _, place = employer.partition(", ")
            values["employer"] = name if PLACE.fullmatch(place) or place else employer
            if place:
                values["location"] = place
            return
        values["title"] = segment
    elif PLACE.fullmatch(segment) and not is_heading and "employer" in values:
        values.setdefault("location", segment)
    elif "employer" not in values and ("title" in values or is_heading):
        values["employer"] = segment
    elif "untold" not in values:
        values["untold"] = segment


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
    parts = [part for segment in segments for part in _of_study(segment)]
    for part in _with_school(values, parts):
        if SCHOOL.search(part) and "institution" not in values:
            values["institution"] = part
        elif not values.keys() & {"field", "degree"}:
            _place_study(values, part)
    if "field" not in values and "degree" not in values:
        return None
    said = tuple(values.values())
    return with_size(Head(values, said, span or year, url), remark)


def _place_study(values: dict[str, str], part: str) -> None:
    """Take the degree and its field, or the subjects, that a part of a head names."""
    found = _FIELD.match(part)
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
    """Return whether a line names a school first, and so is no certificate."""
    return SCHOOL.search(line.partition(",")[0]) is not None


def _with_school(values: dict[str, str], parts: list[str]) -> Iterator[str]:
    """Yield parts of a head; what stands behind a degree and its field is the school.

    Where another part says that it is one, that is how the study was passed: `BSc Nursing, 2:1`.
    """
    is_named = any(map(SCHOOL.search, parts))
    for part in parts:
        head, _, tail = part.partition(", ")
        degree = _TRADE.match(head) or _DEGREE.match(head)
        rest = head[degree.end() :].strip() if degree else ""
        level = _LEVEL.fullmatch(rest)
        field, comma, school = tail.partition(", ")
        if comma and level and not level["rest"] and "institution" not in values:
            values |= {"degree": head, "field": field, "institution": school}
        elif tail and rest and "institution" not in values:
            if not is_named and tail[:1].isupper():
                values["institution"] = tail
            yield head
        else:
            yield part


def _of_study(segment: str) -> list[str]:
    """Split a part of a head at the comma before or behind a school."""
    parts = segment.split(", ")
    at = next((n for n, part in enumerate(parts) if SCHOOL.search(part)), None)
    if at is None or len(parts) == 1:
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
