"""Icons are drawn once and coloured from the tokens."""

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from dossier.plain.errors import ConfigError
from dossier.render.icons import FAVICON, TOUCH_ICON, icons, tinted
from dossier.render.tokens import TOKENS, read_tokens
from dossier.templates import THEME, Templates
from tests.render.fixtures import TEMPLATES


def picture(*greys: int, mode: str = "P") -> bytes:
    image = Image.new("L", (len(greys), 1))
    image.putdata(greys)
    drawn = image.convert("P") if mode == "P" else image
    file = io.BytesIO()
    drawn.save(file, "PNG")
    return file.getvalue()


def colours(content: bytes) -> list[object]:
    image = Image.open(io.BytesIO(content)).convert("RGB")
    return [image.getpixel((x, 0)) for x in range(image.width)]


def test_white_is_the_ground_and_black_the_ink() -> None:
    content = tinted(picture(255, 0, 51, 204), "#ff8000", "#000080")
    assert colours(content) == [(255, 128, 0), (0, 0, 128), (51, 26, 102), (204, 102, 26)]


def test_white_and_black_leave_it_as_it_was() -> None:
    plain = picture(255, 0, 51)
    assert tinted(plain, "#ffffff", "#000000") == plain


def test_picture_without_a_palette_of_greys_is_refused() -> None:
    for content in (picture(1, 2, mode="L"), tinted(picture(0, 9), "#ff0000", "#0000ff")):
        with pytest.raises(ConfigError, match="has no palette of greys"):
            tinted(content, "#ffffff", "#000000")


def test_both_have_the_accent() -> None:
    own = dict(icons(TEMPLATES))
    tokens = read_tokens(TEMPLATES)
    light, dark = tokens.colour("accent"), tokens.colour("accent", "dark")
    assert f"path {{ fill: {light} }}" in own[FAVICON].decode()
    assert f"(prefers-color-scheme: dark) {{ path {{ fill: {dark} }} }}" in own[FAVICON].decode()
    image = Image.open(io.BytesIO(own[TOUCH_ICON])).convert("RGB")
    assert image.getpixel((100, 110)) == tuple(bytes.fromhex(light[1:]))
    assert image.getpixel((0, 0)) == tuple(bytes.fromhex(tokens.colour("bg")[1:]))


def test_icon_that_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / TOKENS).parent.mkdir(parents=True)
    shutil.copy(THEME / TOKENS, tmp_path / TOKENS)
    with pytest.raises(ConfigError, match=r"favicon\.svg"):
        list(icons(Templates(None, tmp_path)))
