"""Which pages of a build its search knows, and whose search it is."""

import json
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build

from dossier.adapters import mkdocs as adapter
from tests.builders import MINIMAL
from tests.sites import build, configured, files_of, project

ACME = "applications/acme"
OPEN = "---\ntitle: About\naudience: public\n---\n# About\n\n## Where\n\nBy the harbour.\n"
FILES = MINIMAL | {"content/about.md": OPEN}


def test_every_page_is_found_but_the_style_guide(tmp_path: Path) -> None:
    site = files_of(build(project(tmp_path / "x", FILES)))
    pages = {address: rest for address, *rest in json.loads(site["search/index.json"])["pages"]}
    assert "" in pages
    assert pages["about/"] == ["About", [["about", "About"], ["where", "Where"]]]
    assert b'"harbour"' in site["search/0.json"]
    with configured(tmp_path / "x", command="serve") as config:
        mkdocs_build(config)
        assert "search/index.json" not in files_of(Path(config.site_dir))
        # A server draws it when somebody searches, and what recipients see when somebody looks.
        for name in ("search/index.json", f"{ACME}/preview/index.html", "no/such/index.html"):
            adapter._run.late.prepare(name)
        private = files_of(Path(config.site_dir))
    assert b"What a recipient sees" in private[f"{ACME}/index.html"]
    found = {address for address, *_ in json.loads(private["search/index.json"])["pages"]}
    written = {name.removesuffix("index.html") for name in private if name.endswith("index.html")}
    assert written - found == {"design/", f"{ACME}/preview/"}


def test_a_site_that_lists_the_plugin_keeps_its_search(tmp_path: Path) -> None:
    site = files_of(build(project(tmp_path / "x", FILES, config={"plugins": ["search"]})))
    assert "search/search_index.json" in site
    assert "search/index.json" not in site
    assert b"md-search" in site["index.html"]
    assert b"ev-search" not in site["index.html"]
