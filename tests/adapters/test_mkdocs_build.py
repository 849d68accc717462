"""What a command has read is what is written, whatever happens to the files meanwhile."""

import errno
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, PluginError

from dossier.adapters import mkdocs_build
from dossier.adapters.mkdocs_build import build_private, build_public
from dossier.build import Project
from dossier.cli.options import read_project
from dossier.configuration.read import read_configuration
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError, ContentError
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


def test_a_configuration_that_changed_meanwhile_stops_it(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    configuration, whole = read_project(root / "mkdocs.yml")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("copyright: Quokka\n")
    with pytest.raises(ConfigError, match="was changed while this ran"):
        build_public(configuration.file, whole, tmp_path / "out")


class TestWhatStopsIt:
    """What the engine fails of is told in our words, whatever it was wrapped in."""

    def fail(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> str:
        def build(_: object) -> None:
            raise error

        monkeypatch.setattr(mkdocs_build, "mkdocs_build", build)
        file, whole = read(project(tmp_path / "site"))
        with pytest.raises((ConfigError, ContentError, OSError)) as caught:
            build_public(file, whole, tmp_path / "out")
        return f"{type(caught.value).__name__}: {caught.value}"

    def test_our_own_error_is_found_behind_the_engines(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stopped = PluginError("Error building page")
        stopped.__cause__ = ValueError("between")
        stopped.__cause__.__context__ = ConfigError("two names for one")
        assert self.fail(tmp_path, monkeypatch, stopped) == "ConfigError: two names for one"

    def test_what_is_wrong_with_content_stays_what_it_says(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert self.fail(tmp_path, monkeypatch, Abort("Aborted")) == "ContentError: Aborted"

    @pytest.mark.parametrize(
        ("number", "is_full"), [(errno.ENOSPC, True), (errno.EFBIG, True), (errno.EACCES, False)]
    )
    def test_a_full_disk_names_where_the_site_goes(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        number: int,
        is_full: bool,  # noqa: FBT001 - a parameter of the test
    ) -> None:
        told = self.fail(tmp_path, monkeypatch, OSError(number, "No", "page.html"))
        assert (str(tmp_path / "out") in told) is is_full
        assert ("page.html" in told) is not is_full
