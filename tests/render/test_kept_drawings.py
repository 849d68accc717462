"""Pages are drawn again where something that they read has changed, and nowhere else."""

from pathlib import Path

import pytest

from dossier.build import Project
from dossier.memory import Memory
from dossier.model.audience import Audience
from dossier.plain.errors import InternalError
from dossier.render.kept_drawings import KeptDrawings
from dossier.render.site import SiteFiles
from dossier.settings import Settings
from tests.builders import APPLICATION, MINIMAL, write_site

OTHER = APPLICATION.replace("Acme", "Hooli").replace("evidence:qortex/gain", "project:qortex")
FILES = MINIMAL | {
    "content/applications/hooli/index.md": OTHER.replace("[qortex/gain]", "[]"),
    "content/about.md": "---\ntitle: About\n---\nWords.\n",
}
ACME = "content/applications/acme/index.md"


def drawn(settings: Settings, memory: Memory) -> SiteFiles:
    return Project.read(settings, memory=memory).own_site(Audience.PRIVATE).files


@pytest.mark.parametrize(
    ("edit", "pages", "files"),
    [
        ((ACME, "They know", "They like"), {"applications/acme/index.md"}, set()),
        (("content/about.md", "Words", "Others"), {"about.md"}, set()),
        (
            ("content/evidence/qortex.yml", "date: 2026-02", "date: 2026-01"),
            {"index.md", "projects/index.md", "projects/qortex.md", "evidence/index.md"}
            | {"applications/index.md", "applications/acme/index.md", "problems.md"},
            {"coverage.json", "badges/acme.svg"},
        ),
        (
            ("content/evidence/qortex.yml", "    check: ", "    method: By hand\n    check: "),
            {"evidence/index.md", "projects/qortex.md", "problems.md"},
            set(),
        ),
    ],
)
def test_an_edit_draws_what_reads_it(
    edit: tuple[str, str, str], pages: set[str], files: set[str], tmp_path: Path
) -> None:
    file, old, new = edit
    settings, memory = write_site(tmp_path, FILES), Memory()
    first = drawn(settings, memory)
    assert first == Project.read(settings).own_site(Audience.PRIVATE).files
    write_site(tmp_path, {file: FILES[file].replace(old, new)})
    second = drawn(settings, memory)
    assert second == Project.read(settings).own_site(Audience.PRIVATE).files
    again = {b.path for a, b in zip(first.pages, second.pages, strict=True) if a is not b}
    written = {b[0] for a, b in zip(first.files, second.files, strict=True) if a[1] is not b[1]}
    assert again <= pages
    assert written <= files
    assert {b.path for a, b in zip(first.pages, second.pages, strict=True) if a != b} <= again


def test_nothing_is_kept_for_another_audience(tmp_path: Path) -> None:
    view = Project.read(write_site(tmp_path, MINIMAL)).view(Audience.PUBLIC)
    with pytest.raises(InternalError):
        KeptDrawings(Audience.PRIVATE).begin(view.frame, None)


def test_another_day_draws_everything(tmp_path: Path) -> None:
    memory, settings = Memory(), write_site(tmp_path, MINIMAL)
    first = drawn(settings, memory)
    later = write_site(tmp_path, {}, as_of=settings.as_of.replace(year=2030))
    second = drawn(later, memory)
    assert second == Project.read(later).own_site(Audience.PRIVATE).files
    assert not [a for a, b in zip(first.pages, second.pages, strict=True) if a is b]
