"""What is told of another dossier; attacks stand in tests/attacks/test_copied_dossier.py."""

from pathlib import Path

from dossier.plain.problems import Severity
from tests.attacks.test_copied_dossier import COPY, NOTE, copied, crossed


def test_an_everyday_word_is_told_and_stops_nothing(tmp_path: Path) -> None:
    found = crossed(tmp_path, copied("I saw a quokka.", "Quokka"))
    assert [(p.code, p.severity) for p in found] == [("name-similar", Severity.WARNING)]
    assert "`dossier: allow name-similar: …`" in found[0].hint
    assert [p.code for p in crossed(tmp_path, copied("At Quokka.", "Quokka"))] == ["other-dossier"]


def test_a_link_s_target_is_no_part_of_a_sentence(tmp_path: Path) -> None:
    link = "See [this](https://example.org/a/long/way/to/a/page)."
    files = copied(f"I build.\n\n{link}")
    theirs = "content/applications/zephyr/index.md"
    files[theirs] = files[theirs].replace(NOTE, link)
    assert crossed(tmp_path, files) == []


def test_what_the_other_s_recipients_read_is_no_secret(tmp_path: Path) -> None:
    files = copied(f"I build. {NOTE}")
    theirs = "content/applications/zephyr/index.md"
    files[theirs] = files[theirs].replace("Dear team,", f"Dear team, {NOTE}\n\n{NOTE}")
    assert crossed(tmp_path, files) == []
    assert COPY in files
