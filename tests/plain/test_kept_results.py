"""Results that are kept while what they were made of is as it was, and no longer."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossier.plain import kept_results
from dossier.plain.kept_results import MOST_BYTES, KeptResult, is_installed

RESULT = [{"told": "Quokka"}, None]


def result(root: Path, **asked: str) -> KeptResult:
    return KeptResult(root / ".cache/private/check.json", asked)


def keep(root: Path, *places: str, value: object = RESULT) -> KeptResult:
    kept = result(root)
    kept.begin(root / place for place in places)
    kept.keep(value)
    return kept


@pytest.fixture(name="root")
def write_root(tmp_path: Path) -> Path:
    (tmp_path / "content/below").mkdir(parents=True)
    (tmp_path / "content/below/page.md").write_text("Hello")
    (tmp_path / "content/other.md").write_text("Hello")
    (tmp_path / "content/link.md").symlink_to("other.md")
    (tmp_path / "mkdocs.yml").write_text("site_name: Ada")
    keep(tmp_path, "content", "mkdocs.yml", "absent")
    assert result(tmp_path).read() == RESULT
    return tmp_path


@contextmanager
def as_before(folder: Path) -> Iterator[None]:
    """Put a folder back to what it was."""
    shutil.copytree(folder, folder.with_name("before"), symlinks=True)
    yield
    shutil.rmtree(folder)
    folder.with_name("before").rename(folder)


def rewrite(path: Path, text: str) -> None:
    status = path.stat()
    path.write_text(text)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def relink(path: Path, to: str) -> None:
    path.unlink()
    path.symlink_to(to)


def test_it_holds_until_a_byte_a_name_or_a_link_is_another(root: Path) -> None:
    content = root / "content"
    edits: dict[str, Callable[[], object]] = {
        "same length, same time": lambda: rewrite(content / "below/page.md", "hello"),
        "new": (content / "new.md").touch,
        "new folder": (content / "new").mkdir,
        "gone": (content / "other.md").unlink,
        "renamed": lambda: (content / "other.md").rename(content / "otter.md"),
        "led elsewhere": lambda: relink(content / "link.md", "below/page.md"),
        "no file any more": lambda: relink(content / "other.md", "below/page.md"),
        "unreadable": lambda: relink(content / "below/page.md", "page.md"),
    }
    for name, edit in edits.items():
        with as_before(content):
            edit()
            assert result(root).read() is None, name
        assert result(root).read() == RESULT, name
    (root / "absent").touch()
    assert result(root).read() is None


def test_it_answers_only_what_was_asked_with_what_was_installed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert result(root, day="2026-03-01").read() is None
    monkeypatch.setattr(kept_results, "installed", lambda: "another version")
    assert result(root).read() is None


def test_what_was_cut_or_altered_is_passed_over_and_replaced(root: Path) -> None:
    file = result(root).file
    whole = file.read_bytes()
    deep = b"[" * 100_000
    spoiled = {
        "cut": whole[:-1],
        "half": whole[: len(whole) // 2],
        "empty": b"",
        "altered": whole.replace(b"Quokka", b"Quokko"),
        "no JSON": b"\x80\x04\x95",
        "another form": b"%s\n[]" % hashlib.sha256(b"[]").hexdigest().encode(),
        "deep": b"%s\n%s" % (hashlib.sha256(deep).hexdigest().encode(), deep),
    }
    for name, content in spoiled.items():
        file.write_bytes(content)
        assert result(root).read() is None, name
        assert keep(root, "content").read() == RESULT, name


def test_nothing_is_kept_of_what_changed_meanwhile(root: Path) -> None:
    kept = result(root)
    kept.file.unlink()
    kept.begin([root / "content"])
    (root / "content/other.md").write_text("Bye")
    kept.keep(RESULT)
    assert kept.read() is None
    # A file that was found to be read had to be as it is for a while.
    for name in ("other.md", "gone.md"):
        kept.begin([root / "mkdocs.yml"])
        (root / "content/gone.md").touch()
        (root / "content/gone.md").unlink()
        kept.keep(RESULT, files=[root / "content" / name])
        assert kept.read() is None, name
    kept.begin([])
    kept.keep(RESULT)
    assert kept.read() is None


def test_what_was_written_and_what_was_found_belong_to_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SETTLED", "_TICK"):  # as if all had been there for long
        monkeypatch.setattr(kept_results, name, -(10**12))
    for name in ("artifact.json", "absent.json", "site.html"):
        file, kept = root / name, result(root)
        if name != "absent.json":
            file.write_text("1")
        kept.begin([root / "content"])
        found = [root / "artifact.json", root / "absent.json"]
        kept.keep(RESULT, files=found, written=[root / "site.html"])
        assert kept.read() == RESULT
        file.write_text("2")
        assert kept.read() is None, name
        (root / "absent.json").unlink(missing_ok=True)


def test_only_its_owner_can_look_and_git_does_not(root: Path) -> None:
    folder = result(root).file.parent
    assert {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()} == {
        ".gitignore": 0o600,
        "check.json": 0o600,
    }
    assert [path.stat().st_mode & 0o777 for path in (folder, folder.parent)] == [0o700, 0o700]
    assert (folder / ".gitignore").read_text() == "*\n"


def test_nothing_is_written_through_a_link_nor_without_bound(root: Path) -> None:
    shutil.rmtree(root / ".cache")
    elsewhere = root / "elsewhere"
    elsewhere.mkdir()
    (root / ".cache").symlink_to(elsewhere)
    assert keep(root, "content").read() is None
    assert list(elsewhere.rglob("*.json")) == []
    (root / ".cache").unlink()
    assert keep(root, "content", value="x" * MOST_BYTES).read() is None
    assert not (root / ".cache").exists()


def test_it_is_plain_json(root: Path) -> None:
    digest, _, text = result(root).file.read_bytes().partition(b"\n")
    assert hashlib.sha256(text).hexdigest().encode() == digest
    assert json.loads(text)["result"] == RESULT


def test_a_theme_is_installed_and_a_folder_of_a_site_is_not(tmp_path: Path) -> None:
    assert is_installed(Path(pytest.__file__).resolve())
    assert is_installed(Path(kept_results.__file__).resolve())
    assert not is_installed(tmp_path)


def test_another_beside_it_hangs_on_the_same_places_but_one(root: Path) -> None:
    def beside() -> KeptResult | None:
        kept = result(root)
        kept.begin([root / "content", root / "mkdocs.yml"])
        return kept.beside("facts", without=[root / "content"])

    first = beside()
    assert first
    first.keep(RESULT)
    (root / "content/other.md").write_text("Hallo")
    again = beside()
    assert again
    assert again.read() == RESULT
    (root / "mkdocs.yml").write_text("site_name: Bea")
    changed = beside()
    assert changed
    assert changed.read() is None
    assert result(root).beside("facts", without=[root / "content"]) is None


def test_what_was_edited_after_it_was_asked_for_is_not_kept(root: Path) -> None:
    kept = result(root)
    assert kept.read() == RESULT
    (root / "content/other.md").write_text("Hallo")
    assert kept.read() is None
    (root / "content/other.md").write_text("Hi")
    kept.begin([root / "content"])
    kept.keep(["Quokka"])
    assert result(root).read() is None


def test_of_a_package_its_files_are_told_and_nothing_that_is_none(tmp_path: Path) -> None:
    for name in ("a.py", "below/b.py", "__pycache__/c.pyc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "link.py").symlink_to("a.py")
    told = [line.partition(" ")[0] for line in kept_results._source_states(str(tmp_path))]
    assert told == [str(tmp_path / "a.py"), str(tmp_path / "below/b.py")]
