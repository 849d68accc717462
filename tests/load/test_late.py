"""A file of which enough is known is read late, and then it is what it would have been at once."""

import json
from pathlib import Path

import pytest

from dossier.load import late
from dossier.load.assemble import assemble
from dossier.load.collector import KeptEntries
from dossier.load.late import LateEntry, LateFile
from dossier.load.tree import Tree, read_tree
from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.kept_facts import KeptFacts
from tests.builders import MINIMAL, write_site

DOSSIER = "content/applications/acme/index.md"
TEXT = MINIMAL[DOSSIER].replace(
    "company: Acme", "company: Acme\naliases: [Umbrella]\naudience: public"
)
POSTED = TEXT.replace("Engineer\n", "Engineer\n    posting: {file: posting.md}\n", 1)
FACTS = ("audience", "names", "addresses", "postings")


def read(
    root: Path, text: str, before: object, more: dict[str, str] | None = None
) -> tuple[Tree, Library, object]:
    """Return what one process reads, and what it leaves to the next."""
    settings = write_site(root, MINIMAL | {DOSSIER: text} | (more or {}))
    facts = KeptFacts(before if isinstance(before, dict) else {})
    tree = read_tree(settings.content, settings.root, None, facts)
    library, _ = assemble(tree, Audience.PRIVATE, KeptEntries(Audience.PRIVATE, facts))
    return tree, library, json.loads(json.dumps(facts.now))


def test_a_dossier_is_read_when_more_than_its_facts_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree, library, left = read(tmp_path, POSTED, {})
    parsed: list[str] = []
    construct = getattr(late, "construct")  # noqa: B009 - it is not its own

    def parse(yaml: str, file: str) -> object:
        parsed.append(file)
        return construct(yaml, file)

    monkeypatch.setattr(late, "construct", parse)
    tree_again, again, still = read(tmp_path, POSTED, left)
    assert still == left
    whole, entry = library.applications["acme"], again.applications["acme"]
    file = next(d for d in tree_again.documents if d.source.file == DOSSIER)
    before = next(d for d in tree.documents if d.source.file == DOSSIER)
    assert (type(entry), type(file), type(before)) == (LateEntry, LateFile, type(tree.documents[0]))
    assert [getattr(entry, name) for name in FACTS] == [getattr(whole, name) for name in FACTS]
    assert (file.stated, file.postings) == (before.stated, before.postings)
    assert file.stated is Audience.PUBLIC
    assert (again.profile, again.records, again.projects) == (
        library.profile,
        library.records,
        library.projects,
    )
    assert parsed == []
    assert isinstance(entry, ApplicationEntry)
    assert isinstance(entry.application, Application)
    assert (entry.application, entry.sections) == (whole.application, whole.sections)
    assert entry.source.locate(("company",)) == whole.source.locate(("company",))
    assert file.raw == before.raw
    assert parsed == [DOSSIER]


def test_what_is_wrong_or_edited_is_read_at_once(tmp_path: Path) -> None:
    _, _, left = read(tmp_path, TEXT, {})
    for text in (f"{TEXT}\nMore.\n", TEXT.replace("company: Acme", "company: Acme\nodd: 1")):
        for before in (left, read(tmp_path, text, {})[2] if "odd" in text else left):
            tree, library, _ = read(tmp_path, text, before)
            assert type(library.applications["acme"]) is ApplicationEntry
            fresh, again = write_site(tmp_path, MINIMAL | {DOSSIER: text}), tree.documents
            assert again == read_tree(fresh.content, fresh.root).documents


def test_numbers_are_what_they_were(tmp_path: Path) -> None:
    _, _, left = read(tmp_path, TEXT, {})
    assert isinstance(left, dict)
    assert set(left["yaml"]) == {name for name in MINIMAL if name != DOSSIER}
    page, yaml = tmp_path / "content/index.md", "a: 0.50\nb: [1, -2.75, 3.0]\nc: {d: true, e: }"
    page.write_text(f"---\n{yaml}\n---\n")
    facts = KeptFacts(left)
    tree = read_tree(page.parent, tmp_path, None, facts)
    again = read_tree(page.parent, tmp_path, None, KeptFacts(json.loads(json.dumps(facts.now))))
    assert repr(again.documents) == repr(tree.documents)


def test_a_comment_in_a_value_is_taken_out_each_time_it_is_read(tmp_path: Path) -> None:
    name = "content/profile.yml"
    cut = MINIMAL[name].replace("name: Ada", "name: <!-- quokka --> Ada")
    assert cut != MINIMAL[name]
    before: object = {}
    for _ in range(2):
        _, library, before = read(tmp_path, TEXT, before, {name: cut})
        assert library.profile
        assert "quokka" not in str(library.profile.profile)
        assert isinstance(before, dict)
        assert set(before["without comments"]) == set(MINIMAL) - {name, DOSSIER}
