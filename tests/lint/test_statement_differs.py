import pytest

from tests.builders import edited, problems_of

DOSSIER = "content/applications/acme/index.md"
STATED = "email: ada@example.org\nrelocation: {}\n"


@pytest.mark.parametrize(
    ("profile", "note", "told"),
    [
        ("Willing to relocate", "I would not relocate.", 1),
        ("Willing to relocate", "I would move for this role.", 0),
        ("Relocation takes 4–6 weeks", "Relocating needs [2 months](figure:estimate).", 1),
        ("Relocation takes 4–6 weeks", "Relocating needs [4-6 weeks](figure:estimate).", 0),
        ("Relocation takes 14 days", "Relocating takes two weeks.", 0),
        ("Relocating from Austin to any city", "I move from Reno to New York.", 1),
        ("Relocating from Austin to any city", "I move from Austin to New York.", 0),
        ("Relocation takes 4 weeks", "My notice period is 2 months.", 0),
        ("Relocation takes 4 weeks", "The project took 2 months.", 0),
        ("Relocation takes 4 weeks", "I relocated 2 weeks ago.", 0),
    ],
)
def test_plain_statements_are_compared(profile: str, note: str, told: int) -> None:
    files = edited("content/profile.yml", "email: ada@example.org\n", STATED.format(profile))
    files |= {DOSSIER: edited(DOSSIER, "They know [qortex](project:qortex).", note)[DOSSIER]}
    codes = [problem.rpartition("[")[2] for problem in problems_of(files)]
    assert codes == ["statement-differs]"] * told


def test_answer_about_relocation_need_not_name_it() -> None:
    stated = STATED.format("Relocation takes 4 weeks")
    files = edited("content/profile.yml", "email: ada@example.org\n", stated)
    asked = "## Questions\n\n### When? {{ about={} }}\n\n[In 2 months](figure:other).\n\n## Notes\n"
    for about, codes in (("relocation", ["statement-differs]"]), ("ranking", [])):
        files |= {DOSSIER: edited(DOSSIER, "## Notes\n", asked.format(about))[DOSSIER]}
        assert [problem.rpartition("[")[2] for problem in problems_of(files)] == codes
