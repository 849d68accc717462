"""The subcommands and what each does, told without importing what any of them needs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

WRONG_USE = 2
"""The exit code when the configuration, the command line or the system cannot be worked with."""
SUMMARIES = {
    "accept": "Check a SIGNATURE of what `dossier ask` printed, and keep it in content/proofs/.",
    "apply": "Apply a PATCH that an assistant made: all of it, or nothing.",
    "ask": "Print what another person is asked to sign of a RECORD: six lines, and how.",
    "build": "Write the site: the public one into site/, or everything with --private DIR.",
    "check": "List everything that is wrong in content/, each with its place and a cure.",
    "confirm": "Ask you whether a RECORD is right, and let it count if you say so.",
    "context": "Print what an assistant needs of an APPLICATION, and may see.",
    "doctor": "Look for what this repository gives away, or could.",
    "export": "Write what a recipient, a form or a program is given of an APPLICATION.",
    "fit": "List what a saved POSTING asks for, each with the records that may answer it.",
    "fix": "Put references in place of typed figures.",
    "help": "Tell what a FIELD is for: `dossier help events`, `dossier help roles.fit`.",
    "import": "Import dossiers, résumés and saved postings as files of content/.",
    "init": "Begin a site of your own in DIRECTORY, or in this one.",
    "log": "Write down what happened with an APPLICATION, or will: `dossier log acme applied`.",
    "mcp": "Give an assistant a seat at one APPLICATION, over stdin and stdout (extra `mcp`).",
    "new": "Begin an application, project, file of evidence or story, or a proof of a record.",
    "posting": "Accept the saved postings of an APPLICATION, so that a change in them is told.",
    "publish": "Publish the public site and every live share, together, from this machine.",
    "review": "Read again what has changed in the evidence, and stamp it as reviewed.",
    "schema": "Print the JSON Schema of a KIND of file, or write all of them.",
    "search": "List the texts that hold all of the WORDS, saved postings among them.",
    "serve": "Show the private site on this machine only, rebuilt at every edit.",
    "share": "Make, list and withdraw links by which one recipient can read a dossier.",
    "show": "Tell what an ID stands for, its state, and where it is used.",
    "stage": "Write what the public may see into DIRECTORY, as plain Markdown and assets.",
    "status": "Tell where each dossier stands, what is due, and who was sent a link until when.",
    "verify": "Check the source of each record, of those with an ID or in a file named ID.",
    "withdraw": "Take away what somebody signed of a RECORD; the record may be gone already.",
}
"""The first sentence of each command's help, by the name of the command and of its module."""
EXPORTS = {
    "brief": "Write what the reader of an APPLICATION sees first, on exactly one sheet (A4).",
    "calendar": "Write next steps, events and expiring links as a calendar (.ics), for you alone.",
    "data": "Write a site as data: all of it as JSON, or a table for spreadsheets.",
    "form": "Print what application forms ask of an APPLICATION, as plain text to paste.",
    "letter": "Write the cover letter for an APPLICATION, its own or one put together.",
    "resume": "Write the résumé for an APPLICATION: what it emphasizes, as its reader may see it.",
}
"""The same of each command of `dossier export`; their modules are named `export_resume`."""


class CommandGroup(click.Group):
    """A group that imports a command when it is called, not to list, complete or refuse it."""

    prefix = ""
    """How the names of its commands' modules begin."""

    def main(self, *args: Any, **named: Any) -> Any:  # noqa: ANN401 - as click has it
        """Run a command line, by streams that are there, and tell what the system refused."""
        if None in {sys.stdin, sys.stdout, sys.stderr}:
            from dossier.cli.streams import open_closed  # noqa: PLC0415 - seldom

            open_closed()
        try:
            return super().main(*args, **named)
        except OSError as error:
            from dossier.cli.streams import spell_fault  # noqa: PLC0415 - as above

            click.echo(f"dossier: {spell_fault(error)}", err=True)
            sys.exit(WRONG_USE)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse what is no text: nothing that is written could say it. Files may be named so."""
        for arg in args:
            said = arg.encode("utf-8", "backslashreplace").decode()
            if said != arg and not os.path.lexists(arg):
                ctx.fail(f"`{said}` is not UTF-8")
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that a command line names, and the rest of the line."""
        name, listed, rest = super().resolve_command(ctx, args)
        return name, load_command(name, self.prefix) if name else listed, rest


def listed_commands(summaries: Mapping[str, str] = SUMMARIES) -> dict[str, click.Command]:
    """Return what stands for each command until it is called: its name and its summary."""
    return {name: click.Command(name, help=line) for name, line in summaries.items()}


def load_command(name: str, prefix: str = "") -> click.Command:
    """Import a command; `prefix` is that of its group's modules."""
    with importing():
        module = import_module(f"dossier.cli.{prefix}{module_of(name)}")
    command: click.Command = getattr(module, module_of(name))
    return command


def module_of(name: str) -> str:
    """Return the name of a command's module and function: no word of Python itself."""
    return f"{name}_" if iskeyword(name) else name


@contextmanager
def importing() -> Iterator[None]:
    """Leave the search for garbage off while modules are imported, and leave them out later.

    They stay, so that nothing of them is garbage; with the search a check takes a fifth longer.
    """
    before = len(sys.modules)
    gc.disable()
    try:
        yield
    finally:
        # First of all: the search begins as soon as it may.
        if len(sys.modules) > before:
            gc.freeze()
        gc.enable()
