import pytest

from tests.builders import edited, problems_of

RECORDS = "content/evidence/qortex.yml"
HOME = "content/index.md"
AS = {
    "planned": "it is planned, and the sentence tells it as done",
    "experimental": "it is an experiment, and the sentence tells it as a product",
    "deprecated": "it is deprecated, and the sentence tells it as current",
}


def told(status: str, text: str) -> list[str]:
    files = edited(RECORDS, "check: rerun\n", f"check: rerun\n    status: {status}\n")
    files[HOME] = f"---\ntitle: Ada\n---\n{text}\n"
    return [problem for problem in problems_of(files) if problem.startswith(HOME)]


@pytest.mark.parametrize("status", AS)
def test_place_and_code_are_those_of_the_telling_words(status: str) -> None:
    message = f"error: `qortex/gain`: {AS[status]} [status-drift]"
    found = told(status, "So\n[it](evidence:qortex/gain) runs live in production now.")
    column = {"planned": 28, "experimental": 33, "deprecated": 28}[status]
    assert found == [f"{HOME}:5:{column}: {message}"]


def test_shipped_record_may_be_told_as_it_is() -> None:
    assert told("shipped", "[It](evidence:qortex/gain) runs in production.") == []
