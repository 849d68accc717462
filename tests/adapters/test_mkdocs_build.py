"""What a command has read is what is written, whatever happens to the files meanwhile."""

from pathlib import Path

from dossier.adapters.mkdocs_build import build_private, build_public
from dossier.build import Project
from dossier.configuration.read import read_configuration
from dossier.model.audience import Audience
from tests.builders import MINIMAL
from tests.sites import files_of, project, write

HOME = "content/index.md"


def read(root: Path) -> tuple[Path, Project]:
    configuration = read_configuration(root / "mkdocs.yml")
    return configuration.file, Project.read(configuration.settings)


def test_public_site_is_of_what_was_read(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    file, whole = read(root)
    write(root, {HOME: "---\ntitle: Home\n---\nQuokka\n", "content/late.md": MINIMAL[HOME]})
    assert build_public(file, whole, tmp_path / "out") is Audience.PUBLIC
    site = files_of(tmp_path / "out")
    assert "late/index.html" not in site
    assert not [name for name, content in site.items() if b"Quokka" in content]


def test_private_site_is_of_what_was_read(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    file, whole = read(root)
    for path in (root / "content").rglob("*.md"):
        path.unlink()
    build_private(file, tmp_path / "out", whole)
    assert "applications/acme/index.html" in files_of(tmp_path / "out")
