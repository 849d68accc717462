"""Where the site will be is asked once, at a terminal, and written where everything reads it."""

import re
from pathlib import Path

import pytest
import yaml

from dossier.cli import publish_folder
from dossier.cli.share_address import ask_address
from tests.builders import MINIMAL
from tests.cli.terminal import with_answers
from tests.sites import project


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (("",), "http://localhost:8000/"),
        (("http://a.example", "ada.github.io"), "https://ada.github.io/"),
    ],
    ids=["this machine", "a host"],
)
def test_first_link_asks_for_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...], expected: str
) -> None:
    monkeypatch.setattr(publish_folder, "publish_nearby", lambda *_: False)
    root = project(tmp_path, MINIMAL, config={"site_url": None})
    config = root / "mkdocs.yml"
    before = config.read_text()
    code, shown = with_answers(root, ["share", "new", "acme", "--no-qr"], answers)
    assert code == 0, shown
    assert f"\n{expected}s/" in shown
    assert ("over https alone" in shown) is (len(answers) > 1)
    assert yaml.safe_load(config.read_text())["site_url"] == expected
    written = re.sub(r"^site_url:.*\n", "", config.read_text(), flags=re.MULTILINE)
    assert written == before


def test_line_that_waits_for_it_is_taken(tmp_path: Path) -> None:
    root = project(tmp_path, MINIMAL, config={"site_url": None})
    config = root / "mkdocs.yml"
    config.write_text("# site_url: https://you.example/  # where\n" + config.read_text())
    code, _ = with_answers(root, ["share", "new", "acme", "--no-qr"], ("https://ada.example/x",))
    assert code == 0
    assert config.read_text().startswith("site_url: https://ada.example/x/\n")


def test_site_of_an_address_is_written_beside_it_with_the_link_to_send(tmp_path: Path) -> None:
    root = project(tmp_path / "mine", MINIMAL, config={"site_url": None})
    public = tmp_path / "public"
    code, shown = with_answers(root, ["share", "new", "acme", "--no-qr"], ("ada.example",))
    assert code == 0, shown
    assert f"Upload what is in {public} to https://ada.example/" in shown
    (link,) = re.findall(r"^https://ada\.example/(s/\w+/)#", shown, re.MULTILINE)
    assert (public / link / "index.html").is_file()


def test_publishing_after_a_try_asks_for_the_address_again(tmp_path: Path) -> None:
    root = project(tmp_path / "mine", MINIMAL, config={"site_url": "http://localhost:8000/"})
    public = tmp_path / "public"
    code, shown = with_answers(root, ["publish", "--to", str(public)], ("ada.example", "y"))
    assert (code, f"Upload what is in {public} to https://ada.example/" in shown) == (0, True)
    assert "Your web address is http://localhost:8000/, which opens here alone." in shown
    assert "site_url: https://ada.example/\n" in (root / "mkdocs.yml").read_text()


def test_nothing_is_asked_of_nobody_or_where_no_line_could_hold_it(tmp_path: Path) -> None:
    root = project(tmp_path, MINIMAL, config={"site_url": None})
    config = root / "mkdocs.yml"
    before = config.read_text()
    assert not ask_address(config)
    assert config.read_text() == before
    config.write_text(re.sub(r"^(site_name)", r'"\1"', before, flags=re.MULTILINE))
    nameless = config.read_text()
    assert nameless != before
    code, shown = with_answers(root, ["share", "new", "acme", "--no-qr"], ("ada.github.io",))
    assert (code, "web address" in shown) == (2, False), shown
    assert config.read_text() == nameless


def test_link_to_this_machine_is_opened_here_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, MINIMAL, config={"site_url": "http://localhost:8000/"})
    opened: list[str] = []

    def opening(_: object, link: str) -> bool:
        opened.append(link)
        return True

    monkeypatch.setattr(publish_folder, "publish_nearby", opening)
    code, shown = with_answers(root, ["share", "new", "acme"], ())
    assert (code, "acme-1" in shown, "Next" in shown) == (0, True, False)
    change = "To change an answer: edit content/applications/acme/index.md; then `dossier publish`."
    assert change in shown
    assert opened[0].startswith("http://localhost:8000/s/")
