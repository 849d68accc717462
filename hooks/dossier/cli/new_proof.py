"""A workflow that measures what a record says on a host's machine, and has it signed there."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from dossier.model.library import RecordEntry
from dossier.plain.errors import ConfigError
from dossier.plain.patterns import pattern
from dossier.verify.artifacts import Location, is_value, parse_location

WORKFLOW = """\
# Measures what the record {record} says, on a machine that is not the author's, and has the
# result signed there. Made by `dossier new proof`; for the repository of what is measured:
# {workflow}
name: {name}
on:
  workflow_dispatch: {{}}
  release: {{types: [published]}}
permissions: {{}}
jobs:
  proof:
    runs-on: ubuntu-24.04
    timeout-minutes: 60
    permissions:
      contents: read
      id-token: write # says to the authority of certificates which workflow this is
      attestations: write
    steps:
      - uses: actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0
        with: {{persist-credentials: false}}
      # What the command needs is installed here, pinned: whatever runs can write the result.
      - name: Measure
        run: {run}
      - name: Attest
        id: attest
        uses: actions/attest@59d89421af93a897026c735860bf21b6eb4f7b26 # v4.1.0
        with:
          subject-path: {file}
      - name: Lay the attestation beside it
        run: mkdir proof && cp "$FILE" proof/ && cp "$BUNDLE" proof/attestation.json
        env:
          BUNDLE: ${{{{ steps.attest.outputs.bundle-path }}}}
          FILE: {file}
      - uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
        with: {{name: proof, path: proof/, if-no-files-found: error}}
"""
TOLD = """\
Put it into the repository as {workflow}, commit, and run it there.
Unpack what it uploads, `proof`, into content/{folder}/ and write of {record}:
    source:
      label: {label}
      repo: {repo}
      workflow: {workflow}
      path: {path}
      attestation: {folder}/attestation.json
Then run `dossier verify {record}`."""
_UNFIT = pattern(r"[*?\[\]{}!\\\n]|\$\{\{")
"""What the action would take for a pattern, or the host for an expression."""


def proof_workflow(entry: RecordEntry, run: str | None, at: str | None) -> tuple[str, str]:
    """Return the workflow, and how to go on. Raises ConfigError for what cannot be measured."""
    if not (run and at):
        hint = '`dossier new proof file/record --run "make bench" --at report.json#/precision`'
        raise ConfigError("a proof needs what is run, and where its result stands", hint)
    place = _place(at)
    if not run.isprintable():
        raise ConfigError("the command does not stand on one line", "put more into a script")
    slug = entry.id.replace("/", ".")
    source = entry.record.source
    names = {
        "record": entry.id,
        "workflow": f".github/workflows/proof-{slug}.yml",
        "folder": f"proofs/{slug}",
        "repo": (source and source.repo) or "https://github.com/OWNER/NAME",
        "label": json.dumps(source.label if source else "Measured", ensure_ascii=False),
    }
    quoted = {"name": f"Proof of {entry.id}", "run": run, "file": place.file}
    # JSON's strings are YAML's too, and nothing in them ends one.
    spelled = {key: json.dumps(text, ensure_ascii=False) for key, text in quoted.items()}
    # What the artifact is called beside its attestation.
    path = json.dumps(str(Location(PurePosixPath(place.file).name, place.place)))
    return WORKFLOW.format(**names | spelled), TOLD.format(path=path, **names)


def _place(at: str) -> Location:
    """Return where the result stands. Raises ConfigError unless a value does, in one file."""
    place = parse_location(at)
    path = PurePosixPath(place.file)
    is_below = not path.is_absolute() and ".." not in path.parts and place.file.isprintable()
    if not place.file or not is_below or _UNFIT.search(place.file):
        raise ConfigError(f"`{at}` names no file below the repository", "write `report.json#/gain`")
    if not is_value(place.place):
        hint = "write `report.json#/gain`, `table.csv#row=2,col=gain` or `junit.xml#passed`"
        raise ConfigError(f"`{at}` names no place at which a value stands", hint)
    return place
