"""Streams that are closed, full or lead nowhere, and terminals that are narrow."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click
import pytest

from dossier.cli import streams
from dossier.cli.commands import CommandGroup
from dossier.cli.share_told import TOLD
from dossier.cli.streams import leads_nowhere, open_closed, spell_fault
from tests.cli.terminal import at_terminal
from tests.cli.test_share import home, share
from tests.cli.warm import Ends, Warm, warmed
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
)


@pytest.fixture(scope="module")
def warm() -> Iterator[Warm]:
    with warmed() as warm:
        yield warm


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = home(tmp_path)
    share(root, "new", "acme")
    return root


def run(root: Path, command: str, streams: str) -> subprocess.CompletedProcess[str]:
    line = f"{sys.executable} -m dossier {command} -f {root}/mkdocs.yml {streams}"
    return subprocess.run(
        ["sh", "-c", line],
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
    )


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("closed", ["stdin", "stdout"])
def test_a_closed_stream_is_as_an_empty_one(
    warm: Warm, root: Path, command: str, closed: str
) -> None:
    arguments = [*command.split(), "-f", str(root / "mkdocs.yml")]
    code, told = warm.run(root, arguments, {closed: None})
    assert "Traceback" not in told
    (root / "content/stories/failure.md").unlink(missing_ok=True)
    # Python's own code for what nobody caught is 1, which some of these end with, too.
    assert code == warm.run(root, arguments, {closed: Path(os.devnull)})[0]


@pytest.mark.parametrize("ends", [{}, {"stdin": None}, {"stdout": None}], ids=str)
def test_a_publish_that_nobody_answers_writes_nothing(warm: Warm, root: Path, ends: Ends) -> None:
    arguments = ["publish", "--to", str(root / "out"), "-f", str(root / "mkdocs.yml")]
    code, told = warm.run(root, arguments, ends)
    assert (code, "Aborted!" in told) == (1, True), told
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
    assert share(root, "show", "acme-2").stdout.startswith("https://")


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


def test_what_is_closed_leads_to_where_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    open_closed()
    opened = [sys.stdin, sys.stdout, sys.stderr]
    assert opened[0].read() == ""
    for stream in opened[1:]:
        stream.write("lost")
        stream.flush()
        assert leads_nowhere(stream)
    monkeypatch.undo()
    for stream in opened:
        stream.close()


def test_the_number_of_what_is_closed_goes_to_nothing_else() -> None:
    held = os.open(os.devnull, os.O_RDONLY)
    number = fcntl.fcntl(held, fcntl.F_DUPFD, 200)
    os.close(number)
    try:
        streams._fill(number)
        status = os.fstat(number)
        assert os.path.samestat(status, Path(os.devnull).stat())
        # What is open already stays as it is.
        with Path(__file__).open() as own:
            os.dup2(own.fileno(), number)
        streams._fill(number)
        assert os.path.samestat(os.fstat(number), Path(__file__).stat())
    finally:
        os.close(number)
        os.close(held)


def test_a_fault_of_what_is_printed_is_told_as_such() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no such device")
    told = ""
    # What it still holds cannot be written when it is closed, either.
    with suppress(OSError), full.open("w") as stream:
        with pytest.raises(OSError, match="No space left") as refused:
            click.echo("x", file=stream)
        told = spell_fault(refused.value)
    assert told == "what is printed cannot be written: No space left on device"


def test_a_command_that_the_system_refuses_something_ends_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Failing(CommandGroup):
        def invoke(self, _: click.Context) -> None:
            raise PermissionError(13, "Permission denied", "cv.pdf")

    group = Failing("any")
    with pytest.raises(SystemExit) as ended:
        group.main(["fail"], prog_name="any")
    assert ended.value.code == 2
    assert capsys.readouterr().err == "dossier: cv.pdf: Permission denied\n"
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SystemExit):
        group.main(["fail"], prog_name="any")
    assert sys.stdin is not None
    sys.stdin.close()
