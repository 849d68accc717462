"""Images as pages show them: with room kept, loaded when needed, a caption under one by itself."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from urllib.parse import unquote, urljoin

from dossier.plain.addresses import split_address
from dossier.plain.media import ImageSize
from dossier.plain.patterns import pattern
from dossier.render.page import BLOCK_END, PLACEHOLDER_BEGIN, PLACEHOLDER_END

_IMAGE = r"""<img\b(?:[^<>"']|"[^"]*"|'[^']*')*>"""
_IMAGES = pattern(
    r"(?is:<(?P<raw>script|style|textarea)\b.*?</(?P=raw)\s*>)|"
    rf"(?P<figure><figure\b[^<>]*>\s*)?<p>\s*(?P<alone>{_IMAGE})\s*</p>|(?P<inside>{_IMAGE})"
)
"""Images, and the paragraphs in which nothing else stands; what is no HTML is passed over."""
_ATTRIBUTE = pattern(r"""\s([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SIGNS = pattern(f"[{PLACEHOLDER_BEGIN}{PLACEHOLDER_END}{BLOCK_END}]")
_NUMBER = pattern(r"[1-9][0-9]{0,5}")


def tag(attributes: Mapping[str, str], size: ImageSize | None) -> str:
    """Write an image: with its size, unless its author gave one."""
    known = dict(attributes)
    width = known.get("width", "")
    if size and "height" not in known:
        if "width" not in known:
            known |= {"width": str(size.width), "height": str(size.height)}
        elif _NUMBER.fullmatch(width):
            known["height"] = str(max(1, round(int(width) * size.height / size.width)))
    known = {**known, "loading": "lazy", "decoding": "async", **attributes}
    written = "".join(f' {name}="{html.escape(value)}"' for name, value in known.items())
    return f"<img{written}>"


def figure(attributes: Mapping[str, str], size: ImageSize | None) -> str:
    """Write an image that stands by itself, with its title as the caption."""
    known = dict(attributes)
    title = known.pop("title", "").strip()
    caption = f"<figcaption>{html.escape(title, quote=False)}</figcaption>" if title else ""
    return f"<figure>{tag(known, size)}{caption}</figure>"


def with_sizes(page: str, address: str, sizes: Mapping[str, ImageSize]) -> str:
    """Return a page's HTML, as an engine rendered it, with its images as ours are.

    `address` is the page's from the site's root, `sizes` are by path below `content/`.
    """

    def written(found: re.Match[str]) -> str:
        if found["raw"]:
            return found[0]
        attributes = _attributes(found["alone"] or found["inside"])
        size = sizes.get(_path(attributes.get("src", ""), address))
        if found["figure"]:
            return found["figure"] + tag(attributes, size)
        return figure(attributes, size) if found["alone"] else tag(attributes, size)

    return _IMAGES.sub(written, page)


def _attributes(image: str) -> dict[str, str]:
    found = _ATTRIBUTE.finditer(image.removesuffix(">").removesuffix("/"))
    return {m[1].lower(): _unescaped(m[2] or m[3] or m[4] or "") for m in found}


def _unescaped(value: str) -> str:
    # A placeholder is filled with HTML, and an entity must not become one.
    return _SIGNS.sub("", html.unescape(value))


def _path(source: str, address: str) -> str:
    """Return the path of a file of this site, empty for one elsewhere."""
    parts = split_address(source)
    if parts is None or parts.scheme or parts.netloc or parts.path.startswith("/"):
        return ""
    return unquote(urljoin(f"/{address}", parts.path)).removeprefix("/")
