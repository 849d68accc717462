"""*Private text is absent*, and what is wrong is told: also by values that are made to break.

Numbers of any size, files of our own that somebody has filled with brackets: told with a cure,
never by a traceback, which would show lines of code and of content.
"""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from dossier.build import Project
from dossier.model.fit import Fit
from dossier.plain.errors import ConfigError
from dossier.plain.transaction import JOURNAL, finish
from dossier.publishing.published_shares import FILE as PUBLISHED
from dossier.publishing.published_shares import read_published
from dossier.sharing.keys_json import parse
from dossier.sharing.sent_links import FILE as LINKS
from dossier.sharing.sent_links import read_links
from tests.attacks.publishing import COMPANY, HOME
from tests.builders import MINIMAL, write_site
from tests.sites import build, project, write

NUMBERS = ("1e400000000", "-1e400000000", "1e-400000000", "9" * 4500, "0." + "1" * 5000)
TEXTS = ("[" * 200_000, '{"a":' * 100_000, f'{{"shares":{"9" * 5000}}}', "\x00", "", "\ud800")


@pytest.mark.parametrize("number", NUMBERS, ids=lambda text: text[:12])
def test_a_fit_of_any_size_is_told(number: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Fit).validate_python(Decimal(number))
    assert len(str(caught.value.errors()[0]["msg"])) < 300


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:6]))
@pytest.mark.parametrize(
    ("name", "read"), [(PUBLISHED, read_published), (LINKS, read_links)], ids=["published", "links"]
)
def test_our_own_files_of_brackets(
    tmp_path: Path, name: str, read: Callable[[Path], object], text: str
) -> None:
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(ConfigError, match="cannot be read"):
        read(tmp_path)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:6]))
def test_a_keystore_of_brackets(text: str) -> None:
    with pytest.raises(ConfigError):
        parse(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "text",
    [
        *("{", "[]", "null", '{"version": 1}', "[" * 100_000, '{"files": {"a": {}}}'),
        *(
            json.dumps({"files": {name: {"fresh": fresh, "sha256": "x"}}})
            for name, fresh in (
                ("../victim", ".new-victim-1"),
                ("a/../../victim", ".new-victim-1"),
                ("mkdocs.yml", "other.yml"),
                ("mkdocs.yml", ".new-mkdocs.yml-/../other.yml"),
                ("outside/victim", ".new-victim-1"),
            )
        ),
    ],
    ids=lambda text: text[:40],
)
def test_a_journal_of_others_moves_nothing(tmp_path: Path, text: str) -> None:
    """It may come with a repository that somebody sends."""
    root = tmp_path / "root"
    write(root, {JOURNAL: text, "mkdocs.yml": "mine", "other.yml": "theirs"})
    write(tmp_path, {"victim": "mine", ".new-victim-1": "theirs"})
    (root / "outside").symlink_to(tmp_path)
    for name in ("/", ""):
        journal = text.replace("../victim", f"{tmp_path}/victim") if name else text
        (root / JOURNAL).write_text(journal)
        with pytest.raises(ConfigError, match="is not what"):
            finish(root)
    assert (root / "mkdocs.yml").read_text() == (tmp_path / "victim").read_text() == "mine"


def test_an_address_that_is_none_is_told_and_breaks_no_page(tmp_path: Path) -> None:
    body = "\n[one](http://[::1/) <http://[::1/> [two](//[/) [three][r]\n\n[r]: http://[::1/\n"
    dossier = MINIMAL[COMPANY].replace("company: Acme", "company: Acme\naudience: public")
    files = {
        HOME: MINIMAL[HOME] + body,
        COMPANY: dossier.replace("## Pitch\n", f"## Pitch\n{body}", 1),
    }
    root = project(tmp_path, MINIMAL | files)
    problems = Project.read(write_site(root, {})).diagnosis.problems
    assert {p.where.file for p in problems if p.code == "link-unsafe"} == {HOME, COMPANY}
    site = build(root)
    for page in ("index.html", "applications/acme/index.html"):
        drawn = (site / page).read_text(encoding="utf-8")
        assert "one" in drawn
        assert 'href="http://[' not in drawn
