"""Data to files: all of it checked first, nothing outside content/, nobody vouched for."""

import json
from typing import Any

import pytest

from dossier.importing.data_files import files_of_data, is_data, read_data, without_vouching
from dossier.plain.errors import ContentError
from dossier.plain.yaml import construct

ABOUT = {"dossier": {"version": 1, "audience": "private"}}
RECORD = {"id": "a", "claim": "A", "kind": "code", "check": "statement"}


def data(**parts: object) -> dict[str, Any]:
    return read_data(json.dumps(ABOUT | parts).encode())


def test_data_is_known_by_how_it_begins() -> None:
    assert is_data(json.dumps(ABOUT, indent=1).encode())
    assert not is_data(b'{"basics": {}, "dossier": {}}')


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"projects": {"../x": {"fields": {"title": "X"}, "body": ""}}}, "is no name of a file"),
        ({"projects": {"X": {"fields": {"title": "X"}, "body": ""}}}, "is no name of a file"),
        ({"pages": {"../../x.md": {"fields": {}, "body": ""}}}, "is no name of a file"),
        ({"pages": {"/etc/x.md": {"fields": {}, "body": ""}}}, "is no name of a file"),
        ({"pages": {"evidence.lock": {"fields": {}, "body": ""}}}, "is no name of a file"),
        ({"postings": {"assets/x.md": ""}}, "is no place of a posting"),
        ({"postings": {"applications/a/../../../x.md": ""}}, "is no name of a file"),
        ({"postings": {"applications/a/run.sh": ""}}, "is no place of a posting"),
        ({"profile": {"name": "A", "nam": "B"}}, "profile.yml: "),
        ({"evidence": {"a": {"evidence": [{"id": "a"}]}}}, "evidence/a.yml: "),
        ({"projects": {"x": {"fields": {"title": "X"}, "body": "\ud800"}}}, "no JSON"),
        ({"evidence": []}, "another form"),
        ({"dossier": {"version": 2}}, "of another form than 1"),
    ],
)
def test_what_does_not_fit_is_refused(parts: dict[str, Any], said: str) -> None:
    with pytest.raises(ContentError, match=said):
        files_of_data(data(**parts))


def test_no_record_counts_that_nobody_vouched_for() -> None:
    records = [RECORD, RECORD | {"id": "b", "status": "planned"}]
    doubted = without_vouching(data(evidence={"x": {"audience": "public", "evidence": records}}))
    assert [r["status"] for r in doubted["evidence"]["x"]["evidence"]] == ["unconfirmed", "planned"]
    assert "status: unconfirmed" in files_of_data(doubted)["evidence/x.yml"]


def test_what_was_shared_becomes_sections_that_are_shared() -> None:
    entry = {
        "fields": {"company": "Acme"},
        "sections": [
            {"title": "Pitch", "name": "pitch", "text": "Hello"},
            {"title": "More", "name": "", "text": "Text"},
        ],
    }
    text = files_of_data(data(applications={"acme": entry}))["applications/acme/index.md"]
    assert text.endswith("---\n\n## Pitch\n\nHello\n\n## More { audience=shared }\n\nText\n")


def test_guardrails_and_what_stands_beside_records_are_written() -> None:
    rules = [
        {"pattern": "x y", "why": "It is", "except": ["not x y"]},
        {"pattern": "z", "why": "W"},
    ]
    about = {"fields": {"audience": "public"}, "body": "\n\nx\n"}
    postings = {"applications/a/p.md": "Hi"}
    files = files_of_data(data(guardrails=rules, pages={"about.md": about}, postings=postings))
    assert construct(files["guardrails.yml"], "")[0] == rules
    assert files["about.md"].endswith("audience: public\n---\n\n\nx\n")
    assert files["applications/a/p.md"] == "Hi"
    with pytest.raises(ContentError, match=r"guardrails\.yml: "):
        files_of_data(data(guardrails=[{"pattern": "x"}]))
