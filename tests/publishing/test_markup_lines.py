"""What a site's own markup says to recipients is searched as their texts are."""

from dataclasses import replace
from pathlib import Path

from dossier.build import Project
from dossier.publishing.markup_lines import own_lines
from dossier.settings import Settings
from dossier.templates import THEME, Templates
from tests.attacks.test_copied_dossier import NOTE, copied
from tests.builders import write_site

SHARE = "fragments/share.html"


def settings_with(root: Path, name: str, text: str) -> Settings:
    settings = write_site(root, copied("Dear team,") | {f"overrides/{name}": text})
    return replace(settings, templates=Templates(root / "overrides"))


def told(root: Path, name: str, text: str, dossier: str = "tenzor") -> list[str]:
    project = Project.read(settings_with(root, name, text))
    return [str(p).partition("\n")[0] for p in project.crossing_problems({dossier})]


def test_a_template_names_no_other_company_and_says_no_note(tmp_path: Path) -> None:
    page = (THEME / SHARE).read_text(encoding="utf-8")
    assert told(tmp_path / "theirs", SHARE, page) == []
    last = page.count("\n") + 1
    named = f"{page}<p>At Zephyrworks Robotics.</p>\n"
    start = f"overrides/{SHARE}:{last}:"
    (found,) = told(tmp_path / "named", SHARE, named)
    assert found.startswith(f"{start}7: error: recipients would read `Zephyrworks Robotics`")
    (found,) = told(tmp_path / "noted", SHARE, f"{page}<p>{NOTE}</p>\n")
    assert found.startswith(f"{start}4: error: recipients would read what stands privately")
    document = "#text[At Zephyrworks Robotics]"
    assert len(told(tmp_path / "document", "documents/style.typ", document)) == 1
    assert told(tmp_path / "own", SHARE, named, "zephyr") == []


def test_what_nobody_is_shown_is_no_line_of_it(tmp_path: Path) -> None:
    page = (THEME / SHARE).read_text(encoding="utf-8")
    hidden = f"{page}{{# Zephyrworks Robotics\n{NOTE} #}}\n"
    assert [*own_lines(settings_with(tmp_path / "a", SHARE, hidden))] == []
    settings = settings_with(tmp_path / "b", "notes.md", NOTE)
    assert [*own_lines(settings)] == []
    (tmp_path / "b/overrides/own.css").write_bytes(b"\xff\xfe{}")
    assert [*own_lines(settings)] == []
    assert [*own_lines(replace(settings, templates=Templates()))] == []
