"""The author's texts to plain Markdown that any engine reads, with nothing private in it.

References become links between files. Comments are taken out, since another engine would publish
them. What the core makes no link or tag of is escaped, since other engines are less strict.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import chain, count

from markdown_it.token import Token

from dossier.adapters.staged_form import Form, StagedPage
from dossier.adapters.staged_html import html_cuts
from dossier.adapters.staged_unseen import unused_definitions, unused_footnotes
from dossier.model.application import ProofPoint
from dossier.model.document import Document
from dossier.model.figure import qualifier, write
from dossier.model.library import ApplicationEntry, ProjectEntry, RecordEntry
from dossier.model.paths import asset_named, relative_target
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.prose.inline_text import plain_text
from dossier.prose.literal import literal
from dossier.prose.markdown import HIDDEN, parse, parse_inline, parse_page
from dossier.prose.resolve import DeadReference, MarkedFigure, Resolved, ResolvedReference, resolve
from dossier.prose.scan import Reference, scan, scan_inline, scan_page
from dossier.prose.source_map import SourceMap
from dossier.prose.targets import Target
from dossier.render.frame import Frame, project_page, row_anchor

Cut = tuple[int, int, str]
"""From where to where in a text, and what stands there instead."""

_COMMENT = pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_GUARDED = (
    (_COMMENT, ""),
    (pattern(r"^ {0,3}\[(?!\^)[^\]\n]+\]:.*$", re.MULTILINE), ""),  # definitions, all used up
    (pattern(r"<(?=[A-Za-z/!?])(?!!--|(?:https?|mailto):[^\s<>]*>)"), "&lt;"),
    (pattern(r"\](?=\()"), r"\]"),
)
_CODE_SPAN = pattern(r"^[^\n]*\|.*$|\\.|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)", re.MULTILINE)
"""Code within a line. A table's cells are cut before code is found, so its lines have none."""
_FOOTNOTE = pattern(r"\[\^([^\]\s]+)\](:?)")
_DEFINED = pattern(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
_TITLE = pattern(r"""\s+(?:"[^"]*"|'[^']*')(?=\s*\)$)""")


def link(text: str, address: str) -> str:
    """Return a link. The text is Markdown already."""
    safe = re.sub(r"[\s<>()\\]", lambda found: f"%{ord(found[0]):02X}", address)
    return f"[{text}]({safe})"


@frozen
class Writer:
    """Writes the texts of one page."""

    frame: Frame
    known: frozenset[str]
    """The pages of the tree."""
    page: str = ""
    entry: ApplicationEntry | None = None
    form: Form = Form()
    anchors: set[str] = field(default_factory=set)
    """Those that stand on the page: none may stand twice."""

    def on(self, page: str, entry: ApplicationEntry | None = None) -> Writer:
        """Return the writer of another page."""
        return Writer(self.frame, self.known, page, entry, self.form)

    def path(self, file: str) -> str:
        """Return the address of a file of the tree from this page."""
        return self.form.to_file(self.page, file)

    def record(self, entry: RecordEntry, text: str) -> str:
        """Return the link to a record's card."""
        page = self.frame.card_page(entry)
        return link(text, self.form.to_anchor(self.page, page, entry.id))

    def record_anchor(self, entry: RecordEntry) -> list[str]:
        """Return the lines of a record's anchor, none where its card is drawn again."""
        is_elsewhere = self.frame.card_page(entry) != self.page
        if (is_elsewhere and self.form.looks_everywhere) or not self._is_new(entry.id):
            return []
        return [self.form.anchor_line(self.page, entry.id), ""]

    def row_anchor(self, row: ProofPoint) -> str:
        """Return a row's anchor, empty where the row is drawn again."""
        anchor = row_anchor(row.id)
        return self.form.anchor(self.page, anchor) if self._is_new(anchor) else ""

    def _is_new(self, anchor: str) -> bool:
        known = anchor in self.anchors
        self.anchors.add(anchor)
        return not known

    def field(self, text: str | None, source: Document) -> str:
        """Return a text field, on one line."""
        line = re.sub(r"\s*\n\s*", " ", text or "")
        return _written(line, [*_guards(line, ()), *self._links(line, scan_inline(line), source)])

    def dossier(self, text: str, source: Document, blocks: Iterable[Cut]) -> str:
        """Return a dossier's prose, its directives replaced."""
        code = tuple(_code(text, parse(text)[0]))
        guards = [*_guards(text, code), *self._footnotes(text, code)]
        unseen = (*unused_definitions(text), *unused_footnotes(text))
        gone = [(start, end, "") for start, end in unseen if not _is_at(start, code)]
        guards = [*gone, *(cut for cut in guards if not _is_at(cut[0], unseen))]
        return _written(text, [*blocks, *guards, *self._links(text, scan(text), source)])

    def free(self, text: str, source: Document, blocks: Iterable[Cut]) -> str:
        """Return the prose of a free page, its HTML without what runs, its directives replaced."""
        code = tuple(_code(text, parse_page(text)))
        shown = sorted((*code, *_code_spans(text)))

        def is_code(place: int) -> bool:
            before = bisect_right(shown, (place, len(text)))
            return any(start <= place < end for start, end in shown[max(0, before - 2) : before])

        cuts = [*_found(_COMMENT, "", text, code), *self._footnotes(text, code)]
        cuts += [(start, end, "") for start, end in unused_definitions(text)]
        cuts += html_cuts(text, self.frame.library.opened, is_code)
        return _written(text, [*blocks, *cuts, *self._links(text, scan_page(text), source)])

    def _footnotes(self, text: str, code: tuple[tuple[int, int], ...]) -> Iterator[Cut]:
        """Yield footnotes whose name another text of the page has, and marks without a footnote."""
        named: dict[str, str] = {}
        for name in _DEFINED.findall(text):
            names = chain((name,), (f"{name}-{number}" for number in count(2)))
            named[name] = next(each for each in names if self._is_new(f"^{each}"))
        for found in _FOOTNOTE.finditer(text):
            if not _is_within(found, (*code, *_code_spans(text))):
                mark = f"[^{named[found[1]]}]" if found[1] in named else rf"\[^{found[1]}\]"
                yield found.start(), found.end(), mark + found[2]

    def _links(self, text: str, mentions: Iterable[Reference], source: Document) -> Iterator[Cut]:
        for mention in mentions:
            if mention.start is None or mention.end is None:
                continue
            written = text[mention.start + 1 + mention.is_image : mention.end]
            words, inline, rest = written.rpartition("](")
            if not inline or not written.endswith(")"):
                # The address stands elsewhere: `[words][name]`, or only `[name]`.
                words, rest = (written.rpartition("][")[0] or written[:-1]), ""
            title = _TITLE.search(rest)
            yield (
                mention.start,
                mention.end,
                self._link(mention, self.field(words, source), title[0] if title else "", source),
            )

    def _link(self, mention: Reference, words: str, title: str, source: Document) -> str:
        if mention.target and not mention.is_image:
            return self._reference(mention.target, words, mention.title)
        address = self._address(mention.address, source)
        if address is None:
            return words
        written = link(words, address)
        return ("!" if mention.is_image else "") + f"{written[:-1]}{title})"

    def _address(self, address: str, source: Document) -> str | None:
        """Return the address that stands for a relative one, None if nothing is there."""
        file = relative_target(source, address)
        if file is None:
            return address
        is_asset = asset_named(file) and file in self.frame.library.files
        if not is_asset and file not in self.known:
            return None
        fragment = address.partition("#")[2]
        if fragment in self.frame.library.records:
            return self.form.to_anchor(self.page, file, fragment)
        return self.path(file) + (f"#{fragment}" if fragment else "")

    def _reference(self, target: Target, words: str, title: str) -> str:
        found = self._resolve(target)
        match found:
            case ResolvedReference(entry, metric, is_before) if metric:
                behind = qualifier(entry.record, metric, title, self._plain)
                mark = self.frame.thousands
                return literal(write(metric, title, is_before=is_before, mark=mark) + behind)
            case ResolvedReference(entry, _):
                return self.record(entry, words)
            case ProjectEntry():
                return link(words, self.path(project_page(found.id)))
            case ProofPoint():
                return link(words, self.form.to_anchor(self.page, self.page, row_anchor(found.id)))
            case MarkedFigure() | DeadReference():
                return words

    def _resolve(self, target: Target) -> Resolved | DeadReference:
        library = self.frame.library
        return resolve(target, library, reader=library.audience, application=self.entry)

    def _plain(self, text: str) -> str:
        # Titles within a scope are passed over: one might name the same metric again.
        return plain_text(parse_inline(text), lambda target, shown, _: self._value(target) or shown)

    def _value(self, target: Target) -> str:
        found = self._resolve(target)
        if not (isinstance(found, ResolvedReference) and found.metric):
            return ""
        return write(found.metric, is_before=found.is_before, mark=self.frame.thousands)


def _written(text: str, cuts: Iterable[Cut]) -> str:
    """Return a text with its cuts made. Of two that overlap, the first holds."""
    parts, position = [], 0
    for start, end, replacement in sorted(cuts):
        if start >= position:
            parts += [text[position:start], replacement]
            position = end
    return "".join([*parts, text[position:]]).replace(HIDDEN, "")


def _guards(text: str, code: tuple[tuple[int, int], ...]) -> Iterator[Cut]:
    """Yield what has to be escaped or taken out where no HTML is allowed."""
    spans = _code_spans(text)
    for expression, replacement in _GUARDED:
        yield from _found(expression, replacement, text, (*code, *spans))


def _code_spans(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _CODE_SPAN.finditer(text) if found[1]]


def _is_within(found: re.Match[str], places: Iterable[tuple[int, int]]) -> bool:
    return _is_at(found.start(), places)


def _is_at(place: int, places: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in places)


def _found(
    pattern: re.Pattern[str], replacement: str, text: str, code: tuple[tuple[int, int], ...]
) -> Iterator[Cut]:
    for found in pattern.finditer(text):
        if not _is_within(found, code):
            yield found.start(), found.end(), replacement


def _code(text: str, tokens: Iterable[Token]) -> Iterator[tuple[int, int]]:
    """Yield where blocks of code stand."""
    places = SourceMap(text)
    for token in tokens:
        if token.type in ("fence", "code_block") and token.map:
            yield places.line_start(token.map[0]), places.line_start(token.map[1])


def document(
    title: str, description: str, lines: Iterable[str], *, heading: bool = True
) -> StagedPage:
    """Return a page of its title and its lines."""
    body = "\n".join(lines).strip("\n")
    return StagedPage(title, description, f"# {literal(title)}" if heading and title else "", body)
