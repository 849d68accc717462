"""Processes that begin as new ones do, without the half second in which one imports everything.

Each is forked from one that knows all modules, is given streams that are open or closed, as a shell
would give them, and ends as an interpreter ends. Run as a script this is the one they come from.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import IO

from tests.builders import REPOSITORY

STREAMS = {"stdin": "r", "stdout": "w", "stderr": "w"}
"""The standard streams in the order of their numbers, and how each is opened."""
_LATE = ("mcp.server", "mkdocs.commands.build", "pathspec.gitignore")
"""What some commands import when they need it, and what takes long."""
Ends = Mapping[str, Path | None]
"""Where standard streams lead. At None they are closed."""


class Warm:
    """A process that others are forked from."""

    def __init__(self, orders: IO[str], codes: IO[str]) -> None:
        self._orders, self._codes = orders, codes

    def run(self, folder: Path, arguments: Sequence[str], ends: Ends) -> tuple[int, str]:
        """Run `dossier`, and return its exit code and all that it printed.

        A stream that `ends` does not name is empty, or kept in the folder until it is returned.
        """
        kept = folder / ".printed"
        kept.touch()
        known = {"stdin": Path(os.devnull), "stdout": kept, "stderr": kept, **ends}
        order = [list(arguments), [str(known[name]) if known[name] else None for name in STREAMS]]
        print(json.dumps(order), file=self._orders, flush=True)
        code = int(self._codes.readline())
        printed = kept.read_text(encoding="utf-8")
        kept.unlink()
        return code, printed


@contextmanager
def warmed() -> Iterator[Warm]:
    """Yield a process that knows all modules."""
    (asked, ask), (told, tell) = os.pipe(), os.pipe()
    command = [sys.executable, "-m", "tests.cli.warm", str(asked), str(tell)]
    with ExitStack() as stack:
        process = subprocess.Popen(command, cwd=REPOSITORY, pass_fds=(asked, tell))
        stack.callback(process.wait)
        os.close(asked)
        os.close(tell)
        codes = stack.enter_context(os.fdopen(told))
        yield Warm(stack.enter_context(os.fdopen(ask, "w")), codes)


def _serve(asked: int, tell: int) -> None:
    """Fork a process for each order. Return in each of them, not in their parent."""
    for module in walk_packages(import_module("dossier").__path__, "dossier."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name in _LATE:
        import_module(name)
    gc.freeze()
    with os.fdopen(asked) as orders, os.fdopen(tell, "w") as codes:
        while order := orders.readline():
            forked = os.fork()
            if not forked:
                break
            code = os.waitstatus_to_exitcode(os.waitpid(forked, 0)[1])
            print(code, file=codes, flush=True)
        else:
            sys.exit()
    arguments, ends = json.loads(order)
    sys.argv[1:] = arguments
    _lead(ends)


def _lead(ends: Sequence[str | None]) -> None:
    """Lead the standard streams to files, or close them, as an interpreter finds them."""
    flags = {"r": os.O_RDONLY, "w": os.O_WRONLY | os.O_APPEND}
    modes = zip(STREAMS.values(), ends, strict=True)
    opened = [end and os.open(end, flags[mode]) for mode, end in modes]
    for number, held in enumerate(opened):
        os.dup2(held, number) if held else os.close(number)
    os.closerange(len(opened), len(opened) + 60)
    for number, (name, mode) in enumerate(STREAMS.items()):
        stream = open(number, mode, closefd=False) if opened[number] else None  # noqa: SIM115
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


if __name__ == "__main__":
    _serve(int(sys.argv[1]), int(sys.argv[2]))
    import_module("dossier.cli").main()
