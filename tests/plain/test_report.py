import json

import pytest

from dossier.plain.problems import CODES, Place, Problem, warning
from dossier.plain.report import FORMATS, as_github, as_json, as_sarif, as_text, count_words

ERROR = Problem(
    "evidence-unknown",
    Place("content/a, b.md", 12, 18),
    "there is no evidence `x`: 100% sure",
    "did you mean `y`?",
)
MISSING = warning("contact-missing", Place("content/profile.yml"), "the profile gives no email")


def test_text_puts_the_place_first_and_the_number_last() -> None:
    assert as_text([ERROR, MISSING], 0) == (
        "content/a, b.md:12:18: error: there is no evidence `x`: 100% sure [evidence-unknown]\n"
        "  hint: did you mean `y`?\n"
        "content/profile.yml:1:1: warning: the profile gives no email [contact-missing]\n"
        "1 error, 1 warning\n"
    )


def loose(line: int, record: str) -> Problem:
    where = Place("content/evidence/a.yml", line, 5)
    return warning("source-unlinked", where, f"the source of `{record}` is only a label", "add it")


def test_alike_warnings_are_told_once_with_every_place() -> None:
    assert as_text([loose(5, "a/x"), MISSING, loose(9, "a/y"), loose(20, "a/z")], 0) == (
        "content/evidence/a.yml:5:5: warning: the source of `a/x` is only a label"
        " [source-unlinked]\n"
        "  hint: add it\n"
        "  and in 2 more places:\n"
        "    content/evidence/a.yml:9:5: `a/y`\n"
        "    content/evidence/a.yml:20:5: `a/z`\n"
        "content/profile.yml:1:1: warning: the profile gives no email [contact-missing]\n"
        "0 errors, 4 warnings\n"
    )


def test_machines_are_told_of_alike_warnings_one_by_one() -> None:
    problems = [loose(5, "a/x"), loose(9, "a/y")]
    assert len(json.loads(as_json(problems, 0))["problems"]) == 2
    assert len(json.loads(as_sarif(problems, 0))["runs"][0]["results"]) == 2
    assert as_github(problems, 0).count("::warning") == 2


@pytest.mark.parametrize(
    ("problems", "silenced", "words"),
    [
        ([], 0, "0 errors, 0 warnings"),
        ([ERROR, ERROR], 0, "2 errors, 0 warnings"),
        ([MISSING], 3, "0 errors, 1 warning, 3 silenced"),
    ],
)
def test_problems_are_counted_in_words(problems: list[Problem], silenced: int, words: str) -> None:
    assert count_words(problems, silenced) == words


def test_json_holds_every_field_of_every_problem() -> None:
    assert json.loads(as_json([ERROR, MISSING], 0)) == {
        "version": 1,
        "problems": [
            {
                "file": "content/a, b.md",
                "line": 12,
                "column": 18,
                "code": "evidence-unknown",
                "severity": "error",
                "message": "there is no evidence `x`: 100% sure",
                "hint": "did you mean `y`?",
            },
            {
                "file": "content/profile.yml",
                "line": 1,
                "column": 1,
                "code": "contact-missing",
                "severity": "warning",
                "message": "the profile gives no email",
                "hint": "",
            },
        ],
    }


def test_sarif_names_every_rule_and_the_region_of_every_result() -> None:
    log = json.loads(as_sarif([ERROR, MISSING], 0))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == set(CODES)
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["region"] == {"startLine": 12, "startColumn": 18}
    # The address of a file is a URI reference, in which a blank is escaped.
    assert location["artifactLocation"]["uri"] == "content/a%2C%20b.md"


def test_github_escapes_what_would_end_a_property_or_a_line() -> None:
    assert as_github([ERROR, MISSING], 0) == (
        "::error file=content/a%2C b.md,line=12,col=18,title=evidence-unknown::"
        "there is no evidence `x`: 100%25 sure%0Adid you mean `y`?\n"
        "::warning file=content/profile.yml,line=1,col=1,title=contact-missing::"
        "the profile gives no email\n"
    )


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_wrong_is_a_valid_report_too(form: str) -> None:
    report = FORMATS[form]([], 0)
    assert report.endswith("\n") or form == "github"
