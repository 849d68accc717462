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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache

from dossier.model.audience import Audience, narrowest
from dossier.model.document import Document
from dossier.model.library import Section
from dossier.model.section_guide import SECTIONS
from dossier.plain.frozen import frozen
from dossier.plain.legal_forms import without_legal_form
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem, Severity, did_you_mean, warning
from dossier.prose.headings import NAMES, NEAR, Heading, find_headings
from dossier.prose.not_for_others import may_say_not_for_others, says_not_for_others, unclosed
from dossier.prose.seeming import folded

SHARED = frozenset(section.name for section in SECTIONS if section.is_shared)
"""Sections that are shared unless their heading says otherwise."""
CAN_BE_OPENED = frozenset({None}) | SHARED
"""Sections whose heading may say `audience=shared`; None stands for unplanned ones."""

_OPTIONS = pattern(r"\{([^{}]*)\}[ \t]*$")
_REMARK = pattern(r"(?!\A)[(\[][^()\[\]]*[)\]]")
_COMMENT = pattern(r"<!--.*?-->")
_DECORATED = pattern(r"\A[\W\d_]+|[\W_]+\Z")
"""Signs and numbers around a heading: `💡 Why`, `1. Why`, `**Why**`."""
_DECIDE = "write `{ audience=private }`, in braces, or `{ audience=shared }`"
_LONGEST = 80
"""How many signs a heading has that could miss a known one."""
_CLOSE = 0.85
"""From which ratio on a heading misses a known one by little."""


@frozen
class Fault:
    """A problem of a dossier's structure and whom it may be told to."""

    problem: Problem
    audience: Audience
    is_sent: bool = False
    """Whether it is in what recipients were meant to read."""


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
    return NAMES.get(_folded(title, tuple(names)))


def near_heading(title: str, names: Iterable[str]) -> str | None:
    """Return the heading of a known section that another misses by little, None if none is."""
    if len(title) > _LONGEST:
        return None
    names = tuple(names)
    bare = _DECORATED.sub("", title)
    if bare != title and known_section(bare, names):
        return bare
    folded = _folded(bare, names)
    found = NEAR.get(folded) or next(iter(get_close_matches(folded, NAMES, 1, _CLOSE)), None)
    return found.replace("-", " ").capitalize() if found else None


@lru_cache(maxsize=4096)
def _folded(title: str, names: tuple[str, ...]) -> str:
    folded = _REMARK.sub(" ", title).casefold()
    known = {each for name in names for each in (name, without_legal_form(name))}
    for name in sorted(known, key=len, reverse=True):
        folded = re.sub(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", " ", folded)
    return " ".join(folded.split()).strip(" :?!.–—-")


def split_sections(
    source: Document, names: Iterable[str]
) -> tuple[tuple[Section, ...] | None, tuple[Fault, ...]]:
    """Split a dossier's prose. Returns None for the sections if a block is never closed."""
    lines = source.body.split("\n")
    found = find_headings(lines)
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
    headings = [Heading(-1, 0, ""), *found]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    names = tuple(names)
    sections = []
    above: Heading | None = None
    is_sent = False
    for heading, after in zip(headings, [*headings[1:], None], strict=True):
        end = after.line if after else len(lines)
        text = "\n".join(lines[heading.end : end])
        section, more = _section(heading, text, starts[heading.end], source, names)
        # What hides in a section was to be a part of it.
        is_sent = is_sent if heading.hidden else _is_meant_for_recipients(heading, section.name)
        more = [replace(fault, is_sent=is_sent) for fault in more]
        above = heading if heading.level == 1 else above
        if section.audience is not Audience.PRIVATE:
            over = None if "audience" in _read(heading)[1] else above
            section, others = _fail_closed(section, over, source, names)
            faults += others
        faults += more
        if heading.line >= 0 or text.strip():
            sections.append(section)
    hidden = {heading.line for heading in headings if heading.hidden}
    faults += _near([s for s in sections if s.line not in hidden], source, names)
    faults += _repeated(sections, source)
    return tuple(sections), tuple(faults)


def _section(
    heading: Heading, text: str, offset: int, source: Document, names: tuple[str, ...]
) -> tuple[Section, list[Fault]]:
    title, options = _read(heading)
    where = source.locate_line(max(heading.line, 0))
    if heading.hidden:
        why, cure = heading.hidden
        name, problems = None, [_hidden(where, title, why, cure)]
        audience = Audience.PRIVATE
    else:
        name = known_section(title, names) if heading.line >= 0 else None
        problems = list(_option_faults(where, title, options, name, names))
        stated = options.get("audience", Audience.SHARED if name in SHARED else Audience.PRIVATE)
        is_wrong = any(problem.severity is Severity.ERROR for problem in problems)
        audience = Audience.PRIVATE if is_wrong else Audience(stated)
    faults = [Fault(problem, Audience.PRIVATE) for problem in problems]
    return Section(name, title, audience, text, heading.line, offset), faults


def _fail_closed(
    section: Section, above: Heading | None, source: Document, names: tuple[str, ...]
) -> tuple[Section, list[Fault]]:
    """Close a section that others would read if its author seems to hold it, or a part, closed."""
    first = source.locate_in_body(section.offset)
    problems = [
        Problem(
            "section-option",
            replace(first, line=first.line + found.line, column=1),
            found.message,
            found.hint,
            Severity.ERROR if found.is_sure else Severity.WARNING,
        )
        for found in unclosed(section.text, names, lambda title: _always_private(title, names))
    ]
    title, options = _read(above) if above else ("", {})
    if options.get("audience") == Audience.PRIVATE or says_not_for_others(title, names):
        message = f"`# {title}` does not close the section `{section.name}` below it"
        problems.append(
            Problem("section-option", source.locate_line(section.line), message, _DECIDE)
        )
    is_closed = any(problem.severity is Severity.ERROR for problem in problems)
    closed = replace(section, audience=Audience.PRIVATE) if is_closed else section
    is_sent = Audience.SHARED.may_see(section.audience)
    return closed, [Fault(problem, Audience.PRIVATE, is_sent) for problem in problems]


def _is_meant_for_recipients(heading: Heading, name: str | None) -> bool:
    """Return whether its author means to send a section, whatever is wrong with its heading."""
    stated = _read(heading)[1].get("audience")
    if stated is None:
        return name in SHARED
    return stated not in (Audience.PRIVATE, Audience.ASSISTANT)


def _always_private(title: str, names: tuple[str, ...]) -> str | None:
    """Return the heading of the section that a title names, if nothing opens that."""
    bare = _DECORATED.sub("", split_options(folded(title))[0])
    known = known_section(bare, names)
    return None if known is None or known in CAN_BE_OPENED else known.capitalize()


def _read(heading: Heading) -> tuple[str, dict[str, str]]:
    return split_options(_COMMENT.sub("", heading.title))


def _hidden(where: Place, title: str, why: str, cure: str) -> Problem:
    return Problem("section-hidden", where, f"`{title}` looks like a heading but {why}", cure)


def _option_faults(
    where: Place,
    title: str,
    options: Mapping[str, str],
    name: str | None,
    names: tuple[str, ...],
) -> Iterator[Problem]:
    for key, value in options.items():
        if key != "audience":
            hint = did_you_mean(key, ["audience"]) or "the one option is audience"
            yield Problem("section-option", where, f"a section has no option `{key}`", hint)
        elif value not in (Audience.PRIVATE, Audience.ASSISTANT, Audience.SHARED):
            hint = "write audience=shared, assistant or private"
            message = f"a section cannot be `{value}`" if value else "`audience` has no value"
            yield Problem("section-option", where, message, hint)
        elif value == Audience.SHARED and name not in CAN_BE_OPENED:
            hint = "what it holds is private always; put what may be shared into another section"
            message = f"the section `{name}` cannot be shared"
            yield Problem("audience-unsuited", where, message, hint)
    if name not in SHARED or "audience" in options:
        return
    remarks = " ".join(_REMARK.findall(title)).casefold()
    if re.search("audience|private", remarks) or says_not_for_others(title, names):
        message = f"a remark does not close the section `{name}`"
        yield Problem("section-option", where, message, _DECIDE)
    elif may_say_not_for_others(title):
        message = f"a remark may be meant to close the section `{name}`, and does not"
        yield warning("section-option", where, message, _DECIDE)


def _near(sections: list[Section], source: Document, names: tuple[str, ...]) -> Iterator[Fault]:
    """Find headings that miss a known section by little, where that section is not there."""
    there = {section.name for section in sections}
    lines = source.body.split("\n")
    for section in sections:
        is_plain = section.name is None and section.line >= 0
        is_private = section.audience is Audience.PRIVATE
        if not is_plain or not is_private or _is_decided(lines[section.line]):
            continue
        cure = near_heading(section.title, names)
        meant = known_section(cure, names) if cure else None
        if meant and meant not in there:
            message = f"`{section.title}` names no known section, so it stays private"
            hint = f"write `## {cure}`, or `## {section.title} {{ audience=private }}` to keep it"
            where = source.locate_line(section.line)
            yield Fault(warning("section-near", where, message, hint), Audience.PRIVATE)


def _is_decided(line: str) -> bool:
    """Return whether a heading says who may see its section, or is none to begin with."""
    return "audience" in line or not line.lstrip().startswith("#")


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
