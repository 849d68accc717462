import pytest

from dossier.lint import evidence_unknown
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import MINIMAL, edited, found_by, problems_of, tree_of

PROFILE = "content/profile.yml"
DOSSIER = "content/applications/acme/index.md"

INDEX = "content/index.md"
LINE = "I measure what I build, [qortex](project:qortex) among it."
RECORDS = "content/evidence/qortex.yml"
SECRET = {"content/projects/secret.md": "---\ntitle: Secret\n---\n"}


def told_of(files: dict[str, str]) -> list[str]:
    """Return the codes of what is told, and see that it is told that rules wait."""
    codes = [problem.rpartition("[")[2].removesuffix("]") for problem in problems_of(files)]
    assert codes.count("rules-waiting") == 1
    return [code for code in codes if code != "rules-waiting"]


@pytest.mark.parametrize("audience", [Audience.SHARED, Audience.PUBLIC])
def test_what_is_private_is_suggested_to_nobody(audience: Audience) -> None:
    tree = tree_of(edited(INDEX, LINE, "[x](project:secre)") | SECRET)
    (problem,) = found_by(evidence_unknown.RULE, assemble(tree, audience)[0])
    assert (problem.code, problem.hint) == ("project-unknown", "")


def test_public_text_is_not_even_privately_told_to_cite_what_is_private() -> None:
    tree = tree_of(edited(INDEX, LINE, "[x](project:secre)") | SECRET)
    (problem,) = found_by(evidence_unknown.RULE, assemble(tree, Audience.PRIVATE)[0])
    assert problem.hint == ""


def test_private_text_is_told_of_all_that_there_is() -> None:
    tree = tree_of(MINIMAL | SECRET | {"content/todo.md": "[x](project:secre)"})
    (problem,) = found_by(evidence_unknown.RULE, assemble(tree, Audience.PRIVATE)[0])
    assert problem.hint == "did you mean `secret`? (content/projects/secret.md:2:1)"


def test_citation_of_a_private_record_is_to_the_public_one_that_leads_nowhere() -> None:
    files = edited(INDEX, LINE, "[x](project:secret)") | SECRET
    assert problems_of(files)[0].endswith("[evidence-private]")
    assert problems_of(files, Audience.PUBLIC) == [
        f"{INDEX}:5:1: error: there is no project `secret` [project-unknown]"
    ]


def test_record_names_a_project_that_its_readers_may_see() -> None:
    files = edited(RECORDS, "project: qortex", "project: secret") | SECRET
    assert [p.rpartition("[")[2] for p in problems_of(files)] == ["evidence-private]"]
    assert [p.rpartition("[")[2] for p in problems_of(files, Audience.PUBLIC)] == [
        "project-unknown]"
    ]
    broken = files | {"content/projects/secret.md": "---\n[\n---\n"}
    assert told_of(broken) == ["yaml-syntax"]


def test_reference_that_cannot_be_expanded_on_a_page_is_told() -> None:
    table = "| a |\n| - |\n| [x](project:qortex) |\n"
    assert problems_of(edited(INDEX, LINE, table)) == []
    (problem,) = problems_of(edited(INDEX, LINE, table.replace(") |", ") \\| b |")))
    assert problem.endswith("[reference-place]")


def test_headline_of_a_broken_record_is_not_told_again() -> None:
    files = edited(RECORDS, "    check: rerun\n", "")
    assert told_of(files) == ["field-missing"]


def test_lead_may_name_a_private_project() -> None:
    files = edited(PROFILE, "projects: [qortex]", "projects: [secret]")
    assert problems_of(files | {"content/projects/secret.md": "---\ntitle: S\n---\n"}) == []


def test_project_with_a_problem_of_its_own_is_not_told_again() -> None:
    files = edited(PROFILE, "projects: [qortex]", "projects: [broken]")
    assert told_of(files | {"content/projects/broken.md": "---\n[\n---\n"}) == ["yaml-syntax"]


def test_record_with_a_problem_of_its_own_is_not_told_again_in_rows() -> None:
    files = edited("content/evidence/qortex.yml", "    kind: benchmark\n", "")
    assert told_of(files) == ["field-missing"]


def test_row_of_an_open_dossier_is_judged_by_public_records() -> None:
    files = edited(DOSSIER, "lead:", "audience: public\nlead:")
    records = "content/evidence/qortex.yml"
    files[records] = files[records].replace("kind:", "audience: shared\n    kind:")
    told = [problem for problem in problems_of(files) if problem.startswith(DOSSIER)]
    assert {problem.rpartition("[")[2] for problem in told} == {"evidence-private]"}
    public = [p for p in problems_of(files, Audience.PUBLIC) if p.startswith(DOSSIER)]
    assert {problem.rpartition("[")[2] for problem in public} == {"evidence-unknown]"}
    assert len(public) == 3
