import pytest

from dossier.claims.attribution import Attribution, Subject, attribute
from dossier.claims.sentences import sentences
from dossier.prose.passages import of_application
from dossier.prose.statements import statements
from dossier.records.record_index import RecordIndex
from tests.builders import edited
from tests.claims.saying import library_of

DOSSIER = "content/applications/acme/index.md"
PITCH = "I built [a learned ranker](evidence:qortex/gain)."


def told(text: str, heading: str = "Pitch") -> Attribution:
    files = edited(DOSSIER, PITCH, "So.") | {}
    files[DOSSIER] = files[DOSSIER].replace("## Pitch", f"## {heading}").replace("So.", text)
    library = library_of(files)
    entry = library.applications["acme"]
    found = [s for p in of_application(entry) for s in statements(p) if "12" in s.text]
    (sentence,) = (s for s in sentences(RecordIndex(library), found[0]) if s.figures)
    return attribute(sentence, sentence.figures[0])


@pytest.mark.parametrize(
    ("text", "is_fact"),
    [
        ("If we were asked: we have 12 parts.", True),
        ("If we were asked: 12 parts.", True),
        ("What we would say: 12 parts.", False),
        ("We have 12 parts and would make more.", True),
        ("My estimate of 12 parts would do.", False),
        ("If we were asked, we have 12 parts.", False),
        ("What I say: we would have 12 parts.", False),
    ],
)
def test_what_is_said_behind_a_colon_is_not_supposed(text: str, *, is_fact: bool) -> None:
    assert told(text).is_fact is is_fact


@pytest.mark.parametrize(
    ("heading", "text", "subject"),
    [
        ("Pitch", "It has 12 parts.", Subject.ONESELF),
        ("Letter", "It has 12 parts.", Subject.UNSAID),
        ("Letter", "I have 12 parts.", Subject.ONESELF),
        ("Pitch", "### What Acme has\n\nIt has 12 parts.", Subject.OTHERS),
        ("Pitch", "### What I have\n\nIt has 12 parts.", Subject.ONESELF),
        ("Letter", "Acme has 12 parts.", Subject.OTHERS),
        ("Letter", "Your team has 12 parts.", Subject.OTHERS),
        ("Letter", "You ask for much; what I bring is 12 parts.", Subject.ONESELF),
        ("Letter", "Your team is large, with 12 parts.", Subject.OTHERS),
        ("Letter", "Your team is large. It has 12 parts.", Subject.OTHERS),
        ("Letter", "You have 12 parts and sent me one.", Subject.OTHERS),
        ("Letter", "Who needs 12 parts? I do.", Subject.ONESELF),
        ("Letter", "Would you like 12 parts? We have them.", Subject.ONESELF),
        ("Context", "Who needs 12 parts? I do.", Subject.OTHERS),
        ("Letter", "A clock has 12 parts.", Subject.WORLD),
        ("Letter", "A team of 12 and a budget.", Subject.UNSAID),
        ("Letter", "The Ministry wants 12 parts.", Subject.WORLD),
        ("Letter", "A part costs €12.", Subject.WORLD),
        ("Pitch", "Parts are few, and the legal limit is 12.", Subject.OTHERS),
        ("Pitch", "It has 12 parts, and the legal limit is 20.", Subject.ONESELF),
        ("Pitch", "We keep to a limit of 12 parts.", Subject.ONESELF),
        ("Letter", "We pay: a part costs €12.", Subject.ONESELF),
        ("Letter", "Part costs fell by €12.", Subject.UNSAID),
        ("Context", "It has 12 parts.", Subject.OTHERS),
        ("Context", "[qortex](project:qortex) has 12 parts.", Subject.ONESELF),
        ("Pitch\n\n### Acme", "It has 12 parts.", Subject.OTHERS),
    ],
)
def test_structure_says_whose_a_figure_is(heading: str, text: str, subject: Subject) -> None:
    assert told(text, heading).subject is subject


@pytest.mark.parametrize(
    "text",
    [
        "It has not 12 parts.",
        "It hasn't 12 parts.",
        "It would have 12 parts.",
        'They write "it has 12 parts".',
        "> It has 12 parts.",
        'My first boss said "it has 12 parts".',
    ],
)
def test_what_is_denied_supposed_or_quoted_is_no_fact(text: str) -> None:
    assert not told(text).is_fact


@pytest.mark.parametrize(
    "text",
    [
        "A no-show has 12 parts.",
        'My "12 parts" stand.',
        'I say "it has 12 parts".',
        "It lost nobody in 12 parts.",
    ],
)
def test_what_only_looks_so_is_a_fact(text: str) -> None:
    assert told(text).is_fact
