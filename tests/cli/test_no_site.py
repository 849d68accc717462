"""In a folder without a site, or whose site would publish too much, every command refuses alike."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.cli.commands import SUMMARIES, load_command
from tests.sites import project


def commands(*names: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of each command that works on a site, with what it needs besides."""
    command: click.Command = load_command(names[0])
    for name in names[1:]:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    if isinstance(command, click.Group):
        for name in command.commands:
            yield from commands(*names, name)
    elif any(each.name == "config_file" for each in command.params):
        needed = [each for each in command.params if each.required]
        yield (*names, *(word for each in needed for word in words(each)))


def words(needed: click.Parameter) -> tuple[str, ...]:
    """Return what stands on a command line for a parameter."""
    match needed.type:
        case click.Choice(choices=choices):
            value = str(choices[0])
        case click.Path(exists=True):
            value = __file__
        case _:
            value = "2027-01-31"
    return (needed.opts[0], value) if isinstance(needed, click.Option) else (value,)


COMMANDS = [line for name in SUMMARIES for line in commands(name)]
each_command = pytest.mark.parametrize("line", COMMANDS, ids=" ".join)


def test_all_commands_are_tried() -> None:
    assert len(COMMANDS) >= 18
    assert {line[0] for line in COMMANDS} >= {"check", "build", "serve", "publish", "new", "stage"}


@each_command
def test_folder_without_a_site_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, [*line])
    told = f"dossier: no site here: there is no mkdocs.yml in {tmp_path}\n  hint: `dossier init`"
    assert done.exit_code == 2
    assert done.output.startswith(told)
    assert not list(tmp_path.iterdir())


@each_command
@pytest.mark.parametrize(
    ("config", "code"),
    [({"hooks": None}, "config-hook"), ({"exclude_docs": None}, "config-exclude")],
    ids=["no hook", "not excluded"],
)
def test_site_that_would_publish_too_much_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    line: tuple[str, ...],
    config: dict[str, object],
    code: str,
) -> None:
    monkeypatch.chdir(project(tmp_path, config=config))
    before = sorted(tmp_path.rglob("*"))
    done = CliRunner().invoke(main, [*line])
    assert done.exit_code == 2
    assert f"[{code}]" in done.output
    assert sorted(tmp_path.rglob("*")) == before


def test_folder_below_a_site_is_told_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project(tmp_path) / "content" / "projects")
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 2
    assert f"hint: go to {tmp_path}, or" in done.output


def test_hook_that_hands_over_no_events_stops_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, config={"hooks": ["ours.py"]})
    (root / "ours.py").write_text("import dossier.adapters.mkdocs\n", encoding="utf-8")
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["build"])
    assert done.exit_code == 2
    assert "[config-hook]" in done.output
    assert not (root / "site").exists()
