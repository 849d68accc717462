"""*Private text is absent from a public build*: no Markdown extension brings it in."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.attacks.publishing import run
from tests.builders import MINIMAL
from tests.sites import build, invoke, project

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>QUOKKAFOX</title></svg>'
HOME = "content/index.md"
FILES = MINIMAL | {
    "content/applications/zyx/plan.svg": SVG,
    HOME: MINIMAL[HOME] + "\n:zyx-plan: :applications-zyx-plan: :content-applications-zyx-plan:\n",
}
MATERIAL = """
abbr admonition attr_list def_list footnotes md_in_html tables pymdownx.arithmatex
pymdownx.betterem pymdownx.caret pymdownx.mark pymdownx.tilde pymdownx.critic pymdownx.details
pymdownx.emoji pymdownx.highlight pymdownx.inlinehilite pymdownx.keys pymdownx.smartsymbols
pymdownx.superfences pymdownx.tabbed pymdownx.tasklist
"""


def site(root: Path, *extensions: object, **options: object) -> Path:
    config = {"markdown_extensions": list(extensions), "extra": {"dossier": options}}
    return project(root, FILES, config=config)


def emoji(folder: str) -> Mapping[str, object]:
    return {"pymdownx.emoji": {"options": {"custom_icons": [folder]}}}


@pytest.mark.parametrize("folder", ["content/applications", "applications", "content", "."])
def test_no_icon_comes_from_content(tmp_path: Path, folder: str) -> None:
    root = site(tmp_path, emoji(folder))
    done = invoke(root)
    assert done.exit_code
    assert "names what stands in content/" in done.output
    assert run(root, "check").exit_code == 2
    assert not (root / "site").exists()


def test_an_untried_extension_takes_a_reason(tmp_path: Path) -> None:
    done = invoke(site(tmp_path / "a", "pymdownx.striphtml"))
    assert done.exit_code
    assert "was never tried" in done.output
    reason = [{"name": "pymdownx.striphtml", "reason": "only takes away"}]
    done = invoke(site(tmp_path / "b", "pymdownx.striphtml", allow_extensions=reason))
    assert not done.exit_code, done.output


def test_those_of_materials_documentation_work(tmp_path: Path) -> None:
    shown = build(site(tmp_path, *MATERIAL.split())) / "index.html"
    assert "QUOKKAFOX" not in shown.read_text()
