"""Bytes to what they are, told by their content: which format, and its text or values."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from enum import StrEnum
from typing import Any

from dossier.importing.dossiers import role_named, section_named
from dossier.importing.fields import COLUMNS, POSTING, RESUME
from dossier.importing.inert import clean, clean_values
from dossier.importing.mime import unwrap
from dossier.importing.outline import fold_title, headings
from dossier.importing.tables import columns_of, tables
from dossier.match.sections import asks
from dossier.plain.frozen import frozen
from dossier.plain.json_objects import RepeatedNameError, once
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem
from dossier.plain.text import decode
from dossier.plain.yaml import MAX_DEPTH, construct


class Format(StrEnum):
    """What an input is."""

    DOSSIER = "dossier"
    RESUME = "resume"
    POSTING = "posting"
    PAGE = "page"
    JSON_RESUME = "json-resume"
    RENDERCV = "rendercv"
    JOB_POSTING = "job-posting"


@frozen
class Source:
    """An input that was recognised."""

    format: Format
    text: str
    """Without signs that cannot be seen."""
    raw: Any = None
    """The values of JSON or YAML."""
    removed: int = 0
    """How many signs were removed because they cannot be seen and do something all the same."""
    left_out: int = 0
    """How many other pages and attachments are in the same file."""


_MAGIC = {
    b"%PDF": ("a PDF", "copy its text into a file ending in .md or .txt"),
    b"PK\x03\x04": ("a Word file or an archive", "save it as plain text or Markdown"),
    b"\xd0\xcf\x11\xe0": ("an old Word file", "save it as plain text or Markdown"),
    b"{\\rtf": ("rich text", "save it as plain text or Markdown"),
    b"\x89PNG": ("an image", "write down what it says"),
    b"\xff\xd8\xff": ("an image", "write down what it says"),
}
_HTML = pattern(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<script[^>]*ld\+json"
    r"|\A\s*<(?:main|article|section|div|h[1-6]|p|ul)[\s>]",
    re.IGNORECASE,
)
_MAPPING = pattern(r"(?:^|\n)(?:cv|basics):(?:\s|$)")
_COMMENTS = pattern(r"^[ \t]*#.*$|^---[ \t]*$", re.MULTILINE)
_FIRST_KEY = pattern(r"[\w$-]+:(?:\s|$)")
_RESUME_KEYS = frozenset({"basics", "work", "education", "skills", "volunteer", "projects"})
_ENOUGH = 2
_UNKNOWN = "nothing says whether this is a dossier, a résumé or a posting"


def recognize(file: str, content: bytes, wanted: str = "") -> Source | Problem:
    """Return what the content of a file is, or why it cannot be told.

    `wanted` is *dossier*, *resume* or *posting* if somebody said so.
    """
    for magic, (what, hint) in _MAGIC.items():
        if content.startswith(magic):
            return Problem("file-encoding", Place(file), f"this is {what}, not text", hint)
    unwrapped = unwrap(file, content)
    if isinstance(unwrapped, Problem):
        return unwrapped
    decoded = unwrapped.text if unwrapped else decode(file, content)
    if isinstance(decoded, Problem):
        return decoded
    text = clean(decoded)
    removed = len(decoded) - len(text)
    if not text.strip():
        return Problem("text-type", Place(file), "the file is empty", "there is nothing to import")
    found = _structured(file, text, wanted) or _written(file, text, wanted)
    if isinstance(found, Problem):
        return found
    form, raw = found
    return Source(form, text, raw, removed, unwrapped.left_out if unwrapped else 0)


def _structured(file: str, text: str, wanted: str) -> tuple[Format, Any] | Problem | None:
    """Return the format of JSON or YAML, None for anything else."""
    if text.lstrip().startswith(("{", "[")):
        raw = _json(file, text)
        if isinstance(raw, Problem):
            # `[Jo Roe](https://…)` begins a text, too.
            is_text = raw.code == "yaml-syntax" and not file.casefold().endswith(".json")
            return None if wanted and is_text else raw
    elif _MAPPING.search(text) and _FIRST_KEY.match(_COMMENTS.sub("", text).lstrip()):
        raw, problems = construct(text, file)
        if problems:
            return problems[0]
    else:
        return None
    kind = _kind_of(raw)
    if kind:
        return kind, clean_values(raw)
    hint = "JSON Resume has `basics`, RenderCV has `cv`, a posting is a `JobPosting`"
    return Problem("text-type", Place(file), "these keys are of no format that is read", hint)


def _kind_of(raw: Any) -> Format | None:  # noqa: ANN401 - any plain value
    if not isinstance(raw, dict):
        return None
    if isinstance(raw.get("cv"), dict):
        return Format.RENDERCV
    if raw.get("@type") == "JobPosting":
        return Format.JOB_POSTING
    is_resume = isinstance(raw.get("basics"), dict) or len(_RESUME_KEYS & raw.keys()) >= _ENOUGH
    return Format.JSON_RESUME if is_resume else None


def _json(file: str, text: str) -> Any:  # noqa: ANN401 - any plain value
    """Return the values of a JSON text, numbers as they are typed."""
    try:
        raw = json.loads(
            text,
            parse_float=Decimal,
            parse_int=Decimal,
            parse_constant=str,
            object_pairs_hook=once,
        )
    except json.JSONDecodeError as error:
        where = Place(file, error.lineno, error.colno)
        hint = "a comma too many, or quotes that are missing, are the usual reasons"
        return Problem("yaml-syntax", where, f"this is no JSON: {error.msg}", hint)
    except RepeatedNameError as error:
        return Problem("duplicate-key", Place(file), str(error), "keep one of them")
    except (RecursionError, ValueError):
        return _too_deep(file)
    return _too_deep(file) if depth_of(raw) > MAX_DEPTH else raw


def _too_deep(file: str) -> Problem:
    message = f"nested more than {MAX_DEPTH} levels deep"
    return Problem("yaml-depth", Place(file), message, "no format that is read needs that")


def depth_of(raw: Any) -> int:  # noqa: ANN401 - any plain value
    """Return how deep values are nested, counted level by level."""
    depth, level = 0, [raw]
    while level and depth <= MAX_DEPTH:
        nested: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                nested += value.values()
            elif isinstance(value, list):
                nested += value
        level, depth = nested, depth + 1
    return depth


def _written(file: str, text: str, wanted: str) -> tuple[Format, None] | Problem:
    """Return what a text is: by its headings and tables, unless somebody said so."""
    if _HTML.search(text[:20_000]) and wanted in ("", "posting"):
        return Format.PAGE, None
    if wanted:
        return Format(wanted), None
    scores = {
        Format.DOSSIER: _dossier_score(text),
        Format.RESUME: _score(text, lambda title: title in RESUME) + _contact_score(text),
        Format.POSTING: _score(text, lambda title: title in POSTING),
    }
    best = max(scores, key=lambda form: scores[form])
    if scores[best] < _ENOUGH or list(scores.values()).count(scores[best]) > 1:
        if scores[Format.DOSSIER] < _ENOUGH and not _contact_score(text) and asks(text):
            return Format.POSTING, None
        hint = "say it: --as dossier, --as resume or --as posting"
        return Problem("text-type", Place(file), _UNKNOWN, hint)
    return best, None


def _titles(text: str, is_known: Any) -> list[str]:  # noqa: ANN401 - a function of a title
    return [fold_title(h.title) for h in headings(text, is_known, plain=True) if h.level]


def _score(text: str, is_known: Any) -> int:  # noqa: ANN401 - a function of a title
    return sum(
        bool(is_known(title)) for title in _titles(text, lambda title: is_known(fold_title(title)))
    )


def _dossier_score(text: str) -> int:
    """Count what only dossiers have: their sections, and tables of rows or gaps."""
    found = headings(text, lambda title: section_named(title) is not None)
    only = [
        h for h in found if h.level and section_named(h.title) not in (None, "context", "notes")
    ]
    score = sum(fold_title(h.title) not in (*RESUME, *POSTING) for h in only)
    score += sum(bool(role_named(h.title)) for h in found if h.level)
    for table in tables(text):
        rows = columns_of(table, COLUMNS["rows"])
        gaps = columns_of(table, COLUMNS["gaps"])
        score += 2 * ("requirement" in rows and len(rows) > 1)
        score += 2 * ("gap" in gaps and len(gaps) > 1)
    return score


def _contact_score(text: str) -> int:
    head = "\n".join(text.split("\n")[:12])
    is_named = re.search(r"(?i)\b(?:cv|curriculum vitae|r[eé]sum[eé]|lebenslauf)\b", head)
    return bool(re.search(r"[\w.+-]+@[\w-]+\.\w+", head)) + bool(is_named)


def is_undecided(found: object) -> bool:
    """Return whether an input was refused because nothing says what it is."""
    return isinstance(found, Problem) and found.message == _UNKNOWN
