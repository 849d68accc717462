"""Questions, and whether anybody can be asked."""

import sys

import click
import pytest
from click.testing import CliRunner

from dossier.cli.questions import (
    ask_line,
    ask_what_shows,
    can_ask,
    chosen_numbers,
    forget_typed,
    spell_numbers,
)


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


def test_a_system_without_terminals_of_this_kind_has_nothing_to_drop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "termios", None)
    forget_typed()


def test_numbers_are_read_as_they_are_spelled() -> None:
    assert chosen_numbers("", 9) == ()
    assert chosen_numbers(spell_numbers([1, 2, 3, 7]), 9) == (1, 2, 3, 7)
    assert chosen_numbers("3 1,3", 9) == (3, 1)
    assert [chosen_numbers(said, 9) for said in ("10", "0", "a", "5-3", "8-10", "-1")] == [None] * 6


def test_one_text_is_said_for_all_that_are_left_and_a_key_says_the_one_before() -> None:
    @click.command()
    def command() -> None:
        click.echo(repr(list(ask_what_shows([1, 2, 3, 4, 5], first="them"))))

    said = "2-3: Ms Rees\n4: =\n1: Log\n=\n"
    done = CliRunner().invoke(command, input=said)
    first, second, *_ = done.output.split("Enter: ")
    assert first.startswith("What shows them? A paper, a register, a person; `2-4 7: …` for some.")
    assert second.split("What")[1].endswith(" shows 1, 4-5? `=`: as before. ")
    told = [(2, "Ms Rees"), (3, "Ms Rees"), (4, "Ms Rees"), (1, "Log"), (5, "Log")]
    assert done.output.endswith(f"{told!r}\n")
    assert CliRunner().invoke(command, input="Ms Rees\n").output.count("Ms Rees')") == 5
    assert CliRunner().invoke(command, input="\n").output.endswith("(5, '')]\n")
