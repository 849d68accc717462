"""Text from outside made inert: nothing in it refers, runs, loads or hides what follows.

Words stay as they are; a backslash or an indent is all that is added.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from dossier.importing.outline import code_lines
from dossier.load.front_matter import split
from dossier.plain.patterns import pattern
from dossier.prose.directives import directive_name
from dossier.prose.markdown import REFERENCE_SCHEMES, is_safe, scheme_of
from dossier.prose.not_for_others import escaped
from dossier.prose.sections import split_sections

_CONTROL = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060"
    "\u2066-\u2069\ufeff\ufff9-\ufffb\ue003\ufffe\uffff\ud800-\udfff]"
)
_LINE_ENDS = pattern("[\x85\u2028\u2029]")
_LINK = pattern(
    r"(?P<code>(`+)(?!`).*?(?<!`)\2(?!`))|(?P<image>!)(?=\[[^\]]*\]\()"
    r"|\](?P<open>\()(?P<address>\s*<?[^)\s>]*)|(?P<auto><)(?=[A-Za-z][\w+.-]*:)(?P<target>[^>\s]*)"
    r"|^ {0,3}\[[^\]]+\](?P<colon>:)\s*(?P<defined>\S*)",
    re.MULTILINE | re.DOTALL,
)
_FENCE = pattern(r"^(?P<indent> {0,3})(?P<mark>`{3,}|~{3,})(?P<info>[^`\n]*)$")
Known = Callable[[str], bool]
"""Whether a reference leads somewhere."""


def clean(text: str) -> str:
    """Return a text without signs that cannot be seen and do something all the same."""
    return _CONTROL.sub("", _LINE_ENDS.sub("\n", text))


def clean_values(value: Any) -> Any:  # noqa: ANN401 - any plain value
    """Return plain values whose texts are clean: escapes can spell what a text may not hold."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): clean_values(item) for key, item in value.items()}
    return [clean_values(item) for item in value] if isinstance(value, list) else value


def inert_line(text: str, is_known: Known) -> str:
    """Return a text in which every link leads to a web address or to what there is."""
    return (
        _LINK.sub(lambda found: _escaped(found, is_known), text)
        if "]" in text or "<" in text
        else text
    )


def _escaped(found: re.Match[str], is_known: Known) -> str:
    if found["code"]:
        return found[0]
    if found["image"]:
        return ""
    address = (found["address"] or found["target"] or found["defined"] or "").strip(" <>")
    scheme = scheme_of(address)
    is_fine = (
        is_known(address) if scheme in REFERENCE_SCHEMES else bool(scheme) and is_safe(address)
    )
    if is_fine:
        return found[0]
    for group in ("open", "auto", "colon"):
        if found[group]:
            at = found.start(group) - found.start()
            return f"{found[0][:at]}\\{found[0][at:]}"
    return found[0]


def inert_prose(text: str, is_known: Known) -> str:
    """Return Markdown whose fences are closed and none of which is a directive."""
    lines = _closed(text).split("\n")
    code = code_lines("\n".join(lines))
    parts: list[str] = []
    run: list[str] = []
    for number, line in enumerate([*lines, None]):
        if line is not None and number not in code:
            run.append(line)
            continue
        if run:
            parts.append(escaped(inert_line("\n".join(run), is_known)))
            run = []
        if line is not None:
            parts.append(_plain_fence(line))
    return "\n".join(parts)


def _closed(text: str) -> str:
    """Close a fence that is open at the end of a text."""
    opened = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if not found:
            continue
        if not opened:
            opened = found["mark"]
        elif found["mark"].startswith(opened) and not found["info"].strip():
            opened = ""
    if not opened:
        return text
    closed = f"{text}\n{opened}"
    return closed if code_lines(closed) != code_lines(f"{closed}\n\nx") or opened else text


def _plain_fence(line: str) -> str:
    found = _FENCE.match(line)
    if found and directive_name(found["info"]):
        return f"{found['indent']}{found['mark']}text {found['info'].strip()}"
    return line


def readable(body: str, names: Iterable[str]) -> str:
    """Return a dossier's prose in which every heading is one, and nothing is left open."""
    known = tuple(names)
    for attempt in range(4):
        source, _ = split("index.md", f"---\n---\n{body}")
        sections, faults = split_sections(source, known)
        if sections is None:
            body = body.replace("<!--", "\\<!--") if attempt == 0 else _as_code(body)
            continue
        lines = body.split("\n")
        wrong = {
            fault.problem.where.line - source.body_line - 1: fault.problem.code
            for fault in faults
            if fault.problem.code in ("section-hidden", "duplicate-section")
        }
        if not wrong:
            break
        code = code_lines(body)
        for number, what in wrong.items():
            if what == "duplicate-section":
                lines[number] = re.sub(r"^#{1,2} ", "### ", lines[number])
            else:
                _hide_heading(lines, number, is_code=number in code)
        body = "\n".join(lines)
    return body


def _hide_heading(lines: list[str], number: int, *, is_code: bool) -> None:
    """Change a line that looks like a heading and is none, so that it does not."""
    line = lines[number]
    if is_code:
        lines[number] = f"    {line}"
    elif re.search(r"#|<h", line):
        lines[number] = re.sub(r"(#|<(?=h))", r"\\\1", line, count=1)
    elif number + 1 < len(lines):
        # What is underlined: the sign below is what makes it look like one.
        lines[number + 1] = re.sub(r"([-=])", r"\\\1", lines[number + 1], count=1)


def _as_code(text: str) -> str:
    """Return a text as code, which holds whatever it is; its own headings are lost as such."""
    return "\n".join(f"    {line}" for line in text.split("\n"))


def inert_page(text: str, is_known: Known) -> str:
    """Return Markdown for a free page, where HTML would be HTML."""
    prose = inert_prose(text, is_known)
    escaped = re.sub(r"(?<!\\)<(?=[A-Za-z/!?])(?!https?://|mailto:)", r"\\<", prose)
    # Even escaped, it is taken for a comment that is never closed.
    return escaped.replace("<!--", "<! --")
