"""Plain text in lines of 72 columns."""

from dossier.exporting.compose import compose_resume
from dossier.exporting.outline import Block, Document, Kind, Part, outline_resume
from dossier.exporting.plain_text import spell_plain_text
from tests.exporting.recipients import recipient

EXPECTED = """\
Ada Example
I measure what I build
Austin, TX | ada@example.org | example.org/ada

SUMMARY
-------

I built a learned ranker.

EXPERIENCE
----------

Engineer, Initech, 2019 – Jun 2024

PROJECTS
--------

qortex, example.org/qortex
A graph that learns from use
- I built a learned ranker: precision +22% (20 concepts)
  (ada.example/projects/qortex/#qortex/gain)

EDUCATION
---------

Linguistics

SKILLS
------

Bandits
"""


def test_a_resume_is_text_that_anything_takes() -> None:
    assert spell_plain_text(outline_resume(compose_resume(recipient()))) == EXPECTED


def test_lines_are_no_longer_than_a_word_makes_them() -> None:
    long = "x" * 90
    words = " ".join(["seven\u00a0ms"] * 20)
    blocks = (
        Block(Kind.ITEM, words),
        Block(Kind.PARAGRAPH, long),
        Block(Kind.FACT, "Data", (Part("SQL"),)),
    )
    lines = spell_plain_text(Document("", "", "en", blocks)).splitlines()
    assert max(len(line) for line in lines if line != long) <= 72
    assert long in lines
    assert "\u00a0" not in "".join(lines)
    assert lines[1].startswith("  ")
    assert lines[-1] == "Data: SQL"
