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
        if one.source.file != file:
            return one
        # YAML that is as it was is not parsed again.
        return replace(other, raw=one.raw) if one.source.yaml == other.source.yaml else other

    documents = tuple(map(chosen, tree.documents, others.documents))
    return replace(tree, documents=documents)


def _with_note(document: ParsedFile) -> ParsedFile:
    """Return a dossier with more prose, as it is read again; any other file as it is."""
    if document.source.file != DOSSIER:
        return document
    source = document.source
    more = replace(source, text=f"{source.text}More.\n", body=f"{source.body}More.\n")
    return replace(document, source=more)


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
    wrong = edited(tree, DOSSIER, "company: Acme", "company: Acme\ntier: no")
    told = [assemble(now, Audience.PRIVATE, kept) for now in (wrong, wrong)]
    (first, problems), (second, again) = told
    assert first == second
    assert problems == again
    assert [problem.where.line for problem in problems] == [3]
    noted = replace(wrong, documents=tuple(map(_with_note, wrong.documents)))
    third, still = assemble(noted, Audience.PRIVATE, kept)
    assert still == problems, "what is wrong is told again"
    assert third.left_out == first.left_out
    assert third.applications["acme"].application is first.applications["acme"].application
    assert third == assemble(noted, Audience.PRIVATE)[0]
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
