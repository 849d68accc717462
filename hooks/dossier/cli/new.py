"""`dossier new`: a file to begin with, which passes the check, or a workflow for a proof."""

from __future__ import annotations

import re
from pathlib import Path

import click

from dossier.cli.new_project import begin_project
from dossier.cli.new_proof import proof_workflow
from dossier.cli.next_step import tell_next
from dossier.cli.options import config_option, read_project, record_named, reporting_errors
from dossier.configuration.read import read_configuration
from dossier.load.tree import GENERATED
from dossier.model.ids import checked_id, make_id
from dossier.model.scales import STRENGTH_MEANS
from dossier.plain.errors import ConfigError
from dossier.plain.files import write_new
from dossier.plain.transaction import is_linked, writing
from dossier.plain.written_places import refuse_git
from dossier.publishing.legal_forms import suggested_aliases

SCHEMAS = "docs/schemas"
"""Where the schemas are that scaffolds name, below the project's root."""

APPLICATION = """\
---
# yaml-language-server: $schema=../../../docs/schemas/application.json
# Every field: `dossier help application`
company: {title}
{aliases}
# status: drafting          # or let events say it: `dossier log {id} applied`
# lead: ml-engineer         # a lead of content/profile.yml
roles:
  - id: role
    title: The posting's title
    # url: https://…
    # asks: [What the posting asks for]
    # posting: {{file: posting.md, checked: 2026-01}}   # save it beside this file
proof_points: []
#  - id: first
#    requirement: What they ask for, in their words
#    evidence: [file/record]
#    claim: One sentence; a figure as [](evidence:file/record#metric)
#    strength: strong        # {strengths}
gaps: []
---

## Context

What the company does, and why you.

## Pitch

Two sentences. Shared with the recipient of a link, like *Why* and *Letter*; all else stays here.

## Notes
"""

PROJECT = """\
---
# yaml-language-server: $schema=../../docs/schemas/project.json
# Every field: `dossier help project`
title: {title}
audience: private           # public puts it on the site; shared: recipients of a link alone
line: One sentence that says what it is.
status: active              # active planned retired; retired prints as Finished
skills: []
headline: []                # metrics for its card: {id}/record#metric
---

What it does and for whom. Cite records as `[in words](evidence:{id}/record)`, and take figures
from them: `[](evidence:{id}/record#metric)`.
"""

EVIDENCE = """\
# yaml-language-server: $schema=../../docs/schemas/evidence.json
# Every field: `dossier help evidence.evidence`
# project: {id}             # the project these records belong to
audience: private           # public puts them on the site; shared: recipients of a link alone
evidence: []
#  - id: first
#    claim: One sentence that can be checked.
#    kind: benchmark         # upstream-tests benchmark production release publication code
#                            # employment credential
#    check: rerun            # rerun third-party inspect statement
#    part: led               # sole led contributed used
#    metrics:
#      - {{id: gain, name: gain, value: 22, unit: "%", op: "+", baseline: what it is compared with}}
#      - {{id: time, name: build time, value: 4, unit: min, before: 9, scope: on what}}
#    method: How it was measured
#    limits: What it does not show
#    date: 2026-01
#    source: {{label: Report, url: https://…}}             # printed: … for what is on paper
#    skills: []
"""

STORY = """\
---
# yaml-language-server: $schema=../../docs/schemas/story.json
title: {title}
---

What it was about, what you did, what came of it. A dossier tells it below its questions:
`### Tell me of a failure {{ story={id} }}`. Private, like all prepared answers.
"""

_YAML_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""What some reader of YAML takes for something else than text."""
_KINDS = {
    "application": ("applications/{id}/index.md", APPLICATION),
    "project": ("projects/{id}.md", PROJECT),
    "evidence": ("evidence/{id}.yml", EVIDENCE),
    "story": ("stories/{id}.md", STORY),
}


PROOF = "proof"
"""The kind that begins no file of content/."""


@click.command()
@click.argument("kind", type=click.Choice([*_KINDS, PROOF]))
@click.argument("name")
@click.option("--id", "entry_id", help="The id, if the name gives no good one: `acme-labs`.")
@click.option("--run", metavar="COMMAND", help="Of a proof: what measures it, `make bench`.")
@click.option("--at", metavar="PLACE", help="Of a proof: where its result stands, `a.json#/gain`.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Of a proof: write to this file, which must not exist, instead of to the terminal.",
)
@config_option
@reporting_errors
def new(
    kind: str,
    name: str,
    config_file: Path,
    *,
    entry_id: str | None,
    run: str | None,
    at: str | None,
    output: Path | None,
) -> None:
    """Begin an application, project, file of evidence or story, or a proof of a record.

    NAME is the company's, the project's, the topic's or the story's: `dossier new application
    "Acme Corp"`. The file's id is made from it, unless --id says another. Of a proof it is the
    record's, and what is printed is a workflow for the repository of what is measured.
    """
    if kind == PROOF:
        _begin_proof(name, config_file, (run, at, output))
    elif run or at or output:
        raise ConfigError("--run, --at and --output are of a proof alone", "leave them out")
    else:
        _begin_file(kind, name, entry_id, config_file)


def _begin_proof(
    name: str, config_file: Path, asked: tuple[str | None, str | None, Path | None]
) -> None:
    run, at, output = asked
    text, told = proof_workflow(record_named(read_project(config_file)[1], name), run, at)
    if output:
        refuse_git(output)
        write_new(output, text)
    else:
        click.echo(text, nl=False)
    click.echo(told, err=True)


def _begin_file(kind: str, name: str, entry_id: str | None, config_file: Path) -> None:
    settings = read_configuration(config_file.resolve()).settings
    name = " ".join(name.split())
    if not name.isprintable():
        message = "the name has characters that cannot be shown"
        raise ConfigError(message, "letters, digits, signs and spaces are fine")
    entry_id = make_id(name) if entry_id is None else checked_id(entry_id)
    where, scaffold = _KINDS[kind]
    file = where.format(id=entry_id)
    if file in GENERATED:
        raise ConfigError(f"{file} is drawn from the data", "give yours another name")
    path = settings.content / file
    if is_linked(settings.content, file):
        raise ConfigError(f"{path} is a link, or lies in one", "put the folder itself there")
    if kind == "project" and begin_project(config_file, entry_id, name):
        tell_next(config_file)
        return
    others = ", ".join(map(_quoted, suggested_aliases(name)))
    aliases = f"# aliases: [{others}]".ljust(27) + " # other names that no public text may hold"
    strengths = f"\n#{' ' * 27}# ".join(f"{word}: {it}" for word, it in STRENGTH_MEANS.items())
    parts = {"id": entry_id, "title": _quoted(name), "aliases": aliases, "strengths": strengths}
    with writing(settings.root):
        write_new(path, scaffold.format(**parts))
    click.echo(f"{path.relative_to(settings.root)} is there. Fill it in, then run `dossier check`.")


def _quoted(name: str) -> str:
    """Return a name as YAML that cannot be read as anything but text."""
    if re.fullmatch(r"[A-Za-z][\w .&+-]*", name) and name.casefold() not in _YAML_WORDS:
        return name
    return '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
