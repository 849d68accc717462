"""`dossier export`: its commands are listed without being imported, and each is what it says."""

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.cli.commands import EXPORTS, listed_commands, load_command


@pytest.mark.parametrize("name", EXPORTS)
def test_what_is_listed_is_what_the_command_says_of_itself(name: str) -> None:
    command = load_command(name, "export_")
    assert (command.name, command.hidden, command.deprecated) == (name, False, False)
    listed = listed_commands(EXPORTS)[name]
    assert listed.get_short_help_str(200) == command.get_short_help_str(200)


def test_a_command_that_is_called_is_the_real_one() -> None:
    assert "--role" in CliRunner().invoke(main, ["export", "resume", "--help"]).stdout
    assert CliRunner().invoke(main, ["export", "resumee"]).exit_code == 2
