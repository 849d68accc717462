"""*Content is never executed*, and what a reader sees is what was checked.

Signs that turn letters round show another figure than the one that was read; what stands before an
address' host is a password that goes out, or another host than a reader takes it for.
"""

from pathlib import Path

import pytest

from dossier.build import Project
from dossier.model.audience import Audience
from tests.attacks.publishing import COMPANY, HOME
from tests.builders import MINIMAL, write_site
from tests.sites import build, project

PROFILE = "content/profile.yml"
TURNED = "\u202e%09\u202c"


@pytest.mark.parametrize("name", sorted(MINIMAL))
def test_signs_that_turn_letters_round_are_told_and_shown_to_nobody(
    tmp_path: Path, name: str
) -> None:
    text = MINIMAL[name].rstrip("\n") + ("\n" if name.endswith(".md") else " # ") + TURNED
    read = Project.read(write_site(tmp_path, MINIMAL | {name: text}))
    told = [p for p in read.diagnosis.problems if p.code == "file-encoding"]
    assert [p.where.file for p in told] == [name]
    assert "U+202E" in told[0].message
    for audience in (Audience.PUBLIC, Audience.SHARED):
        assert "\u202e" not in "".join(map(str, read.view(audience).files.pages))


def test_an_escape_of_yaml_brings_none_in(tmp_path: Path) -> None:
    text = MINIMAL[PROFILE].replace("headline: I measure", 'headline: "\\u202e%09 \\u202dI measure')
    text = text.replace("what I build\n", 'what I build"\n', 1)
    assert text != MINIMAL[PROFILE]
    read = Project.read(write_site(tmp_path, MINIMAL | {PROFILE: text}))
    for audience in Audience:
        shown = "".join(map(str, read.view(audience).files.pages))
        assert "%09 I measure" in shown
        assert "\u202e" not in shown


def test_nothing_stands_before_a_host(tmp_path: Path) -> None:
    address = "https://ada:quokkafox@example.org/"
    body = f"\n[a]({address}) <{address}> [b][c] <a href='{address}'>d</a>\n\n[c]: {address}\n"
    dossier = MINIMAL[COMPANY].replace("company: Acme", "company: Acme\naudience: public")
    files = {
        HOME: MINIMAL[HOME] + body,
        COMPANY: dossier.replace("## Pitch\n", f"## Pitch\n{body}", 1),
    }
    root = project(tmp_path, MINIMAL | files)
    read = Project.read(write_site(root, {}))
    told = {p.where.file for p in read.diagnosis.problems if p.code == "link-unsafe"}
    assert told == {HOME, COMPANY}
    site = build(root)
    for page in ("index.html", "applications/acme/index.html"):
        assert 'href="https://ada:' not in (site / page).read_text()
    wrong = MINIMAL[PROFILE].replace("https://example.org/ada", address)
    read = Project.read(write_site(root, {PROFILE: wrong}))
    found = [p for p in read.diagnosis.problems if p.where.file == PROFILE]
    assert {p.code for p in found} == {"link-unsafe", "rules-waiting"}
    assert "quokkafox" not in "".join(p.message for p in found)
