import pytest

from dossier.model.audience import Audience
from tests.builders import MINIMAL, edited, problems_of

INDEX = "content/index.md"
LINE = "I measure what I build, [qortex](project:qortex) among it."
DOSSIER = "content/applications/acme/index.md"
NOTE = "They know [qortex](project:qortex)."
CLAIM = "claim: Learned weights retrieve better than cosine similarity"


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


@pytest.mark.parametrize(
    ("file", "old", "place"),
    [
        (INDEX, LINE, f"{INDEX}:5:5"),
        (DOSSIER, NOTE, f"{DOSSIER}:21:5"),
        ("content/evidence/qortex.yml", CLAIM, "content/evidence/qortex.yml:5:17"),
    ],
)
@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///x", "x-y:z"]
)
def test_scheme_that_is_never_followed_is_told_in_every_kind_of_text(
    file: str, old: str, place: str, address: str
) -> None:
    link = f"[x]({address})"
    text = f'claim: "{link}"' if old == CLAIM else link
    (problem,) = problems_of(edited(file, old, text))
    assert problem.startswith(f"{place}: ")
    assert problem.endswith("[link-unsafe]")


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
