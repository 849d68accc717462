from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.load.assemble import assemble
from dossier.match.known import known_of
from dossier.match.likely import Likely, likely
from dossier.model.audience import Audience
from tests.builders import MINIMAL, tree_of

PROFILE = """\
name: Ada
work:
  - employer: Mill
    title: Weaver
    highlights:
      - Taught two apprentices the trade.
      - Keep the HACCP file of the dye kitchen.
      - Moved both halls from steam to power.
      - Lead a crew of five.
      - Run the LC-MS for dyes.
      - Scraped rust from the old looms.
      - Wrote the go-to-market plan of a silk line.
      - Rewrote the pattern reader in Swift.
skills: [{group: Skills, skills: [AutoCAD]}]
"""


def answers(item: str) -> list[Likely]:
    files = MINIMAL | {"content/profile.yml": PROFILE}
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    known = known_of(library, library.profile.profile if library.profile else None)
    known = replace(known, names=frozenset())
    return likely(item, known.lines, known)


@pytest.mark.parametrize(
    ("item", "first", "is_guess"),
    [
        ("Sound knowledge of HACCP and hygiene rules", "Keep the HACCP file", False),
        ("Coach junior staff", "Taught two apprentices", False),
        ("Experience leading a small team", "Lead a crew", False),
        ("Systems migration experience", "Moved both halls", True),
        ("Liquid chromatography mass spectrometry", "Run the LC-MS", False),
        ("CAD skills", "AutoCAD", False),
        ("Experience with apprentices is an advantage", "Taught two apprentices", False),
    ],
)
def test_what_says_most_of_it_comes_first(item: str, first: str, *, is_guess: bool) -> None:
    found = answers(item)[0]
    assert found.voice.text.startswith(first)
    assert found.is_guess is is_guess


@pytest.mark.parametrize(
    "item", ["A driving licence", "Sell carpets", "Migration of birds, whales"]
)
def test_what_nothing_says_nothing_answers(item: str) -> None:
    assert all(found.is_guess for found in answers(item))
    assert not [found for found in answers(item) if found.share >= 0.5]


def test_initials_of_a_few_words_of_many_are_one_word() -> None:
    asked = "liquid chromatography mass spectrometry"
    alone, among = answers(asked), answers(f"{asked} of silk, wool, cotton, flax, hemp and jute")
    assert [len(found[0].words) for found in (alone, among)] == [4, 4]
    assert among[0].weight <= 1 < alone[0].weight


@pytest.mark.parametrize(
    ("item", "offered"),
    [
        ("Experience with Swift", [("Rewrote the pattern reader", False)]),
        ("Experience with Rust", [("Scraped rust", True)]),
        ("Rust from old looms", [("Scraped rust", False)]),
        ("Experience with Go", []),
    ],
)
def test_a_name_is_met_by_a_name(item: str, offered: list[tuple[str, bool]]) -> None:
    found = [(each.voice.text, each.is_guess) for each in answers(item)]
    assert len(found) == len(offered)
    for (text, is_guess), (start, is_meant) in zip(found, offered, strict=True):
        assert text.startswith(start)
        assert is_guess is is_meant


def test_what_may_be_another_word_weighs_less_than_what_is_meant() -> None:
    first, *_ = answers("Rust and a crew of five")
    assert first.voice.text.startswith("Lead a crew")


def test_a_name_is_no_kind_of_work() -> None:
    assert not answers("Confident with Teams")
    assert answers("Confident with teams")


def test_the_name_of_a_house_is_no_tool() -> None:
    files = MINIMAL | {
        "content/profile.yml": (
            "name: Ada\n"
            "work:\n"
            "  - {employer: Swift Carriers, title: Driver, highlights: [Drove Swift Carriers]}\n"
            "  - {employer: Rust, title: Go Developer}\n"
            "education: [{degree: BSc, institution: Spring Grove College}]\n"
            "certificates: [{name: Oracle Associate, issuer: Notion Guild}]\n"
        )
    }
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    assert library.profile
    known = replace(known_of(library, library.profile.profile), names=frozenset())
    asked = ("Swift", "Rust", "Go", "Spring", "Oracle", "Notion")
    found = {
        name: [each.voice.text for each in likely(f"Experience with {name}", known.lines, known)]
        for name in asked
    }
    assert {name: texts for name, texts in found.items() if texts} == {
        "Go": ["Go Developer (Rust)"],
        "Oracle": ["Oracle Associate, Notion Guild"],
    }
