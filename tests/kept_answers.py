"""What is asked again of the same long text is answered once a process.

Each publish looks for secrets, names and sentences in all scripts and style sheets of the theme,
draws the same cards and reads the same configuration: two fifths of the time it takes. All that is
kept here depends on nothing but the text, or the picture, that it is asked of.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
import yaml
from PIL import Image

from dossier.configuration.config_file import _Loader
from dossier.plain import secrets
from dossier.publishing import searched_text, sentences

LONG = 4_000
"""Characters or bytes. Of shorter texts there are many, each asked about once."""
MOST = 200
"""As many are kept of each function: more than a site has files."""
ASKED: tuple[Callable[..., Any], ...] = (
    secrets.secret_in,
    searched_text.seen,
    searched_text.plain_letters,
    sentences._said,
)

_keeping = [lru_cache(maxsize=MOST)(plain) for plain in ASKED]


@contextmanager
def answered_once() -> Iterator[None]:
    """Let functions of long texts, wherever they were imported to, keep what they answered."""
    with pytest.MonkeyPatch.context() as patch:
        known = [
            vars(module) for name, module in sys.modules.items() if name.startswith("dossier.")
        ]
        for plain, keeping in zip(ASKED, _keeping, strict=True):
            for module in known:
                for name in [name for name, value in module.items() if value is plain]:
                    patch.setitem(module, name, _of_long(plain, keeping))
        patch.setattr(Image.Image, "save", _saving(Image.Image.save))
        patch.setattr(_Loader, "get_single_node", _composing(_Loader.get_single_node))
        yield


def forget_answers() -> None:
    """Let all be answered anew, for whoever looks how long it takes."""
    for keeping in _keeping:
        keeping.cache_clear()


def _of_long(plain: Callable[..., Any], keeping: Callable[..., Any]) -> Callable[..., Any]:
    def ask(text: str | bytes, *rest: Any) -> Any:  # noqa: ANN401 - whatever is asked
        return (keeping if len(text) >= LONG else plain)(text, *rest)

    return ask


def _composing(plain: Callable[[_Loader], Any]) -> Callable[[_Loader], yaml.Node | None]:
    kept: dict[str, yaml.Node | None] = {}

    def compose(loader: _Loader) -> yaml.Node | None:
        text = loader.buffer
        if text not in kept:
            kept[text] = plain(loader)
        return kept[text]

    return compose


def _saving(plain: Callable[..., None]) -> Callable[..., None]:
    kept: dict[tuple[object, ...], bytes] = {}

    def save(image: Image.Image, file: Any, form: str | None = None, **options: Any) -> None:  # noqa: ANN401
        if (form, image.mode, image.info, options) != ("PNG", "RGB", {}, {"compress_level": 6}):
            plain(image, file, form, **options)
            return
        key = (image.size, sha256(image.tobytes()).digest())
        if key not in kept:
            plain(image, made := BytesIO(), form, **options)
            kept[key] = made.getvalue()
        file.write(kept[key])

    return save
