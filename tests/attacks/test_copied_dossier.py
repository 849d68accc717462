"""*Nothing goes out unchecked*: one recipient is not told of another.

A dossier is begun as a copy of another's folder, and what names the other company, or what was
noted about it, is left in. It is told before the link goes out; ordinary prose is not.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.build import Project
from dossier.cli import main
from dossier.plain.problems import Problem, Severity
from tests.attacks.publishing import HOME
from tests.attacks.test_ordinary_notes import sentences
from tests.builders import MINIMAL, write_site
from tests.cli.test_publish import home, published, refused, share

THEIRS = "content/applications/zephyr/index.md"
COPY = "content/applications/tenzor/index.md"
NOTE = "They pay a hundred and ninety thousand."
DOSSIER = MINIMAL["content/applications/acme/index.md"]


def dossier(company: str, letter: str, *, notes: str = "", front: str = "") -> str:
    head, _, _ = DOSSIER.partition("\n## Notes")
    head = head.replace("company: Acme\n", f"company: {company}\n{front}")
    return f"{head}\n## Letter\n\n{letter}\n\n## Notes\n\n{notes}\n"


def copied(letter: str, theirs: str = "Zephyrworks Robotics", **more: str) -> dict[str, str]:
    """Return a site with a dossier, and one of Tenzor's that began as its copy."""
    ours = dossier("Tenzor", letter, **more)
    return MINIMAL | {THEIRS: dossier(theirs, "Dear team,", notes=NOTE), COPY: ours}


def crossed(root: Path, files: dict[str, str]) -> list[Problem]:
    found = Project.read(write_site(root, files)).diagnosis.problems
    return [p for p in found if p.code == "other-dossier" or "recipients read" in p.message]


def errors(problems: list[Problem]) -> list[str]:
    return [p.where.file for p in problems if p.severity is Severity.ERROR]


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "-f", str(root / "mkdocs.yml")])


def test_a_copy_that_names_the_other_company_stops(tmp_path: Path) -> None:
    """Wherever it is told, and until it is taken out, allowed in place, or by name."""
    letter = "Dear Zephyrworks Robotics team, I build."
    root = home(tmp_path, copied(letter), site_url="https://example.org/")
    made = run(root, "share", "new", "tenzor")
    place = f"{COPY}:{copied(letter)[COPY].split(letter)[0].count(chr(10)) + 1}:"
    for done in (made, run(root, "check")):
        assert done.exit_code == 1
        assert place in done.output
        assert "recipients would read `Zephyrworks Robotics`" in done.output
        assert "[other-dossier]" in done.output
    assert not (root / ".dossier/keys.json").exists()
    preview = run(root, "share", "preview", "tenzor", "--no-open")
    assert (preview.exit_code, "[other-dossier]" in preview.output) == (0, True)
    assert run(root, "share", "new", "zephyr").exit_code == 0
    share(root, "tenzor")
    assert "[other-dossier]" in refused(root)
    text, mark = (root / COPY).read_text(), "<!-- dossier: allow other-dossier: they know -->"
    (root / COPY).write_text(text.replace(letter, f"{mark}\n{letter}"))
    assert run(root, "check").exit_code == 0
    (root / COPY).write_text(text)
    option = "allow_names: [{name: Zephyrworks Robotics, reason: they know}]"
    configuration = root / "mkdocs.yml"
    allowing = configuration.read_text().replace("allow_names: []", option)
    assert option in allowing
    configuration.write_text(allowing)
    assert run(root, "check").exit_code == 0
    assert CliRunner().invoke(main, ["publish", "-f", str(configuration), "--yes"]).exit_code == 0
    assert len([name for name in published(tmp_path) if name.startswith("s/")]) == 2


def test_an_open_dossier_s_recipients_are_not_told_either(tmp_path: Path) -> None:
    """What is wrong for all is told once, and stops what goes to one, too."""
    letter = f"I also talk with Zephyrworks Robotics.\n\n{NOTE}"
    files = copied(letter, front="audience: public\n")
    root = home(tmp_path, files, site_url="https://example.org/")
    project = Project.read(write_site(tmp_path / "read", files))
    found = project.crossing_problems({"tenzor"})
    assert [p.where.file for p in found if p.severity is Severity.ERROR] == [COPY] * 2
    places = [p.where for p in project.diagnosis.errors if p.where.file == COPY]
    assert len(places) == len(set(places)) == 2
    for line in (("share", "new", "tenzor"), ("export", "letter", "tenzor")):
        done = run(root, *line)
        assert done.exit_code == 1, line
        assert NOTE not in done.stdout, line
    assert not (root / ".dossier/keys.json").exists()
    assert project.crossing_problems({"zephyr"}) == ()


FIELDS = {
    "title": "title: For Zephyrworks\n",
    "row": "proof_points: [{id: a, requirement: Robots at Zephyrworks, strength: none}]\n",
}


@pytest.mark.parametrize("field", [*FIELDS, "shortened", "record", "profile"])
def test_the_name_is_found_in_all_that_is_sent(tmp_path: Path, field: str) -> None:
    files = copied("I build.", "Zephyrworks")
    expected = COPY
    if field == "title":
        files[COPY] = files[COPY].replace("company: Tenzor\n", f"company: Tenzor\n{FIELDS[field]}")
    elif field == "row":
        files[COPY] = files[COPY].replace("requirement: ", "requirement: Zephyrworks and ", 1)
    elif field == "shortened":
        files = copied("Dear Zephyrworks team,")
    elif field == "record":
        expected = "content/evidence/fast.yml"
        record = "{id: a, claim: Fast at Zephyrworks, kind: code, check: statement}"
        files[expected] = f"audience: shared\nevidence:\n  - {record}\n"
        assert crossed(tmp_path / "uncited", files) == []
        files[COPY] = files[COPY].replace("[qortex/gain]", "[qortex/gain, fast/a]")
    else:
        expected = "content/profile.yml"
        said = "highlights: [Built what Zephyrworks needs]"
        files[expected] = MINIMAL[expected].replace("title: Engineer", f"title: Engineer, {said}")
    found = crossed(tmp_path, files)
    assert {p.where.file for p in found} == {expected}
    assert {p.code for p in found} == {"name-similar" if field == "shortened" else "other-dossier"}


def test_a_private_sentence_of_another_is_found(tmp_path: Path) -> None:
    found = crossed(tmp_path, copied(f"I build. {NOTE.upper()} I measure."))
    assert errors(found) == [COPY]
    assert NOTE.upper() in found[0].message
    # What is copied along is private in both.
    assert errors(crossed(tmp_path, copied(f"{NOTE} I build.", notes=NOTE))) == [COPY]


AS_READ = {
    "Zyxa**bot**ics Werke": True,
    "Zyxabotics [Wer](https://example.org/)ke": True,
    "Z&#121;xabotics&nbsp;Werke": True,
    "Zyxa&ZeroWidthSpace;botics Werke": True,
    "[this](https://example.org/Zyxabotics%20Werke)": True,
    "[this](https://example.org/?to=https%3A%2F%2Fzyxabotics%252Dwerke.example%2F)": True,
    "`ZyxaboticsWerkeClient`": False,
    "```python\nclass ZyxaboticsWerkeClient: ...\n```": False,
    "Zyxabo&#116;ics-\nWerke": True,
}


@pytest.mark.parametrize("written", AS_READ)
def test_the_name_is_found_as_it_is_read(tmp_path: Path, written: str) -> None:
    """Whatever marks, numbers and ends of lines run through it, for recipients and in public."""
    theirs = "Zyxabotics Werke"
    found = crossed(tmp_path / "letter", copied(f"I build.\n\n{written}\n\nI do.", theirs))
    assert [p.where.file for p in found] == [COPY]
    assert bool(errors(found)) == AS_READ[written]
    page = {HOME: f"{MINIMAL[HOME]}\n\n{written}\n\nI do.\n"}
    problems = Project.read(write_site(tmp_path / "page", copied("I do.", theirs) | page))
    told = [p for p in problems.diagnosis.problems if p.code.startswith("name-")]
    assert [p.where.file for p in told] == [HOME]
    assert bool(errors(told)) == AS_READ[written]


LACKS = {
    "gap": "Never closed a ledger under audit.",
    "framing": "Say that the auditors left early.",
    "accepted": "They said that it can be learned.",
    "Gap analysis": "All of this is missing since June.",
}
GAPS = f"gaps:\n- {{id: g, about: x, gap: {LACKS['gap']}, framing: {LACKS['framing']}}}\n"


def lacking(text: str) -> str:
    """Return a dossier that says privately what its author lacks."""
    accepted = f"  - id: ranking\n    accepted: {LACKS['accepted']}\n"
    text = text.replace("roles:\n", f"{GAPS}roles:\n", 1)
    text = text.replace("  - id: ranking\n", accepted)
    return f"{text}\n## Gap analysis\n\n{LACKS['Gap analysis']}\n"


@pytest.mark.parametrize("name", LACKS)
def test_what_is_lacking_for_another_is_found(tmp_path: Path, name: str) -> None:
    """But where it is noted of this company too, and told to it on purpose."""
    files = copied(f"I build. {LACKS[name]} I measure.")
    files[THEIRS] = lacking(files[THEIRS])
    found = crossed(tmp_path / "one", files)
    assert errors(found) == [COPY]
    assert LACKS[name] in found[0].message
    assert errors(crossed(tmp_path / "both", files | {COPY: lacking(files[COPY])})) == []


@pytest.mark.parametrize(
    "noted",
    ["| One | {} |", "> | One | {} | Two |", "See[^1].\n\n[^1]: {}", "%% {} %%", "<!-- {} -->"],
)
def test_a_note_in_a_table_a_footnote_or_a_comment_is_one(tmp_path: Path, noted: str) -> None:
    files = copied(f"I build. {NOTE} I measure.")
    files[THEIRS] = dossier("Zephyrworks Robotics", "Dear team,", notes=noted.format(NOTE))
    assert errors(crossed(tmp_path, files)) == [COPY]


def test_ordinary_dossiers_name_nobody(tmp_path: Path) -> None:
    """Former employers, skills, everyday words, one's own name, and what is told to many."""
    notes = sentences(60)
    prepared = "\n## Questions\n\n### Why?\n\nI have measured what I build for ten years.\n"
    files = copied("I have measured what I build for ten years. I wrote a linear model.")
    files[THEIRS] = dossier("Initech", "Dear Initech,", notes="\n\n".join(notes[:30])) + prepared
    files[COPY] += "\n".join(notes[30:]) + prepared
    for number, (company, front) in enumerate(
        {
            "Linear": "",
            "Bandits": "",
            "Material": "",
            "Tenzor Labs": "aliases: [Tenzor]\n",
            "qortex": "",
        }.items()
    ):
        text = dossier(company, f"Dear {company} team, I was at Initech.", front=front)
        files[f"content/applications/other-{number}/index.md"] = text
    found = crossed(tmp_path, files)
    assert errors(found) == []
    assert [p.message for p in found if "linear" not in p.message] == []


def test_a_note_on_every_page_stops(tmp_path: Path) -> None:
    """Said by the configuration, or by markup of the author's own."""
    footer = f"{{% extends 'base.html' %}}{{% block footer %}}<p>{NOTE}</p>{{% endblock %}}"
    for name, config, own in (("said", {"copyright": f"Ada. {NOTE}"}, ""), ("drawn", {}, footer)):
        root = home(tmp_path / name, copied("Dear team, I build."), **config)
        (root / "overrides").unlink()  # a link to the repository's
        (root / "overrides").mkdir()
        if own:
            (root / "overrides/main.html").write_text(own)
        done = run(root, "publish", "--to", str(tmp_path / name / "out"), "--yes")
        assert (done.exit_code, "[text-published]" in done.output) == (1, True), done.output


def test_a_note_that_stands_in_a_public_text_stops(tmp_path: Path) -> None:
    page = "content/index.md"
    for said, codes in (
        (f"I build. {NOTE}", ["text-published"]),
        (f"<!-- dossier: allow text-published: because they say so themselves -->\n{NOTE}", []),
        ("They pay well.", []),
    ):
        files = copied("Dear team, I build.") | {page: f"{MINIMAL[page]}\n{said}\n"}
        project = Project.read(write_site(tmp_path, files))
        assert [p.code for p in project.naming_problems] == codes, said
        told = [p for p in project.diagnosis.problems if p.code == "text-published"]
        assert [p.where.file for p in told] == [page for _ in codes]
