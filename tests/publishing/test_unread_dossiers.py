"""What dossiers name that are not read is guarded, and publishing waits for those that hide it."""

from pathlib import Path

from dossier.load.assemble import assemble
from dossier.load.tree import Tree, read_tree
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.problems import Problem
from dossier.publishing.private_names import private_names
from dossier.publishing.unread_dossiers import unguarded, unread_pages, with_unread
from tests.builders import APPLICATION, MINIMAL
from tests.sites import write

PLACE = "content/applications/{}/index.md"


def read(root: Path, **texts: str) -> tuple[Tree, Library, list[Problem]]:
    """Return what is read of dossiers by their folders, the library and all that stops."""
    write(root, MINIMAL | {PLACE.format(name): text for name, text in texts.items()})
    tree = read_tree(root / "content", root)
    private, wrong = assemble(tree, Audience.PRIVATE)
    guarded = with_unread(tree, private)
    return tree, guarded, [*unguarded(tree, guarded, wrong)]


def test_where_all_are_read_nothing_is_added(tmp_path: Path) -> None:
    tree, guarded, stopped = read(tmp_path)
    private, _ = assemble(tree, Audience.PRIVATE)
    assert with_unread(tree, private) is private
    assert [*guarded.applications] == ["acme"]
    assert stopped == [*unread_pages(tree)] == []


def test_whole_and_in_part_they_are_guarded(tmp_path: Path) -> None:
    globex = APPLICATION.replace("company: Acme", "company: Globex\naliases: [GX Motors]")
    wrong = globex.replace("Globex", "Initech").replace("strength: direct", "strength: no")
    texts = {"closed/globex": globex, "initech": wrong.replace("GX", "IT")}
    _, guarded, stopped = read(tmp_path, **texts)
    assert stopped == []
    assert {"Globex", "GX Motors", "Initech", "IT Motors"} <= private_names(guarded).keys()
    assert guarded.applications["closed/globex"].sections
    assert not guarded.applications["initech"].application.roles


def test_what_hides_its_name_is_told_by_its_own_errors(tmp_path: Path) -> None:
    texts = {
        "a": "---\ncompany: [\n---\n",
        "b": "---\nstatus: saved\n---\n",
        "c/d": "---\ncompany: {a: b}\n---\n",
        "e": "---\ncompany: Acme\naliases: Acme Motors\n---\n",
        "f/g": "---\ncompany: Acme\naliases: Acme Motors\n---\n",
    }
    _, guarded, stopped = read(tmp_path, **texts)
    assert [*guarded.applications] == ["acme", "e"]
    found = {problem.where.file: problem.code for problem in stopped}
    assert found == {
        PLACE.format("a"): "yaml-syntax",
        PLACE.format("b"): "field-missing",
        PLACE.format("c/d"): "file-unplaced",
        PLACE.format("e"): "text-type",
        PLACE.format("f/g"): "file-unplaced",
    }


def test_an_older_copy_of_an_open_dossier_closes_nothing(tmp_path: Path) -> None:
    opened = APPLICATION.replace("company: Acme", "company: Acme\naudience: public")
    _, guarded, _ = read(tmp_path, **{"acme": opened, "closed/acme": APPLICATION})
    assert "Acme" not in private_names(guarded)
    assert "closed/acme" in guarded.applications


def test_a_copy_beside_a_dossier_tells_its_names_alone(tmp_path: Path) -> None:
    """What was a note in it may be a sentence of the letter by now."""
    copy = APPLICATION.replace("company: Acme", "company: Acme\naliases: [Acme Motors]")
    write(tmp_path, {"content/applications/acme/index.md.bak": f"{copy}\n## Notes\n\nShy.\n"})
    _, guarded, stopped = read(tmp_path)
    entry = guarded.applications["acme/index.md.bak"]
    assert (entry.names, entry.sections, stopped) == (("Acme", "Acme Motors"), (), [])


def test_rules_that_are_called_otherwise_are_missed_before_anything_goes_out(
    tmp_path: Path,
) -> None:
    """As sync clients call the copy that they could not merge."""
    write(tmp_path, MINIMAL | {"content/guardrails (1).yml": "forbidden: []\n"})
    tree = read_tree(tmp_path / "content", tmp_path)
    assert [(p.where.file, p.code) for p in unread_pages(tree)] == [
        ("content/guardrails (1).yml", "file-unplaced")
    ]
    # What only lies about is told, and stops nothing.
    (tmp_path / "content/guardrails (1).yml").rename(tmp_path / "content/notes (1).yml")
    assert [*unread_pages(read_tree(tmp_path / "content", tmp_path))] == []
