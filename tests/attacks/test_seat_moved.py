"""*An assistant is told of one dossier*, though another one comes to stand in its folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.cli.mcp import Seat
from dossier.plain.errors import ConfigError
from tests.assistants.patches import DOSSIER, FILES, patch, section
from tests.sites import files_of, project

OTHER = "content/applications/quorvane/index.md"


def test_a_seat_is_at_a_company_s_dossier_and_no_folder(tmp_path: Path) -> None:
    other = FILES[DOSSIER].replace("company: Acme\n", "company: Quorvane\n")
    root = project(tmp_path, FILES | {OTHER: other.replace("Because.", "Hush.")})
    seat = Seat.at(root / "mkdocs.yml", "acme")
    text = (root / DOSSIER).read_text()
    (root / DOSSIER).write_text(text.replace("company: Acme\n", "company: Acme, Inc.\n"))
    assert "Acme" in seat.context("letter")  # Of the same company, spelled in another way.
    (root / DOSSIER).parent.rename(root / "content/applications/away")
    (root / OTHER).parent.rename((root / DOSSIER).parent)
    before = files_of(root / "content")
    asked: dict[str, Callable[[], str]] = {
        "context": lambda: seat.context("letter"),
        "check": seat.check,
        "show": lambda: seat.show("acme"),
        "search": lambda: seat.search("Quorvane"),
        "apply": lambda: seat.apply(patch(section("Offer", "I build."))),
    }
    for name, ask in asked.items():
        with pytest.raises(ConfigError, match="another dossier stands at `acme`") as refused:
            ask()
        assert "Quorvane" not in str(refused.value), name
    assert files_of(root / "content") == before


def test_a_seat_whose_dossier_is_gone_names_no_other(tmp_path: Path) -> None:
    root = project(tmp_path, FILES | {OTHER: FILES[DOSSIER]})
    seat = Seat.at(root / "mkdocs.yml", "acme")
    (root / DOSSIER).unlink()
    with pytest.raises(ConfigError, match="the dossier `acme` of your seat cannot be") as refused:
        seat.context("letter")
    assert "quorvane" not in str(refused.value)
