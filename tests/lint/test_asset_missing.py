import pytest

from dossier.lint import asset_missing
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import edited, found_by, problems_of, tree_of

INDEX = "content/index.md"
LINE = "I measure what I build, [qortex](project:qortex) among it."


@pytest.mark.parametrize(
    "text",
    [
        "![A graph](assets/a.png)",
        "![A graph](./assets/a.png)",
        "![A graph](assets/../assets/a.png)",
        "![A graph](assets/a%20b.png)",
        "[Paper](assets/paper.PDF)",
        "[Folder](/elsewhere/)",
        "[Top](#top)",
        "[Other](//example.org/a.png)",
        "[Mail](mailto:ada@example.org)",
        "![*A* `graph`](assets/a.png)",
    ],
)
def test_what_is_there_is_fine(text: str) -> None:
    others = ["assets/a.png", "assets/a b.png", "assets/paper.PDF"]
    assert problems_of(edited(INDEX, LINE, text), others=others) == []


@pytest.mark.parametrize("audience", [Audience.SHARED, Audience.PUBLIC])
def test_file_that_only_private_texts_show_is_suggested_to_nobody_else(audience: Audience) -> None:
    tree = tree_of(edited(INDEX, LINE, "![A graph](assets/graf.png)"), ["assets/graph.png"])
    (mine,) = found_by(asset_missing.RULE, assemble(tree, Audience.PRIVATE)[0])
    (theirs,) = found_by(asset_missing.RULE, assemble(tree, audience)[0])
    assert mine.hint == "did you mean `assets/graph.png`?"
    assert theirs.hint == ""
    assert theirs.message == mine.message


def test_file_of_another_type_is_not_suggested() -> None:
    tree = tree_of(edited(INDEX, LINE, "[It](assets/graph.pdf)"), ["assets/graph.png", "graph.pdf"])
    (problem,) = found_by(asset_missing.RULE, assemble(tree, Audience.PRIVATE)[0])
    assert problem.hint == ""


def test_file_of_the_same_type_is_suggested() -> None:
    tree = tree_of(edited(INDEX, LINE, "[It](assets/graph.pdf)"), ["assets/graf.pdf"])
    (problem,) = found_by(asset_missing.RULE, assemble(tree, Audience.PRIVATE)[0])
    assert problem.hint == "did you mean `assets/graf.pdf`?"


def test_private_text_may_show_private_files() -> None:
    files = edited(
        "content/applications/acme/index.md",
        "They know [qortex](project:qortex).",
        "They sent [this](offer.docx) and ![that](photo.png).",
    )
    others = ["applications/acme/offer.docx", "applications/acme/photo.png"]
    assert problems_of(files, others=others) == []
