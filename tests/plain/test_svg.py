"""A drawing is shown as it was: nothing in it runs, leads anywhere or says more."""

import base64
import re

import pytest

from dossier.plain.images import CoveredError
from dossier.plain.media import UnreadableAssetError, strip
from dossier.plain.svg import strip_svg, svg_size
from tests.canaries import SECRET, leaks, png, svg
from tests.plain.containers import LOSSLESS, WORD, chunk, jpeg, segment, webp


def drawing(inner: str, attributes: str = "") -> str:
    content = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xmlns:x="http://www.inkscape.org/" {attributes}>{inner}</svg>'
    )
    return strip_svg(content.encode()).decode()


class TestSvg:
    def test_words_go_and_the_drawing_stays(self) -> None:
        stripped = strip_svg(svg("Shown", SECRET))
        assert not leaks({"a": stripped})
        assert b"<title>Shown</title>" in stripped
        assert strip_svg(stripped) == stripped

    @pytest.mark.parametrize(
        "inner",
        [
            "<script>quokkafox</script>",
            "<foreignObject>quokkafox</foreignObject>",
            "<metadata>quokkafox</metadata>",
            "<x:note>quokkafox</x:note>",
            '<g onclick="quokkafox"/>',
            '<g x:label="quokkafox"/>',
            '<g data-name="quokkafox"/>',
            '<a href="https://quokkafox"/>',
            '<a xlink:href="javascript:quokkafox"/>',
            '<image href="https://quokkafox/a.png"/>',
            '<image href="data:image/svg+xml,quokkafox"/>',
            '<use href="other.svg#quokkafox"/>',
            '<set attributeName="href" to="quokkafox"/>',
            '<animate attributeName="xlink:href" values="quokkafox"/>',
            '<g style="background:url(https://quokkafox)"/>',
            "<g fill=\"url( 'quokkafox.svg#a' )\"/>",
            "<style>@import 'quokkafox.css';</style>",
            "<style>a{background:url(quokkafox.png)}</style>",
            "<style>/* quokkafox */a{}</style>",
            "<style>@\\69mport 'quokkafox.css';</style>",
            "<style>a{fill:u\\72l(https://quokkafox)}</style>",
            '<style>a{fill:image-set("https://quokkafox" 1x)}</style>',
            "<style>a{-moz-binding:url(quokkafox)}</style>",
            "<style>@media print { a { fill: url(quokkafox) } }</style>",
            '<g style="fill:u\\72l(https://quokkafox)"/>',
            '<g fill="image(quokkafox)"/>',
            '<g filter="url(quokkafox.svg#a)"/>',
            '<animate attributeName="onclick" to="quokkafox"/>',
            '<g contentScriptType="quokkafox"/>',
            "<handler>quokkafox</handler>",
            '<g style="--quokkafox: 1"/>',
            "<!-- quokkafox --><?quokkafox quokkafox?>",
        ],
    )
    def test_what_runs_or_leads_away_goes(self, inner: str) -> None:
        shown = drawing(f"<title>Shown</title>{inner}<circle r='1'/>")
        assert "quokkafox" not in shown
        assert "Shown" in shown
        assert "circle" in shown

    @pytest.mark.parametrize(
        "inner",
        [
            '<use href="#a" />',
            '<use xlink:href="#a" />',
            '<g fill="url(#a)" />',
            "<g fill=\"url( '#a' )\" />",
            "<style>a{fill:url(#b)}</style>",
            '<animate attributeName="r" values="1;2" />',
            '<text xml:space="preserve">a b</text>',
        ],
    )
    def test_what_stays_in_the_file_stays(self, inner: str) -> None:
        assert inner.replace("'", "&apos;") in drawing(inner).replace("'", "&apos;")

    @pytest.mark.parametrize(
        ("kind", "content", "kept"),
        [
            ("png", png(SECRET), png()),
            ("jpeg", jpeg(segment(0xFE, WORD)), jpeg()),
            ("webp", webp(LOSSLESS, chunk(b"EXIF", WORD)), webp(LOSSLESS)),
        ],
    )
    def test_picture_in_a_drawing_is_stripped_too(
        self, kind: str, content: bytes, kept: bytes
    ) -> None:
        inside = base64.b64encode(content).decode()
        shown = drawing(f'<image href="data:image/{kind};base64,{inside}"/>')
        (found,) = re.findall(rf"data:image/{kind};base64,([^\"]*)", shown)
        assert base64.b64decode(found) == kept

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
    def test_document_type_is_refused_in_any_encoding(self, encoding: str) -> None:
        text = f"<?xml version='1.0' encoding='{encoding}'?><!DOCTYPE svg [<!ENTITY a 'ä'>]>"
        content = f"{text}<svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>".encode(encoding)
        with pytest.raises(UnreadableAssetError):
            strip("a.svg", content)

    def test_elements_thousands_deep_are_refused(self) -> None:
        content = f"<svg xmlns='http://www.w3.org/2000/svg'>{'<g>' * 5000}{'</g>' * 5000}</svg>"
        with pytest.raises(UnreadableAssetError):
            strip("a.svg", content.encode())

    def test_what_is_hidden_is_not_seen_in_the_copy(self) -> None:
        for hiding in (
            "<style>@media screen { .a { display: none } }</style>",
            "<style>.a{fill:red;.b{visibility:hidden}}</style>",
            "<style>@supports (x:y) { g { opacity: 0 } }</style>",
            "<style>.a{mask-image:linear-gradient(red,blue)}</style>",
            '<g style="clip-path:url(other.svg#a)"/>',
            '<g mask="url(other.svg#a)"/>',
        ):
            with pytest.raises(CoveredError):
                drawing(hiding)
        for kept in (
            "<style>@media print { .a { fill: red; opacity: 0.5 } }</style>",
            "<style>/* .a{display:none} */ .b{display:none}</style>",
            '<g style="display:none;mask:url(#a);opacity:0"/><g style="fill:red;x-y:1"/>',
            "<style>.a{opacity:0}.b{display:none!important}</style>",
        ):
            assert "<svg" in drawing(kept)

    @pytest.mark.parametrize("text", ["<svg/>", "<html/>", "<svg", ""])
    def test_other_xml_is_refused(self, text: str) -> None:
        with pytest.raises(UnreadableAssetError):
            strip("a.svg", text.encode())


def shaped(attributes: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="300" height="200"', (300, 200)),
        ('width="300px" height="1in" viewBox="0 0 9 9"', (300, 96)),
        ('width="460.8pt" height="345.6pt"', (614, 461)),
        ('viewBox="-5 -5 300 200"', (300, 200)),
        ('width="100%" viewBox="0,0,300,200"', (300, 200)),
        ('width="150" viewBox="0 0 300 200"', (150, 100)),
        ('height="100" viewBox="0 0 300 200"', (150, 100)),
        ('width="0.2" height="0.2"', (1, 1)),
    ],
)
def test_drawing_has_the_size_it_says(attributes: str, size: tuple[int, int]) -> None:
    assert svg_size(strip_svg(shaped(attributes))) == size


@pytest.mark.parametrize(
    "attributes", ['width="300"', 'width="0" height="0" viewBox="0 0 a b"', 'viewBox="0 0 9"']
)
def test_drawing_that_says_no_size_has_none(attributes: str) -> None:
    assert svg_size(shaped(attributes)) is None
