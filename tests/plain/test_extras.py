"""An extra's packages are named, in the words of what installed the tool."""

import sys
from importlib.metadata import PackageNotFoundError

import pytest

from dossier.plain import extras


@pytest.mark.parametrize(
    ("prefix", "active", "begins"),
    [
        ("/home/ada/.local/pipx/venvs/dossier-site", "", "pipx inject dossier-site '"),
        ("/home/ada/.local/share/uv/tools/dossier-site", "", "uv pip install --python /home/ada"),
        ("/home/ada/env", "/home/ada/env", "pip install '"),
        ("/home/ada/env", "", "/usr/bin/python -m pip install '"),
    ],
)
def test_command_fits_the_installation(
    monkeypatch: pytest.MonkeyPatch, prefix: str, active: str, begins: str
) -> None:
    monkeypatch.setattr(sys, "prefix", prefix)
    monkeypatch.setattr(sys, "executable", "/usr/bin/python")
    monkeypatch.setenv("VIRTUAL_ENV", active)
    needed = ["click", "typst<0.16,>=0.15; extra == 'documents'", 'mcp<3; extra == "mcp"']
    monkeypatch.setattr(extras, "requires", lambda _: needed)
    said = extras.installing("documents")
    assert said.startswith(begins)
    assert said.endswith(" 'typst<0.16,>=0.15'")


def test_tool_that_is_not_installed_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: str) -> list[str]:
        raise PackageNotFoundError

    monkeypatch.setattr(extras, "requires", unknown)
    assert extras.installing("mcp").endswith(" 'dossier-site[mcp]'")
