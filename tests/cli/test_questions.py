"""Questions, and whether anybody can be asked."""

import click
import pytest
from click.testing import CliRunner

from dossier.cli.questions import ask_line, can_ask


def test_an_answer_is_one_line_with_single_blanks() -> None:
    @click.command()
    def command() -> None:
        click.echo(repr([ask_line("One"), ask_line("Two")]))

    done = CliRunner().invoke(command, input="  a \t b  \n\n")
    assert done.output.endswith("['a b', '']\n")


@pytest.mark.parametrize("there", [(True, True), (True, False), (False, True)], ids=str)
def test_somebody_can_be_asked_who_reads_and_types(
    monkeypatch: pytest.MonkeyPatch, there: tuple[bool, bool]
) -> None:
    for name, is_there in zip(("stdin", "stdout"), there, strict=True):
        monkeypatch.setattr(f"sys.{name}.isatty", lambda is_there=is_there: is_there)
    assert can_ask() is all(there)
