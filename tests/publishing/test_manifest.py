"""The manifest: what is not in it, or not as in it, does not go out."""

from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError
from dossier.publishing.manifest import (
    Manifest,
    manifest_of,
    read_manifest,
    read_tree,
    verify,
    write_manifest,
)
from tests.sites import write

TREE = {"index.html": "home", "a/b.css": "style"}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    write(tmp_path / "site", TREE)
    return tmp_path / "site"


def told(tree: Path, manifest: Manifest) -> list[tuple[str, str, str]]:
    return [(p.code, p.where.file, p.message) for p in verify(tree, manifest)]


def test_manifest_is_read_as_it_was_written(tree: Path, tmp_path: Path) -> None:
    manifest = manifest_of(tree, Audience.PUBLIC)
    write_manifest(tmp_path / "manifest.json", manifest)
    assert read_manifest(tmp_path / "manifest.json") == manifest
    assert told(tree, manifest) == []
    assert read_tree(tree, manifest) == {k: v.encode() for k, v in TREE.items()}


def test_file_that_came_later(tree: Path) -> None:
    manifest = manifest_of(tree, Audience.PUBLIC)
    write(tree, {"stale.html": "old"})
    message = "the build did not write this file"
    assert told(tree, manifest) == [("publish-extra", "published/stale.html", message)]


def test_file_that_changed_or_went(tree: Path) -> None:
    manifest = manifest_of(tree, Audience.PUBLIC)
    write(tree, {"index.html": "Home"})
    (tree / "a/b.css").unlink()
    assert told(tree, manifest) == [
        ("publish-extra", "published/index.html", "the file is not as it was built"),
        ("publish-extra", "published/a/b.css", "a file that was built is gone"),
    ]


@pytest.mark.parametrize("audience", [Audience.PRIVATE, Audience.SHARED])
def test_tree_that_was_not_built_for_the_public(tree: Path, audience: Audience) -> None:
    assert [code for code, _, _ in told(tree, manifest_of(tree, audience))] == ["publish-audience"]


@pytest.mark.parametrize("target", ["/etc/hostname", "/etc", "index.html", "nowhere"])
def test_link_wherever_it_leads(tree: Path, target: str) -> None:
    (tree / "link").symlink_to(target)
    assert [t[:2] for t in told(tree, manifest_of(tree, Audience.PUBLIC))] == [
        ("publish-symlink", "published/link")
    ]


@pytest.mark.parametrize("text", [None, "", "[]", "{}", '{"audience": "public"}'])
def test_manifest_that_cannot_be_read(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        write(tmp_path, {"manifest.json": text})
    with pytest.raises(ConfigError, match="no manifest that can be read"):
        read_manifest(tmp_path / "manifest.json")
