"""What a serving process keeps comes to what is read anew."""

from pathlib import Path

from dossier.build import Project
from dossier.memory import Memory
from dossier.model.audience import Audience
from dossier.prose.asset_targets import referenced_assets
from dossier.prose.markdown import parse, parse_page
from dossier.prose.scan import scan, scan_page
from tests.builders import APPLICATION, MINIMAL, write_site
from tests.canaries import png

ABOUT, DOSSIER = "content/about.md", "content/applications/acme/index.md"
KEEPING = (parse, parse_page, scan, scan_page)


def test_assets_are_those_that_texts_refer_to_now(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"content/assets/{name}.png": png() for name in "ab"}
    memory = Memory()
    for named in ((), ("a",), ("a", "b"), ("b",)):
        text = "".join(f"![it](assets/{name}.png)\n" for name in named)
        settings = write_site(tmp_path, {**MINIMAL, **files, ABOUT: f"---\n---\n{text}"})
        library = Project.read(settings, memory=memory).view(Audience.PRIVATE).library
        found = memory.assets_of(library)
        assert found == referenced_assets(library) == tuple(f"assets/{n}.png" for n in named)


def test_what_was_written_over_is_forgotten(tmp_path: Path) -> None:
    memory, held = Memory(), []
    # What other tests have filled forgets by itself.
    for each in KEEPING:
        each.cache_clear()
    for number in range(4):
        page = f"---\ntitle: About\n---\n[{number}](index.md) and {number}\n"
        files = {ABOUT: page, DOSSIER: f"{APPLICATION}\n[here](../../about.md) {number}\n"}
        settings = write_site(tmp_path, MINIMAL | files)
        assert Project.read(settings, memory=memory).own_site(Audience.PRIVATE).files.pages
        held.append([len(each._known) for each in KEEPING])
    assert held[0] == held[-1]
