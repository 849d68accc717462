"""*Links live on*, *Keys stay here*: no build is written over keys, sources or live links.

Whoever writes a site clears the folder first. `site_dir` of mkdocs.yml, or `-d` of MkDocs itself,
may name any. (Not tried here: markup and hooks, which are this repository's own in tests.)
"""

from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs

from dossier.cli import main
from dossier.plain.uploaded import MARKER, marker_of
from tests.builders import MINIMAL
from tests.sites import files_of, installed, project

PLACES = (".", ".dossier", ".dossier/x", ".cache", "content/new", ".git")
LIVE = ("../out", "../out/s")


def test_no_build_clears_what_is_no_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path / "mine", MINIMAL)
    kept = {".dossier/keys.json": "{}", ".git/HEAD": "x", ".cache/x": "x"}
    kept |= {"../out/s/a/index.html": "sealed"}
    for name, text in kept.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / "../out" / MARKER).write_bytes(marker_of(["s/a/index.html"]))
    configuration = root / "mkdocs.yml"
    text = configuration.read_text()
    monkeypatch.chdir(root)
    before = files_of(tmp_path)
    for place in (*PLACES, *LIVE):
        with installed():
            by_mkdocs = CliRunner().invoke(mkdocs, ["build", "-d", place])
            assert by_mkdocs.exit_code == 1, place
            configuration.write_text(f"{text}\nsite_dir: {place}\n")
            by_us = CliRunner().invoke(main, ["build"])
            configuration.write_text(text)
        assert by_us.exit_code == 2, (place, by_us.output)
        assert "Traceback" not in by_mkdocs.output + by_us.output
        assert files_of(tmp_path) == before, place


def test_another_theme_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project(tmp_path, MINIMAL))
    for theme in ("mkdocs", "readthedocs"):
        with installed():
            done = CliRunner().invoke(mkdocs, ["build", "-t", theme])
        assert done.exit_code == 1
        assert f"`{theme}` is another" in done.output
        assert not (tmp_path / "site").exists()
