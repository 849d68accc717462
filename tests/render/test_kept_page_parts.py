"""A page that is drawn again draws those parts of it that an edit has touched, and no others."""

from pathlib import Path
from typing import Any, cast

import pytest
from markupsafe import Markup

from dossier.build import Project
from dossier.match.asks import uncovered
from dossier.memory import Memory
from dossier.model.audience import Audience
from dossier.model.watched import Notes
from dossier.render.audit import draw_audit
from dossier.render.kept_page_parts import KeptPageParts
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
        (BEGUN.replace("They know", "They see"), dict([other]), ["See"]),
        (BEGUN.replace("## Why", "## Why I"), dict([other]), ["See", "They"]),
        (BEGUN.replace("requirement: Rankers", "requirement: Tables"), {}, every),
    ):
        now = page(tmp_path, {DOSSIER: text, **more}, memory)
        seen = sorted(drawn)
        assert now == page(tmp_path, {DOSSIER: text, **more}, None), text
        assert seen == sorted(again), text
        drawn.clear()


def test_what_rows_alone_say_is_not_looked_for_again_when_a_record_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def audited(*given: object) -> object:
        looked.append("audit")
        return draw_audit(*given)  # type: ignore[arg-type]

    def left(*given: object) -> object:
        looked.append("uncovered")
        return uncovered(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("dossier.render.parts.draw_audit", audited)
    monkeypatch.setattr("dossier.render.roles.uncovered", left)
    posting = "content/applications/acme/posting.md"
    text = BEGUN.replace("Engineer\n", "Engineer\n    posting: {file: posting.md}\n")
    memory, changed = Memory(), BOTH.replace("value: 22", "value: 23")
    files: dict[str, str] = {}
    for more, again in (
        ({DOSSIER: text, posting: "- rankers\n"}, ["audit", "uncovered"]),
        ({DOSSIER: text.replace("They know", "They like")}, ["audit", "uncovered"]),
        ({RECORDS: changed}, []),
        ({posting: "- cooks that bake\n"}, ["audit"]),
        ({DOSSIER: text.replace("Rankers", "Cooks")}, ["audit", "uncovered"]),
    ):
        files |= more
        now = page(tmp_path, files, memory)
        seen = sorted(looked)
        assert now == page(tmp_path, files, None)
        assert seen == again, more
        looked.clear()


def test_a_part_uses_nothing_that_another_has_drawn() -> None:
    notes: Notes = {("pages", "keys", None)}
    drawer = Renderer(*(cast("Any", None),) * 3)
    kept = KeptPageParts(set(), {})
    question = "records", "get", "qortex/gain"

    def draw() -> Markup:
        if "card" not in drawer.shared:
            notes.add(question)
            drawer.shared["card"] = "drawn"
        return Markup("")

    for name in ("one", "two"):
        kept.draw(notes, drawer, (name,), draw)
        assert kept.now[name].notes == {question}
    assert notes == {("pages", "keys", None), question}
