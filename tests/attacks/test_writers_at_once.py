"""*The author's files are replaced whole or not*, and no change is lost: writers side by side.

One is held up at its last step, when it has read all that it will write; the other comes then.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from importlib import import_module
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.plain import files
from dossier.plain.locks import holds
from dossier.plain.transaction import LOCK
from tests.builders import APPLICATION, EVIDENCE, MINIMAL
from tests.patience import PATIENCE
from tests.sites import project

DOSSIER = "content/applications/acme/index.md"
RECORDS = "content/evidence/qortex.yml"
SLOW = """
import sys, time
from pathlib import Path
import dossier.plain.files as files
real = files.write_beside

def slow(path, content, mode):
    if path.suffix in (".md", ".lock"):
        fresh = real(path, content, mode)
        (root / "reached").touch()
        end = time.monotonic() + 60
        while not (root / "released").exists() and time.monotonic() < end:
            time.sleep(0.02)
        return fresh
    return real(path, content, mode)

root = Path(sys.argv[-1]).parent
files.write_beside = slow
import dossier.plain.transaction
dossier.plain.transaction.write_beside = slow
from dossier.cli import main
main()
"""


def event(what: str) -> str:
    value = {"date": "2026-02-10", "what": what, "stage": "none"}
    operation = {"op": "event", "event": value}
    return json.dumps({"version": 1, "application": "acme", "operations": [operation]})


def started(root: Path, *command: str, is_slow: bool = False) -> subprocess.Popen[str]:
    begin = ["-c", SLOW] if is_slow else ["-m", "dossier"]
    return subprocess.Popen(
        [sys.executable, *begin, *command, "-f", str(root / "mkdocs.yml")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=dict(os.environ),
    )


def side_by_side(root: Path, slow: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    """Start a command, and another one when the first is about to write. Returns what they say.

    What one says that ended with 0 is empty.
    """
    first = started(root, *slow, is_slow=True)
    end = time.monotonic() + PATIENCE
    while not (root / "reached").exists() and time.monotonic() < end and first.poll() is None:
        time.sleep(0.02)
    assert (root / "reached").exists(), first.communicate()[0]
    second = started(root, *other)
    assert second.stdout
    said = ""
    for line in second.stdout:
        said += line
        if line.startswith("Waiting for `dossier "):
            break
    (root / "released").touch()
    ended = first.communicate(timeout=PATIENCE)[0]
    said += second.communicate(timeout=PATIENCE)[0]
    return [ended if first.returncode else "", said if second.returncode else ""]


TYPED = MINIMAL | {
    DOSSIER: APPLICATION.replace("They know", "Its precision is +22 % on 20 concepts; they know")
}
WRITERS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "log": (("log", "acme", "LOGGED", "--stage", "none"), "LOGGED"),
    "apply": (("apply", "patch.json"), "PATCHED"),
    "fix": (("fix", "--yes"), "evidence:qortex/gain#precision) on 20 concepts; they"),
}


@pytest.mark.parametrize(("slow", "other"), [*permutations(WRITERS, 2)])
def test_no_change_is_lost_that_was_said_to_be_done(tmp_path: Path, slow: str, other: str) -> None:
    project(tmp_path, TYPED)
    patch = tmp_path / "patch.json"
    patch.write_text(event("PATCHED"))
    named = {"patch.json": str(patch)}
    first, second = (
        tuple(named.get(word, word) for word in WRITERS[name][0]) for name in (slow, other)
    )
    said = side_by_side(tmp_path, first, second)
    text = (tmp_path / DOSSIER).read_text()
    for name, failed in zip((slow, other), said, strict=True):
        is_there = WRITERS[name][1] in text
        assert is_there == (not failed), f"{name}: {failed}\n{text}"
        if failed:
            assert "changed" in failed, failed
    assert not said[0]
    assert not [*tmp_path.rglob(".new-*")]


def test_two_reviews_stamp_the_records_of_both(tmp_path: Path) -> None:
    more = EVIDENCE.split("evidence:\n")[1].replace("id: gain", "id: other")
    files_ = MINIMAL | {
        RECORDS: EVIDENCE + more,
        DOSSIER: APPLICATION.replace("[qortex/gain]\n", "[qortex/gain, qortex/other]\n"),
    }
    project(tmp_path, files_)
    both = [("review", f"qortex/{name}", "--yes") for name in ("gain", "other")]
    assert side_by_side(tmp_path, *both) == ["", ""]
    lock = (tmp_path / "content/evidence.lock").read_text()
    assert "qortex/gain:" in lock
    assert "qortex/other:" in lock


WRITING: Mapping[str, tuple[str, ...]] = {
    "log": ("log", "acme", "applied"),
    "apply": ("apply", "{root}/patch.json"),
    "fix": ("fix", "--yes"),
    "new": ("new", "story", "Failure"),
    "import": ("import", "{root}/posting.txt"),
    "fit": ("fit", "{root}/posting.txt", "--new", "Globex"),
    "review": ("review", "--yes"),
    "posting": ("posting", "acme"),
    "verify": ("verify",),
}


@pytest.mark.parametrize("name", WRITING)
def test_whoever_writes_content_holds_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    posting = "Globex is hiring\n\nML Engineer\n\nRequirements\n\n- Rankers that learn\n- SQL\n"
    saved = {
        DOSSIER: TYPED[DOSSIER].replace("id: ml\n", "id: ml\n    posting: {file: posting.md}\n"),
        "content/applications/acme/posting.md": posting,
        RECORDS: EVIDENCE.replace("url: https://example.org/report", "path: report.json").replace(
            "{id: precision,", "{id: precision, at: /gain,"
        ),
        "report.json": '{"gain": 22}',
    }
    project(tmp_path, TYPED | saved)
    (tmp_path / "patch.json").write_text(event("PATCHED"))
    (tmp_path / "posting.txt").write_text(posting)
    real, written = files.write_beside, []

    def watched(path: Path, content: bytes, mode: int) -> Path:
        if path.is_relative_to(tmp_path / "content"):
            written.append((path.name, holds(tmp_path / LOCK)))
        return real(path, content, mode)

    for module in (files, import_module("dossier.plain.transaction")):
        monkeypatch.setattr(module, "write_beside", watched)
    command = [word.format(root=tmp_path) for word in WRITING[name]]
    done = CliRunner().invoke(main, [*command, "-f", str(tmp_path / "mkdocs.yml")])
    assert written, done.output
    assert all(is_held for _, is_held in written), written
