"""Streams that are closed, full or lead nowhere, and terminals that are narrow."""

import subprocess
import sys
from pathlib import Path

import pytest

from dossier.cli.share_told import TOLD
from dossier.cli.streams import spell_fault
from tests.cli.terminal import at_terminal
from tests.cli.test_share import home, share
from tests.patience import PATIENCE

COMMANDS = (
    "status",
    "export letter acme --format txt",
    "export form acme",
    "export data --audience private",
    "share list",
    "share show acme-1",
    "fix",
    "apply -",
    "import -",
    "new story Failure",
    "mcp acme",
    "publish --to {root}/out",
)

ENDS = {"<&-": "</dev/null", ">&-": ">/dev/null"}
"""Streams that are closed, and what they are to be like."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = home(tmp_path)
    share(root, "new", "acme")
    return root


def run(root: Path, command: str, streams: str) -> subprocess.CompletedProcess[str]:
    line = f"{sys.executable} -m dossier {command.format(root=root)} -f {root}/mkdocs.yml {streams}"
    return subprocess.run(
        ["sh", "-c", line],
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
    )


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("closed", ENDS)
def test_a_closed_stream_is_as_an_empty_one(root: Path, command: str, closed: str) -> None:
    done = run(root, command, closed)
    assert "Traceback" not in done.stdout + done.stderr
    (root / "content/stories/failure.md").unlink(missing_ok=True)
    # Python's own code for what nobody caught is 1, which some of these end with, too.
    assert done.returncode == run(root, command, ENDS[closed]).returncode


def test_a_publish_that_nobody_answers_writes_nothing(root: Path) -> None:
    for closed in ("</dev/null", "<&-"):
        done = run(root, "publish --to {root}/out", closed)
        assert (done.returncode, "Aborted!" in done.stderr) == (1, True), done.stderr
        assert not (root / "out").exists()


def test_init_needs_no_stream(tmp_path: Path) -> None:
    for number, closed in enumerate(("<&-", ">&-", "2>&-")):
        line = f"{sys.executable} -m dossier init {tmp_path}/{number} --name Ada {closed}"
        done = subprocess.run(["sh", "-c", line], check=False, capture_output=True, text=True)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


@pytest.mark.parametrize("nowhere", [">&-", ">/dev/null"])
def test_a_link_that_was_printed_to_nowhere_can_be_shown(root: Path, nowhere: str) -> None:
    done = run(root, "share new acme", nowhere)
    assert done.returncode == 0
    assert "It was printed to nowhere: `dossier share show acme-2` prints the link." in done.stderr
    assert run(root, "share show acme-2", "").stdout.startswith("https://")


def test_a_full_disk_is_told_of_what_was_being_printed(root: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no such device")
    made = run(root, "share new acme", f">{full}")
    assert made.returncode == 2
    assert "the link cannot be printed: No space left on device" in made.stderr
    assert "hint: `dossier share show acme-2` prints the link" in made.stderr
    said = "dossier: what is printed cannot be written: No space left on device\n"
    assert run(root, "share list", f">{full}").stderr == said
    usage = f"{sys.executable} -m dossier --help >{full}"
    done = subprocess.run(["sh", "-c", usage], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (2, said)


def test_what_no_file_was_named_for_is_told_as_it_is() -> None:
    assert spell_fault(OSError(28, "No space left on device", "cv.pdf")) == (
        "cv.pdf: No space left on device"
    )
    assert spell_fault(OSError("odd")) == "odd"


@pytest.mark.parametrize(("columns", "is_drawn"), [(20, False), (100, True)])
def test_a_code_that_does_not_fit_is_not_drawn(
    root: Path, monkeypatch: pytest.MonkeyPatch, columns: int, *, is_drawn: bool
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    code, shown = at_terminal(root, ["share", "show", "acme-1"], [])
    assert (code, "\u2588" in shown) == (0, is_drawn)
    told = f" columns wide, this terminal {columns}: none is drawn."
    assert (told in shown) is not is_drawn
    assert TOLD.splitlines()[0] in shown
