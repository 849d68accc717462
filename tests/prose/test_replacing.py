"""A value in place of another: what is around it stays."""

import pytest

from dossier.model.document import Document
from dossier.plain.yaml import construct
from dossier.plain.yaml_places import Path
from dossier.prose.replacing import Replacing
from dossier.prose.rewriting import Rewriting

BLOCK = """\
# first
evidence:
  # of a
  - id: a
    claim: |
      Long

      - id: b
    metrics:
      - {id: m, value: 1}   # one
    # end of a

  # of b
  - id: b
    status: unconfirmed   # not yet
  - {id: c, status: unconfirmed}
last: 1
"""
NEW = {"id": "a", "claim": "New: {it}", "metrics": [{"id": "m", "value": 2}]}


def replaced(yaml: str, path: Path, value: object) -> str | None:
    source = Document("a.yml", yaml, yaml=yaml)
    edit = Replacing(source, path, value).edit()
    return None if edit is None else Rewriting(source, (edit,)).applied_to(yaml)


@pytest.mark.parametrize("position", [0, 1, 2])
def test_an_item_is_replaced_and_the_others_stay(position: int) -> None:
    after = replaced(BLOCK, ("evidence", position), NEW)
    assert after is not None
    wanted = construct(BLOCK, "")[0]
    wanted["evidence"][position] = NEW
    assert construct(after, "") == (wanted, [])
    assert after.startswith("# first\nevidence:\n  # of a\n")
    assert after.endswith("last: 1\n")
    assert "# of b\n" in after


@pytest.mark.parametrize("value", ["shipped", "yes", "a: b", 22, "#"])
def test_a_value_is_replaced_and_its_comment_stays(value: object) -> None:
    after = replaced(BLOCK, ("evidence", 1, "status"), value)
    assert after is not None
    assert construct(after, "")[0]["evidence"][1]["status"] == value
    assert "   # not yet\n" in after
    assert (replaced(BLOCK, ("evidence", 2, "status"), "shipped") or "").endswith(
        "  - {id: c, status: shipped}\nlast: 1\n"
    )


def test_what_is_not_there_is_not_replaced() -> None:
    assert replaced(BLOCK, ("evidence", 0, "status"), "shipped") is None
    assert replaced(BLOCK, ("evidence", 9), NEW) is None
    assert replaced("a: [\n", ("a",), 1) is None


@pytest.mark.parametrize(
    ("yaml", "path", "value"),
    [
        ('"a b": 1\n', ("a b",), 2),
        ("? a\n: 1\n", ("a",), 2),
        ("a: [b: 1]\n", ("a", 0), {"c": 2}),
    ],
)
def test_what_is_written_as_hardly_anybody_does_is_left(
    yaml: str, path: Path, value: object
) -> None:
    assert replaced(yaml, path, value) is None
