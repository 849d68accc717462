"""Prepared questions as people write them to headings with their answers below."""

from __future__ import annotations

import re

from dossier.importing.draft import Draft
from dossier.importing.fields import COLUMNS
from dossier.importing.outline import code_lines
from dossier.importing.tables import columns_of, tables
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_QUOTES = "\"\u201c\u201d\u00ab\u00bb'\u2018\u2019"
_QUESTION = pattern(
    r"^(?P<mark>(?:[-*+\u2022]|\d{1,2}[.)])\s+)?(?P<bold>\*\*|__)(?P<text>(?=\S).+?)(?P=bold)"
    r"\s*(?::\s*)?(?:\u2192|->|=>|\u2014|\u2013)?\s*(?P<rest>.*)$"
)
_PLAIN = pattern(
    r"^(?P<mark>(?:[-*+\u2022]|\d{1,2}[.)])\s+)?(?P<name>Q(?:uestion)?\s?\d*)\s*[:.]\s*(?P<text>.+)$",
    re.IGNORECASE,
)
_NAME = pattern(r"^(Q(?:uestion)?\s?\d*)\s*[:.]\s*", re.IGNORECASE)
_ANSWER = pattern(r"^(?:\*\*|__)?(A(?:nswer)?\s?\d*)\s*[:.]\s*(?:\*\*|__)?\s*", re.IGNORECASE)
_OPENINGS = ("tell me", "walk me", "walk us", "tell us", "describe", "explain", "give me", "talk")


@frozen
class _Found:
    """A question on a line."""

    text: str
    said: str
    """What the question is announced with: *Q1*."""
    rest: str
    width: int
    """How far the lines of its answer are indented."""


def read_questions(draft: Draft, text: str) -> str:
    """Return a section's text in which each question is a heading of the third level."""
    text = _of_tables(draft, text)
    lines, code = text.split("\n"), code_lines(text)
    written: list[str] = []
    width = 0
    for number, line in enumerate(lines):
        found = None if number in code else _question(line)
        if found is None:
            blanks = len(line) - len(line.lstrip(" "))
            own = line[min(width, blanks) :]
            answer = _ANSWER.match(own) if number not in code and _is_first(written) else None
            if answer:
                draft.read_as(answer[1], "an answer")
            written.append(own[answer.end() :] if answer else own)
            continue
        draft.read_as(found.said, "a question")
        draft.read_as(line[: found.width], "the order of the questions")
        width = found.width
        before = [""] if written and written[-1].strip() else []
        written += [*before, f"### {found.text}", "", *([found.rest] if found.rest else [])]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(written)).strip("\n")


def _is_first(written: list[str]) -> bool:
    """Return whether nothing stands below the last question yet."""
    last = next((line for line in reversed(written) if line.strip()), "")
    return last.startswith("### ")


def _question(line: str) -> _Found | None:
    """Return the question that a line begins with."""
    match = _QUESTION.match(line)
    if match is None:
        plain = _PLAIN.match(line)
        if plain is None or plain["text"].rstrip(f" *_{_QUOTES}")[-1:] != "?":
            return None
        text = plain["text"].strip(f" *_{_QUOTES}")
        return _Found(text, plain["name"], "", len(plain["mark"] or ""))
    text, rest, said = match["text"].strip(), match["rest"].strip(), ""
    if re.fullmatch(r"(?:Q(?:uestion)?\s?\d*)\s*[:.]", text, re.IGNORECASE) and rest:
        text, rest, said = rest, "", text
    elif named := _NAME.match(text):
        text, said = text[named.end() :], named[1]
    text = text.strip()
    is_quoted = text[:1] in _QUOTES and text.rstrip(" :")[-1:] in _QUOTES
    bare = text.rstrip(" :").strip(_QUOTES).strip()
    is_asked = bare.endswith("?") or bare.casefold().startswith(_OPENINGS) or said
    if not bare or not (is_quoted or is_asked):
        return None
    return _Found(bare, said, rest, len(match["mark"] or ""))


def _of_tables(draft: Draft, text: str) -> str:
    """Write the rows of tables of questions and answers as headings and texts."""
    lines = text.split("\n")
    for table in reversed(tables(text)):
        at = columns_of(table, COLUMNS["questions"])
        if "question" not in at or "answer" not in at:
            continue
        draft.read_as(" ".join(table.columns), "questions and answers")
        written: list[str] = []
        for cells in table.rows:
            question = cells[at["question"]].strip(f" *_{_QUOTES}")
            others = [c for n, c in enumerate(cells) if n not in at.values() and c]
            if "number" in at:
                draft.read_as(cells[at["number"]], "the order of the questions")
            written += [f"### {question}", "", cells[at["answer"]], *others, ""]
        lines[table.line : table.end] = written
    return "\n".join(lines)
