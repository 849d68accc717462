"""Every file of a library is seen once, and all its texts with it."""

import pytest

from dossier.lint.file_view import file_views
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.prose.passages import passages
from tests.builders import MINIMAL, tree_of

MORE = MINIMAL | {"content/more.md": "---\ntitle: More\naudience: public\n---\nMore.\n"}


@pytest.mark.parametrize("audience", Audience)
def test_views_hold_what_there_is_to_read(audience: Audience) -> None:
    library, _ = assemble(tree_of(MORE), audience)
    views = list(file_views(library))
    assert [passage for view in views for passage in view.passages] == list(passages(library))
    files = [view.source.file for view in views]
    private = set() if audience is Audience.PUBLIC else {"content/applications/acme/index.md"}
    assert set(files) == MORE.keys() - {"content/applications/acme/index.md"} | private
    assert len(files) == len(set(files))


def test_records_of_one_file_are_seen_together() -> None:
    text = MINIMAL["content/evidence/qortex.yml"]
    record = text[text.index("  - id") :]
    files = MINIMAL | {"content/evidence/qortex.yml": text + record.replace("gain", "other", 1)}
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    records = [[record.id for record in view.records] for view in file_views(library)]
    assert [found for found in records if found] == [["qortex/gain", "qortex/other"]]
