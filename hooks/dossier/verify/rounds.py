"""A round over all addresses of sources: what each answered, kept until the round is through.

Who interrupts one goes on where it was. What is kept of an answer is whether quotes stand in it,
never what it says: one line an address, in a file that is gone when all have answered.
"""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Self

from dossier.plain.files import OWNER_FILE
from dossier.plain.frozen import frozen
from dossier.verify.batch import Throttle, ask_all
from dossier.verify.quotes import QuoteFound, look_for, page_text
from dossier.verify.web import AnswerKind, RequestOptions, Response, ask

FILE = ".dossier/verify-round.jsonl"
"""Where an unfinished round is kept, from the project's root."""
MAX_PAGE = 2_000_000
"""How much of a page is read for a quote, in bytes."""
_VERSION = 2

Wanted = Mapping[str, frozenset[str]]
"""Addresses, each with the quotes that are looked for in what it sends."""


@frozen
class Answer:
    """What is kept of what an address answered."""

    response: Response
    """Without its content."""
    quotes: Mapping[str, QuoteFound] = field(default_factory=dict)
    """What was looked for in it, if it could be read."""


class Round:
    """A round, its answers kept below the root of a project."""

    def __init__(
        self, root: Path, day: str, wanted: Wanted, *, is_local_allowed: bool = False
    ) -> None:
        self._path, self._wanted = root / FILE, wanted
        # Where one's own network is asked, what was refused before is no answer.
        self._head = {"version": _VERSION, "day": day, "local": is_local_allowed}
        self.before: Mapping[str, Answer] = _known(self._path, self._head, wanted)
        """What was answered before it was interrupted."""

    def ask(self, options: RequestOptions, throttle: Throttle) -> Iterator[tuple[str, Answer]]:
        """Yield each address that is left with its answer, as they come."""
        left = [url for url in self._wanted if url not in self.before]
        with _Journal(self._path, self._head, is_new=not self.before) as journal:

            def ask_one(url: str, each: RequestOptions) -> Response:
                quotes = self._wanted[url]
                response = ask(url, replace(each, largest=MAX_PAGE if quotes else 0))
                if response.kind is not AnswerKind.PASSING:
                    # At once: whoever interrupts the round stops listening first.
                    journal.add(url, _answer(response, quotes))
                return response

            for url, response in ask_all(left, options, throttle, ask_one):
                yield url, journal.added.get(url) or journal.add(url, Answer(response))

    def end(self) -> None:
        """Forget the answers: they were told."""
        self._path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._path.parent.rmdir()


def _answer(response: Response, quotes: frozenset[str]) -> Answer:
    bare = replace(response, content=b"", form="")
    if response.kind is not AnswerKind.GOOD or not quotes:
        return Answer(bare)
    text = page_text(response.content, response.form)
    if text is None:
        why = f"it sends {response.form or 'no text'}, in which no quote is looked for"
        return Answer(bare, dict.fromkeys(quotes, QuoteFound(why)))
    return Answer(bare, {quote: look_for(quote, text) for quote in quotes})


class _Journal:
    """The file of a round while it is written, by the threads that ask."""

    def __init__(self, path: Path, head: Mapping[str, object], *, is_new: bool) -> None:
        self.added: dict[str, Answer] = {}
        path.parent.mkdir(mode=0o700, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW
        self._file: int | None = os.open(path, flags | os.O_TRUNC * is_new, OWNER_FILE)
        self._lock = threading.Lock()
        # Behind a line that was cut off another begins.
        self._write(_line(head) if is_new else b"\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            file, self._file = self._file, None
        if file is not None:
            os.close(file)

    def add(self, url: str, answer: Answer) -> Answer:
        """Keep an answer, and return it."""
        self.added[url] = answer
        self._write(_spelled(url, answer))
        return answer

    def _write(self, line: bytes) -> None:
        with self._lock:
            if self._file is not None:
                os.write(self._file, line)


def _spelled(url: str, answer: Answer) -> bytes:
    found = answer.response
    told = {"kind": found.kind, "said": found.said, "moved": found.moved}
    quotes = {quote: [found.why_not, found.spelled] for quote, found in answer.quotes.items()}
    return _line({"url": url, **told, "elsewhere": found.elsewhere, "quotes": quotes})


def _line(values: Mapping[str, object]) -> bytes:
    return json.dumps(values).encode() + b"\n"


def _known(path: Path, head: Mapping[str, object], wanted: Wanted) -> dict[str, Answer]:
    """Return what an unfinished round of the same kind and day knows of what is wanted."""
    try:
        first, *lines = path.read_bytes().splitlines()
        if json.loads(first) != head:
            return {}
    except (OSError, ValueError):
        return {}
    found = dict(answer for line in lines for answer in _parsed(line))
    return {
        url: found[url]
        for url, quotes in wanted.items()
        if url in found and (quotes <= found[url].quotes.keys() or not _is_good(found[url]))
    }


def _is_good(answer: Answer) -> bool:
    return answer.response.kind is AnswerKind.GOOD


def _parsed(line: bytes) -> Iterator[tuple[str, Answer]]:
    """Yield the answer of a line, nothing for one that was cut off."""
    with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
        kept = json.loads(line)
        said, moved, elsewhere = (str(kept[name]) for name in ("said", "moved", "elsewhere"))
        response = Response(AnswerKind(kept["kind"]), said, moved, elsewhere=elsewhere)
        quotes = {str(q): QuoteFound(*map(str, found)) for q, found in kept["quotes"].items()}
        yield str(kept["url"]), Answer(response, quotes)
