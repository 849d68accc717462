from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.publishing.company_names import CompanyName
from dossier.publishing.own_files import OwnFiles
from dossier.publishing.private_names import private_names
from dossier.settings import Settings
from tests.builders import MINIMAL, edited, write_site
from tests.views import diagnose_all

PROJECT = "content/projects/qortex.md"
ACME = "content/applications/acme/index.md"


def named(settings: Settings) -> list[str]:
    """Return where the public view holds a private name, and which."""
    found = [p for p in diagnose_all(settings).problems if p.code == "name-private"]
    return [f"{problem.where} {problem.message.split('`')[1]}" for problem in found]


def test_a_public_text_without_a_private_name_is_fine(tmp_path: Path) -> None:
    assert named(write_site(tmp_path, MINIMAL)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Acme",
        "ACME",
        "acme",
        "with **Acme**",
        "[x](https://acme.example.org)",
        "A&#99;me",
        "acme-case",
    ],
)
def test_a_private_name_is_found_however_it_is_written(tmp_path: Path, text: str) -> None:
    files = edited(PROJECT, "It retrieves", f"{text} knows. It retrieves")
    assert named(write_site(tmp_path, files)) in (
        [f"{PROJECT}:10:{1 + text.lower().find('acme')} Acme"],
        ["content/projects/qortex.md:1:1 Acme"],
    )


def test_a_name_within_a_word_is_none(tmp_path: Path) -> None:
    assert named(write_site(tmp_path, edited(PROJECT, "It", "Acmeology. It"))) == []


def test_a_name_over_a_line_end_is_found(tmp_path: Path) -> None:
    files = edited(ACME, "company: Acme", "company: Acme Corp")
    files |= {PROJECT: files[PROJECT].replace("It retrieves", "For Acme\ncorp. It retrieves")}
    assert named(write_site(tmp_path, files)) == [f"{PROJECT}:10:5 Acme Corp"]


def test_an_alias_is_a_name(tmp_path: Path) -> None:
    files = edited(ACME, "company: Acme\n", "company: Acme\naliases: [Wayne]\n")
    files |= {PROJECT: files[PROJECT].replace("It retrieves", "Wayne. It retrieves")}
    assert named(write_site(tmp_path, files)) == [f"{PROJECT}:10:1 Wayne"]


def test_a_record_and_a_title_are_searched_too(tmp_path: Path) -> None:
    evidence = "content/evidence/qortex.yml"
    files = edited(evidence, "Benchmark report", "Report for Acme")
    files |= {PROJECT: files[PROJECT].replace("title: qortex", "title: qortex for Acme")}
    found = named(write_site(tmp_path, files))
    assert [place.partition(":")[0] for place in found] == [evidence, PROJECT]


def test_a_name_that_is_allowed_with_a_reason_is_passed_over(tmp_path: Path) -> None:
    settings = write_site(tmp_path, edited(PROJECT, "It retrieves", "Acme. It retrieves"))
    allowed = Settings(
        settings.root,
        settings.content,
        settings.templates,
        as_of=settings.as_of,
        allowed_names=(("ACME", "a former employer"),),
    )
    assert named(settings) == [f"{PROJECT}:10:1 Acme"]
    assert named(allowed) == []


def test_an_open_dossier_may_be_named(tmp_path: Path) -> None:
    files = edited(ACME, "company: Acme\n", "company: Acme\naudience: public\n")
    files |= {PROJECT: files[PROJECT].replace("It retrieves", "Acme. It retrieves")}
    assert named(write_site(tmp_path, files)) == []


def test_only_dossiers_that_are_not_open_have_private_names() -> None:
    assert private_names(Library(Audience.PRIVATE)) == {}


def test_the_tools_own_files_are_read_for_a_name_that_may_stand_there_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def says(_: OwnFiles, name: CompanyName) -> bool:
        asked.append(name.name)
        return False

    monkeypatch.setattr(OwnFiles, "says", says)
    assert named(write_site(tmp_path / "none", MINIMAL)) == []
    assert asked == []
    files = edited(PROJECT, "It retrieves", "Acme, and Acme again. It retrieves")
    assert named(write_site(tmp_path / "one", files)) == [f"{PROJECT}:10:1 Acme"]
    assert asked == ["Acme"]
