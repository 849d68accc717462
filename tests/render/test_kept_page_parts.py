"""A page that is drawn again draws those parts of it that an edit has touched, and no others."""

from pathlib import Path

import pytest

from dossier.build import Project
from dossier.memory import Memory
from dossier.model.audience import Audience
from dossier.render.page import Page
from dossier.render.renderer import Renderer
from dossier.render.rows import draw_table
from tests.builders import MINIMAL, write_site

DOSSIER, RECORDS = "content/applications/acme/index.md", "content/evidence/qortex.yml"
PAGE = "applications/acme/index.md"
WHY = "## Why\n\nSee [](evidence:qortex/more#precision).\n\n"
BEGUN = MINIMAL[DOSSIER].replace("## Notes", f"{WHY}## Notes")
RECORD = MINIMAL[RECORDS].partition("  - id: gain")[2]
BOTH = f"{MINIMAL[RECORDS]}  - id: more{RECORD}"


def page(root: Path, files: dict[str, str], memory: Memory | None) -> Page:
    settings = write_site(root, {**MINIMAL, RECORDS: BOTH, **files})
    pages = Project.read(settings, memory=memory).own_site(Audience.PRIVATE).files.pages
    return next(page for page in pages if isinstance(page, Page) and page.path == PAGE)


def test_parts_are_drawn_where_an_edit_touches_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    prose = Renderer.prose

    def watched(self: Renderer, text: str, *given: object, **named: object) -> object:
        drawn.append(text.split(maxsplit=1)[0])
        return prose(self, text, *given, **named)  # type: ignore[arg-type]

    def tabled(*given: object) -> object:
        drawn.append("table")
        return draw_table(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Renderer, "prose", watched)
    monkeypatch.setattr("dossier.render.parts.draw_table", tabled)
    memory, every = Memory(), ["I", "See", "They", "table"]
    other = RECORDS, f"{MINIMAL[RECORDS]}  - id: more{RECORD.replace('value: 22', 'value: 23')}"
    for text, more, again in (
        (BEGUN, {}, every),
        (BEGUN.replace("They know", "They like"), {}, every),
        (BEGUN.replace("They know", "They know of"), {}, ["They"]),
        (
            BEGUN.replace("I built [a learned ranker](evidence:qortex/gain).", "I did."),
            {},
            ["I", "They"],
        ),
        (BEGUN, {}, ["I"]),
        (BEGUN.replace("## Pitch", "## Requirements\n\nx\n\n## Pitch"), {}, [*every, "x"]),
        (BEGUN, {}, every),
        (BEGUN.replace("They know", "They see"), {}, ["They"]),
        (BEGUN.replace("They know", "They see"), dict([other]), ["See", "They"]),
        (BEGUN.replace("## Why", "## Why I"), dict([other]), ["See", "They"]),
        (BEGUN.replace("requirement: Rankers", "requirement: Tables"), {}, every),
    ):
        now = page(tmp_path, {DOSSIER: text, **more}, memory)
        seen = sorted(drawn)
        assert now == page(tmp_path, {DOSSIER: text, **more}, None), text
        assert seen == sorted(again), text
        drawn.clear()
