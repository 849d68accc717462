"""What is wrong in a dossier and leaves a hole in its recipients' page, told from what does not."""

from pathlib import Path

import pytest

from dossier.build import Project
from dossier.model.audience import Audience
from dossier.publishing.unsent_parts import unsent_problems
from tests.builders import APPLICATION, MINIMAL, write_site

ACME = "content/applications/acme/index.md"
HOLES = {
    "a word that closes nothing": ("## Pitch\n", "## Pitch\n\nConfidential: no calls.\n"),
    "a private section below": ("## Pitch\n", "## Pitch\n\n### Notes\n"),
    "an audience that is none": ("## Pitch", "## Pitch { audience=publc }"),
    "an option that is none": ("## Pitch", "## Pitch { audiense=private }"),
    "a heading that is none": ("## Pitch\n", "## Pitch\n\n> ## My plan\n"),
    "a word that may close": ("## Pitch\n", "## Pitch\n\n**Notes:** low.\n"),
    "a key of a row": ("    strength: direct", "    strength: direct\n    nots: A caveat"),
    "a key of a role": ("  - id: ml\n", "  - id: ml\n    tittle: Engineer\n"),
    "a key": ("company: Acme", "company: Acme\ntitel: Engineer"),
    "a row's audience": ("    strength: direct", "    strength: direct\n    audience: shred"),
}
WHOLE = {
    "nothing": ("", ""),
    "a private value": ("company: Acme", "company: Acme\ntier: high"),
    "a key of a private value": ("company: Acme", "company: Acme\nnext: {do: Call, bye: 2026}"),
    "a private section": ("## Gaps", "## Gaps { odd=yes }"),
    "a heading in a private section": ("## Gaps\n", "## Gaps\n\n> ## Mine\n"),
    "what an assistant reads": (
        "## Gaps",
        "## Mine { audience=assistant }\n\n### Notes\n\n## Gaps",
    ),
}


def unsent(root: Path, old: str, new: str, *applications: str) -> list[str]:
    body = f"{APPLICATION}\n## Gaps\n\nNone.\n"
    assert old in body
    project = Project.read(write_site(root, MINIMAL | {ACME: body.replace(old, new, 1)}))
    told = project.view(Audience.PRIVATE).diagnosis.problems
    assert bool(told) == bool(new)
    return [each.where.file for each in unsent_problems(project.tree, applications, told)]


@pytest.mark.parametrize("change", HOLES.values(), ids=HOLES)
def test_what_leaves_a_hole_is_found(tmp_path: Path, change: tuple[str, str]) -> None:
    assert unsent(tmp_path, *change, "acme") == [ACME]


@pytest.mark.parametrize("change", WHOLE.values(), ids=WHOLE)
def test_what_is_wrong_in_what_nobody_else_reads_is_not(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    assert unsent(tmp_path, *change, "acme") == []


def test_what_is_wrong_in_a_dossier_that_is_not_sent_is_not(tmp_path: Path) -> None:
    assert unsent(tmp_path, *HOLES["a key"], "initech") == []
