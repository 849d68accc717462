"""What a brief says."""

from dossier.exporting.brief import compose_brief
from dossier.exporting.outline import Part
from dossier.model.evidence import Check
from dossier.render.labels import CHECKS
from tests.builders import MINIMAL
from tests.exporting.recipients import recipient

DOSSIER = "content/applications/acme/index.md"
ROWS = """\
  - {id: none, requirement: Rust, strength: none, priority: nice}
  - {id: bare, requirement: Gain, evidence: [qortex/gain], strength: moderate, note: Small}
"""
CARD = Part(
    "ada.example/projects/qortex/#qortex/gain", "https://ada.example/projects/qortex/#qortex/gain"
)


def test_a_brief_says_at_a_glance_what_the_page_says() -> None:
    text = MINIMAL[DOSSIER].replace("proof_points:\n", f"proof_points:\n{ROWS}")
    brief = compose_brief(recipient(MINIMAL | {DOSSIER: text}))
    assert brief.purpose == "For Acme, Senior ML Engineer"
    assert brief.facts == "Engineer at Initech, until Jun 2024. Austin, TX"
    assert [part.text for part in brief.contact] == ["ada@example.org", "example.org/ada"]
    assert brief.lede == "I built a learned ranker."
    (coverage,) = brief.coverage
    assert coverage.states == ("gap", "partial", "covered")
    covered = "1 of 3 covered, with a source you can open"
    assert coverage.says == f"{covered}; 1 partial; 1 missing, nice to have"
    (headline,) = brief.headlines
    assert (headline.number, headline.unit, headline.closes_up) == ("+22", "%", True)
    assert headline.says == f"precision (20 concepts). {CHECKS[Check.RERUN]}"
    assert headline.proofs == (CARD,)
    assert [(row.asked, row.strength_word, row.claim, row.note) for row in brief.rows] == [
        ("Rust (nice to have)", "None yet", "Nothing to show yet.", ""),
        (
            "Gain",
            "Moderate",
            "Learned weights retrieve better than cosine similarity: precision +22% (20 concepts)",
            "Small",
        ),
        ("Rankers that learn", "Direct", "I built a learned ranker", ""),
    ]
    assert brief.rows[1].proofs == (CARD,)


def test_what_somebody_calls_themselves_stands_beside_a_pitch() -> None:
    profile = MINIMAL["content/profile.yml"].replace("I measure what I build", "Chartered surveyor")
    brief = compose_brief(recipient(MINIMAL | {"content/profile.yml": profile}))
    assert brief.facts.startswith("Chartered surveyor. Engineer at Initech")


def test_several_roles_are_told_apart() -> None:
    roles = "roles:\n  - {id: other, title: Other}\n"
    text = MINIMAL[DOSSIER].replace("roles:\n", roles)
    brief = compose_brief(recipient(MINIMAL | {DOSSIER: text}))
    assert [one.role for one in brief.coverage] == ["Other", "Senior ML Engineer"]
    alone = text.replace("  - id: ranking\n", "  - id: ranking\n    roles: [ml]\n")
    told = compose_brief(recipient(MINIMAL | {DOSSIER: alone})).coverage
    assert [(len(each.states), "nothing is asked" in each.says) for each in told] == [
        (0, True),
        (1, False),
    ]
    one = compose_brief(recipient(MINIMAL | {DOSSIER: text}, "ml"))
    assert [each.role for each in one.coverage] == [""]
