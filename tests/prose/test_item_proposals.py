"""What is proposed in comments can be taken up in every state of its file."""

import re

import pytest

from dossier.model.document import Document
from dossier.plain.yaml import construct
from dossier.prose.item_layout import with_item

TEXT = """\
evidence:
  - id: one
    claim: A
    # project: loom
    # metrics:
    #   - id: gain
    #     name: gain
    #     value: 2
    #   - id: loss
    #     name: loss
    #     value: 2
    #     unit: m
    # of mine
  - id: two
"""
GAIN = {"id": "gain", "name": "gain", "value": 2}
LOSS = {"id": "loss", "name": "loss", "value": 2, "unit": "m"}
SAID = ("metrics:", "  - id: gain", "    name: gain", "    value: 2")
SOURCE: dict[str, object] = {"source": {"label": "Diary"}}
PROJECT: dict[str, object] = {"project": "loom"}
STATES: dict[str, tuple[list[dict[str, object]], list[dict[str, object]]]] = {
    "a source": ([SOURCE], [GAIN, LOSS]),
    "figures of its own": ([{"metrics": [GAIN], **SOURCE}], [GAIN, LOSS]),
    "figures, then a source": ([{"metrics": [GAIN]}, SOURCE], [GAIN, LOSS]),
    "figures, then a project and a source": ([{"metrics": [GAIN]}, SOURCE, PROJECT], [GAIN, LOSS]),
    "no figure": ([{"status": "shipped"}], [GAIN, LOSS]),
}


def put(text: str, added: dict[str, object], proposed: tuple[str, ...]) -> str:
    source = Document("x.yml", text, yaml=text)
    item = construct(text, "")[0]["evidence"][0]
    put_in = with_item(source, ("evidence", 0), {**item, **added}, proposed)
    assert put_in is not None
    return put_in


def taken_up(text: str) -> str:
    """Take away `# ` of all comments but the author's own."""
    return re.sub(r"(?m)^( +)# (?!of mine)", r"\1", text)


@pytest.mark.parametrize("state", STATES)
def test_what_is_proposed_can_be_taken_up(state: str) -> None:
    steps, figures = STATES[state]
    text = TEXT
    for step in steps:
        proposed = (*SAID, "project: loom") if "metrics" in step else ("project: loom",)
        text = put(text, step, proposed)
        assert text.count("# of mine") == 1
        values, problems = construct(taken_up(text), "x.yml")
        assert problems == []
        assert values["evidence"][0]["metrics"] == figures
    assert "project: loom" not in text.replace("    project: loom", "")
    assert values["evidence"][1] == {"id": "two"}


def test_what_is_taken_is_proposed_no_more_and_the_rest_stays_whole() -> None:
    text = put(TEXT, {"metrics": [GAIN], **SOURCE}, SAID)
    assert (
        text
        == """\
evidence:
  - id: one
    claim: A
    metrics:
      - id: gain
        name: gain
        value: 2
    #   - id: loss
    #     name: loss
    #     value: 2
    #     unit: m
    source:
      label: Diary
    # project: loom
    # of mine
  - id: two
"""
    )
    every = (*SAID, "  - id: loss", "    name: loss", "    value: 2", "    unit: m")
    assert "loss" not in put(TEXT, {"metrics": [GAIN]}, every)


def test_notes_that_look_alike_stay_notes() -> None:
    notes = "    # metrics:\n    # see the binder\n    #   - one thing\n"
    text = f"a:\n  - b: 1\n{notes}    c:\n      d: 1\n"
    source = Document("x.yml", text, yaml=text)
    put_in = with_item(source, ("a", 0), {"b": 2, "c": {"d": 1}})
    assert put_in == f"a:\n  - b: 2\n    c:\n      d: 1\n{notes}"
