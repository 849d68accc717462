"""Pages are drawn again where something that they read has changed, and nowhere else.

Nor is a part of a page that is drawn again, if none of what it has read has changed.
"""

from pathlib import Path

import pytest

from dossier.build import Project
from dossier.match.asks import uncovered
from dossier.memory import Memory
from dossier.model.audience import Audience
from dossier.plain.errors import InternalError
from dossier.render.audit import draw_audit
from dossier.render.kept_drawings import KeptDrawings
from dossier.render.page import Page
from dossier.render.renderer import Renderer
from dossier.render.rows import row_view
from dossier.render.site import SiteFiles, renderer_of
from dossier.settings import Settings
from tests.builders import APPLICATION, MINIMAL, write_site

OTHER = APPLICATION.replace("Acme", "Hooli").replace("evidence:qortex/gain", "project:qortex")
FILES = MINIMAL | {
    "content/applications/hooli/index.md": OTHER.replace("[qortex/gain]", "[]"),
    "content/about.md": "---\ntitle: About\n---\nWords.\n",
}
ACME = "content/applications/acme/index.md"
PAGE = "applications/acme/index.md"
RECORDS = "content/evidence/qortex.yml"
WHY = "## Why\n\nSee [](evidence:qortex/more#precision).\n\n"
BEGUN = MINIMAL[ACME].replace("## Notes", f"{WHY}## Notes")
RECORD = MINIMAL[RECORDS].partition("  - id: gain")[2]
BOTH = f"{MINIMAL[RECORDS]}  - id: more{RECORD}"


def drawn(settings: Settings, memory: Memory) -> SiteFiles:
    return Project.read(settings, memory=memory).own_site(Audience.PRIVATE).files


@pytest.mark.parametrize(
    ("edit", "pages", "files"),
    [
        ((ACME, "They know", "They like"), {"applications/acme/index.md"}, set()),
        (("content/about.md", "Words", "Others"), {"about.md"}, set()),
        (
            (ACME, "company:", "# its rows stand a line further down\ncompany:"),
            {"index.md", "projects/index.md", "projects/qortex.md", "evidence/index.md"}
            | {"applications/index.md", "applications/acme/index.md", "problems.md"},
            {"coverage.json", "badges/acme.svg"},
        ),
        (
            ("content/evidence/qortex.yml", "date: 2026-02", "date: 2026-01"),
            {"index.md", "projects/index.md", "projects/qortex.md", "evidence/index.md"}
            | {"applications/index.md", "applications/acme/index.md", "problems.md"},
            {"coverage.json", "badges/acme.svg"},
        ),
        (
            ("content/evidence/qortex.yml", "    check: ", "    method: By hand\n    check: "),
            {"evidence/index.md", "projects/qortex.md", "problems.md"},
            set(),
        ),
    ],
)
def test_an_edit_draws_what_reads_it(
    edit: tuple[str, str, str], pages: set[str], files: set[str], tmp_path: Path
) -> None:
    file, old, new = edit
    settings, memory = write_site(tmp_path, FILES), Memory()
    first = drawn(settings, memory)
    assert first == Project.read(settings).own_site(Audience.PRIVATE).files
    write_site(tmp_path, {file: FILES[file].replace(old, new)})
    second = drawn(settings, memory)
    assert second == Project.read(settings).own_site(Audience.PRIVATE).files
    again = {b.path for a, b in zip(first.pages, second.pages, strict=True) if a is not b}
    written = {b[0] for a, b in zip(first.files, second.files, strict=True) if a[1] is not b[1]}
    assert again <= pages
    assert written <= files
    assert {b.path for a, b in zip(first.pages, second.pages, strict=True) if a != b} <= again


def test_nothing_is_kept_for_another_audience(tmp_path: Path) -> None:
    view = Project.read(write_site(tmp_path, MINIMAL)).view(Audience.PUBLIC)
    with pytest.raises(InternalError):
        KeptDrawings(Audience.PRIVATE).begin(view.frame, None)


def test_another_day_draws_everything(tmp_path: Path) -> None:
    memory, settings = Memory(), write_site(tmp_path, MINIMAL)
    first = drawn(settings, memory)
    later = write_site(tmp_path, {}, as_of=settings.as_of.replace(year=2030))
    second = drawn(later, memory)
    assert second == Project.read(later).own_site(Audience.PRIVATE).files
    assert not [a for a, b in zip(first.pages, second.pages, strict=True) if a is b]


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

    def of_row(*given: object) -> object:
        drawn.append("row")
        return row_view(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Renderer, "prose", watched)
    monkeypatch.setattr("dossier.render.requirement_table.row_view", of_row)
    memory, every = Memory(), ["I", "See", "They", "row"]
    other = RECORDS, f"{MINIMAL[RECORDS]}  - id: more{RECORD.replace('value: 22', 'value: 23')}"
    gain = RECORDS, BOTH.replace("value: 22", "value: 23")
    for text, more, again in (
        (BEGUN, {}, every),
        (BEGUN.replace("They know", "They like"), {}, ["They"]),
        (
            BEGUN.replace("I built [a learned ranker](evidence:qortex/gain).", "I did."),
            {},
            ["I", "They"],
        ),
        (BEGUN, {}, ["I"]),
        (BEGUN.replace("## Pitch", "## Requirements\n\nx\n\n## Pitch"), {}, ["x"]),
        (BEGUN, {}, []),
        (BEGUN.replace("They know", "They see"), {}, ["They"]),
        (BEGUN.replace("They know", "They see"), dict([other]), ["See"]),
        (BEGUN.replace("## Why", "## Why I"), dict([other]), ["See", "They"]),
        (BEGUN, dict([gain]), ["I", "See", "row"]),
        (BEGUN, {}, ["I", "See", "row"]),
        (BEGUN.replace("requirement: Rankers", "requirement: Tables"), {}, every),
    ):
        now = page(tmp_path, {ACME: text, **more}, memory)
        seen = sorted(drawn)
        assert now == page(tmp_path, {ACME: text, **more}, None), text
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
        ({ACME: text, posting: "- rankers\n"}, ["audit", "uncovered"]),
        ({ACME: text.replace("They know", "They like")}, []),
        ({ACME: f"{text}\n## Questions\n\n### Why? {{ about=ranker }}\n"}, ["audit"]),
        ({ACME: f"{text}\n## Questions\n\n### Why? {{ about=ranker }}\n\nSo.\n"}, ["audit"]),
        ({RECORDS: changed}, []),
        ({posting: "- cooks that bake\n"}, ["audit"]),
        ({ACME: text.replace("Rankers", "Cooks")}, ["audit", "uncovered"]),
    ):
        files |= more
        now = page(tmp_path, files, memory)
        seen = sorted(looked)
        assert now == page(tmp_path, files, None)
        assert seen == again, more
        looked.clear()


def test_what_pages_share_is_read_by_each(tmp_path: Path) -> None:
    text = BEGUN.replace("Acme", "Hooli")
    files = {**MINIMAL, RECORDS: BOTH, ACME: BEGUN, ACME.replace("acme", "hooli"): text}
    settings, memory = write_site(tmp_path, files), Memory()
    drawn(settings, memory)
    write_site(
        tmp_path, {RECORDS: BOTH.replace("metrics:\n", "limits: It now ranks\n    metrics:\n")}
    )
    now = drawn(settings, memory)
    assert now == Project.read(settings).own_site(Audience.PRIVATE).files
    rows = [p.html for p in now.pages if isinstance(p, Page) and p.layout == "application"]
    assert len([html for html in rows if "now ranks" in html]) == 2


def test_a_part_asks_nothing_of_what_stands_before_it(tmp_path: Path) -> None:
    view = Project.read(write_site(tmp_path, MINIMAL)).view(Audience.PRIVATE)
    drawings = KeptDrawings(Audience.PRIVATE)
    renderer = renderer_of(drawings.begin(view.frame, None), view.settings.templates)

    def draw(page: Renderer) -> str:
        assert page.anchor("a") == "a"
        with pytest.raises(TypeError):
            page.part(lambda: page.anchor("a"), "a part")
        assert page.part(lambda: "made", "another") == "made"
        return page.anchor("a")

    assert drawings.once("x.md", draw, renderer) == "a-2"
