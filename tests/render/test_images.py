"""Images of the author's pages, after the engine rendered them."""

import pytest

from dossier.plain.media import ImageSize
from dossier.render.images import figure, tag, with_sizes

SIZES = {"assets/a b.png": ImageSize(300, 200)}
SIZE = 'width="300" height="200"'
LATE = 'loading="lazy" decoding="async"'
SRC = 'src="../../assets/a%20b.png"'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<p>x <img {SRC} /></p>", f"<p>x <img {SRC} {SIZE} {LATE}></p>"),
        (f"<p><img {SRC}></p>", f"<figure><img {SRC} {SIZE} {LATE}></figure>"),
        (
            f'<p><img {SRC} title="a &lt;b>" alt=""></p>',
            (
                f'<figure><img {SRC} alt="" {SIZE} {LATE}>'
                "<figcaption>a &lt;b&gt;</figcaption></figure>"
            ),
        ),
        (f"<figure>\n<p><img {SRC}></p>", f"<figure>\n<img {SRC} {SIZE} {LATE}>"),
        (f'<img width="150" {SRC}>', f'<img width="150" {SRC} height="100" {LATE}>'),
        (f'<img width="50%" {SRC}>', f'<img width="50%" {SRC} {LATE}>'),
        (f'<img height="9" {SRC}>', f'<img height="9" {SRC} {LATE}>'),
        (f'<img {SRC} loading="eager">', f'<img {SRC} loading="eager" {SIZE} decoding="async">'),
        ('<img src="../a%20b.png">', f'<img src="../a%20b.png" {LATE}>'),
        ("<img src=https://x.org/a alt=b>", f'<img src="https://x.org/a" alt="b" {LATE}>'),
        ('<img src="/assets/a%20b.png">', f'<img src="/assets/a%20b.png" {LATE}>'),
        ('<img src="http://[x">', f'<img src="http://[x" {LATE}>'),
        ("<code>&lt;img&gt;</code>", "<code>&lt;img&gt;</code>"),
        (f"<script>a = '<img {SRC}>'</script >", f"<script>a = '<img {SRC}>'</script >"),
        ('<img src="a" alt="&#xE000;0&#xE001;">', f'<img src="a" alt="0" {LATE}>'),
    ],
    ids=[
        *("in text", "alone", "caption", "in a figure", "author's width", "share of the width"),
        *("author's height", "eager", "unknown", "elsewhere", "absolute", "no address", "code"),
        *("script", "signs of a hole"),
    ],
)
def test_images_get_their_size_unless_it_is_given(page: str, expected: str) -> None:
    assert with_sizes(page, "projects/qortex/", SIZES) == expected


def test_image_is_written_with_its_words_escaped() -> None:
    attributes = {"src": "a.png", "alt": '"><script>', "title": "<b>"}
    shown = '<img src="a.png" alt="&quot;&gt;&lt;script&gt;"'
    assert tag(attributes, None) == f'{shown} title="&lt;b&gt;" {LATE}>'
    caption = "<figcaption>&lt;b&gt;</figcaption>"
    assert figure(attributes, None) == f"<figure>{shown} {LATE}>{caption}</figure>"
