"""`dossier fit --new` at a terminal: each row is rated, and nothing is made up."""

from pathlib import Path

from dossier.load.front_matter import split
from dossier.plain.yaml import construct
from tests.cli.terminal import with_answers
from tests.sites import project

FILES = {
    "content/profile.yml": "name: Ada\nlanguages: [{language: German}, {language: Polish}]\n",
    "content/imported/cv.md": (
        "---\ntitle: Imported\naudience: private\n---\n\n## Profile\n\nI mend looms.\n\n"
        "## Hobbies\n\nChess\n"
    ),
    "content/evidence/cv.yml": (
        "evidence:\n  - {id: looms, claim: Mended 40 hand looms, kind: employment, check: inspect, "
        "status: shipped, source: {label: Log}}\n"
    ),
}
POSTING = (
    "# Weaver\n\n## Requirements\n\n- Mended hand looms\n- Another language\n"
    "- A driving licence\n- Night shifts\n- Patience with people\n- Own tools\n"
    "\n## Your tasks\n\n- Mend our hand looms\n- Mend hand looms of guests\n"
)


def test_rows_say_what_was_answered(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    (tmp_path / "posting.md").write_text(POSTING)
    answers = (
        *("o", "s", "x", "m c", "m a", "German for daily use"),
        *("Class B since 2012", "direct", "Licence"),
        *("n", "", "Always", "", "", "d", "", "", "I like cloth."),
    )
    command = ["fit", str(tmp_path / "posting.md"), "--new", "Acme"]
    code, shown = with_answers(tmp_path, command, answers)
    assert code == 0, shown
    text = (tmp_path / "content/applications/acme/index.md").read_text()
    source, _ = split("x.md", text)
    rows = construct(source.yaml, "")[0]["proof_points"]
    told = [{k: v for k, v in r.items() if k not in ("id", "quote", "priority")} for r in rows]
    assert told == [
        {"requirement": "Mended hand looms", "evidence": ["cv/looms"], "strength": "strong"},
        {
            "requirement": "Another language",
            "evidence": [],
            "strength": "moderate",
            "claim": "German",
            "note": "German for daily use",
        },
        {
            "requirement": "A driving licence",
            "evidence": ["acme/class-b-since-2012"],
            "strength": "direct",
        },
        {"requirement": "Night shifts", "evidence": [], "strength": "none"},
        {"requirement": "Patience with people", "evidence": [], "strength": None},
        {"requirement": "Own tools", "evidence": [], "strength": None},
        {
            "requirement": "Mend hand looms of guests",
            "evidence": ["cv/looms"],
            "strength": "direct",
        },
    ]
    records = (tmp_path / "content/evidence/acme.yml").read_text()
    assert construct(records, "")[0]["evidence"] == [
        {
            "id": "class-b-since-2012",
            "claim": "Class B since 2012",
            "kind": "employment",
            "check": "inspect",
            "status": "shipped",
            "audience": "shared",
            "source": {"label": "Licence"},
        }
    ]
    assert "None counts" not in records
    assert "## Pitch\n\nI mend looms.\n\n## Why\n\nI like cloth.\n" in text
    assert "Type one of these letters" in shown
    assert "  direct: did this exact thing\n" in shown.partition("Why them")[2]


def test_an_answer_may_be_a_sentence_or_its_letters_in_any_order(tmp_path: Path) -> None:
    profile = FILES["content/profile.yml"]
    project(tmp_path, {**FILES, "content/profile.yml": profile, "content/imported/cv.md": ""})
    (tmp_path / "posting.md").write_text(POSTING)
    own = "I mended looms in three mills"
    answers = ("o", own, "x", "w", "", "", "b d", *[""] * 7, "-", "")
    command = ["fit", str(tmp_path / "posting.md"), "--new", "Acme"]
    code, shown = with_answers(tmp_path, command, answers)
    assert code == 0, shown
    source, _ = split("x.md", (tmp_path / "content/applications/acme/index.md").read_text())
    looms, language = construct(source.yaml, "")[0]["proof_points"][:2]
    told = [looms[key] for key in ("evidence", "claim", "strength", "note")]
    assert told == [[], own, "weak", own]
    assert (language["claim"], language["strength"]) == ("Polish", "direct")
    assert "Your résumé says" not in shown
    assert "## Pitch\n\n## Why" in source.text


def test_who_stops_keeps_what_was_answered(tmp_path: Path) -> None:
    project(tmp_path, FILES)
    (tmp_path / "posting.md").write_text(POSTING)
    command = ["fit", str(tmp_path / "posting.md"), "--new", "Acme"]
    code, shown = with_answers(tmp_path, command, ("o", "d", "", "q"))
    text = (tmp_path / "content/applications/acme/index.md").read_text()
    assert (code, text.count("strength: direct"), text.count("strength:\n")) == (0, 1, 7), shown
    assert "keeps what you have said to 1.\n`dossier fit " in shown
