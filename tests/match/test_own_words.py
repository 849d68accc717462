"""What the author has said is known word for word, and nothing else is."""

from pathlib import Path

import pytest

from dossier.build import Project
from dossier.match.own_words import is_own, own_sentences
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.settings import Settings
from tests.sites import project

FILES = {
    "content/profile.yml": (
        "name: Ada\nwork:\n  - {employer: A, summary: Ran it., highlights: [Cut *9* of 10]}\n"
        "education: [{field: Law, degree: BA, to: 2015}]\ncertificates: [{name: Forklift}]\n"
    ),
    "content/projects/loom.md": "---\ntitle: Loom\nline: It weaves\n---\n\n- 40 users\n",
}


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Cut 9 of 10", True),
        ("Ran it.", True),
        ("BA, Law, 2015", True),
        ("Forklift", True),
        ("40 users", True),
        ("It weaves", True),
        ("Cut 9", False),
        ("Cut 9 of 10, ran it.", False),
        ("", False),
    ],
)
def test_only_whole_lines_are_own(tmp_path: Path, claim: str, *, expected: bool) -> None:
    project(tmp_path, FILES)
    settings = Settings(tmp_path, tmp_path / "content")
    library = Project.read(settings).view(Audience.PRIVATE).library
    assert is_own(claim, own_sentences(library)) is expected


def test_where_nobody_has_said_anything_nothing_is_own() -> None:
    assert own_sentences(Library(Audience.PRIVATE)) == frozenset()
