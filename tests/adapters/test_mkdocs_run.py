"""What a run of the engine knows."""

from pathlib import Path

from dossier.adapters.mkdocs_run import Run
from dossier.model.audience import Audience
from dossier.settings import Settings


def test_only_a_server_for_the_author_serves_privately() -> None:
    settings = Settings(Path(), Path("content"))
    private = settings.seen_by(Audience.PRIVATE)
    assert Run("serve", settings=private).serves_privately
    assert not Run("serve", settings=settings).serves_privately
    assert not Run("build", settings=private).serves_privately
