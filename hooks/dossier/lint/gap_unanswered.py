"""Every must that is weak or missing has a framing and a prepared question, once it is sent."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.match.gaps import unanswered
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Find what a recruiter will ask and nothing is prepared for."""
    entry = view.application
    for found in unanswered(entry) if entry and entry.application.may_be_asked else ():
        row = found.row
        lacks, cures = [], []
        if found.lacks_framing:
            lacks.append("how you put it")
            gap = f"{{id: {row.id}, about: {row.id}, gap: What you lack, framing: How you put it}}"
            cures.append(f"below `gaps:` in the head of this file `- {gap}`")
        if found.lacks_question:
            lacks.append("what you answer if they ask")
            heading = f"### What of it? {{ about={row.id} }}"
            cures.append(f"below `## Questions` `{heading}` and the answer")
        shown = "nothing" if row.strength == "none" else "little"
        message = f"{shown} shows the must `{row.id}`, and it is not said {' and '.join(lacks)}"
        where = view.source.locate(("proof_points", found.position))
        yield warning("gap-unanswered", where, message, f"write {', and '.join(cures)}")


RULE = Rule("gap-unanswered", check=check, private_only=True)
