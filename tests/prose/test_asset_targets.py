"""The assets that texts refer to: those that their readers see, and that are there."""

from dataclasses import replace

import pytest

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.prose.asset_targets import referenced_assets, targets_of
from tests.builders import MINIMAL, tree_of

FILES = MINIMAL | {
    "content/projects/qortex.md": (
        "---\ntitle: q\naudience: public\nline: x\n---\n"
        "![a](../assets/shown.png) ![g](../assets/gone.png)\n"
    ),
    "content/about.md": "---\ntitle: About\n---\n![b](assets/private.png)\n",
    "content/profile.yml": "name: Ada\nresume: {value: assets/cv.pdf, audience: public}\n",
    "content/assets/evil.html": "x",
    **{f"content/assets/{name}.png": "x" for name in ("shown", "private", "unused")},
    "content/assets/cv.pdf": "x",
}

ASSETS = frozenset(name.removeprefix("content/") for name in FILES if "/assets/" in name)
TREE = replace(tree_of(FILES), files=ASSETS)


@pytest.mark.parametrize(
    ("audience", "names"),
    [
        (Audience.PUBLIC, ("cv.pdf", "shown.png")),
        (Audience.PRIVATE, ("cv.pdf", "private.png", "shown.png")),
    ],
)
def test_assets_are_those_that_visible_texts_refer_to(
    audience: Audience, names: tuple[str, ...]
) -> None:
    library, _ = assemble(TREE, audience)
    assert referenced_assets(library) == tuple(f"assets/{name}" for name in names)
    assert "assets/gone.png" in targets_of(library.projects["qortex"])
