"""The parts of the style sheet, in their order."""

import shutil
from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.render.stylesheet import PARTS, standalone_stylesheet, stylesheet
from dossier.render.tokens import TOKENS
from dossier.templates import THEME, Templates
from tests.render.fixtures import TEMPLATES


def write(root: Path, **parts: str) -> Path:
    folder = root / PARTS
    folder.mkdir(parents=True)
    shutil.copy(THEME / TOKENS, root / TOKENS)
    for name, text in parts.items():
        suffix = "txt" if name == "order" else "css"
        (folder / f"{name}.{suffix}").write_text(text, encoding="utf-8")
    return root


def test_parts_are_joined_in_the_order_that_is_written_down(tmp_path: Path) -> None:
    folder = write(tmp_path, order="second.css\nfirst.css\n", first="a {}", second="b {}", no="c")
    assert stylesheet(Templates(None, folder)) == "b {}\na {}"


def test_missing_part_is_told_with_its_name(tmp_path: Path) -> None:
    folder = write(tmp_path, order="first.css gone.css", first="a {}")
    with pytest.raises(ConfigError, match=r"gone\.css"):
        stylesheet(Templates(None, folder))


def test_missing_order_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"order\.txt"):
        stylesheet(Templates(None, tmp_path))


def test_every_part_of_ours_is_in_an_order_and_asks_nobody_for_anything() -> None:
    folder = THEME / PARTS
    named = (folder / "order.txt").read_text(encoding="utf-8").split()
    of_other_pages = {"fonts-standalone.css", "standalone.css"}
    assert {path.name for path in folder.glob("*.css")} - set(named) == of_other_pages
    style = stylesheet(TEMPLATES)
    assert "@import" not in style
    assert "http" not in style.replace("http://www.w3.org/2000/svg", "")


def test_a_page_that_stands_alone_holds_its_fonts(tmp_path: Path) -> None:
    parts = {
        "order-standalone": "a.css b.css",
        "a": '@font-face {\n  src: url("dossier/f.woff2");\n}',
    }
    folder = write(tmp_path, **parts, b="/* Why\nso. */\np {\n  color: red;\n}\n")
    (folder / PARTS / "order-standalone.css").rename(folder / PARTS / "order-standalone.txt")
    (folder / PARTS / "f.woff2").write_bytes(b"wOF2")
    assert standalone_stylesheet(Templates(None, folder)) == (
        '@font-face {\nsrc: url("data:font/woff2;base64,d09GMg==");\n}\np {\ncolor: red;\n}'
    )


def test_a_font_that_is_missing_is_told_with_its_name(tmp_path: Path) -> None:
    folder = write(tmp_path, a='@font-face {src: url("dossier/gone.woff2");}')
    (folder / PARTS / "order-standalone.txt").write_text("a.css", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"gone\.woff2"):
        standalone_stylesheet(Templates(None, folder))


def test_our_page_that_stands_alone_asks_nobody_for_anything() -> None:
    style = standalone_stylesheet(TEMPLATES)
    found = [part.split(")")[0] for part in style.split("url(")[1:]]
    addresses = [address for address in found if not address.startswith('"#')]
    assert len(addresses) == 2
    assert all(address.startswith('"data:font/woff2;base64,d09GMg') for address in addresses)
    assert "@import" not in style
    assert "</" not in style


def test_parts_are_filled_with_colours(tmp_path: Path) -> None:
    folder = write(tmp_path, order="a.css\n", a="a {\n  color: token(--ev-bg, print);\n}\n")
    assert stylesheet(Templates(None, folder)) == "a {\n  color: #ffffff;\n}\n"


def test_nothing_is_left_to_be_filled_and_paper_is_said_once() -> None:
    for style in (stylesheet(TEMPLATES), standalone_stylesheet(TEMPLATES)):
        assert "token" not in style.replace("tokens.css", "")
        assert style.count("--ev-ink: #000000;") == 1
        assert style.index("@media print") > style.index("--ev-ink: #e9edee;")
