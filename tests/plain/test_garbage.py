"""How often garbage is looked for: seldom while a site is built, as usual after it."""

import gc
from pathlib import Path

import click

from dossier.cli import main
from dossier.cli.options import read_project
from tests.sites import configured, project


def test_builds_and_commands_look_seldom_and_leave_python_as_it_was(tmp_path: Path) -> None:
    usual = gc.get_threshold()
    root = project(tmp_path)
    with configured(root, command="build"):
        in_build = gc.get_threshold()
    assert gc.get_threshold() == usual
    with click.Context(main):
        read_project(root / "mkdocs.yml")
        in_command = gc.get_threshold()
    assert gc.get_threshold() == usual
    assert in_build == in_command
    assert in_build[0] > 10 * usual[0]
    assert gc.isenabled()
