import pytest

from tests.builders import edited, problems_of

INDEX = "content/index.md"
LINE = "I measure what I build, [qortex](project:qortex) among it."
DOSSIER = "content/applications/acme/index.md"
NOTE = "They know [qortex](project:qortex)."
CLAIM = "claim: Learned weights retrieve better than cosine similarity"


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
