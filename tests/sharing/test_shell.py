"""The page around a sealed document: one for all, and nothing in it that its policy forbids."""

import hashlib
import re
from base64 import b64encode
from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.render.policy import source_hash
from dossier.sharing.seal import Sealed
from dossier.sharing.shell import FOLDER, POLICY, SIGNATURES, shell_page
from dossier.templates import THEME, Templates
from tests.html import parse

TEMPLATES = Templates()
LOADER = (THEME / FOLDER / "loader.js").read_bytes()
LOADER_SHA256 = "deRubI/Zwisx57sDcCKd2WZ7zLsnbMSKqSDNDkhCu64="
"""Changes with every change of the code that unlocks; publish both together."""
PAGE = shell_page(Sealed("aGVhZA==", "Y2lwaGVy+/=="), TEMPLATES).decode()


def test_the_loader_is_the_one_that_was_reviewed() -> None:
    assert b64encode(hashlib.sha256(LOADER).digest()).decode() == LOADER_SHA256


def test_what_stands_in_the_page_has_the_hashes_of_its_policy() -> None:
    script, signatures = re.findall(r"<script>(.*?)</script>", PAGE, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    assert (script.encode(), signatures) == (LOADER, TEMPLATES.text(SIGNATURES))
    policy = POLICY.format(
        script=LOADER_SHA256, signatures=source_hash(signatures), style=source_hash(style)
    )
    metas = {
        node.attributes.get("name") or node.attributes.get("http-equiv"): node.attributes["content"]
        for node in parse(PAGE).all("meta")
        if "content" in node.attributes
    }
    assert metas == {
        "Content-Security-Policy": policy,
        "viewport": "width=device-width,initial-scale=1",
        "color-scheme": "light dark",
        "robots": "noindex,nofollow,noarchive,nosnippet",
        "referrer": "no-referrer",
        "x-dns-prefetch-control": "off",
    }
    assert policy.startswith("default-src 'none'; script-src 'sha256-")


def test_pages_differ_in_the_sealed_texts_alone() -> None:
    other = shell_page(Sealed("SEVBRA==", "Q0lQSEVS"), TEMPLATES).decode()
    assert other.replace("SEVBRA==", "aGVhZA==").replace("Q0lQSEVS", "Y2lwaGVy+/==") == PAGE
    assert PAGE.count("aGVhZA==") == PAGE.count("Y2lwaGVy+/==") == 1


def test_the_page_refers_to_nothing() -> None:
    tree = parse(PAGE)
    addresses = [
        value
        for node in tree
        for name, value in node.attributes.items()
        if name in ("href", "src", "action", "style") or name.startswith("on")
    ]
    assert addresses == ["data:,"]
    assert tree.one("title").text == "Shared document"


def test_every_code_has_its_message() -> None:
    told = [node.attributes["id"] for node in parse(PAGE).all("template")]
    codes = "nokey truncated typo wrongkey tampered expired nocrypto old framed passphrase"
    assert told == codes.split()
    assert [code for code in told if f'"{code}"'.encode() not in LOADER] == []


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"loader\.js"):
        shell_page(Sealed("", ""), Templates(None, tmp_path))
