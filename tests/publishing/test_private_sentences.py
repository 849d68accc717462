"""Which sentences are for whom; attacks stand in tests/attacks/test_private_entries.py."""

from pathlib import Path

from dossier.build import Project
from dossier.publishing.read_dossier import key_of
from dossier.publishing.sentences import in_words
from tests.attacks.test_copied_dossier import COPY, NOTE, THEIRS, copied, crossed
from tests.attacks.test_private_entries import CLOSED, SAID
from tests.builders import write_site

RECORDS = "content/evidence/qortex.yml"


def test_who_noted_a_sentence_may_say_it(tmp_path: Path) -> None:
    project = Project.read(write_site(tmp_path, copied("Dear team,") | CLOSED["page"]))
    private, read = project.naming.sentences, {r.entry.id: r for r in project.naming.read}
    noted, said = key_of(in_words(NOTE)), key_of(in_words(SAID))
    assert private.kept_from(noted, read["zephyr"]) is None
    told = private.kept_from(noted, read["tenzor"])
    assert told
    assert (told[0], told[1].whose) == ("other-dossier", "the dossier `zephyr`")
    assert {private.kept_from(said, each) for each in read.values()} == {
        ("text-published", private.entries.closed[said])
    }
    assert private.may_be_in(frozenset({noted}))
    assert not private.may_be_in(frozenset({"x"}))


def test_a_note_on_a_company_is_found_in_what_many_read(tmp_path: Path) -> None:
    files = copied("Dear team,")
    records = "audience: shared\nevidence:\n  - {id: a, claim: Fast, kind: code, check: statement, "
    files["content/evidence/fast.yml"] = f"{records}limits: {NOTE}}}\n"
    assert crossed(tmp_path / "uncited", files) == []
    cited = {name: files[name].replace("[qortex/gain]", "[qortex/gain, fast/a]") for name in files}
    assert {p.where.file for p in crossed(tmp_path / "cited", cited)} == {
        "content/evidence/fast.yml"
    }
    alone = files | {THEIRS: cited[THEIRS]}
    assert crossed(tmp_path / "alone", alone) == []
    assert COPY in alone
