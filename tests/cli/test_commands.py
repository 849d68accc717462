"""The list of subcommands: it is true, and nothing else is imported to show it."""

import gc
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import dossier.cli
from dossier.cli import main
from dossier.cli.commands import SUMMARIES, importing, listed_commands, load_command, module_of
from tests.builders import REPOSITORY

FOLDER = Path(dossier.cli.__file__).parent
WATCH = """
import atexit, sys
before = set(sys.modules)
atexit.register(lambda: print("IMPORTED", *(set(sys.modules) - before), file=sys.stderr))
"""
RUN = f"""{WATCH}
from dossier.cli import main
main(prog_name="dossier")
"""
LOAD_ALL = f"""{WATCH}
from dossier.cli.commands import SUMMARIES, load_command
for name in SUMMARIES:
    load_command(name)
"""


def imported(*arguments: str, code: str = RUN, **environment: str) -> set[str]:
    """Return the packages that a command line imports, Python's own left out, and our modules."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(FOLDER.parent.parent), **environment},
    )
    assert "Traceback" not in done.stderr
    modules = done.stderr.rpartition("IMPORTED ")[2].split()
    packages = {name.partition(".")[0] for name in modules} - sys.stdlib_module_names
    return {name for name in modules if name.startswith("dossier.")} | packages - {"coverage"}


@pytest.mark.parametrize(
    ("line", "environment"),
    [
        ([], {}),
        (["--help"], {}),
        (["--version"], {}),
        (["chekc"], {}),
        (["--private"], {}),
        ([], {"COMP_WORDS": "dossier s", "COMP_CWORD": "1", "_DOSSIER_COMPLETE": "zsh_complete"}),
    ],
    ids=["nothing", "help", "version", "unknown command", "unknown option", "completion"],
)
def test_nothing_is_imported_until_a_command_is_called(
    line: list[str], environment: dict[str, str]
) -> None:
    assert imported(*line, **environment) == {
        "click",
        "dossier",
        "dossier.cli",
        "dossier.cli.commands",
    }


def test_a_check_imports_nothing_that_it_does_not_need() -> None:
    loaded = imported("check", "--no-cache", "--config-file", str(REPOSITORY / "mkdocs.yml"))
    own = {"adapters", "importing", "sharing.seal", "render.renderer", "render.site"}
    own |= {"load.wrong_values", "model.field_guide", "model.patch"}
    others = {"mkdocs", "cryptography", "pypdf", "PIL", "segno", "pathspec", "tinycss2"}
    others |= {"jinja2", "markdown", "material"}
    assert not loaded & ({f"dossier.{name}" for name in own} | others)
    # Nothing is kept of sources here, so that nothing has to be looked at again.
    assert not [name for name in loaded if name.startswith("dossier.verify.")]


def test_a_build_loads_neither_ciphers_nor_a_server() -> None:
    loaded = imported(code=f"{WATCH}import dossier.adapters.mkdocs_build, mkdocs_hooks")
    assert "mkdocs" in loaded
    assert not loaded & {"cryptography", "watchdog"}


def test_every_command_is_listed() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py")}
    listed = set(map(module_of, SUMMARIES))
    assert modules >= listed
    for name in modules - {*listed, "__init__"}:
        module = import_module(f"dossier.cli.{name}")
        assert not isinstance(getattr(module, name, None), click.Command)


@pytest.mark.parametrize("line", [["check", "--help"], ["build", "--help"], ["serve", "--port"]])
def test_help_and_wrong_options_need_no_content(line: list[str]) -> None:
    assert not imported(*line) & {"jinja2", "markdown_it", "pydantic", "yaml"}


@pytest.mark.parametrize("name", SUMMARIES)
def test_what_is_listed_is_what_the_command_says_of_itself(name: str) -> None:
    command = load_command(name)
    assert (command.name, command.hidden, command.deprecated) == (name, False, False)
    for width in range(20, 120):
        listed = listed_commands()[name].get_short_help_str(width)
        assert listed == command.get_short_help_str(width)


def test_command_that_is_called_is_the_real_one() -> None:
    assert "--as-of" in CliRunner().invoke(main, ["check", "--help"]).stdout


def test_garbage_is_not_looked_for_in_what_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    frozen: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(gc.isenabled()))
    with importing():
        assert not gc.isenabled()
        monkeypatch.setitem(sys.modules, "dossier.new", sys)
    assert frozen == [False]
    assert gc.isenabled()


def test_nothing_is_left_out_of_the_search_when_nothing_was_imported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load_command("check")
    monkeypatch.setattr(gc, "freeze", None)
    load_command("check")


def test_garbage_is_looked_for_after_an_import_that_failed() -> None:
    with pytest.raises(ImportError), importing():
        raise ImportError
    assert gc.isenabled()


def test_unknown_command_is_told_with_what_is_near() -> None:
    done = CliRunner().invoke(main, ["chekc"])
    assert done.exit_code == 2
    assert "check" in done.stderr


def test_no_command_needs_the_engine_for_its_help() -> None:
    modules = imported(code=LOAD_ALL)
    assert modules >= {f"dossier.cli.{module_of(name)}" for name in SUMMARIES}
    assert not modules & {"markdown", "material", "mkdocs"}


def test_a_word_that_is_no_text_is_told() -> None:
    word = b"E\xff".decode("utf-8", "surrogateescape")
    for line in (["share", "new", "acme", "--to", word], ["new", word], [word]):
        done = CliRunner().invoke(main, line)
        assert (done.exit_code, "`E\\udcff` is not UTF-8" in done.stderr) == (2, True), line
