from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.model.application import Application, ProofPoint, Role
from dossier.model.audience import Audience
from dossier.model.base import Entry
from dossier.model.document import Document
from dossier.model.evidence import Record
from dossier.model.library import Library
from dossier.model.profile import Lead, Profile
from dossier.plain.problems import Place
from dossier.plain.yaml_places import Path as YamlPath
from dossier.prose.passages import Passage, field_audience, is_open, of_application, passages
from tests.builders import APPLICATION, MINIMAL, write_site
from tests.views import library as read_library

DOSSIER = """\
---
company: Acme
next: {do: Ask whether they read the text `do`}
roles:
  - {id: ml, title: ML Engineer, assessment: the text assessment, asks: [the text ask]}
proof_points:
  - id: ranking
    requirement: the text requirement
    claim: the text claim
    note: the text note
    strength: none
    accepted: the text accepted
gaps: [{id: scale, about: ml, gap: the text gap, framing: the text framing}]
---

the preamble

## Pitch

the pitch

## Notes

the notes

## Plan { audience=shared }

the plan
"""
PROFILE = """\
name: Ada
headline: the headline
location: the location
relocation: {value: the relocation, audience: public}
email: {value: the email, audience: private}
work:
  - {employer: Initech, summary: the first summary}
  - {employer: Initrode, summary: the second summary, audience: public}
leads: [{id: ml, title: ML, line: the line, notes: the lead's notes}]
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Library]:
    def read(files: dict[str, str], audience: Audience = Audience.PRIVATE) -> Library:
        return read_library(write_site(tmp_path, MINIMAL | files, audience=audience))

    return read


def audiences(found: list[Passage]) -> dict[str, str]:
    return {passage.text.strip(): passage.audience.value for passage in found}


def test_texts_of_a_dossier_have_the_audience_of_their_field_or_section(
    read: Callable[..., Library],
) -> None:
    library = read({"content/applications/acme/index.md": DOSSIER})
    found = list(of_application(library.applications["acme"]))
    assert audiences(found) == {
        "Ask whether they read the text `do`": "private",
        "the text assessment": "private",
        "the text ask": "private",
        "the text requirement": "shared",
        "the text claim": "shared",
        "the text note": "shared",
        "the text accepted": "private",
        "the text gap": "private",
        "the text framing": "private",
        "the preamble": "private",
        "the pitch": "shared",
        "the notes": "private",
        "the plan": "shared",
    }
    assert all(passage.application is library.applications["acme"] for passage in found)
    assert not any(passage.is_page for passage in found)


def test_the_shared_part_of_an_open_dossier_is_read_by_anyone(
    read: Callable[..., Library],
) -> None:
    openly = DOSSIER.replace("company: Acme", "company: Acme\naudience: public")
    library = read({"content/applications/acme/index.md": openly})
    found = audiences(list(of_application(library.applications["acme"])))
    assert is_open(library.applications["acme"])
    assert found["the text claim"] == found["the pitch"] == found["the plan"] == "public"
    assert found["the text accepted"] == found["the notes"] == found["the preamble"] == "private"


def test_a_dossier_that_says_nothing_is_not_open(read: Callable[..., Library]) -> None:
    assert not is_open(read({}).applications["acme"])


def test_texts_of_the_profile_have_their_own_audience(read: Callable[..., Library]) -> None:
    library = read({"content/profile.yml": PROFILE, "content/applications/acme/index.md": "-"})
    found = [p for p in passages(library) if p.source.file == "content/profile.yml"]
    assert audiences(found) == {
        "the headline": "public",
        "the location": "shared",
        "the relocation": "public",
        "the email": "private",
        "the first summary": "shared",
        "the second summary": "public",
        "the line": "public",
        "the lead's notes": "private",
    }


def test_pages_are_read_by_whom_they_say_and_the_home_page_by_all(
    read: Callable[..., Library],
) -> None:
    library = read(
        {
            "content/index.md": "---\naudience: private\n---\n\nthe home page\n",
            "content/about.md": "---\naudience: public\n---\n\nthe page\n",
            "content/draft.md": "the draft\n",
            "content/projects/vault.md": "---\ntitle: V\nlimits: the limits\n---\n\nthe vault\n",
        }
    )
    found = {p.text.strip(): p for p in passages(library)}
    assert {text: found[text].audience.value for text in found if text.startswith("the ")} == {
        "the home page": "public",
        "the page": "public",
        "the draft": "private",
        "the limits": "private",
        "the vault": "private",
    }
    assert found["the vault"].is_page
    assert not found["the limits"].is_page
    assert found["the draft"].application is None


def test_texts_of_a_record_have_the_audience_of_the_record(read: Callable[..., Library]) -> None:
    library = read(
        {
            "content/evidence/vault.yml": """\
audience: shared
evidence:
  - id: gold
    claim: the gold
    kind: code
    check: statement
    metrics: [{id: bars, name: bars, value: 7, scope: the scope, baseline: the baseline}]
  - {id: tin, claim: the tin, limits: the limits, kind: code, check: statement, audience: private}
"""
        }
    )
    found = [p for p in passages(library) if p.source.file == "content/evidence/vault.yml"]
    assert audiences(found) == {
        "the gold": "shared",
        "the baseline": "shared",
        "the scope": "shared",
        "the tin": "private",
        "the limits": "private",
    }
    paths = {passage.text: passage.path for passage in found}
    assert paths["the scope"] == ("evidence", 0, "metrics", 0, "scope")
    assert paths["the tin"] == ("evidence", 1, "claim")


@pytest.mark.parametrize("audience", [Audience.SHARED, Audience.PUBLIC])
def test_a_view_yields_no_text_that_its_readers_may_not_see(
    read: Callable[..., Library], audience: Audience
) -> None:
    openly = DOSSIER.replace("company: Acme", "company: Acme\naudience: public")
    library = read(
        {"content/applications/acme/index.md": openly, "content/profile.yml": PROFILE}, audience
    )
    found = audiences(list(passages(library)))
    assert "the pitch" in found
    assert not {
        *("the notes", "the preamble", "the text accepted", "the text assessment", "the email"),
        *("the lead's notes", "the text gap"),
    } & set(found)


@pytest.mark.parametrize(
    ("model", "path", "audience"),
    [
        (Application, ("company",), "shared"),
        (Application, ("tier",), "private"),
        (Application, ("roles", 0, "title"), "shared"),
        (Application, ("roles", 0, "compensation", "estimate"), "private"),
        (Application, ("gaps", 3, "framing"), "private"),
        (Role, ("fit",), "private"),
        (ProofPoint, ("claim",), "shared"),
        (Profile, ("links", 0, "label"), "public"),
        (Profile, ("location", "value"), "shared"),
        (Profile, ("leads", 0, "notes"), "private"),
        (Lead, ("title",), "public"),
        (Record, ("metrics", 0, "scope"), "public"),
        (Application, (), "public"),
    ],
)
def test_the_narrowest_annotation_on_the_way_to_a_field_decides(
    model: type[Entry], path: YamlPath, audience: str
) -> None:
    assert field_audience(model, path) == audience


BODY = "intro\n\n## Pitch\n\nA [b](evidence:c/d)\nand ![e](f.png)\n\n```roles\n```\n"


def test_a_mention_in_prose_is_told_by_line_and_column() -> None:
    source = Document("content/a.md", body_line=10, body=BODY)
    offset = BODY.index("\nA ")
    passage = Passage(BODY[offset:], Audience.SHARED, source, offset=offset)
    assert [passage.locate(mention) for mention in passage.mentions()] == [
        Place("content/a.md", 15, 3),
        Place("content/a.md", 16, 5),
    ]
    (block,) = passage.blocks()
    assert passage.locate_line(block.line) == Place("content/a.md", 18)


def test_a_mention_whose_column_is_lost_is_told_by_its_line() -> None:
    body = "\n| a |\n|---|\n| x\\|y [b](evidence:c/d) |\n"
    passage = Passage(body, Audience.PUBLIC, Document("content/a.md", body=body), is_page=True)
    (mention,) = passage.mentions()
    assert passage.locate(mention) == Place("content/a.md", 4)


def test_a_mention_in_a_field_is_told_by_its_place_in_the_file() -> None:
    yaml = "claim: >-\n  I built\n  [a thing](evidence:c/d)\nother: '[a](evidence:c/d)'\n"
    source = Document("content/a.yml", text=yaml, yaml=yaml)
    text = "I built [a thing](evidence:c/d)"
    (mention,) = Passage(text, Audience.PUBLIC, source, ("claim",)).mentions()
    passage = Passage(text, Audience.PUBLIC, source, ("claim",))
    assert passage.locate(mention) == Place("content/a.yml", 3, 13)


def test_a_field_holds_no_directives_and_a_page_those_that_mkdocs_would_see() -> None:
    source = Document("content/a.md", body="```roles\n```\n")
    field = Passage(source.body, Audience.PUBLIC, source, ("claim",))
    assert not list(field.blocks())
    assert not list(Passage("no fence", Audience.PUBLIC, source).blocks())
    html = "<div>\n```roles\n```\n</div>\n"
    assert not list(Passage(html, Audience.PUBLIC, source, is_page=True).blocks())
    assert [block.name for block in Passage(html, Audience.PUBLIC, source).blocks()] == ["roles"]


def test_a_page_is_read_as_markdown_with_html() -> None:
    html = "<div>\n[a](evidence:b/c)\n</div>\n"
    source = Document("content/a.md", body=html)
    assert not list(Passage(html, Audience.PUBLIC, source, is_page=True).mentions())
    assert len(list(Passage(html, Audience.PUBLIC, source).mentions())) == 1


def test_a_reference_in_a_sections_heading_is_read_by_whom_reads_the_section(
    read: Callable[..., Library],
) -> None:
    headings = "\n## Notes on [a](evidence:b/c)\n\nOn [d](evidence:e/f)\nand more\n---\ntext\n"
    text = APPLICATION + headings
    library = read({"content/applications/acme/index.md": text})
    found = {
        mention.address: (passage.locate(mention), passage.audience)
        for passage in of_application(library.applications["acme"])
        for mention in passage.mentions()
        if mention.in_heading
    }
    file, lines = "content/applications/acme/index.md", text.split("\n")
    assert found == {
        "evidence:b/c": (
            Place(file, lines.index("## Notes on [a](evidence:b/c)") + 1, 13),
            Audience.PRIVATE,
        ),
        "evidence:e/f": (Place(file, lines.index("On [d](evidence:e/f)") + 1, 4), Audience.PRIVATE),
    }


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("[a](b.md) ![c](d.png)", ["b.md", "d.png"]),
        ("<img src=\"a.png\"> <a href='b.pdf'>c</a>", ["a.png", "b.pdf"]),
        ("<video poster='a.png' data=\"b\"></video> [c](d.md)", ["d.md", "a.png", "b"]),
        ("<!-- <img src='a.png'> --> <img src='b.png'>", ["b.png"]),
        ("<!-- <img src='a.png'>", []),
        ("<img alt='src=a.png'>", []),
        ("no link at all, 1 > 0", []),
    ],
)
def test_the_addresses_of_a_page_are_those_of_its_markdown_and_of_its_html(
    text: str, addresses: list[str]
) -> None:
    source = Document("content/a.md", body=text)
    assert list(Passage(text, Audience.PUBLIC, source, is_page=True).addresses()) == addresses


def test_html_is_text_but_on_a_page() -> None:
    text = "<img src='a.png'> [b](c.md)"
    source = Document("content/a.md", body=text)
    assert list(Passage(text, Audience.SHARED, source).addresses()) == ["c.md"]
    assert list(Passage(text, Audience.SHARED, source, ("claim",)).addresses()) == ["c.md"]


def test_a_mention_without_a_place_is_told_by_its_paragraphs_line() -> None:
    body = "a\n\nb\n<evidence:c/d>\n"
    passage = Passage(body, Audience.SHARED, Document("content/a.md", body=body))
    (mention,) = passage.mentions()
    assert passage.locate(mention) == Place("content/a.md", 3)


def test_an_empty_library_has_no_texts() -> None:
    assert list(passages(Library(Audience.PUBLIC))) == []


def test_every_file_of_the_minimal_site_is_read(read: Callable[..., Library]) -> None:
    found = {passage.source.file for passage in passages(read({}))}
    assert found == set(MINIMAL)
    assert APPLICATION


def test_a_passage_holds_the_places_of_its_lines(tmp_path: Path) -> None:
    library = read_library(write_site(tmp_path, MINIMAL))
    entry = library.applications["acme"]
    section = entry.sections[0]
    passage = Passage(section.text, section.audience, entry.source, offset=section.offset)
    first = passage.locate_line(0)
    last = first.line + section.text.count("\n")
    held = {line for line in range(100) if passage.holds(Place(first.file, line))}
    assert held == {*range(first.line, last + 1)}
    assert not passage.holds(Place("content/index.md", first.line))
