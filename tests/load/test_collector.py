"""What was collected of a document is collected again when it, or its verdicts, are others."""

from dataclasses import replace

import pytest

from dossier.load.assemble import assemble
from dossier.load.collector import KeptEntries
from dossier.load.parsed_file import ParsedFile
from dossier.load.tree import Tree
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.verdict import Verdict, fingerprint
from dossier.plain.errors import InternalError
from tests.builders import MINIMAL, tree_of

DOSSIER, EVIDENCE = "content/applications/acme/index.md", "content/evidence/qortex.yml"


def edited(tree: Tree, file: str, old: str, new: str) -> Tree:
    """Return a tree in which one document alone is another."""
    others = tree_of(MINIMAL | {file: MINIMAL[file].replace(old, new)})

    def chosen(one: ParsedFile, other: ParsedFile) -> ParsedFile:
        return other if one.source.file == file else one

    documents = tuple(map(chosen, tree.documents, others.documents))
    return replace(tree, documents=documents)


@pytest.fixture
def kept() -> KeptEntries:
    return KeptEntries(Audience.PRIVATE)


def test_an_edit_makes_new_entries_of_its_file_alone(kept: KeptEntries) -> None:
    tree = tree_of(MINIMAL)

    def read(tree: Tree) -> Library:
        return assemble(tree, Audience.PRIVATE, kept)[0]

    before, after = read(tree), read(edited(tree, DOSSIER, "They know", "They like"))
    assert after.records["qortex/gain"] is before.records["qortex/gain"]
    assert after.profile is before.profile
    one, other = before.applications["acme"], after.applications["acme"]
    assert one.sections != other.sections
    assert one.application is other.application, "its YAML is what it was"
    record = read(edited(tree, EVIDENCE, "value: 22", "value: 22.0")).records["qortex/gain"].record
    assert record == before.records["qortex/gain"].record
    assert record is not before.records["qortex/gain"].record, "it is printed otherwise"
    moved = read(edited(tree, EVIDENCE, "evidence:", "# moved\nevidence:"))
    fresh = assemble(edited(tree, EVIDENCE, "evidence:", "# moved\nevidence:"), Audience.PRIVATE)[0]
    assert moved == fresh


def test_a_verdict_is_told_of_a_file_that_is_as_it_was(kept: KeptEntries) -> None:
    tree = tree_of(MINIMAL)
    library, _ = assemble(tree, Audience.PRIVATE, kept)
    verdict = Verdict(fingerprint(library.records["qortex/gain"].record), {})
    checked = replace(tree, verdicts={"qortex/gain": verdict})
    for now, known in ((checked, verdict), (tree, None)):
        assert assemble(now, Audience.PRIVATE, kept)[0].records["qortex/gain"].verdict == known


def test_nothing_is_kept_for_another_audience(kept: KeptEntries) -> None:
    with pytest.raises(InternalError):
        assemble(tree_of(MINIMAL), Audience.PUBLIC, kept)
