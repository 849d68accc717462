"""What an input becomes to the files that hold it, and what is there of them already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dossier.importing.draft import Draft, Part
from dossier.importing.inert import Known, inert_line, inert_page, inert_prose, readable
from dossier.lint.silence import without_effect
from dossier.load.tree import classify
from dossier.model.evidence import RecordStatus
from dossier.model.page_names import IMPORTED
from dossier.plain.frozen import frozen
from dossier.plain.yaml_writing import write_yaml

POSTING = "posting.md"
_RECORDS = (
    "# Figures as they were told. What is `unconfirmed` counts once you say what shows it and\n"
    "# change its status. What stands behind # is proposed: take away # and blank if it is right.\n"
)
_PROPOSED = "Lines behind # are proposed: take away # and blank of those that are right."


@frozen
class Plan:
    """The files of one input, by their path below `content/`."""

    new: Mapping[str, bytes]
    same: tuple[str, ...]
    """Files that are there already and say the same."""
    others: tuple[str, ...]
    """Files that are there already and say something else: nothing is written."""


def files_of(draft: Draft, is_known: Known) -> dict[str, str]:
    """Return the files of an input by their path below `content/`, in the order of writing.

    What silences a problem is the author's to write: no mark of the input does. A posting, which
    silences nothing, stays as it is.
    """
    written = _written(draft, is_known)
    return {
        name: text if name.endswith(f"/{POSTING}") else without_effect(text)
        for name, text in written.items()
    }


def _written(draft: Draft, is_known: Known) -> dict[str, str]:
    files: dict[str, str] = {}
    if draft.records:
        records = write_yaml({"evidence": _inert(draft.records, is_known)}, draft.record_comments)
        name = f"evidence/{draft.id}.yml"
        is_told = any(record.get("status") == RecordStatus.UNCONFIRMED for record in draft.records)
        files[name] = schema_line(name) + _RECORDS * is_told + records
    for project_id, project in draft.projects.items():
        values = write_yaml(_inert(project.values, is_known))
        body = inert_page(project.body, is_known).strip("\n")
        name = f"projects/{project_id}.md"
        files[name] = f"---\n{schema_line(name)}{values}---\n\n{body}\n"
    if draft.application is not None:
        if draft.posting:
            files[f"applications/{draft.id}/{POSTING}"] = draft.posting.strip("\n") + "\n"
        name = f"applications/{draft.id}/index.md"
        files[name] = _dossier(draft, schema_line(name), is_known)
    elif draft.parts:
        name = f"{IMPORTED}{draft.id}.md"
        files[name] = _page(draft, schema_line(name), is_known)
    if draft.profile:
        profile = write_yaml(_inert(draft.profile, is_known))
        files["profile.yml"] = schema_line("profile.yml") + profile
    return files


def schema_line(name: str) -> str:
    """Return the line by which an editor finds the schema of a file below `content/`."""
    kind = classify(name)[0]
    up = "../" * (name.count("/") + 1)
    return f"# yaml-language-server: $schema={up}docs/schemas/{kind}.json\n"


def _dossier(draft: Draft, schema: str, is_known: Known) -> str:
    application = _inert(draft.dossier, is_known)
    front = write_yaml(application, draft.comments)
    if draft.comments:
        front = f"# {_PROPOSED}\n{front}"
    front = f"{schema}{front}"
    sections = [_section(part, draft, is_known) for part in draft.parts]
    body = readable("\n\n".join(sections), [str(application["company"])]).strip("\n")
    return f"---\n{front}---\n\n{body}\n" if body else f"---\n{front}---\n"


def _section(part: Part, draft: Draft, is_known: Known) -> str:
    heading = f"## {inert_line(part.title, is_known)}"
    options = f" {part.options}" if part.options else ""
    text = inert_prose(part.text, is_known).strip("\n")
    if part.name == "gaps" and draft.dossier.get("gaps"):
        text = f"{text}\n\n```gaps\n```".strip("\n")
    return f"{heading}{options}\n\n{text}".rstrip("\n")


def _page(draft: Draft, schema: str, is_known: Known) -> str:
    title = write_yaml({"title": f"Imported: {draft.id}", "audience": "private"})
    sections = [
        f"{'#' * part.level} {inert_page(part.title, is_known)}\n\n"
        f"{inert_page(part.text, is_known)}".strip("\n")
        for part in draft.parts
    ]
    return f"---\n{schema}{title}---\n\n" + "\n\n".join(sections) + "\n"


def _inert(value: Any, is_known: Known) -> Any:  # noqa: ANN401 - any plain value
    """Return plain values whose texts refer to nothing that is not there."""
    if isinstance(value, str):
        return inert_line(value, is_known)
    if isinstance(value, dict):
        return {key: _inert(item, is_known) for key, item in value.items()}
    if isinstance(value, list):
        return [_inert(item, is_known) for item in value]
    return value


def plan(content: Path, files: Mapping[str, str]) -> Plan:
    """Return which files are to be written. Nothing that is there is ever written over."""
    new: dict[str, bytes] = {}
    same: list[str] = []
    others: list[str] = []
    for name, text in files.items():
        path = content / name
        if not path.exists() and not path.is_symlink():
            new[name] = text.encode()
        elif says_the_same(path, text):
            same.append(name)
        else:
            others.append(name)
    return Plan(new, tuple(same), tuple(others))


def says_the_same(path: Path, text: str) -> bool:
    """Return whether a file says what a text does, comments aside."""
    if not path.is_file() or path.is_symlink():
        return False
    return _without_proposals(path.read_bytes()) == _without_proposals(text.encode())


def _without_proposals(text: bytes) -> bytes:
    """Return a file without its comments: what is proposed depends on what else is there."""
    return re.sub(rb"(?m)^[ ]*# .*\n", b"", text)
