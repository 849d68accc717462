"""A site without code of its own names the plugin, and gets what the hook gives."""

import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from dossier.adapters import mkdocs
from dossier.adapters.mkdocs_plugin import DossierPlugin
from tests.builders import REPOSITORY
from tests.canaries import RICH, leaks
from tests.sites import build, configured, files_of, installed, project

PLUGGED = {"hooks": None, "plugins": ["search", "dossier"]}


def test_every_event_of_the_hook_is_one_of_the_plugin() -> None:
    hook = (REPOSITORY / "hooks/mkdocs_hooks.py").read_text(encoding="utf-8")
    events = {name for name in dir(mkdocs) if name.startswith("on_")}
    assert {name for name in dir(DossierPlugin) if name.startswith("on_")} == events
    assert all(f'"{name}"' in hook for name in events)


@pytest.mark.parametrize("plugins", [["dossier"], ["search", "dossier"], ["dossier", "search"]])
def test_site_is_the_same_by_either_way(tmp_path: Path, plugins: list[str]) -> None:
    others = {"plugins": [name for name in plugins if name != "dossier"]}
    by_hook = files_of(build(project(tmp_path / "hook", RICH, config=others)))
    config = PLUGGED | {"plugins": plugins}
    with installed():
        by_plugin = files_of(build(project(tmp_path / "plugin", RICH, config=config)))
    assert by_plugin == by_hook
    assert not leaks(by_plugin)


class Behind(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        included = InclusionLevel.INCLUDED
        files.append(File.generated(config, "notes.md", content="WOMBAT", inclusion=included))
        return files


def test_what_a_plugin_named_behind_it_adds_is_filtered_too(tmp_path: Path) -> None:
    with installed(), configured(project(tmp_path, config=PLUGGED), command="build") as config:
        config.plugins["behind"] = Behind()
        allowed = [{"name": "behind", "reason": "this test"}]
        config.extra["dossier"] = {"allow_plugins": allowed}
        mkdocs_build(config)
    site = files_of(tmp_path / "site")
    assert "index.html" in site
    assert not [name for name in site if name.startswith("notes")]
    assert not [name for name, text in site.items() if b"WOMBAT" in text]


def test_plugin_beside_the_hook_stops_the_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root = project(tmp_path, config={"plugins": ["search", "dossier"]})
    with installed(), pytest.raises(Abort), caplog.at_level(logging.ERROR):
        build(root)
    assert "twice [config-hook]" in caplog.text
    assert not (root / "site").exists()


def test_engine_stops_where_the_plugin_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delitem(
        MkDocsConfig.plugins.installed_plugins,  # type: ignore[attr-defined]
        "dossier",
        raising=False,
    )
    root = project(tmp_path, config=PLUGGED)
    with caplog.at_level(logging.ERROR), pytest.raises(Exception, match="Aborted"):
        build(root)
    assert 'The "dossier" plugin is not installed' in caplog.text
    assert not (root / "site").exists()
