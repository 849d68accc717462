"""What is held against the public view is worked out once, and its pages are drawn for nothing."""

import json
from pathlib import Path

import pytest

from dossier.build import Project
from dossier.lint.cache import forget
from dossier.memory import Memory
from dossier.plain.kept_facts import KeptFacts
from dossier.plain.problems import Problem
from dossier.publishing.naming import Naming
from tests.attacks.test_copied_dossier import COPY, NOTE, THEIRS, copied
from tests.attacks.test_private_entries import CLOSED, SAID
from tests.builders import MINIMAL, write_site

PAGE = "content/index.md"
SITE = (
    copied(f"Dear Zephyrworks Robotics team, {NOTE} {SAID}.")
    | {PAGE: f"{MINIMAL[PAGE]}\nAt Zephyrworks Robotics. {NOTE} {SAID}.\n"}
    | CLOSED["record"]
)
CODES = {"name-private", "other-dossier", "text-published"}


def diagnosed(
    root: Path, files: dict[str, str], before: dict[str, object]
) -> tuple[list[Problem], dict[str, object]]:
    """Return what a process of its own tells, and what it leaves to the next."""
    forget()
    project = Project.read(write_site(root, files))
    project.memory = Memory(facts=KeptFacts(before))
    known = project.diagnosis.problems
    anew = Project.read(write_site(root, files)).diagnosis.problems
    assert known == anew
    assert project.memory.facts
    return list(known), json.loads(json.dumps(project.memory.facts.now))


def test_what_is_kept_is_what_is_found_anew_and_the_public_view_is_not_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, left = diagnosed(tmp_path, SITE, {})
    assert {p.code for p in found} >= CODES
    drawn: list[object] = []
    show = Naming.shown.func  # type: ignore[attr-defined]

    def draw(naming: Naming) -> object:
        drawn.append(naming)
        return show(naming)

    monkeypatch.setattr(Naming.shown, "func", draw)
    quiet = SITE | {PAGE: MINIMAL[PAGE]}
    _, still = diagnosed(tmp_path, quiet, left)
    # Once each by what keeps, and by what it is held against.
    assert len(drawn) == 2
    drawn.clear()
    edited = quiet | {COPY: f"{SITE[COPY]}\nMore.\n"}
    diagnosed(tmp_path, edited, still)
    assert len(drawn) == 1
    # A name more, and a sentence that a page has, too.
    for files in (
        edited | {THEIRS: SITE[THEIRS].replace("Zephyrworks Robotics", "Qortex")},
        edited | {THEIRS: f"{SITE[THEIRS]}\nI measure what I build, qortex among it.\n"},
    ):
        diagnosed(tmp_path, files, still)
