import pytest

from dossier.lint.link_broken import RULE
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import MINIMAL, edited, found_by, problems_of, tree_of

INDEX = "content/index.md"
LINE = "I measure what I build, [qortex](project:qortex) among it."
DOSSIER = "content/applications/acme/index.md"


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org)",
        "[a](mailto:ada@example.org)",
        "[a](tel:+1)",
        "[a](#top)",
        "[a]()",
        "`[a](javascript:alert(1))`",
        "    [a](javascript:alert(1))",
        "[home](index.md)",
        "[qortex](projects/qortex.md#limits)",
    ],
)
def test_link_that_leads_somewhere_or_is_none_is_fine(text: str) -> None:
    assert problems_of(edited(INDEX, LINE, text)) == []


def test_page_that_is_private_is_not_there_for_the_public() -> None:
    files = edited(INDEX, LINE, "[todo](todo.md)") | {"content/todo.md": "x"}
    assert [p.rpartition("[")[2] for p in problems_of(files)] == ["link-broken]"]
    assert [p.rpartition("[")[2] for p in problems_of(files, Audience.PUBLIC)] == ["link-broken]"]
    files["content/todo.md"] = "---\naudience: public\n---\nx"
    assert problems_of(files) == problems_of(files, Audience.PUBLIC) == []


@pytest.mark.parametrize("audience", Audience)
def test_dossier_can_be_linked_once_it_stands_openly(audience: Audience) -> None:
    link = {INDEX: f"{MINIMAL[INDEX]}\n[Acme](applications/acme/index.md)\n"}
    assert len(problems_of(MINIMAL | link, audience)) == 1
    openly = edited(DOSSIER, "lead:", "audience: public\nlead:") | link
    assert problems_of(openly, audience) == []


def test_page_whose_name_looks_the_same_is_named() -> None:
    files = edited(INDEX, LINE, "[x](m\u00fcz.md)")
    page = {"content/mu\u0308z.md": "---\naudience: public\n---\nx"}
    library, _ = assemble(tree_of(files | page), Audience.PRIVATE)
    (told,) = found_by(RULE, library)
    assert told.hint.startswith("there is `mu\u0308z.md`, which looks the same")
