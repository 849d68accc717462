"""What all commands share: the configuration, the day, and how errors end them."""

import sys
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dossier import __version__
from dossier.cli import main
from dossier.cli.options import Day, as_of_option, read_project, reporting_errors
from dossier.plain.errors import ConfigError, ContentError
from tests.sites import project, run


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (ContentError("told already"), 1, "dossier: told already\n"),
        (ConfigError("wrong", "do this"), 2, "dossier: wrong\n  hint: do this\n"),
        (ConfigError("wrong"), 2, "dossier: wrong\n"),
        (PermissionError(13, "Permission denied", "/a/b"), 2, "dossier: /a/b: Permission denied\n"),
        (OSError("strange"), 2, "dossier: strange\n"),
    ],
    ids=["content", "configuration", "no hint", "file", "system"],
)
def test_errors_end_a_command_without_a_traceback(
    error: Exception, code: int, message: str
) -> None:
    @click.command()
    @reporting_errors
    def fail() -> None:
        raise error

    done = CliRunner().invoke(fail)
    assert (done.exit_code, done.stdout, done.stderr) == (code, "", message)


def test_mistake_of_ours_keeps_its_traceback() -> None:
    @click.command()
    @reporting_errors
    def fail() -> None:
        raise ZeroDivisionError

    assert isinstance(CliRunner().invoke(fail).exception, ZeroDivisionError)


def test_reader_that_has_gone_is_no_error_of_ours() -> None:
    @reporting_errors
    def fail() -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        fail()


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-02-10", date(2026, 2, 10)), ("2026-02-30", None), ("10.2.2026", None), ("", None)],
)
def test_day_is_written_year_first(text: str, day: date | None) -> None:
    @click.command()
    @as_of_option
    def say(as_of: date | None) -> None:
        click.echo(repr(as_of))

    done = CliRunner().invoke(say, ["--as-of", text])
    if day:
        assert done.stdout == f"{day!r}\n"
    else:
        assert done.exit_code == 2
        assert "is not a day; write 2026-02-10" in done.stderr


def test_day_may_be_left_to_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    config = project(tmp_path) / "mkdocs.yml"
    assert read_project(config)[1].settings.as_of == date(1970, 1, 2)
    day = date(2026, 2, 10)
    assert read_project(config, day)[1].settings.as_of == day


def test_every_command_is_listed_and_explained() -> None:
    done = CliRunner().invoke(main, ["--help"])
    assert done.exit_code == 0
    for name in ("build", "check", "new", "schema", "share", "stage"):
        assert f"  {name} " in done.stdout
        assert CliRunner().invoke(main, [name, "-h"]).exit_code == 0


def test_version_is_told(tmp_path: Path) -> None:
    assert run(tmp_path, "dossier", "--version").stdout == f"dossier, version {__version__}\n"


@pytest.mark.parametrize("command", ["", "unknown", "--unknown"])
def test_unknown_command_is_wrong_use(command: str) -> None:
    assert CliRunner().invoke(main, command).exit_code == 2


def test_day_that_was_read_is_read_no_second_time() -> None:
    day = date(2026, 2, 10)
    assert Day().convert("2026-02-10", None, None) == day
    assert Day().convert(day, None, None) is day


def test_where_nothing_was_drawn_no_template_is_at_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "jinja2", raising=False)

    @click.command()
    @reporting_errors
    def fail() -> None:
        raise ZeroDivisionError

    assert isinstance(CliRunner().invoke(fail).exception, ZeroDivisionError)
