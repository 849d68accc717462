"""What a process found in files, given to the next: the same problems, and no look at the file."""

import json
from functools import cache
from typing import Any

import pytest

from dossier.lint import all_rules, lint
from dossier.lint.cache import cached_files, forget
from dossier.lint.card import Card
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.kept_facts import KeptFacts, digest_of_value
from dossier.plain.problems import Problem
from tests.builders import AS_OF, tree_of
from tests.lint.test_cache import DOSSIER, SITES


@cache
def libraries() -> dict[str, Library]:
    return {name: assemble(tree_of(files), Audience.PRIVATE)[0] for name, files in SITES.items()}


def look(library: Library, before: Any) -> tuple[tuple[Problem, ...], Any]:  # noqa: ANN401 - JSON
    """Return what a process of its own finds, and what it leaves to the next."""
    forget()
    facts = KeptFacts(before)
    found = lint(library, AS_OF, facts, is_kept=False)
    return found, json.loads(json.dumps(facts.now))


@pytest.fixture(name="looked")
def watch(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of the files whose texts are judged."""
    looked: list[str] = []
    whole = Card.statements.func  # type: ignore[attr-defined]

    def watched(card: Card) -> object:
        file = card.passages[0].source.file
        looked.extend([file] if file not in looked else [])
        return whole(card)

    monkeypatch.setattr(Card.statements, "func", watched)
    return looked


def test_digests_tell_apart_what_the_cache_in_memory_does() -> None:
    """Whose other tests show that this is enough."""
    known: list[tuple[str, object, str]] = []
    for site, library in libraries().items():
        forget()
        for file in cached_files(library):
            of = file.context, file.content
            known += [(f"{site}: {file.view.source.file}", of, digest_of_value(of))]
    for name, one, digest in known:
        for other, another, its_digest in known:
            assert (one == another) == (digest == its_digest), (name, other)
    assert len({digest for _, _, digest in known}) > 60


def test_what_was_found_is_told_again_without_a_look(looked: list[str]) -> None:
    others: object = {}
    for name, library in libraries().items():
        found, left = look(library, {})
        assert look(library, others)[0] == found, name
        looked.clear()
        assert look(library, left) == (found, left), name
        assert looked == [], name
        others = left


def test_only_the_edited_file_is_judged_again(looked: list[str]) -> None:
    _, left = look(libraries()["minimal"], {})
    found, _ = look(libraries()["typed"], {})
    looked.clear()
    assert look(libraries()["typed"], left)[0] == found
    assert looked == [DOSSIER]


def test_of_an_edited_dossier_only_the_section_is_judged_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = SITES["typed"]
    text = f"{files[DOSSIER]}\n## Outlook\n\nTwo more.\n"
    before, after = (
        assemble(tree_of(files | {DOSSIER: edited}), Audience.PRIVATE)[0]
        for edited in (text, text.replace("Two more", "Three more").replace("\n## ", "\n\n## ", 1))
    )
    _, left = look(before, {})
    found, _ = look(after, {})
    judged: list[str] = []
    whole = Card.statements.func  # type: ignore[attr-defined]

    def watched(card: Card) -> object:
        judged.extend(passage.text for passage in card.passages)
        return whole(card)

    monkeypatch.setattr(Card.statements, "func", watched)
    for rule in (each for each in all_rules() if each.of_front and each.check):
        monkeypatch.setattr(rule, "check", pytest.fail)
    assert sorted(map(str, look(after, left)[0])) == sorted(map(str, found))
    assert len(judged) == 1
    assert "Three more" in judged[0]


def test_what_no_run_of_ours_has_left_is_passed_over(looked: list[str]) -> None:
    library = libraries()["typed"]
    found, left = look(library, {})
    for kind, known in left.items():
        digest = known[DOSSIER][0]
        for spoiled in ("x", [digest], [digest, None], [digest, [[]]], [digest, [["x"] * 7]]):
            assert look(library, left | {kind: known | {DOSSIER: spoiled}})[0] == found, spoiled
        # The ids of cited records are texts, whatever they say.
        looked.clear()
        look(library, left | {"parts": {}} | {kind: known | {DOSSIER: [digest, [0] * 3]}})
        assert (DOSSIER in looked) == (kind == "findings"), kind
