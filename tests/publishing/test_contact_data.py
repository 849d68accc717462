"""Contact data that stands where those read it who may not, however it is written there."""

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.build import Project
from dossier.plain.problems import Problem, Severity
from dossier.templates import Templates
from tests.attacks.publishing import COMPANY, HOME
from tests.builders import MINIMAL, write_site

PROFILE, RECORDS = "content/profile.yml", "content/evidence/qortex.yml"
PHONE, EMAIL, STREET = "+1 512 555 0142", "ada@home.example", "12 Canary Street, Austin"


def told(root: Path, profile: str, files: dict[str, str] | None = None) -> list[Problem]:
    given = {line.partition(":")[0] for line in profile.split("\n")}
    kept = [x for x in MINIMAL[PROFILE].split("\n") if x.partition(":")[0] not in given]
    site = MINIMAL | {PROFILE: "\n".join([*kept, profile, ""])} | (files or {})
    found = Project.read(write_site(root, site))
    every = found.diagnosis.problems
    assert not [p for p in every if p.where.file == PROFILE and p.code != "text-published"]
    return [p for p in every if "of your profile, which only" in p.message]


def on_home(said: str) -> dict[str, str]:
    return {HOME: f"{MINIMAL[HOME]}\n{said}\n"}


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (f"phone: '{PHONE}'", said)
        for said in (
            "Call +1 512 555 0142.",
            "Call (512) 555-0142 in 2026.",
            "[Chat](https://wa.me/15125550142)",
            "Call 001 512 5550142",
            "[Call](tel:%2B1-512-555-0142)",
        )
    ]
    + [
        (f"email: {EMAIL}", said)
        for said in (
            "Write to Ada@Home.example.",
            "[Write](mailto:ada%40home.example)",
            "Write: ada&#64;home.example",
        )
    ]
    + [(f"location: {STREET}", "At 12  **Canary** street, third floor.")],
)
def test_what_recipients_alone_may_read_stops_where_anyone_does(
    tmp_path: Path, field: str, said: str
) -> None:
    found = told(tmp_path / "closed", field, on_home(said))
    assert [(p.code, p.severity, p.where.file) for p in found] == [
        ("text-published", Severity.ERROR, HOME)
    ]
    assert found[0].message.startswith(f"anyone would read the `{field.partition(':')[0]}` of")
    name, _, value = field.partition(": ")
    opened = f"{name}: {{value: '{value.strip(chr(39))}', audience: public}}"
    assert told(tmp_path / "open", opened, on_home(said)) == []


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (f"phone: '{PHONE}'", "Call +1 212 555 0142, or 2018 - 2022, 10.1000/5550199."),
        ("phone: '112'", "Call 112, or 512 555 0112."),
        (f"email: {EMAIL}", "Write to ada@home.example.org, xada@home.example."),
        ("location: Austin, TX", "I build in Austin, TX."),
        (f"location: {STREET}", "I ran 12 canary releases in Austin."),
    ],
)
def test_what_only_looks_alike_is_not_told(tmp_path: Path, field: str, said: str) -> None:
    assert told(tmp_path, field, on_home(said)) == []


def test_headline_and_links_are_read_by_anyone(tmp_path: Path) -> None:
    profile = (
        f"headline: Engineer | {PHONE}\nphone: '{PHONE}'\nemail: {EMAIL}\n"
        f"links: [{{label: Mail, url: 'mailto:{EMAIL}'}}]"
    )
    found = told(tmp_path / "a", profile)
    assert [p.where.file for p in found] == [PROFILE, PROFILE]


def test_what_the_author_alone_may_read_stops_where_recipients_do(tmp_path: Path) -> None:
    closed = f"phone: {{value: '{PHONE}', audience: private}}"
    sent = {COMPANY: MINIMAL[COMPANY].replace("## Notes", f"Call {PHONE}.\n\n## Notes")}
    found = told(tmp_path / "closed", closed, sent)
    assert [(p.code, p.where.file) for p in found] == [("text-published", COMPANY)]
    assert found[0].message.startswith("recipients would read the `phone` of your profile")
    assert told(tmp_path / "shared", f"phone: '{PHONE}'", sent) == []


def test_what_the_author_alone_may_read_stops_in_a_record_that_dossiers_cite(
    tmp_path: Path,
) -> None:
    closed = f"phone: {{value: '{PHONE}', audience: private}}"
    said = MINIMAL[RECORDS].replace("similarity", f"similarity, ask {PHONE}")
    shared = said.replace("audience: public", "audience: shared")
    found = told(tmp_path / "a", closed, {RECORDS: shared})
    assert [(p.code, p.where.file) for p in found] == [("text-published", RECORDS)]
    assert found[0].message.startswith("recipients would read the `phone` of your profile")
    private = said.replace("audience: public", "audience: private")
    assert told(tmp_path / "b", closed, {RECORDS: private}) == []


def test_markup_is_read_by_anyone(tmp_path: Path) -> None:
    for audience, who in (("shared", ["anyone"]), ("private", ["anyone"]), ("public", [])):
        root = tmp_path / audience
        profile = f"{MINIMAL[PROFILE]}phone: {{value: '{PHONE}', audience: {audience}}}\n"
        files = {PROFILE: profile, "overrides/own.html": f"<p>\nCall {PHONE}.\n"}
        settings = write_site(root, MINIMAL | files)
        project = Project.read(replace(settings, templates=Templates(root / "overrides")))
        found = [p for p in project.naming_problems if p.code == "text-published"]
        told_at = [(p.message.split()[0], p.where.file, p.where.line) for p in found]
        assert told_at == [(each, "overrides/own.html", 2) for each in who]


def test_it_may_be_allowed_in_place(tmp_path: Path) -> None:
    mark = "<!-- dossier: allow text-published: because it is the office's -->"
    assert told(tmp_path, f"phone: '{PHONE}'", on_home(f"{mark}\nCall {PHONE}.")) == []
