"""What a parsed file says of itself before anybody sees it."""

import pytest

from dossier.load.parsed_file import ParsedFile
from dossier.model.audience import Audience
from dossier.model.document import Document, FileKind


@pytest.mark.parametrize("nonsense", [None, 3, {"roles": 3}, {"roles": [3]}, {"roles": [{}]}])
def test_nonsense_names_no_posting_and_is_private(nonsense: object) -> None:
    file = ParsedFile(FileKind.APPLICATION, "acme", Document("x.md"), nonsense, ())
    assert (file.postings, file.stated) == ((), Audience.PRIVATE)


def test_postings_stand_beside_their_dossier() -> None:
    raw = {"audience": "public", "roles": [{"posting": {"file": " a.md "}}]}
    file = ParsedFile(FileKind.APPLICATION, "acme", Document("x.md"), raw, ())
    assert (file.postings, file.stated) == (("applications/acme/a.md",), Audience.PUBLIC)
