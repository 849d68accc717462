"""What a view draws, each time the same: with drawings kept and without."""

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.render.drawn import files_of, frame_of, private_files
from dossier.render.kept_drawings import KeptDrawings
from dossier.settings import Settings
from tests.builders import AS_OF, MINIMAL, REPOSITORY, tree_of


def test_drawings_that_are_kept_are_those_that_are_drawn_anew() -> None:
    library, found = assemble(tree_of(MINIMAL), Audience.PRIVATE)
    settings = Settings(REPOSITORY, REPOSITORY / "content", as_of=AS_OF)
    drawings = KeptDrawings(Audience.PRIVATE)
    whole = frame_of(library, settings, {}, (), None)
    anew = private_files(whole, settings.templates, (found, 0), None)
    for _ in range(2):
        frame = frame_of(library, settings, {}, (), drawings)
        assert frame.previews == whole.previews
        assert private_files(frame, settings.templates, (found, 0), drawings) == anew
    public = assemble(tree_of(MINIMAL), Audience.PUBLIC)[0]
    frame = frame_of(public, settings.seen_by(Audience.PUBLIC), {}, (), None)
    assert not frame.previews
    drawn = {page.path for page in files_of(frame, settings.templates).pages}
    assert drawn < {page.path for page in anew.pages}
