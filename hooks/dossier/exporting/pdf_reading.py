"""A PDF as a program reads it: its lines, columns and pictures, and text that is not drawn.

Whether text is seen follows from what is set when it is drawn: its colour, size, place and mode.
"""

from __future__ import annotations

import io
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import PageObject, PdfReader

from dossier.exporting.reading import Hidden, ReadDocument
from dossier.plain.errors import ConfigError

SMALLEST = 4.0
"""The size, in points, below which nobody reads."""
LARGE = 0.08
"""The part of a page from which on a picture may hold text."""
FEWEST_LINES = 5
"""How many lines begin at one place beside others before it is a column."""
_ASIDE = 0.12
"""How far from the first column a second one begins, in parts of the page's width."""
_WHITE = 0.97
_INVISIBLE = 3
_SHOWING = (b"Tj", b"TJ", b"'", b'"')
Matrix = Sequence[float]


def read_pdf(content: bytes) -> ReadDocument:
    """Return what a program reads. Raises ConfigError if it is no PDF, or needs a password."""
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        pages = [_Page(page) for page in reader.pages]
        for page in pages:
            page.read()
    # pypdf raises whatever a broken file leads it to.
    except Exception as error:
        raise ConfigError("this is no PDF that can be read", "save it again") from error
    numbered = list(enumerate(pages, start=1))
    return ReadDocument(
        lines=tuple(line for page in pages for line in page.lines),
        pictures=tuple(f"page {n}" for n, page in numbered if page.has_picture),
        columns=tuple(f"page {n}" for n, page in numbered if page.has_columns),
        hidden=tuple(hidden for page in pages for hidden in page.hidden),
    )


@dataclass(slots=True)
class _State:
    """What is set while text is drawn."""

    colour: tuple[float, ...] = (0.0,)
    mode: int = 0
    font_size: float = 0.0


@dataclass
class _Page:
    """Reads one page."""

    page: PageObject
    lines: list[str] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    has_picture: bool = False
    _state: _State = field(default_factory=_State)
    _kept: list[_State] = field(default_factory=list)
    _starts: list[tuple[float, float]] = field(default_factory=list)

    def read(self) -> None:
        """Go through all that is drawn."""
        text = self.page.extract_text(visitor_operand_before=self._operand, visitor_text=self._text)
        self.lines = text.splitlines()

    @property
    def has_columns(self) -> bool:
        """Whether lines begin at a second place far from the first, again and again."""
        rows: dict[int, list[float]] = defaultdict(list)
        for x, y in self._starts:
            rows[round(y / 3)].append(x)
        width = float(self.page.mediabox.width)
        left = min((x for x, _ in self._starts), default=0)
        aside = [x for xs in rows.values() for x in xs if x > left + _ASIDE * width]
        counted = Counter(round(x / 4) for x in aside)
        return max(counted.values(), default=0) >= FEWEST_LINES

    def _text(self, text: str, cm: Matrix, tm: Matrix, _font: Any, _size: float) -> None:  # noqa: ANN401
        if text.strip():
            self._starts.append(_place(cm, tm))

    def _operand(self, operator: bytes, operands: Any, cm: Matrix, tm: Matrix) -> None:  # noqa: ANN401
        state = self._state
        match operator:
            case b"q":
                self._kept.append(replace(state))
            case b"Q" if self._kept:
                self._state = self._kept.pop()
            case b"g" | b"rg" | b"k" | b"sc" | b"scn":
                state.colour = tuple(float(x) for x in operands if _is_number(x))
                if operator == b"k":
                    state.colour = (1.0 - max(state.colour, default=1.0),)
            case b"Tr":
                state.mode = int(operands[0])
            case b"Tf":
                state.font_size = float(operands[1])
            case b"Do":
                self.has_picture |= self._is_large(operands[0], cm)
            case _ if operator in _SHOWING:
                self.hidden += [Hidden(why) for why in self._why_unseen(cm, tm)]

    def _why_unseen(self, cm: Matrix, tm: Matrix) -> Iterator[str]:
        state = self._state
        x, y = _place(cm, tm)
        up = tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3]
        height = math.hypot(*up)
        box = self.page.mediabox
        if state.mode == _INVISIBLE:
            yield "for it is not drawn"
        elif state.colour and min(state.colour) >= _WHITE:
            yield "for it is white"
        elif 0 < state.font_size * height < SMALLEST:
            yield f"for it is smaller than {SMALLEST:g} points"
        elif not (box.left - 5 <= x <= box.right + 5 and box.bottom - 5 <= y <= box.top + 5):
            yield "for it stands outside of the page"

    def _is_large(self, name: object, cm: Matrix) -> bool:
        drawn = (self.page.get("/Resources") or {}).get("/XObject") or {}
        found = drawn.get(name)
        if found is None or found.get_object().get("/Subtype") != "/Image":
            return False
        area = abs(cm[0] * cm[3] - cm[1] * cm[2])
        box = self.page.mediabox
        return area >= LARGE * float(box.width) * float(box.height)


def _place(cm: Matrix, tm: Matrix) -> tuple[float, float]:
    """Return where text begins on the page, in points."""
    x, y = tm[4], tm[5]
    return x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]


def _is_number(value: object) -> bool:
    return bool(re.fullmatch(r"-?[\d.]+", str(value)))
