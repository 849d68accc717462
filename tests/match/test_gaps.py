import pytest

from dossier.load.assemble import assemble
from dossier.match.gaps import prepared, unanswered
from dossier.model.audience import Audience
from tests.builders import edited, tree_of

DOSSIER = "content/applications/acme/index.md"
GAP = "gaps:\n  - {id: g, about: ranking, gap: None yet, framing: Soon}\n"
ASKED = "## Questions\n\n### What of it? { about=ranking }\n\nSoon.\n\n"


@pytest.mark.parametrize(
    ("strength", "gap", "asked", "lacks"),
    [
        ("none", "", "", [(True, True)]),
        ("weak\n    note: Small", GAP, "", [(False, True)]),
        ("none", "", ASKED, [(True, False)]),
        ("none", GAP.replace(", framing: Soon", ""), ASKED, [(True, False)]),
        ("none", GAP, ASKED.replace("Soon.\n\n", ""), [(False, True)]),
        ("none", GAP, ASKED, []),
        ("none\n    priority: nice", "", "", []),
        ("none\n    accepted: Nobody has it", "", "", []),
        ("moderate\n    note: Small", "", "", []),
    ],
)
def test_weak_and_missing_musts_want_a_framing_and_a_question(
    strength: str, gap: str, asked: str, lacks: list[tuple[bool, bool]]
) -> None:
    files = edited(DOSSIER, "strength: direct\n", f"strength: {strength}\n{gap}")
    files[DOSSIER] = files[DOSSIER].replace("## Notes", f"{asked}## Notes")
    library, problems = assemble(tree_of(files), Audience.PRIVATE)
    assert problems == ()
    found = unanswered(library.applications["acme"])
    assert [(item.lacks_framing, item.lacks_question) for item in found] == lacks
    is_ready = gap == GAP and asked == ASKED
    assert [row.id for row in prepared(library.applications["acme"])] == ["ranking"] * is_ready
