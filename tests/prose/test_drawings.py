"""Where a drawing's texts are read."""

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.prose.drawings import drawn_texts
from tests.builders import MINIMAL, edited, tree_of

LINE = "I measure what I build"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><text>One</text><text>Two</text></svg>'


def test_each_text_has_every_place_that_shows_it() -> None:
    shown = f'![x](assets/a.svg) {LINE}\n\n<p><img src="assets/a.svg" alt=""></p>\n\n'
    files = edited("content/index.md", LINE, f"{shown}![y](assets/b.svg)")
    library, _ = assemble(tree_of(files, ["assets/a.svg", "assets/b.svg"]), Audience.PRIVATE)
    assets = {"assets/a.svg": SVG, "assets/b.svg": b"<svg", "assets/c.svg": SVG}
    found = list(drawn_texts(library, assets))
    assert [(each.text, each.name, str(each.where)) for each in found] == [
        (text, "assets/a.svg", "content/index.md:5:1") for text in ("One", "Two")
    ]
    assert list(drawn_texts(assemble(tree_of(MINIMAL), Audience.PRIVATE)[0], assets)) == []
