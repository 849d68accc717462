"""`dossier status`: where dossiers stand, what is due first, and nothing of any key."""

import json
from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.model.sent_link import SentLink
from dossier.sharing.keys_json import FILE as KEYSTORE
from dossier.sharing.sent_links import FILE as LINKS
from dossier.sharing.sent_links import spell_links
from tests.builders import MINIMAL
from tests.render.fixtures import dossier
from tests.sites import project

FIELDS: dict[str, dict[str, object]] = {
    "acme": {"status": "closed", "outcome": "no-response"},
    "hooli": {
        "events": [
            {"date": "2026-02-10", "what": "applied"},
            {"date": "2026-02-20", "what": "Phone screening"},
            {"date": "2026-02-21", "what": "drafted the letter"},
            {"date": "2026-03-04", "what": "Onsite"},
        ],
        "next": {"do": "Read [](evidence:qortex/gain#precision) again"},
    },
    "initech": {
        "next": {"do": "Ask *them*", "due": "2026-03-20"},
        "contacts": [
            {"name": "Sam Lee", "last": "2026-02-27", "next": {"do": "Send references"}},
            {"name": "Ulla Berg", "next": {"do": "Call *her*", "due": "2026-02-28"}},
            {"name": "Per Lund"},
        ],
    },
}
FILES = MINIMAL | {
    f"content/applications/{name}/index.md": dossier(company=name.title(), **fields)
    for name, fields in FIELDS.items()
}
TEXT = """\
Initech (initech): Drafting, last contact 2 days ago
  next: Ask them, by 20 Mar 2026
  Sam Lee: Send references
  Ulla Berg: Call her, overdue since 28 Feb 2026
Hooli (hooli): Drafting since 21 Feb 2026, last contact 9 days ago
  next: Read +22% again
  coming up: Onsite, 4 Mar 2026, in 3 days
  link for Eve: until 31 Jan 2027
Acme (acme): Closed, no response
"""


def status(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["status", "-f", str(root / "mkdocs.yml"), *options])


def site(root: Path) -> Path:
    project(root, FILES)
    (root / ".dossier").mkdir(mode=0o700)
    return root


def test_dossiers_are_told_with_what_is_due_first_and_closed_ones_last(tmp_path: Path) -> None:
    root = site(tmp_path)
    link = SentLink("hooli-1", "hooli", None, "Eve", date(2027, 1, 31))
    (root / LINKS).write_bytes(spell_links([link]))
    done = status(root, "--as-of", "2026-03-01")
    told, _, step = done.output.rpartition("Next: ")
    assert (done.exit_code, told) == (0, TEXT)
    assert step.startswith("`dossier share new initech ")


def test_same_is_told_to_programs(tmp_path: Path) -> None:
    root = site(tmp_path)
    told = json.loads(status(root, "--as-of", "2026-03-01", "--format", "json").output)
    assert told["version"] == 1
    first, second, last = told["applications"]
    assert (first["overdue"], first["next"]) == (
        False,
        {"what": "Ask them", "date": "2026-03-20"},
    )
    assert first["contacts"][1] == {
        "name": "Ulla Berg",
        "what": "Call her",
        "date": "2026-02-28",
        "overdue": True,
    }
    assert second == {
        "application": "hooli",
        "company": "Hooli",
        "stage": "drafting",
        "since": "2026-02-21",
        "outcome": None,
        "next": {"what": "Read +22% again", "date": None},
        "overdue": False,
        "deadlines": [],
        "coming": [{"what": "Onsite", "date": "2026-03-04"}],
        "contacts": [],
        "last_contact": "2026-02-20",
        "days_since_contact": 9,
        "links": [],
    }
    assert (last["stage"], last["outcome"], last["last_contact"]) == (
        "closed",
        "no-response",
        None,
    )


def test_deadline_of_a_posting_and_a_day_that_an_event_names_are_told(tmp_path: Path) -> None:
    roles = [{"id": "cook", "title": "Cook", "posting": {"file": "posting.md"}}]
    folder = "content/applications/hooli"
    posting = "Closing date: 15 March 2026.\n"
    event = {"date": "2026-02-20", "what": "saved; call on 8 March"}
    text = dossier(company="Hooli", roles=roles, events=[event])
    files = {**MINIMAL, f"{folder}/index.md": text, f"{folder}/posting.md": posting}
    project(tmp_path, files)
    told = status(tmp_path, "--as-of", "2026-03-01").output
    assert "  apply by 15 Mar 2026, in 14 days (the posting: Closing date: 15 March 2026)\n" in told
    assert "  coming up: saved; call on 8 March, 8 Mar 2026, in 7 days\n" in told
    assert "apply overdue since 15 Mar" in status(tmp_path, "--as-of", "2026-03-20").output


def test_keystore_is_not_opened(tmp_path: Path) -> None:
    root = site(tmp_path)
    (root / KEYSTORE).write_text("no keystore")
    done = status(root)
    assert done.exit_code == 0
    assert "`dossier share list`" in done.output


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    project(tmp_path, {**MINIMAL, "content/applications/hooli/index.md": "no front matter\n"})
    assert "hooli cannot be read: `dossier check` says why." in status(tmp_path).output


def test_words_do_nothing_to_a_terminal(tmp_path: Path) -> None:
    text = dossier(company="A\x9b31mB")
    project(tmp_path, {**MINIMAL, "content/applications/acme/index.md": text})
    assert "\x9b" not in status(tmp_path).output


def test_site_without_dossiers_says_how_to_begin_one(tmp_path: Path) -> None:
    files = {name: text for name, text in MINIMAL.items() if "/applications/" not in name}
    project(tmp_path, files)
    assert 'dossier fit POSTING --new "Company"' in status(tmp_path).output
