"""The list of projects: flagged for the author, and there only if there are any."""

from pathlib import Path

from dossier.model.audience import Audience
from tests.render.fixtures import HOME, PROJECTS, draw, project


def test_private_projects_are_flagged_for_the_author(tmp_path: Path) -> None:
    files = {"content/projects/own.md": project(title="own", audience="private")}
    page = draw(tmp_path, files).tree(PROJECTS)
    assert [node.text for node in page.all("h2") if node.has("span.ev-lock")] == ["own private"]
    public = draw(tmp_path, files, audience=Audience.PUBLIC)
    assert not public.tree(PROJECTS).has("span.ev-lock")
    assert "own" not in public.tree(PROJECTS).texts("h2")


def test_site_without_projects_has_no_list_of_them(tmp_path: Path) -> None:
    drawn = draw(tmp_path, {"content/projects/qortex.md": ""})
    assert PROJECTS not in drawn.paths
    assert not drawn.tree(HOME).has("ul.ev-cards")
