"""A staged tree is built, whole and without a warning, by the engine that it was written for."""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from dossier.adapters.staged import staged_tree
from dossier.adapters.staged_engines import Engine
from dossier.model.audience import Audience
from dossier.plain.trees import replace_tree
from tests.builders import write_site
from tests.canaries import RICH, leaks
from tests.patience import PATIENCE
from tests.sites import broken_links, files_of, read_links
from tests.views import build

HOSTILE = """\
---
title: "Run: \\"<this>\\" & that"
audience: public
---

{{< readfile "mkdocs.yml" >}} {{% figure %}} `{{< x >}}` {include}`conf.py` {download}`conf.py`

```{include} conf.py
```

Of the other page see [the record](projects/qortex.md#qortex/gain)[^1], or [^2].

[^1]: Once

% no comment
"""
SITE: Mapping[str, str | bytes] = {**RICH, "content/writing/hostile.md": HOSTILE}
PAGES = 8
COMMANDS = {
    Engine.MKDOCS: ("site", (sys.executable, "-m", "mkdocs", "build", "--strict", "-q")),
    Engine.ZENSICAL: ("site", (sys.executable, "-m", "zensical", "build", "--strict")),
    Engine.HUGO: (
        "public",
        (str(Path(sys.executable).with_name("hugo")), "--quiet", "--panicOnWarning"),
    ),
    Engine.MYST: ("html", (sys.executable, "-m", "sphinx", "-q", "-W", "-n", ".", "html")),
}
SAID = re.compile(r"Build (?:started|finished in .*)|No issues found|.*Running Hugo.*")
"""What engines say of a build in which nothing was wrong."""


@pytest.mark.parametrize("engine", Engine)
def test_engine_builds_all_of_it(tmp_path: Path, engine: Engine) -> None:
    settings = write_site(tmp_path / "project", SITE, audience=Audience.PUBLIC)
    tree = tmp_path / "tree"
    replace_tree(tree, staged_tree(build(settings), settings, engine), ".staged")
    folder, command = COMMANDS[engine]
    done = subprocess.run(
        command,
        cwd=tree,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    said = (done.stdout + done.stderr).splitlines()
    assert [line for line in said if line.strip() and not SAID.fullmatch(line)] == []
    assert done.returncode == 0
    site = tree / folder
    assert leaks(files_of(site) | files_of(tree)) == []
    pages = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*.html")
        if path.name not in ("404.html", "search.html")
    }
    assert len(pages) == PAGES
    assert broken_links(site) == []
    _same_everywhere(pages)


def _same_everywhere(pages: Mapping[str, str]) -> None:
    """Check titles, anchors, images and order, and that nothing in the content was run."""
    (hostile,) = (text for name, text in pages.items() if "hostile" in name)
    shown = re.sub("<[^>]*>|\N{WORD JOINER}", "", hostile)
    assert shown.count("{{&lt;") + shown.count("{{<") == 2
    assert "docs_dir" not in shown
    assert "myst_parser" not in shown
    assert "% no comment" in shown
    assert "Run: " in shown
    assert "[^2]" in shown
    whole = "".join(pages.values())
    for word in ("wombatowlalt", "wombatowlpitchalt", "wombatowlabouttitle", "wombatowlrow"):
        assert word in whole, word
    assert "Must be said" not in whole
    assert all(len(re.findall(r"<h1(?! class=.logo)", text)) == 1 for text in pages.values()), (
        pages.keys()
    )
    addresses = iter(read_links(pages["index.html"])[0])
    for name in ("projects", "evidence", "about", "hostile", "applications"):
        assert any(name in address for address in addresses), name
