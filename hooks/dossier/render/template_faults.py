"""An error that a template of the site's own raised, to where it stands in it and what is wrong.

Jinja puts the lines of templates into tracebacks. An error of the package's own templates is the
site's all the same if it has some beside them: they were copied from those of another version.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, TracebackType

from jinja2 import Environment, FileSystemLoader, Template, TemplateNotFound, TemplateSyntaxError
from jinja2 import TemplateError as JinjaError
from jinja2.environment import TemplateModule

from dossier.plain.errors import TemplateError
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem
from dossier.templates import THEME

_QUOTED = pattern(r"'([^'\n]+)'")
_INSTALLED = frozenset({"site-packages", "dist-packages"})
_MENDED = "compare it with the template of that name in the package's theme/ folder"
_LACKING = "a template of yours lacks what this one asks of it: compare yours with the package's"

Line = tuple[Path, int]
"""A file and a line in it, which counts from 1."""


def fault_in_template(error: BaseException) -> TemplateError | None:
    """Return what a template of the site's own did wrong, None if it was none of these."""
    frames = [*_frames(error.__traceback__)]
    lines = [*filter(None, map(_line, frames)), *_named(error, frames)]
    own, hint = [line for line in lines if _is_own(line[0])], _MENDED
    if not own and isinstance(error, JinjaError) and _has_own(frames):
        own, hint = lines, _LACKING
    if not own:
        return None
    file, number = own[-1]
    message = _message(error)
    where = Place(_shown(file), number, _column(file, number, message))
    return TemplateError(str(Problem("template-broken", where, message, hint)))


def _frames(traceback: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    while traceback:
        yield traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next


def _line(place: tuple[FrameType, int]) -> Line | None:
    """Return the line of a template that a frame runs, None if it runs something else."""
    frame, number = place
    file = Path(frame.f_code.co_filename)
    if "__jinja_exception__" in frame.f_globals:
        return file, number
    environment = frame.f_globals.get("environment")
    if "debug_info" not in frame.f_globals or not isinstance(environment, Environment):
        return None
    # It runs outside of what Jinja puts in order: a macro that Python called.
    found = Template.from_module_dict(environment, frame.f_globals, {})
    return file, found.get_corresponding_lineno(number)


def _named(error: BaseException, frames: list[tuple[FrameType, int]]) -> Iterator[Line]:
    """Yield the template that an error names, or that cannot even be read."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        yield Path(error.filename), error.lineno
    if isinstance(error, UnicodeDecodeError) and frames:
        name = frames[-2][0].f_locals.get("filename") if len(frames) > 1 else None
        yield from [(Path(name), 1)] if isinstance(name, str) else []
    if isinstance(error, AttributeError) and isinstance(error.obj, TemplateModule):
        macros = (getattr(each, "_func", None) for each in vars(error.obj).values())
        yield from ((Path(each.__code__.co_filename), 1) for each in macros if each)


def _is_own(file: Path) -> bool:
    return not file.is_relative_to(THEME) and _INSTALLED.isdisjoint(file.parts)


def _has_own(frames: list[tuple[FrameType, int]]) -> bool:
    """Whether a site has templates beside the package's."""
    found = (frame.f_locals.get("self") for frame, _ in frames)
    engines = {each.environment for each in found if isinstance(each, Template)}
    loaders = (engine.loader for engine in engines)
    folders = (f for each in loaders if isinstance(each, FileSystemLoader) for f in each.searchpath)
    return any(_is_own(Path(f)) and any(Path(f).rglob("*.html")) for f in folders)


def _message(error: BaseException) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template `{error.name}`"
    if isinstance(error, UnicodeDecodeError):
        return "the file is not UTF-8 text"
    said = (error.message if isinstance(error, JinjaError) else str(error)) or type(error).__name__
    return _QUOTED.sub(r"`\1`", " ".join(said.split())).removesuffix(".")


def _column(file: Path, number: int, message: str) -> int:
    """Return where in its line stands what a message names, else where the line begins."""
    try:
        text = file.read_text(encoding="utf-8").splitlines()[number - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        return 1
    names = [re.escape(name) for name in re.findall("`([^`]+)`", message)]
    found = re.search(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", text) if names else None
    return (found.start() if found else len(text) - len(text.lstrip())) + 1


def _shown(file: Path) -> str:
    """Return a path as it is found from where the command runs."""
    near = os.path.relpath(file)
    return Path(file if near.startswith("..") else near).as_posix()
