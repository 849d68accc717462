from dossier.model.audience import Audience
from dossier.model.project import FreePage, Project, ProjectStatus


def test_project_is_private_and_active_unless_it_says_otherwise() -> None:
    project = Project(title="qortex")
    assert project.audience is Audience.PRIVATE
    assert project.status is ProjectStatus.ACTIVE


def test_page_is_private_unless_it_says_otherwise() -> None:
    assert FreePage().audience is Audience.PRIVATE


def test_project_and_page_are_seen_as_a_whole() -> None:
    assert Project.whole
    assert FreePage.whole
