"""*Nothing goes out unchecked*: what stands privately in any file stops where others would read it.

A note, a project that nobody knows of, a record that was not opened, a story, a job that one does
not tell of: a sentence of theirs, word for word, in what the public or a recipient reads.
"""

from pathlib import Path

import pytest

from dossier.build import Project
from dossier.plain.problems import Problem, Severity
from tests.attacks.publishing import COMPANY, HOME
from tests.builders import MINIMAL, write_site

SAID = "The buyer of it is a bank in Basel"
PROFILE, PROJECT = "content/profile.yml", "content/projects/qortex.md"
RECORDS, DRAFT = "content/evidence/qortex.yml", "content/writing/draft.md"
HUSHED = "content/projects/secret.md"
NOTE = f"---\ntitle: A note\n---\n\nNot now. {SAID}. Later.\n"
RECORD = """\
  - {{id: sold, claim: {claim}, kind: code, check: statement{more}}}
"""
JOB = (
    f"  - {{employer: Hush, title: Aide, from: 2017, to: 2018, audience: private, summary: {SAID}}}"
)


def with_record(claim: str = "Sold to a buyer", more: str = "") -> str:
    record = RECORD.format(claim=claim, more=more)
    return MINIMAL[RECORDS].replace("evidence:\n", f"evidence:\n{record}", 1)


CLOSED = {
    "page": {DRAFT: NOTE},
    "project": {HUSHED: NOTE},
    "line": {HUSHED: f"---\ntitle: Hush\nline: {SAID}\n---\n"},
    "record": {RECORDS: with_record(SAID, ", audience: private")},
    "limits": {RECORDS: with_record(more=f", audience: private, limits: {SAID}")},
    "story": {"content/stories/basel.md": NOTE},
    "job": {PROFILE: MINIMAL[PROFILE].replace("work:\n", f"work:\n{JOB}\n")},
    "lead": {PROFILE: MINIMAL[PROFILE].replace("Put the figure first", SAID)},
}
"""Where it stands privately."""
OPEN = {
    HOME: f"{MINIMAL[HOME]}\nI build. {SAID}.\n",
    PROJECT: MINIMAL[PROJECT].replace("A graph that learns from use", SAID),
}
"""Where anyone would read it."""
SENT = {
    "pitch": {COMPANY: MINIMAL[COMPANY].replace("## Notes", f"I build. {SAID}.\n\n## Notes")},
    "claim": {
        COMPANY: MINIMAL[COMPANY].replace("requirement: Rankers that learn", f"requirement: {SAID}")
    },
    "limits": {RECORDS: MINIMAL[RECORDS].replace("    date: 2026-02\n", f"    limits: {SAID}\n")},
}
"""Where recipients would."""


def told(root: Path, files: dict[str, str]) -> list[Problem]:
    found = Project.read(write_site(root, MINIMAL | files)).diagnosis.problems
    return [p for p in found if "stands privately" in p.message]


@pytest.mark.parametrize("kind", CLOSED)
def test_a_private_sentence_stops_where_others_read_it(tmp_path: Path, kind: str) -> None:
    for number, (file, text) in enumerate(OPEN.items()):
        found = told(tmp_path / f"{number}", CLOSED[kind] | {file: text})
        assert [(p.code, p.severity, p.where.file) for p in found] == [
            ("text-published", Severity.ERROR, file)
        ]
        place = found[0].where
        assert SAID in text.split("\n")[place.line - 1]
        assert found[0].message.startswith("anyone would read what stands privately in ")
    for name, files in SENT.items():
        if not files.keys() & CLOSED[kind].keys():
            found = told(tmp_path / name, CLOSED[kind] | files)
            # An answer is there to be told; of a record that all may see all is public.
            who = {"limits": "anyone"}.get(name, "" if kind == "story" else "recipients")
            assert [p.message.split()[0] for p in found] == [who] * bool(who)


AS = (
    "I build. The buyer of it\n    is a bank in Basel.",
    "_The b**uy**er of it is a bank_ in Basel",
    "The buyer of it is a b<b>an</b>k in &#66;asel",
    '<img alt="The buyer of it is a bank in Basel" src="a.png">',
    '[Here](https://example.org/a "The buyer of it is a bank in Basel").',
    "Note: the buyer of it is a bank in Basel; so it is.",
    "I heard (the buyer of it is a bank in Basel) today.",
    "> “The buyer of it is a bank in Basel” said Ada.",
    "### The buyer of it is a bank in Basel { #buyer }",
    "| It | The buyer of it is a bank in Basel |\n| --- | --- |\n| a | b |",
    "The bu\u00adyer of it is a bank in Basel",
    "## Here { title='The buyer of it is a bank in Basel' }",
    "## Here { #the-buyer-of-it-is-a-bank-in-basel }",
    "See [it][1].\n\n[1]: https://example.org 'The buyer of it is a bank in Basel'",
    "[Here](https://example.org/?q=The%20buyer%20of%20it%20is%20a%20bank%20in%20Basel).",
    "[Here](https://example.org/the-buyer-of-it-is-a-bank-in-basel/).",
)
"""How a text may hold it."""


@pytest.mark.parametrize("said", AS)
def test_however_it_is_set_it_is_the_sentence(tmp_path: Path, said: str) -> None:
    found = told(tmp_path / "a", CLOSED["page"] | {HOME: f"{MINIMAL[HOME]}\n{said}\n"})
    assert [p.where.file for p in found] == [HOME]
    wrapped = NOTE.replace("of it is", "of it\nis")
    assert wrapped != NOTE
    assert told(tmp_path / "b", {DRAFT: wrapped, HOME: f"{MINIMAL[HOME]}\n{said}\n"})


CALLED = "the-buyer-of-it-is-a-bank-in-basel"
PAGE = "---\ntitle: Here\naudience: public\n---\n\nHello.\n"
NAMES: dict[str, dict[str, str]] = {
    f"content/{CALLED}/a.md": {f"content/{CALLED}/a.md": PAGE},
    f"content/projects/{CALLED}.md": {f"content/projects/{CALLED}.md": PAGE},
    RECORDS: {RECORDS: with_record().replace("id: sold", f"id: {CALLED}")},
    f"content/assets/{CALLED}.svg": {
        HOME: f"{MINIMAL[HOME]}\n![It](assets/{CALLED}.svg)\n",
        f"content/assets/{CALLED}.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    },
}
"""Files and entries that are called so."""


@pytest.mark.parametrize("place", NAMES, ids=["page", "project", "record", "asset"])
def test_names_say_it_too(tmp_path: Path, place: str) -> None:
    found = told(tmp_path, CLOSED["page"] | NAMES[place])
    assert {p.where.file for p in found} == {place} | ({HOME} & NAMES[place].keys())


def test_what_is_stated_in_the_open_is_no_secret(tmp_path: Path) -> None:
    """Nor what cites the record that it repeats: that its readers may not see it is told."""
    claim = "Learned weights retrieve better than cosine similarity"
    assert claim in MINIMAL[RECORDS]
    home = f"{MINIMAL[HOME]}\n{claim}.\n"
    repeated = {DRAFT: NOTE.replace(SAID, claim), HOME: home}
    assert told(tmp_path / "claim", repeated) == []
    headline = {DRAFT: NOTE.replace(SAID, "I measure what I build"), HOME: home}
    assert told(tmp_path / "headline", headline) == []
    closed = with_record(claim, ", audience: private")
    assert told(tmp_path / "record", {RECORDS: closed, HOME: home}) == []
    cited = f"{MINIMAL[HOME]}\n{SAID}. [See](evidence:qortex/sold).\n"
    hidden = CLOSED["record"] | {HOME: cited}
    assert told(tmp_path / "cited", hidden) == []
    codes = {p.code for p in Project.read(write_site(tmp_path, MINIMAL | hidden)).diagnosis.errors}
    assert "evidence-private" in codes


def test_a_draft_that_was_copied_is_told_once(tmp_path: Path) -> None:
    text = "".join(f"Beam number {each} of them holds. " for each in range(5))
    draft = f"---\ntitle: A draft\n---\n\n{text}\n"
    found = told(tmp_path / "page", {DRAFT: draft, HOME: f"{MINIMAL[HOME]}\n{text}\n"})
    assert [p.message.partition(DRAFT)[2] for p in found] == [
        "`: `Beam number 0 of them holds.`, and 4 more sentences of it"
    ]
    mark = "<!-- dossier: allow text-published: it is the draft of it -->"
    allowed = f"{MINIMAL[HOME]}\n{mark}\n{text}\n"
    assert told(tmp_path / "allowed", {DRAFT: draft, HOME: allowed}) == []
    few = text[: text.index("Beam number 3")]
    assert len(told(tmp_path / "few", {DRAFT: draft, HOME: f"{MINIMAL[HOME]}\n{few}\n"})) == 3
    story = {"content/stories/beams.md": draft, HOME: f"{MINIMAL[HOME]}\n{text}\n"}
    assert len(told(tmp_path / "story", story)) == 5


def test_it_is_taken_out_here_or_there_or_allowed(tmp_path: Path) -> None:
    mark = "<!-- dossier: allow text-published: because they say so themselves -->"
    assert (
        told(tmp_path / "a", CLOSED["page"] | {HOME: f"{MINIMAL[HOME]}\n{mark}\n{SAID}.\n"}) == []
    )
    opened = NOTE.replace("title:", "audience: public\ntitle:")
    assert told(tmp_path / "b", {DRAFT: opened, HOME: OPEN[HOME]}) == []
    said = {HOME: MINIMAL[HOME], DRAFT: NOTE}
    assert told(tmp_path / "c", said) == []
