"""Where an object stands: files with odd names, and what nothing leads to."""

from pathlib import Path

from dossier.publishing.places_in_git import NOWHERE, held_contents, held_message, indexed
from tests.publishing.fixtures import git, repository


def test_a_content_is_found_by_its_names_and_what_leads_there(tmp_path: Path) -> None:
    root = repository(tmp_path, {"ä b.txt": "kept", "gone.txt": "gone"})
    blobs = {path: blob for blob, paths in indexed(root).items() for path in paths}
    git(root, "rm", "--quiet", "gone.txt")
    git(root, "commit", "--quiet", "-m", "less")
    old = git(root, "rev-parse", "HEAD~1").strip()
    held = held_contents(root, blobs.values())
    assert [(each.commit, each.path, each.by) for each in held[blobs["gone.txt"]]] == [
        (old, "gone.txt", "main")
    ]
    assert [each.path for each in held[blobs["ä b.txt"]]] == ["ä b.txt"]
    git(root, "checkout", "--quiet", "--detach")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "loose")
    loose = git(root, "rev-parse", "HEAD").strip()
    assert held_message(root, "commit", loose).by == "HEAD"
    git(root, "checkout", "--quiet", "main")
    assert held_message(root, "commit", loose).by == NOWHERE.by
    assert held_message(root, "commit", old).by == "main"
