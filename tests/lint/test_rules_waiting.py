"""What waits for a file that cannot be read, and what does not."""

from tests.builders import APPLICATION, EVIDENCE, MINIMAL, edited, problems_of

DOSSIER = "content/applications/acme/index.md"
RECORDS = "content/evidence/qortex.yml"
VAULT = "content/evidence/vault.yml"


def codes(files: dict[str, str]) -> list[str]:
    return [problem.rpartition("[")[2].removesuffix("]") for problem in problems_of(files)]


def test_nothing_waits_for_a_file_on_which_nothing_leans() -> None:
    assert codes({**MINIMAL, VAULT: "evidence: ["}) == ["yaml-syntax"]


def test_the_page_of_a_project_waits_for_the_evidence_of_its_name() -> None:
    page = "---\ntitle: The vault\n---\nI made it 93 % pure.\n"
    files = {**MINIMAL, "content/projects/vault.md": page}
    assert codes(files) == ["figure-unbacked"]
    assert codes({**files, VAULT: "evidence: ["}) == ["rules-waiting", "yaml-syntax"]


def test_a_file_is_told_once_however_much_of_it_is_broken() -> None:
    records = "evidence: [{id: gold}, {id: silver}]"
    rows = APPLICATION.replace("[qortex/gain]", "[qortex/gain, vault/gold, vault/silver]")
    found = [p for p in problems_of({**MINIMAL, VAULT: records, DOSSIER: rows}) if "wait" in p]
    assert found == [
        f"{VAULT}:1:1: warning: 10 rules wait until {VAULT} can be read [rules-waiting]"
    ]


def test_a_row_is_not_capped_while_one_of_its_records_cannot_be_read() -> None:
    planned = EVIDENCE.replace("check: rerun", "check: rerun\n    status: planned")
    rows = APPLICATION.replace("[qortex/gain]", "[qortex/gain, vault/gold]")
    files = {**MINIMAL, RECORDS: planned, DOSSIER: rows}
    assert "strength-capped" in codes(files)
    assert "strength-capped" not in codes({**files, VAULT: "evidence: ["})


def test_a_skill_is_not_unknown_while_records_cannot_be_read() -> None:
    block = "```evidence\nskills: [gold]\n```"
    files = edited("content/index.md", "I measure", f"{block}\n\nI measure")
    assert codes(files) == ["skill-unknown"]
    assert codes({**files, VAULT: "evidence: ["}) == ["rules-waiting", "yaml-syntax"]
