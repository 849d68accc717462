"""A home page that says little is told, and its author asked what more anyone may read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dossier.cli import home_page, publish_folder
from dossier.cli.home_page import HOME_BARE, tell_home
from dossier.cli.options import read_project
from tests.builders import MINIMAL
from tests.cli.terminal import with_answers
from tests.sites import project

PROFILE = """\
name: Ada Lane
email: ada@example.org  # the one I read
work:
  # the newest first
  - employer: Mill
    title: Weaver
education:
  - degree: CAP Weaving
"""
ASKED = "Anyone can read your name and headline on the home page"


def test_home_page_of_a_name_alone_is_told_with_what_fills_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = {"content/index.md": "---\ntitle: A\n---\n", "content/profile.yml": "name: Ada\n"}
    said: list[str] = []
    for more in (
        {"content/projects/p.md": "---\ntitle: P\naudience: shared\n---\n"},
        {"content/projects/p.md": "---\ntitle: P\naudience: public\n---\n"},
        {"content/index.md": "---\ntitle: A\n---\nI graft pears.\n"},
    ):
        root = project(tmp_path / str(len(said)), bare | more)
        tell_home(read_project(root / "mkdocs.yml")[1])
        said.append(capsys.readouterr().out)
    assert said == [f"{HOME_BARE}\n", "", ""]


@pytest.mark.parametrize(
    ("said", "opened"),
    [("", ""), ("j", "j"), ("je", "je"), ("e", "e"), ("nothing", "")],
)
def test_what_the_home_page_says_is_asked_with_the_first_link(
    said: str, opened: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish_folder, "publish_nearby", lambda *_: False)
    bare = {"content/index.md": "---\ntitle: A\n---\n", "content/profile.yml": PROFILE}
    dossier = {"content/applications/acme/index.md": "---\ncompany: Acme\n---\n"}
    root = project(tmp_path, bare | dossier, config={"site_url": None})
    code, shown = with_answers(root, ["share", "new", "acme", "--no-qr"], ("", said))
    assert (code, ASKED in shown) == (0, True), shown
    written = (root / "content/profile.yml").read_text()
    assert "# the one I read" in written
    assert "# the newest first" in written
    profile = yaml.safe_load(written)
    public = {"audience": "public"}
    jobs = public if "j" in opened else {}
    assert profile["work"] == [{"employer": "Mill", "title": "Weaver", **jobs}]
    assert profile["education"] == [{"degree": "CAP Weaving", **jobs}]
    email = "ada@example.org"
    assert profile["email"] == ({"value": email, **public} if "e" in opened else email)


def test_of_a_home_page_that_says_something_nothing_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish_folder, "publish_nearby", lambda *_: False)
    root = project(tmp_path, MINIMAL, config={"site_url": None})
    code, shown = with_answers(root, ["share", "new", "acme", "--no-qr"], ("",))
    assert (code, ASKED in shown) == (0, False), shown


EMAIL = "ada@example.org"


@pytest.mark.parametrize(
    ("profile", "opened"),
    [
        ("name: Ada Lane\n", None),
        (f"name: Ada Lane\n? email\n: {EMAIL}\n", EMAIL),
        *(
            (f"name: Ada Lane\n{stated}", {"value": EMAIL, "audience": "public"})
            for stated in (
                f"email: {EMAIL}\n",
                f"email: {{value: {EMAIL}, audience: private}}\n",
                f"email:\n  value: {EMAIL}\n  audience: private\n",
            )
        ),
    ],
)
def test_what_is_opened_is_so_however_it_is_written_or_told(
    profile: str,
    opened: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return "e"

    monkeypatch.setattr(home_page, "can_ask", lambda: True)
    monkeypatch.setattr(home_page, "ask_line", answer)
    bare = {"content/index.md": "---\ntitle: A\n---\n", "content/profile.yml": profile}
    root = project(tmp_path, bare)
    home_page.ask_home(root / "mkdocs.yml")
    assert bool(asked) is (opened is not None)
    written = (root / "content/profile.yml").read_text()
    assert yaml.safe_load(written).get("email") == opened
    said = "Write `audience: public` into `email` of content/profile.yml yourself.\n"
    assert capsys.readouterr().out == said * ("? email" in profile)
    assert (written == profile) is not isinstance(opened, dict)
