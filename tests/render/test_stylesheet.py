"""The parts of the style sheet, in their order."""

from pathlib import Path

import pytest

from dossier.errors import ConfigError
from dossier.render.stylesheet import PARTS, stylesheet
from tests.render.fixtures import TEMPLATES


def write(root: Path, **parts: str) -> Path:
    folder = root / PARTS
    folder.mkdir(parents=True)
    for name, text in parts.items():
        suffix = "txt" if name == "order" else "css"
        (folder / f"{name}.{suffix}").write_text(text, encoding="utf-8")
    return root


def test_parts_are_joined_in_the_order_that_is_written_down(tmp_path: Path) -> None:
    folder = write(tmp_path, order="second.css\nfirst.css\n", first="a {}", second="b {}", no="c")
    assert stylesheet(folder) == "b {}\na {}"


def test_missing_part_is_told_with_its_name(tmp_path: Path) -> None:
    folder = write(tmp_path, order="first.css gone.css", first="a {}")
    with pytest.raises(ConfigError, match=r"gone\.css"):
        stylesheet(folder)


def test_missing_order_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"order\.txt"):
        stylesheet(tmp_path)


def test_every_part_of_ours_is_in_an_order_and_asks_nobody_for_anything() -> None:
    folder = TEMPLATES / PARTS
    named = (folder / "order.txt").read_text(encoding="utf-8").split()
    of_other_pages = {"standalone.css"}
    assert {path.name for path in folder.glob("*.css")} - set(named) == of_other_pages
    style = stylesheet(TEMPLATES)
    assert "@import" not in style
    assert "http" not in style.replace("http://www.w3.org/2000/svg", "")
