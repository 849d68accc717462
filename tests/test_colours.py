"""Colours have one home: what changes there changes on every page, share, badge, card and icon."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from dossier.model.audience import Audience
from dossier.render.icons import FAVICON, TOUCH_ICON
from dossier.render.policy import source_hash
from dossier.render.share import spell_page
from dossier.render.stylesheet import STYLESHEET
from dossier.render.tokens import TOKENS, parse_tokens, read_tokens
from dossier.settings import Settings
from dossier.sharing.seal import Sealed
from dossier.sharing.shell import shell_page
from dossier.templates import THEME, Templates
from tests.builders import AS_OF, MINIMAL, REPOSITORY
from tests.sites import build, files_of, project, write
from tests.views import build as build_site
from tests.views import shared_view

BEFORE = read_tokens(Templates())
_COLOUR = re.compile(r"(?<!&)#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b|\b(?:rgb|hsl|lab|oklch)a?\(")


def other(colour: str) -> str:
    """Return a colour that no scheme has: another one for another."""
    return f"#{int(colour[1:], 16) ^ 0x0A0B0C:06x}"


@pytest.fixture(scope="module", name="root")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project in which every colour is another, in tokens.css alone."""
    config = {"site_url": "https://ada.example/"}
    root = project(tmp_path_factory.mktemp("colours"), MINIMAL, config=config)
    (root / "overrides").unlink()
    text = (THEME / TOKENS).read_text(encoding="utf-8")
    write(root, {f"overrides/{TOKENS}": re.sub(r"#[0-9a-f]{6}", lambda c: other(c[0]), text)})
    return root


@pytest.fixture(scope="module", name="site")
def built(root: Path) -> dict[str, bytes]:
    return files_of(build(root))


def templates_of(root: Path) -> Templates:
    return Templates(root / "overrides")


def settings_of(root: Path) -> Settings:
    settings = Settings(root=root, content=root / "content", templates=templates_of(root))
    return replace(settings, as_of=AS_OF)


def after(name: str, scheme: str = "light") -> str:
    return other(BEFORE.colour(name, scheme))


def pixel(content: bytes, x: int, y: int) -> str:
    return spelled(Image.open(io.BytesIO(content)).convert("RGB").getpixel((x, y)))


def spelled(colour: object) -> str:
    assert isinstance(colour, tuple)
    return f"#{bytes(colour).hex()}"


def no_old(text: str) -> list[str]:
    """Return the colours of before that a text holds."""
    old = {colour for scheme in BEFORE.schemes.values() for colour in scheme.values()}
    return sorted(colour for colour in old if colour in text.lower())


def test_every_page_has_the_new_colours(site: dict[str, bytes]) -> None:
    style = site[STYLESHEET].decode()
    assert no_old(style) == []
    schemes = parse_tokens(style)
    for name in ("light", "dark"):
        assert schemes[name] == {key: other(c) for key, c in BEFORE.schemes[name].items()}
    paper = style[style.index("[data-md-color-scheme] {") :]
    assert f"--ev-accent: {after('accent')};" in paper
    assert f"--ev-ink: {after('ink', 'print')};" in paper
    assert f"color: {after('private')};" in style[style.index("@page private") :]


def test_icons_have(site: dict[str, bytes]) -> None:
    icon = site[FAVICON].decode()
    assert re.findall(r"fill: (#\w+)", icon) == [after("accent"), after("accent", "dark")]
    assert pixel(site[TOUCH_ICON], 100, 110) == after("accent")
    assert pixel(site[TOUCH_ICON], 0, 0) == after("bg")


def test_icon_of_the_authors_own_comes_first(tmp_path: Path) -> None:
    own = '<svg xmlns="http://www.w3.org/2000/svg"><title>mine</title></svg>'
    page = MINIMAL["content/index.md"] + f"\n![Mine]({FAVICON})\n"
    files = {**MINIMAL, "content/index.md": page, f"content/{FAVICON}": own}
    assert b"mine" in files_of(build(project(tmp_path, files)))[FAVICON]


def test_cards_have(site: dict[str, bytes]) -> None:
    card = site["social/index.png"]
    assert pixel(card, 600, 3) == after("accent")
    assert pixel(card, 1190, 620) == after("bg")
    drawn = Image.open(io.BytesIO(card)).convert("RGB").getcolors(100_000) or []
    seen = {spelled(colour) for _, colour in drawn}
    assert {after("ink"), after("ink-2")} <= seen
    assert no_old(" ".join(seen)) == []


def test_badges_have(root: Path) -> None:
    site = build_site(settings_of(root).seen_by(Audience.PRIVATE))
    badge = dict(site.files.files)["badges/acme.svg"]
    assert no_old(badge) == []
    covered = re.search(r"data-state=covered\]\{stroke:(#\w+)\}", badge)
    assert covered
    assert covered[1] == after("strong")
    assert f"dark){{text{{fill:{after('ink', 'dark')}}}" in badge


def test_share_pages_have_and_their_policy_follows(root: Path) -> None:
    page = shell_page(Sealed("", ""), templates_of(root)).decode()
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert f"--accent: {after('accent')};" in style
    assert f"--accent: {after('accent', 'dark')};" in style
    assert no_old(page) == []
    assert f"style-src 'sha256-{source_hash(style)}'" in page


def test_what_is_sealed_in_them_has(root: Path) -> None:
    document = shared_view(settings_of(root)).document("acme", page="s/x/index.md")
    shown = spell_page(document, templates_of(root))
    assert no_old(shown) == []
    dark = shown[shown.index("@media (prefers-color-scheme: dark)") :]
    assert f"--ev-accent: {after('accent', 'dark')};" in dark


def test_paper_has_every_colour_but_that_of_a_banner_it_lacks() -> None:
    text = (THEME / "assets/dossier/print.css").read_text(encoding="utf-8")
    named = re.findall(r"--ev-([\w-]+): token\(--ev-\1, print\);", text)
    assert named == [name for name in BEFORE.schemes["light"] if name != "private-t"]


def test_no_colour_stands_anywhere_else() -> None:
    texts = [
        path
        for kind in ("css", "html", "svg", "js", "py")
        for path in (REPOSITORY / "hooks").rglob(f"*.{kind}")
        if path != THEME / TOKENS
    ]
    assert len(texts) > 200
    found = {
        path.relative_to(REPOSITORY).as_posix(): colour[0]
        for path in texts
        for colour in _COLOUR.finditer(path.read_text(encoding="utf-8"))
    }
    assert found == {}
