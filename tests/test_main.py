"""`python -m dossier` is the command."""

import runpy
import sys

import pytest

from dossier import __version__


def test_the_package_runs_as_its_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["dossier", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("dossier", run_name="__main__")
    assert not ended.value.code
    assert __version__ in capsys.readouterr().out
