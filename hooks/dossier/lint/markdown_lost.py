"""Text that Markdown drops, or shows with its marks because it means nothing here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem, warning
from dossier.prose.markdown import parse, parse_inline, parse_page
from dossier.prose.passages import Passage
from dossier.prose.source_map import SourceMap, inline_tokens, written

_ELEMENTS = """
blockquote br center dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr iframe img ins kbd li
mark ol pre script span strike strong style sub summary sup table tbody td tfoot th thead tr ul wbr
"""
_TYPES = "a abbr audio b button code embed form i object p s small u video"
"""Elements that stand behind a word as types too: `List<b>`."""
_ANY, _TYPE = ("|".join(names.split()) for names in (_ELEMENTS, _TYPES))
_ATTRIBUTE = (
    r"(?:[.#][A-Za-z][\w-]*|(?:align|class|download|height|id|loading|rel|style|target|title|width)"
    r"\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s{}\"']+))"
)


@frozen
class _Form:
    """A way to write something that is shown as it is written."""

    sign: str
    """What is in every such text: a cheap test before searching."""
    pattern: re.Pattern[str]
    why: str
    hint: str
    on_pages: bool
    """Whether MkDocs too shows it as it is written."""
    in_headings: bool = True

    def may_be_in(self, text: str) -> bool:
        """Return whether a text has it, if all in it are marks."""
        return self.sign in text and self.pattern.search(text) is not None


_UNREAD = "marks of templates and of other languages for notes are not read here"
_TAKE_OUT = "take it out, a comment with its text; or put backticks around what is meant as text"
_LINK = "write it as `[text](address)`, or put a backslash before a bracket that is meant"
# A pattern that begins with its sign, what is before it tested after, is found three times as fast.
_FORMS = (
    _Form(
        "<",
        pattern(rf"<(?i:/?(?:{_ANY})|(?<!\w<)(?:{_TYPE})|/(?:{_TYPE}))(?:\s[^<>]*)?/?>"),
        "HTML is not read here",
        "write it as Markdown, or put backticks around what is meant as text",
        on_pages=False,
    ),
    _Form(
        "][",
        pattern(r"\[(?<![\w\])]\[)(?=[^\[\]]*[^\W\d])[^\[\]]+\]\[(?!\^)[^\[\]]*\]"),
        "its address is defined nowhere in this text",
        _LINK,
        on_pages=True,
    ),
    _Form(
        "[^",
        pattern(r"\[\^\w[\w-]*\](?!:)"),
        "its note stands nowhere in this section",
        "write it below as `[^…]: …`, or put a backslash before a bracket that is meant",
        on_pages=True,
    ),
    _Form(
        "[[",
        pattern(r"\[\[(?<!\w\[\[)(?=[^\[\]]*[^\W\d])[^\[\]]+\]\]"),
        "such links are not read here",
        _LINK,
        on_pages=True,
    ),
    _Form(
        "](",
        pattern(r"\[(?<![\w:/]\[)[^\[\]]*\]\((?=[^()\s]*\s)(?=[^()]*[./#])[^()\"'<>]+\)"),
        "its address has a blank",
        "write `%20` for the blank, or the address as `<…>`",
        on_pages=False,
    ),
    _Form(
        ":",
        pattern(r":(?<![\w:/`]:)(?:[a-z][a-z0-9_+-]+|[+-]1):(?![\w:/`])"),
        "names of signs are not read here",
        "write the sign itself, or leave it out",
        on_pages=False,
    ),
    _Form(
        "{",
        pattern(rf"\{{:?\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}"),
        "attribute lists are not read here",
        "leave it out",
        on_pages=False,
        in_headings=False,  # Options of a section or a question, which have rules of their own.
    ),
)
_FOREIGN = tuple(
    _Form(sign, pattern(form, re.MULTILINE), _UNREAD, _TAKE_OUT, on_pages=True)
    for sign, form in (
        ("{%", r"\{%-?\s*\w[^{}]*%\}"),
        ("{{", r"\{\{[!#/>&-]?[^{}]*\}\}"),
        ("<%", r"<%[^<>]*%>"),
        ("#+", r"^#\+\w+\S*"),
        ("% ", r"^% \S.*"),
        ("::", r"^(?:\.\. )?[a-z][\w-]*:: ?.*"),
    )
)
"""Marks of other tools, which their authors may have in what nobody else reads."""
_SIGNS = pattern(r"\\.|<!--.*?-->|(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
"""What is no mark: an escaped sign, a comment, code."""
_PIPE = pattern(r"(?<!\\)\|")


def check(view: FileView) -> Iterator[Problem]:
    """Look for what readers will not get to see, or not as it was meant."""
    for passage in view.passages:
        known = (*_FORMS, *_FOREIGN) if passage.audience is not Audience.PRIVATE else _FORMS
        forms = [form for form in known if form.on_pages or not passage.is_page]
        has_form = any(form.may_be_in(passage.text) for form in forms)
        if passage.path is not None:
            if has_form:
                children = list(parse_inline(passage.text))
                yield from _in_field(passage, Token("inline", "", 0, children=children), forms)
        elif has_form or "|" in passage.text:
            tokens = parse_page(passage.text) if passage.is_page else parse(passage.text)[0]
            yield from _in_prose(passage, tokens, forms)


def _in_field(passage: Passage, token: Token, forms: Sequence[_Form]) -> Iterator[Problem]:
    for shown in _shown(forms, passage.text, token):
        assert passage.path is not None  # noqa: S101 - the caller's promise
        yield shown.at(passage.source.locate_in(passage.path, shown.text))


def _in_prose(
    passage: Passage, tokens: tuple[Token, ...], forms: Sequence[_Form]
) -> Iterator[Problem]:
    found = tuple(inline_tokens(tokens))
    places = SourceMap(passage.text, [token for token, _ in found])
    for token, in_heading in found:
        own = [form for form in forms if form.in_headings or not in_heading]
        text = written(token)
        for shown in _shown(own, text, token):
            start = places.offset(token, shown.position)
            line = places.line(token, shown.position)
            yield shown.at(_place(passage, places.line_start(line) if start is None else start))
        if _is_loose_table(text):
            cells = len(_cells(text.split("\n", maxsplit=1)[0]))
            hint = f"put a line of hyphens below the head: `|{' --- |' * cells}`"
            where = passage.locate_line(places.line(token, 0))
            yield warning("markdown-lost", where, "these lines are shown as text, no table", hint)
    if not passage.is_page:
        yield from _in_tables(passage, places, tokens)


def _place(passage: Passage, start: int) -> Place:
    return passage.source.locate_in_body(passage.offset + start)


@frozen
class _Shown:
    """Something that is shown as it is written."""

    text: str
    position: int
    form: _Form

    def at(self, where: Place) -> Problem:
        shown = " ".join(self.text.split())
        quoted = shown if "`" in shown else f"`{shown}`"
        message = f"{quoted} is shown as it is written: {self.form.why}"
        return warning("markdown-lost", where, message, self.form.hint)


def _shown(forms: Sequence[_Form], text: str, token: Token) -> Iterator[_Shown]:
    """Yield what an inline text shows as it is written, each form once a line."""
    marks = _marks(text, token)
    for form in forms:
        lines: set[int] = set()
        for found in form.pattern.finditer(marks):
            line = text.count("\n", 0, found.start())
            if line not in lines:
                lines.add(line)
                yield _Shown(text[found.start() : found.end()], found.start(), form)


def _marks(text: str, token: Token) -> str:
    """Return an inline text with an x for every sign of what is read, or is no mark."""
    spans = [found.span() for found in _SIGNS.finditer(text)]
    for child in token.children or ():
        start, end = child.meta.get("start"), child.meta.get("end")
        if start is not None and end is not None:
            spans.append((start, end))
        if child.type == "footnote_ref":
            mark = re.escape(f"[^{child.meta['label']}]")
            spans += [found.span() for found in re.finditer(mark, text)]
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", "x", text[start:end]) + text[end:]
    return text


def _is_loose_table(text: str) -> bool:
    """Return whether a paragraph looks like a table: two lines or more between pipes."""
    lines = [line.strip() for line in text.split("\n")]
    least = 2
    return len(lines) >= least and all(
        len(line) > 1 and line.startswith("|") and line.endswith("|") for line in lines
    )


def _in_tables(passage: Passage, places: SourceMap, tokens: tuple[Token, ...]) -> Iterator[Problem]:
    """Find rows with more cells than their table has, as a pipe in code makes them."""
    lines = passage.text.split("\n")
    head = ""
    for before, token in pairwise(tokens):
        if token.type != "tr_open" or not token.map:
            continue
        number = token.map[0]
        if before.type == "thead_open":
            head = lines[number]
        codes = (found for found in _SIGNS.finditer(lines[number]) if found[2])
        cut = next((found for found in codes if _PIPE.search(found[2])), None)
        where = _place(passage, places.line_start(number) + (cut.start() if cut else 0))
        if cut:
            message = f"the pipe in {cut[0]} ends its cell"
            yield warning("markdown-lost", where, message, "write the pipe as `\\|`")
        elif any(cell.strip() for cell in _cells(lines[number])[len(_cells(head)) :]):
            message = "this row has more cells than its table's head, and they are not shown"
            hint = "give the head as many, or write a pipe that is text as `\\|`"
            yield warning("markdown-lost", where, message, hint)


def _cells(line: str) -> list[str]:
    return _PIPE.split(line.lstrip("> \t").rstrip().removeprefix("|").removesuffix("|"))


RULE = Rule("markdown-lost", check=check)
