"""A dossier's prose to named sections, each with its audience.

Fails closed. A section begins at every heading of level one or two, and what no rule opens is
private. A section can be shared only if its heading stands on the top level of the prose, both to
the parser that renders dossiers and to an editor's preview. Whatever else could pass for a heading,
in code, comments, lists, quotes or misspelt, still ends the section before it, but starts a private
one. A block that is never closed makes the whole prose unreadable, because what it swallows cannot
be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.model.audience import Audience, narrowest
from dossier.model.document import Document
from dossier.model.library import Section
from dossier.plain.problems import Place, Problem, did_you_mean
from dossier.prose.markdown import parse

ALIASES = {
    "context": ("company context", "about the company", "company"),
    "angle": ("application angle", "recommended application angle"),
    "lead": ("lead profile",),
    "pitch": ("tailored pitch", "elevator pitch"),
    "emphasis": ("resume emphasis", "résumé emphasis"),
    "proof-points": ("proof points", "proof point mapping", "proof point map"),
    "why": ("why this role", "why this company", "why them"),
    "gaps": ("gap analysis",),
    "questions": ("interview questions", "if they ask x, say y", "prepared answers"),
    "hooks": ("cover letter hooks", "letter hooks"),
    "letter": ("cover letter",),
    "notes": ("application notes",),
}
"""The known sections, each with the other headings it goes by."""

SHARED = frozenset({"pitch", "proof-points", "why", "letter"})
"""Sections that are shared unless their heading says otherwise."""
CAN_BE_OPENED = frozenset({None}) | SHARED
"""Sections whose heading may say `audience=shared`; None stands for unplanned ones."""

_NAMES = {alias: name for name, others in ALIASES.items() for alias in (name, *others)}
_OPTIONS = re.compile(r"\{([^{}]*)\}[ \t]*$")
_REMARK = re.compile(r"(?!\A)[(\[][^()\[\]]*[)\]]")
_COMMENT = re.compile(r"<!--.*?-->")

_HEADING = re.compile(r" {0,3}#{1,2}(?:[ \t]|$)")
_UNDERLINE = re.compile(r"\s*(?:-+|=+)\s*")
_ODD_LINE_ENDS = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# What takes a parser to tell headings: HTML, fences, underlines, escapes, odd characters, and
# headings in lists and quotes.
_UNPLAIN = re.compile(
    r"[<\\\t\r\v\f\x1c-\x1f\x85\u2028\u2029]|```|~~~|^\W*[-=]\W*$|^[^A-Za-z#]+#|^\s*[:~]"
)
_PLAIN_HEADING = re.compile(r"#{1,2} [^\s#](?:.*[^\s#])?")
# What a person may take for a heading: with odd blanks, without any, in HTML.
_BLANK = r"[\s\u00ad\u200b-\u200f\u2060\ufeff]"
_SEEMING = re.compile(
    rf"{_BLANK}*(?:##(?!#)|#(?:{_BLANK}|$|(?:{'|'.join(map(re.escape, _NAMES))})\b)|<h[12]\b)",
    re.IGNORECASE,
)
_IN_CODE = (
    "stands in a code block or comment",
    "indent it by four spaces, or close the block before it",
)
_NESTED = (
    "is none on the top level of the page",
    "write `## Title` on a line of its own, outside of lists, quotes, HTML and other blocks",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem of a dossier's structure and whom it may be told to."""

    problem: Problem
    audience: Audience


@dataclass(frozen=True, slots=True)
class _Heading:
    line: int
    """The heading's first line, counted from 0."""
    end: int
    """The first line after the heading."""
    title: str
    hidden: tuple[str, str] | None = None
    """Why it can start no section but a private one, and the cure."""


def split_options(heading: str) -> tuple[str, dict[str, str]]:
    """Return a heading's text and its options: `Rust { about=rust }`.

    An option that stands twice has both values, joined by a blank.
    """
    found = _OPTIONS.search(heading)
    if not found:
        return heading.strip(), {}
    options: dict[str, str] = {}
    for part in found[1].split():
        key, _, value = part.partition("=")
        value = value.strip("\"'")
        options[key] = f"{options[key]} {value}" if key in options else value
    return heading[: found.start()].strip(), options


def known_section(title: str, names: Iterable[str]) -> str | None:
    """Return the known section a heading names; `names` are the company's, folded away."""
    folded = _REMARK.sub(" ", title).casefold()
    for name in sorted(names, key=len, reverse=True):
        folded = re.sub(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", " ", folded)
    return _NAMES.get(" ".join(folded.split()).strip(" :?!.–—-"))


def split_sections(
    source: Document, names: Iterable[str]
) -> tuple[tuple[Section, ...] | None, tuple[Fault, ...]]:
    """Split a dossier's prose. Returns None for the sections if a block is never closed."""
    lines = source.body.split("\n")
    found = _plain_headings(lines) or _read_headings(lines)
    if isinstance(found, int):
        problem = Problem(
            "markdown-open",
            source.locate_line(found),
            "the code block or comment that begins here is never closed",
            "close it, for a comment inside a paragraph before the paragraph ends; "
            "until then nothing of this file is shown to others",
        )
        return None, (Fault(problem, Audience.PRIVATE),)
    faults: list[Fault] = []
    headings = [_Heading(-1, 0, ""), *found]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    names = tuple(names)
    sections = []
    for heading, after in zip(headings, [*headings[1:], None], strict=True):
        end = after.line if after else len(lines)
        text = "\n".join(lines[heading.end : end])
        section, more = _section(heading, text, starts[heading.end], source, names)
        faults += more
        if heading.line >= 0 or text.strip():
            sections.append(section)
    faults += _repeated(sections, source)
    return tuple(sections), tuple(faults)


def _section(
    heading: _Heading, text: str, offset: int, source: Document, names: tuple[str, ...]
) -> tuple[Section, list[Fault]]:
    title, options = split_options(_COMMENT.sub("", heading.title))
    where = source.locate_line(max(heading.line, 0))
    if heading.hidden:
        why, cure = heading.hidden
        name, problems = None, [_hidden(where, title, why, cure)]
        audience = Audience.PRIVATE
    else:
        name = known_section(title, names) if heading.line >= 0 else None
        problems = list(_option_faults(where, title, options, name))
        stated = options.get("audience", Audience.SHARED if name in SHARED else Audience.PRIVATE)
        audience = Audience.PRIVATE if problems else Audience(stated)
    faults = [Fault(problem, Audience.PRIVATE) for problem in problems]
    return Section(name, title, audience, text, heading.line, offset), faults


def _hidden(where: Place, title: str, why: str, cure: str) -> Problem:
    return Problem("section-hidden", where, f"`{title}` looks like a heading but {why}", cure)


def _option_faults(
    where: Place, title: str, options: Mapping[str, str], name: str | None
) -> Iterator[Problem]:
    for key, value in options.items():
        if key != "audience":
            hint = did_you_mean(key, ["audience"]) or "the one option is audience"
            yield Problem("section-option", where, f"a section has no option `{key}`", hint)
        elif value not in (Audience.PRIVATE, Audience.SHARED):
            hint = "write audience=shared or audience=private"
            message = f"a section cannot be `{value}`" if value else "`audience` has no value"
            yield Problem("section-option", where, message, hint)
        elif value == Audience.SHARED and name not in CAN_BE_OPENED:
            hint = "what it holds is private always; put what may be shared into another section"
            message = f"the section `{name}` cannot be shared"
            yield Problem("audience-unsuited", where, message, hint)
    remarks = " ".join(_REMARK.findall(title)).casefold()
    if name in SHARED and "audience" not in options and re.search("audience|private", remarks):
        message = f"a remark does not close the section `{name}`"
        hint = "write `{ audience=private }`, in braces, or `{ audience=shared }`"
        yield Problem("section-option", where, message, hint)


def _repeated(sections: list[Section], source: Document) -> Iterator[Fault]:
    first: dict[str, Section] = {}
    for section in sections:
        if section.name is None:
            continue
        before = first.setdefault(section.name, section)
        if before is not section:
            where, line = source.locate_line(section.line), source.locate_line(before.line).line
            problem = Problem(
                "duplicate-section",
                where,
                f"the section `{section.name}` stands twice, first on line {line}",
                "join the two, or give one another heading",
            )
            yield Fault(problem, narrowest(section.audience, before.audience))


def _plain_headings(lines: list[str]) -> list[_Heading] | None:
    """Return the headings of prose that needs no parser to be sure of them, else None.

    Without code fences, HTML and underlines, `## ` at the beginning of a line is a heading on the
    top level, whatever stands around it.
    """
    if any(_UNPLAIN.search(line) for line in lines):
        return None
    seeming = [number for number, line in enumerate(lines) if _SEEMING.match(line)]
    if not all(_PLAIN_HEADING.fullmatch(lines[number]) for number in seeming):
        return None
    return [_Heading(n, n + 1, lines[n].lstrip("#").strip()) for n in seeming]


def _read_headings(lines: list[str]) -> list[_Heading] | int:
    """Return the headings that two parsers see, or the line of a block that is never closed."""
    # The last line ends too, so that a code block's content tells whether it is closed.
    whole = "\n".join(lines).removesuffix("\n") + "\n"
    readings = (parse(whole)[0], _preview(whole))
    opened = [line for tokens in readings for line in _open_blocks(tokens, whole)]
    return min(opened) if opened else _headings(lines, readings)


@lru_cache(maxsize=1024)
def _preview(text: str) -> tuple[Token, ...]:
    """Parse prose as an editor does that knows HTML and tables and no other extension."""
    return tuple(MarkdownIt("commonmark").enable("table").parse(text))


def _open_blocks(tokens: Iterable[Token], whole: str) -> Iterator[int]:
    """Yield the lines of code blocks and comments that are opened and not closed."""
    for token in tokens:
        first, end = token.map or (0, 0)
        if token.type == "fence" and end >= whole.count("\n"):
            if token.content.count("\n") != end - first - 2:
                yield first
        elif token.type == "html_block":
            if token.content.rfind("<!--") > token.content.rfind("-->"):
                yield first
        elif token.type == "inline":
            # A comment ends with its paragraph: what its author hides beyond is plain to see.
            shown = any(
                "<!--" in part.content for part in token.children or () if part.type == "text"
            )
            found = re.search(r"(?<!\\)<!--", token.content)
            if shown and found:
                yield first + token.content.count("\n", 0, found.start())


def _headings(lines: list[str], readings: Sequence[Sequence[Token]]) -> list[_Heading]:
    """Return all headings of level one and two, and all that could pass for one."""
    core, preview = (set(_parsed(tokens)) for tokens in readings)
    real = {heading for heading in core & preview if not heading.hidden}
    covered = {line for heading in real for line in range(heading.line, heading.end)}
    found = {heading.line: heading for heading in real}
    for heading in sorted((core | preview) - real, key=lambda heading: heading.line):
        hidden = replace(heading, end=heading.line + 1, hidden=_NESTED)
        found.setdefault(heading.line, hidden)
    for line, why in _seeming(lines, readings):
        if line not in covered:
            title = lines[line].strip().strip("#").strip()
            found.setdefault(line, _Heading(line, line + 1, title, why))
    return [found[line] for line in sorted(found)]


def _parsed(tokens: Sequence[Token]) -> Iterator[_Heading]:
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.tag in ("h1", "h2") and token.map:
            title = " ".join(part.strip() for part in inline.content.split("\n"))
            first, end = token.map
            yield _Heading(first, end, title, _NESTED if token.level else None)


def _seeming(
    lines: list[str], readings: Sequence[Sequence[Token]]
) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield the lines that look like headings, right or wrong."""
    paragraphs = {
        line: token.map[0]
        for tokens in readings
        for token in tokens
        if token.type == "inline" and token.map
        for line in range(*token.map)
    }
    for number, line in enumerate(lines):
        if number not in paragraphs:
            if _HEADING.match(line):
                yield number, _IN_CODE
        elif any(_SEEMING.match(part) for part in _ODD_LINE_ENDS.split(line)):
            # A comment that is cut in two hides nothing any more: it goes with the heading.
            first = paragraphs[number]
            yield first if "<!--" in "".join(lines[first:number]) else number, _NESTED
        before = number - 1
        if before in paragraphs and _UNDERLINE.fullmatch(line):
            goes_on = paragraphs.get(number) == paragraphs[before]
            # A line that a list or quote takes in though it does not look like a part of it.
            lazy = paragraphs[before] < before and lines[before][:1] not in (" ", "\t", ">")
            if goes_on or lazy:
                yield before, _NESTED
