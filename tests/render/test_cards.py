"""Cards: one figure each, in order of weight."""

from collections.abc import Mapping
from pathlib import Path

from tests.html import Node
from tests.render.fixtures import (
    EVIDENCE,
    HOME,
    PROJECTS,
    draw,
    evidence,
    home,
    metric,
    project,
    record,
)


def card(root: Path, files: Mapping[str, str]) -> Node:
    (found,) = home(root, files).one("ul.ev-cards").all("li")
    return found


def test_card_has_its_figures_and_what_must_be_said_with_them(tmp_path: Path) -> None:
    gain = record(
        "gain",
        check="rerun",
        must_say=["controlled"],
        metrics=[metric("precision", 22, unit="%", scope="controlled domain"), metric("b", 2)],
    )
    files = {
        "content/evidence/qortex.yml": evidence(gain, record("two")),
        "content/projects/qortex.md": project(
            title="Q & co.",
            line="A [graph](evidence:qortex/gain)",
            headline=["qortex/gain#precision", "qortex/gain#b"],
        ),
    }
    found = card(tmp_path, files)
    assert found.one("h3").links() == {"Q & co.": "projects/qortex/"}
    assert found.one("p.ev-card__d").shown == "A graph"
    assert found.texts("p.ev-card__m") == ["22% precision (controlled)", "2 b (controlled)"]
    assert found.one("p.ev-card__f").text == "2 records, 1 repeatableActive"
    assert found.classes == []


def test_unit_of_a_card_stays_on_the_line(tmp_path: Path) -> None:
    files = {
        "content/evidence/qortex.yml": evidence(
            record("t", metrics=[metric("m", 0.02, unit="ms")])
        ),
        "content/projects/qortex.md": project(headline=["qortex/t#m"]),
    }
    drawn = draw(tmp_path, files)
    assert "0.02<small>&nbsp;ms</small>" in drawn.html(HOME)


def test_project_without_records_has_a_bare_card(tmp_path: Path) -> None:
    files = {
        "content/evidence/qortex.yml": "",
        "content/projects/qortex.md": project(status="planned"),
        "content/index.md": "",
    }
    drawn = draw(tmp_path, files)
    page = drawn.tree(HOME)
    assert page.one("p.ev-card__f").text == "Planned"
    assert EVIDENCE not in drawn.paths
    assert "evidence" not in "".join(node.attributes["href"] for node in page.all("a"))


def test_cards_stand_by_weight_with_retired_ones_last(tmp_path: Path) -> None:
    files = {
        "content/projects/old.md": project(title="old", status="retired"),
        "content/projects/small.md": project(title="small"),
        "content/projects/alike.md": project(title="alike"),
        "content/evidence/old.yml": evidence(record("a"), record("b"), record("c"), project="old"),
        "content/evidence/big.yml": evidence(record("a"), record("b")),
    }
    drawn = draw(tmp_path, files)
    for path in (HOME, PROJECTS):
        cards = drawn.tree(path).one("ul.ev-cards").all("li")
        names = [node.one(".ev-card__t").text for node in cards]
        assert names == ["qortex", "alike", "small", "old"]
        assert [node.classes for node in cards] == [[], [], [], ["is-retired"]]
