"""Files of the served site that are drawn when somebody asks for them.

What recipients would see, and the index of the search: an edit would draw them again each time,
and few are looked at between two edits.
"""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from pathlib import Path
from threading import RLock
from typing import Any

from dossier.adapters.private_server import Application, Environment, Start
from dossier.plain.errors import ConfigError
from dossier.plain.frozen import changing, frozen
from dossier.render.template_faults import fault_in_template

log = logging.getLogger("mkdocs.plugins.dossier")

Draw = Callable[[str], Mapping[str, str]]
"""Returns the files, by path, that are to be there before a path is answered; none for most."""


def _nothing(_: str) -> Mapping[str, str]:
    return {}


@changing
class LateFiles:
    """The files of one site that were asked for, which go when it is built again."""

    folder: Path | None = None
    draw: Draw = _nothing
    lock: Any = field(default_factory=RLock)
    """Held while the site is built, so that nothing is drawn of half of it."""
    asked: set[str] = field(default_factory=set)
    written: set[Path] = field(default_factory=set)

    def begin(self, folder: Path, draw: Draw) -> None:
        """Let the files be those of a site that was built in a folder."""
        self.forget()
        self.folder, self.draw = folder, draw

    def forget(self) -> None:
        """Take away what was drawn: it may be different now."""
        for path in self.written:
            path.unlink(missing_ok=True)
        self.written.clear()
        self.asked.clear()

    def prepare(self, name: str) -> None:
        """Draw what a path below the site asks for, unless it is there."""
        with self.lock:
            if self.folder is None or name in self.asked:
                return
            files = self.draw(name)
            self.asked.update(files)
            for path, text in files.items():
                file = self.folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8", newline="")
                self.written.add(file)


@frozen
class Prepared:
    """An application whose late files are drawn before it answers."""

    application: Application
    late: LateFiles
    mount: str
    """The path below which the site stands; it begins and ends with a slash."""

    def __call__(self, environ: Environment, start_response: Start) -> Iterable[bytes]:
        """Answer a request."""
        # As the engine reads it.
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(self.mount):
            name = posixpath.normpath("/" + path[len(self.mount) :]).lstrip("/")
            try:
                for each in (name, f"{name}/index.html"):
                    self.late.prepare(each)
            except Exception as error:
                told = error if isinstance(error, ConfigError) else fault_in_template(error)
                if told is None:
                    raise
                log.warning("%s cannot be drawn: %s", name, told)
        return self.application(environ, start_response)
