"""A site's own file comes before the package's, and nothing else of it has to be there."""

from pathlib import Path

import pytest
import yaml

from dossier.plain.errors import ConfigError
from dossier.templates import THEME, Templates
from tests.builders import REPOSITORY
from tests.sites import build, files_of, project, write


def two(root: Path) -> Templates:
    """Return templates of which the site has one and the package both."""
    write(root, {"own/a.html": "mine", "package/a.html": "theirs", "package/b.html": "theirs"})
    return Templates(root / "own", root / "package")


def test_own_file_comes_first(tmp_path: Path) -> None:
    found = two(tmp_path)
    assert [found.text("a.html"), found.text("b.html")] == ["mine", "theirs"]
    assert found.read("a.html") == b"mine"


def test_missing_file_is_missed_in_the_package(tmp_path: Path) -> None:
    found = two(tmp_path)
    assert found.path("c.html") == tmp_path / "package/c.html"
    with pytest.raises(OSError, match=r"package/c\.html"):
        found.read("c.html")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "own/b.html").mkdir(parents=True)
    assert two(tmp_path).text("b.html") == "theirs"


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    found = two(tmp_path)
    (tmp_path / "own/a.html").write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="is not UTF-8"):
        found.text("a.html")


def test_without_a_folder_of_its_own_a_site_has_the_packages(tmp_path: Path) -> None:
    assert Templates().folders == (THEME,)
    known = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))["theme"]
    theme = {key: value for key, value in known.items() if key != "custom_dir"}
    bare = project(tmp_path / "bare", config={"theme": theme})
    (bare / "overrides").unlink()
    site = files_of(build(bare))
    assert site == files_of(build(project(tmp_path / "with")))
    assert b"ev-" in site["index.html"]
    assert "assets/labels.js" in site
    assert "README.md" not in site


def test_one_template_one_icon_and_one_file_of_the_engines_theme_are_replaced(
    tmp_path: Path,
) -> None:
    root = project(tmp_path)
    (root / "overrides").unlink()
    own = {
        "overrides/fragments/home_body.html": "<p>MINE</p>",
        "overrides/404.html": "<p>GONE</p>",
        "overrides/partials/copyright.html": "<p>THEIRS</p>",
        "overrides/.icons/ev/mark.svg": "<svg><title>MARK</title></svg>",
    }
    write(root, own)
    site = files_of(build(root))
    for word in (b"MINE", b"THEIRS", b"MARK"):
        assert word in site["index.html"]
    assert b"GONE" in site["404.html"]
