"""*Nothing goes out unchecked*: what is private whatever anyone writes stops in a public text.

Word for word, as somebody pastes it: a gap and how to speak of it, what a job pays, the plan.
"""

from pathlib import Path

from dossier.build import Project
from tests.attacks.publishing import COMPANY, HOME
from tests.builders import MINIMAL, write_site

FRONT = {
    "gap": "Never closed a ledger under audit",
    "framing": "Say that the auditors left early",
    "estimate": "Ninety one thousand and a goat",
    "source": "My cousin who works there said so",
    "assessment": "The team ships on Fridays only",
    "accepted": "They said that it can be learned",
    "do": "Tell Barnaby that eleven percent more is right",
    "what": "They rang and laughed at the badger",
}
SECTIONS = {
    "Context": "They sold the old archive in spring.",
    "Angle": "Play the humble archivist of the two.",
    "Lead profile": "I apply as the one who measures.",
    "Emphasis": "Never let them see the first ledger.",
    "Gap analysis": "All of this is missing since June.",
    "Notes": "The porter knows where it is hidden.",
}
PROFILE = "content/profile.yml"
LEAD = "Ask for a third more than last time"
TOLD_TO_MANY = {
    "asks": "Deep love for ledgers of all kinds",
    "Questions": "I once counted every beam of it.",
    "Hooks": "Your ledgers shine brighter than mine.",
}


def with_lead() -> str:
    lead = f"- {{id: other, title: Archivist, notes: {LEAD}}}"
    assert MINIMAL[PROFILE].count("leads:\n") == 1
    return MINIMAL[PROFILE].replace("leads:\n", f"leads:\n  {lead}\n")


def dossier() -> str:
    said = FRONT | TOLD_TO_MANY
    gaps = f"- {{id: g, about: x, gap: {said['gap']}, framing: {said['framing']}}}"
    pay = f"{{estimate: {said['estimate']}, source: {said['source']}}}"
    role = f"    asks: [{said['asks']}]\n    assessment: {said['assessment']}\n"
    events = f"events:\n- {{date: 2026, what: {said['what']}}}\n"
    text = MINIMAL[COMPANY].replace("roles:\n", f"{events}gaps:\n{gaps}\nroles:\n")
    text = text.replace("roles:\n", f"next: {{do: {said['do']}}}\nroles:\n", 1)
    text = text.replace("  - id: ranking\n", f"  - id: ranking\n    accepted: {said['accepted']}\n")
    text = text.replace("  - id: ml\n", f"  - id: ml\n    compensation: {pay}\n{role}")
    text = text[: text.index("## Notes")]
    text += "".join(f"## {name}\n\n{words}\n\n" for name, words in SECTIONS.items())
    return (
        f"{text}## Questions\n\n### Why?\n\n{said['Questions']}\n\n## Hooks\n\n- {said['Hooks']}\n"
    )


def test_what_is_private_always_stops_in_a_public_text(tmp_path: Path) -> None:
    private = [*FRONT.values(), *SECTIONS.values(), LEAD]
    lines = [f"{words.rstrip('.')}.\n" for words in (*private, *TOLD_TO_MANY.values())]
    page = "\n".join((MINIMAL[HOME], *lines))
    files = MINIMAL | {COMPANY: dossier(), PROFILE: with_lead(), HOME: page}
    project = Project.read(write_site(tmp_path, files))
    found = [p for p in project.diagnosis.problems if p.code == "text-published"]
    told = {page.splitlines()[p.where.line - 1].rstrip(".") for p in found}
    assert told == {words.rstrip(".") for words in private}
    assert {p.where.file for p in found} == {HOME}
    assert [p for p in project.naming_problems if p.code == "text-published"] == found
