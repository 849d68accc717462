import copy
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from dossier.lint import lint
from dossier.load.assemble import assemble
from dossier.load.tree import Tree
from dossier.model.application import Application, ProofPoint
from dossier.model.audience import Audience
from dossier.model.base import Entry, shape
from dossier.model.library import Library
from dossier.model.profile import Profile
from dossier.plain.problems import Place, Problem
from dossier.plain.yaml_places import Path
from tests.builders import APPLICATION, AS_OF, EVIDENCE, MINIMAL, PROFILE, PROJECT, tree_of

Raw = dict[str, Any]

PRIVATE, ASSISTANT, SHARED, PUBLIC = Audience
DOSSIER = "content/applications/acme/index.md"
RECORDS = "content/evidence/qortex.yml"

FULL_APPLICATION: Raw = {
    "company": "Acme",
    "aliases": ["Acme Inc."],
    "title": "Rankers for Acme",
    "audience": "public",
    "assistant": ["gaps"],
    "lead": "ml-engineer",
    "status": "closed",
    "outcome": "rejected",
    "events": [{"date": "2026-02-10", "what": "applied", "stage": "applied", "note": "By mail"}],
    "next": {"do": "Call", "due": "2026-12-01"},
    "contacts": [
        {
            "name": "Sam",
            "role": "Recruiter",
            "channel": "sam@example.org",
            "last": "2026-02",
            "next": {"do": "Ask", "due": "2026-03"},
            "note": "Calls",
        }
    ],
    "tier": 1,
    "roles": [
        {
            "id": "ml",
            "title": "ML Engineer",
            "url": "https://example.org/ml",
            "location": "Here",
            "asks": ["Rankers"],
            "fit": 3,
            "assessment": "Fine",
            "compensation": {
                "posted": "none",
                "estimate": "200",
                "source": "market",
                "estimates": [{"estimate": "210", "source": "a friend"}],
            },
            "seniority": "senior",
            "mode": "hybrid",
            "posting": {"file": "p.md", "posted": "2026", "checked": "2026", "live": "unknown"},
        }
    ],
    "proof_points": [
        {
            "id": "ranking",
            "requirement": "Rankers that learn",
            "quote": "rankers",
            "priority": "must",
            "roles": ["ml", "mll"],
            "concept": "ranking",
            "evidence": ["qortex/gain", "qortex/gian"],
            "claim": "I built [one](evidence:qortex/gian)",
            "strength": "moderate",
            "note": "Small",
            "override": "It is enough",
            "accepted": "They said so",
            "audience": "shared",
        }
    ],
    "gaps": [{"id": "scale", "about": "x", "gap": "None", "framing": "So", "severity": "minor"}],
}
"""Every field is there; what is shared has problems, so that these are compared, too."""

FULL_PROFILE: Raw = {
    "name": "Ada",
    "language": "en",
    "headline": "I [measure](evidence:qortex/gian)",
    "links": [{"label": "Code", "url": "https://example.org"}],
    "location": "Here",
    "relocation": {"value": "Perhaps", "audience": "private"},
    "email": {"value": "ada@example.org", "audience": "public"},
    "phone": "1",
    "resume": "[résumé](assets/resume.pdf)",
    "work": [{"employer": "Initech"}, {"employer": "Hooli", "audience": "public"}],
    "education": [{"field": "Latin"}],
    "skills": [{"group": "Code", "skills": ["SQL"]}],
    "languages": [{"language": "German"}],
    "publications": [{"title": "Loads", "audience": "private"}],
    "certificates": [{"name": "Nurse", "audience": "public"}],
    "awards": [{"title": "Gold"}],
    "leads": [
        {
            "id": "ml-engineer",
            "title": "ML",
            "line": "Measured",
            "projects": ["qortex"],
            "targets": ["Acme"],
            "notes": "First",
        }
    ],
}

BODY = """\
## Context

Big.

## Pitch

I built [it](evidence:qortex/gian).

### Inside

## Gaps

None.
"""


def view(files: Mapping[str, str | bytes], audience: Audience) -> tuple[Library, list[str]]:
    library, problems = assemble(tree_of(files), audience)
    return library, [str(problem) for problem in problems]


def shown(library: Library) -> dict[str, object]:
    """Return all that pages could be made of: models and prose, without places."""
    return {
        "profile": library.profile and library.profile.profile,
        "projects": {e.id: (e.project, e.source.body) for e in library.projects.values()},
        "records": {e.id: (e.record, e.project, e.audience) for e in library.records.values()},
        "applications": {
            e.id: (e.application, [(s.name, s.title, s.audience, s.text) for s in e.sections])
            for e in library.applications.values()
        },
        "pages": {e.path: (e.page, e.source.body) for e in library.pages.values()},
        "files": library.files,
        "unread": library.unread,
    }


def told(problem: Problem) -> tuple[object, ...]:
    """Return a problem without columns, which move with private text on the same line."""
    hint = re.sub(r":[0-9]+\)", ")", problem.hint)
    return problem.code, problem.where.file, problem.where.line, problem.message, hint


def all_of(files: Mapping[str, str | bytes], audience: Audience) -> object:
    """Return what a view holds and what it is told."""
    library, problems = assemble(tree_of(files), audience)
    return shown(library), [told(problem) for problem in (*problems, *lint(library, AS_OF))]


def dossier(application: Mapping[str, Any], body: str = BODY) -> str:
    """Return a dossier whose front matter is one line, so that no line below it moves."""
    return f"---\n{json.dumps(application)}\n---\n{body}"


def mixed(
    application: Mapping[str, Any] | None = None,
    profile: Mapping[str, Any] | None = None,
    body: str = BODY,
) -> dict[str, str | bytes]:
    return {
        **MINIMAL,
        DOSSIER: dossier(application or FULL_APPLICATION, body),
        "content/profile.yml": json.dumps(profile or FULL_PROFILE),
    }


def hidden_fields(model: type[Entry], raw: Raw, audience: Audience) -> Iterator[Path]:
    """Yield the paths of what an audience may not see of a value, by the models' annotations."""
    for key, field in shape(model).items():
        items = enumerate(raw[key]) if field.is_list else [(None, raw[key])]
        if key == "audience" and model is ProofPoint:
            continue  # another one hides or shows the row
        if not audience.may_see(field.audience) and "audience" not in shape(field.model or Entry):
            yield (key,)
            continue
        for position, item in items:
            path: Path = (key,) if position is None else (key, position)
            if field.model is None:
                continue
            if "audience" in shape(field.model) and field.model.whole:
                stated = item.get("audience") if isinstance(item, dict) else None
                if not audience.may_see(Audience(stated or field.audience)):
                    yield path
            elif not field.model.whole:
                for below in hidden_fields(field.model, item, audience):
                    yield (*path, *below)


def changed(raw: Raw, path: Path, value: object) -> Raw:
    """Return a copy with another value at a path; ... stands for none at all."""
    result = copy.deepcopy(raw)
    parent: Any = result
    for part in path[:-1]:
        parent = parent[part]
    if value is ...:
        del parent[path[-1]]
    else:
        parent[path[-1]] = value
    return result


OTHERS = ["CANARY", "", 5, 1.5, True, None, [], ["CANARY"], [[1]], {"x": 1}, [{"x": 1}], ...]
BROKEN = {
    "tab": b"---\na:\n\t- b\n---\n",
    "quotes": b'---\na: "\n---\n',
    "open": b"---\na: 1\n",
    "late": b"\n---\naudience: public\n---\n",
    "duplicate": b"---\naudience: public\naudience: public\n---\n",
    "tag": b"---\naudience: public\nx: !y z\n---\n",
    "alias": b"---\naudience: &a public\n---\n",
    "deep": b"---\naudience: public\nx: " + b"[" * 100 + b"]" * 100 + b"\n---\n",
    "list": b"---\n- audience: public\n---\n",
    "not utf-8": b"---\naudience: public\ntitle: \xff\n---\n",
    "nul": b"---\naudience: public\ntitle: a\0b\n---\n",
    "large": b"---\naudience: public\n---\n" + b"x" * 1_000_000,
    "empty": b"",
}


def test_every_field_is_in_the_full_examples() -> None:
    assert set(FULL_APPLICATION) == set(shape(Application))
    assert set(FULL_PROFILE) == set(shape(Profile))
    for key, raw in (*FULL_APPLICATION.items(), *FULL_PROFILE.items()):
        model = {**shape(Application), **shape(Profile)}[key].model
        item = raw[0] if isinstance(raw, list) else raw
        if model and not model.whole:
            assert set(item) == set(shape(model)), key


PRIVATE_FIELDS = [
    *((DOSSIER, path) for path in hidden_fields(Application, FULL_APPLICATION, SHARED)),
    *(("content/profile.yml", path) for path in hidden_fields(Profile, FULL_PROFILE, PUBLIC)),
]


def test_the_fields_taken_for_private_are_those_of_the_specification() -> None:
    assert {(*path[:1], *path[2:]) for _, path in PRIVATE_FIELDS} == {
        *(
            (key,)
            for key in ("aliases", "assistant", "audience", "lead", "status", "outcome", "events")
        ),
        *((key,) for key in ("next", "contacts", "tier", "gaps")),
        *(("roles", key) for key in ("asks", "fit", "assessment", "compensation", "posting")),
        *(("roles", key) for key in ("seniority", "mode")),
        *((key,) for key in ("skills", "languages", "publications", "awards")),
        *(("proof_points", key) for key in ("concept", "accepted")),
        *((key,) for key in ("location", "relocation", "phone", "resume", "work", "education")),
        *(("leads", key) for key in ("projects", "targets", "notes")),
    }


@pytest.mark.parametrize(
    ("file", "path"),
    [field for field in PRIVATE_FIELDS if field[1] != ("audience",)],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_no_change_of_a_private_field_is_noticed_by_the_public(file: str, path: Path) -> None:
    before = all_of(mixed(), PUBLIC)
    for value in OTHERS:
        if file == DOSSIER:
            files = mixed(application=changed(FULL_APPLICATION, path, value))
        else:
            files = mixed(profile=changed(FULL_PROFILE, path, value))
        assert all_of(files, PUBLIC) == before, value


def test_shared_fields_are_noticed_by_the_public() -> None:
    before = all_of(mixed(), PUBLIC)
    application = changed(FULL_APPLICATION, ("proof_points", 0, "note"), "CANARY")
    assert all_of(mixed(application=application), PUBLIC) != before
    assert all_of(mixed(profile=changed(FULL_PROFILE, ("headline",), "CANARY")), PUBLIC) != before


@pytest.mark.parametrize("key", ["projects", "targets", "notes"])
def test_private_fields_of_a_lead_are_in_no_shared_view(key: str) -> None:
    before = all_of(mixed(), SHARED)
    for value in OTHERS:
        files = mixed(profile=changed(FULL_PROFILE, ("leads", 0, key), value))
        assert all_of(files, SHARED) == before, value


@pytest.mark.parametrize(
    "path", [("x",), ("roles", 0, "x"), ("proof_points", 0, "x")], ids=lambda path: path[0]
)
def test_unknown_key_of_a_dossier_is_told_to_its_author_only(path: Path) -> None:
    files = mixed(application=changed(FULL_APPLICATION, path, "CANARY"))
    assert all_of(files, PUBLIC) == all_of(mixed(), PUBLIC)
    assert all_of(files, SHARED) == all_of(mixed(), SHARED)
    _, problems = view(files, PRIVATE)
    assert [problem for problem in problems if "[field-unknown]" in problem]


@pytest.mark.parametrize("path", [("x",), ("leads", 0, "x"), ("location", "x")], ids=str)
def test_unknown_key_of_the_profile_is_told_to_its_author_only(path: Path) -> None:
    profile = {**FULL_PROFILE, "location": {"value": "Here"}}
    files = mixed(profile=changed(profile, path, "CANARY"))
    assert all_of(files, PUBLIC) == all_of(mixed(), PUBLIC)
    _, problems = view(files, PRIVATE)
    assert [problem for problem in problems if "[field-unknown]" in problem]


def test_unknown_key_of_a_public_project_is_told_to_all() -> None:
    files = {**MINIMAL, "content/projects/qortex.md": PROJECT.replace("\nline:", "\nlein:")}
    for audience in Audience:
        library, problems = view(files, audience)
        assert set(library.projects) == ({"qortex"} if audience is PRIVATE else set())
        assert [p.partition("\n")[0] for p in problems] == [
            "content/projects/qortex.md:4:1: error: there is no key `lein` here [field-unknown]"
        ]


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize(
    "file",
    [
        "content/projects/more.md",
        "content/evidence/more.yml",
        "content/applications/initech/index.md",
        "content/about.md",
    ],
)
@pytest.mark.parametrize("audience", [SHARED, PUBLIC])
def test_file_that_cannot_be_parsed_is_passed_over_in_silence(
    audience: Audience, file: str, content: bytes
) -> None:
    yaml = content.replace(b"---\n", b"") if file.endswith(".yml") else content
    assert all_of({**MINIMAL, file: yaml}, audience) == all_of(MINIMAL, audience)


@pytest.mark.parametrize("name", sorted(set(BROKEN) - {"empty", "list"}))
def test_broken_home_page_is_told_to_all(name: str) -> None:
    for audience in Audience:
        library, problems = view({**MINIMAL, "content/index.md": BROKEN[name]}, audience)
        assert library.pages == {}
        assert len(problems) == 1
        assert problems[0].startswith("content/index.md:")


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("stated", ["", "audience: private", "audience: shared"])
def test_home_page_is_public_whatever_it_says(audience: Audience, stated: str) -> None:
    library, problems = view({**MINIMAL, "content/index.md": f"---\n{stated}\n---\nHi"}, audience)
    assert list(library.pages) == ["index.md"]
    assert problems == []


@pytest.mark.parametrize(
    ("stated", "viewers"),
    [
        ("audience: public", {*Audience}),
        ("audience: shared", {PRIVATE}),
        ("audience: private", {PRIVATE}),
        ("audience: [public]", {PRIVATE}),
        ("audience: publik", {PRIVATE}),
        ("title: About", {PRIVATE}),
    ],
)
def test_page_of_the_authors_own_is_there_only_when_it_says_public(
    stated: str, viewers: set[Audience]
) -> None:
    files = {**MINIMAL, "content/about.md": f"---\n{stated}\n---\nCANARY"}
    assert {a for a in Audience if "about.md" in view(files, a)[0].pages} == viewers


@pytest.mark.parametrize(
    ("stated", "viewers"),
    [
        ("audience: public", {*Audience}),
        ("audience: shared", {PRIVATE, ASSISTANT, SHARED}),
        ("audience: private", {PRIVATE}),
        ("audience: publik", {PRIVATE}),
        ("audience: {public: 1}", {PRIVATE}),
        ("status: active", {PRIVATE}),
    ],
)
def test_project_is_seen_by_its_audience_and_private_without_one(
    stated: str, viewers: set[Audience]
) -> None:
    files = {**MINIMAL, "content/projects/x.md": f"---\ntitle: X\n{stated}\n---\nCANARY"}
    assert {a for a in Audience if "x" in view(files, a)[0].projects} == viewers
    assert all(not view(files, a)[1] for a in {SHARED, PUBLIC} - viewers)


@pytest.mark.parametrize(
    ("of_file", "own", "viewers"),
    [
        ("public", None, {*Audience}),
        ("public", "shared", {PRIVATE, ASSISTANT, SHARED}),
        ("public", "private", {PRIVATE}),
        ("public", "publik", {PRIVATE}),
        ("shared", None, {PRIVATE, ASSISTANT, SHARED}),
        ("private", "public", {*Audience}),
        ("private", None, {PRIVATE}),
        (None, "public", {*Audience}),
        (None, "shared", {PRIVATE, ASSISTANT, SHARED}),
        (None, None, {PRIVATE}),
        ("publik", "public", {*Audience}),
        ("publik", None, {PRIVATE}),
    ],
)
def test_audience_of_a_record_overrides_its_files(
    of_file: str | None, own: str | None, viewers: set[Audience]
) -> None:
    record = {"id": "x", "claim": "X", "kind": "code", "check": "statement"}
    content: Raw = {"evidence": [record | ({"audience": own} if own else {})]}
    if of_file:
        content["audience"] = of_file
    files = {**MINIMAL, "content/evidence/more.yml": json.dumps(content)}
    assert {a for a in Audience if "more/x" in view(files, a)[0].records} == viewers


def test_effective_audience_of_a_record_is_kept() -> None:
    library, _ = view(
        {**MINIMAL, RECORDS: EVIDENCE.replace("kind:", "audience: shared\n    kind:")}, PRIVATE
    )
    assert library.records["qortex/gain"].audience is SHARED


def test_private_record_is_not_even_validated_for_the_public() -> None:
    files = {**MINIMAL, RECORDS: f"{EVIDENCE}  - {{id: [CANARY], audience: private, x: 1}}\n"}
    assert all_of(files, PUBLIC) == all_of(MINIMAL, PUBLIC)
    assert view(files, PRIVATE)[1]


def test_record_that_is_no_mapping_has_the_audience_of_its_file() -> None:
    files = {**MINIMAL, RECORDS: f"{EVIDENCE}  - CANARY\n"}
    assert len(view(files, PUBLIC)[1]) == 1
    private = EVIDENCE.replace("audience: public\n", "") + "  - CANARY\n"
    assert view({**MINIMAL, RECORDS: private}, PUBLIC)[1] == []


def test_what_is_wrong_with_a_public_file_of_records_is_told_to_all() -> None:
    wrong = EVIDENCE.replace("project: qortex", "projekt: qortex\nproject: qortex")
    library, problems = view({**MINIMAL, RECORDS: wrong}, PUBLIC)
    assert len(problems) == 1
    assert library.records["qortex/gain"].project == "qortex"
    library, problems = view({**MINIMAL, RECORDS: "audience: public\nevidence: 5\n"}, PUBLIC)
    assert len(problems) == 1


def test_what_is_wrong_with_a_private_file_of_records_is_not_told() -> None:
    own = EVIDENCE.replace("audience: public", "projekt: x").replace(
        "kind:", "audience: public\n    kind:"
    )
    library, problems = view({**MINIMAL, RECORDS: own}, PUBLIC)
    assert problems == []
    assert library.records["qortex/gain"].project == "qortex"
    assert view({**MINIMAL, RECORDS: "evidence: 5\n"}, PUBLIC)[1] == []


def test_project_of_a_record_overrides_its_files() -> None:
    own = EVIDENCE.replace("kind:", "project: bilrost\n    kind:")
    assert view({**MINIMAL, RECORDS: own}, PRIVATE)[0].records["qortex/gain"].project == "bilrost"
    none = EVIDENCE.replace("project: qortex\n", "")
    assert view({**MINIMAL, RECORDS: none}, PRIVATE)[0].records["qortex/gain"].project is None
    odd = EVIDENCE.replace("project: qortex", "project: 5")
    assert view({**MINIMAL, RECORDS: odd}, PRIVATE)[0].records["qortex/gain"].project is None


def test_private_record_does_not_shadow_a_public_one_of_its_id() -> None:
    twice = EVIDENCE.replace(
        "evidence:\n",
        "evidence:\n  - {id: gain, claim: CANARY, kind: code, check: statement,"
        " audience: private}\n",
    )
    assert all_of({**MINIMAL, RECORDS: twice}, PUBLIC) == (
        all_of({**MINIMAL, RECORDS: EVIDENCE.replace("evidence:\n", "evidence:\n\n")}, PUBLIC)
    )
    assert "[duplicate-id]" in view({**MINIMAL, RECORDS: twice}, PRIVATE)[1][0]


def test_private_dossier_is_in_no_public_view() -> None:
    library, problems = view(MINIMAL, PUBLIC)
    assert library.applications == {}
    broken = APPLICATION.replace("strength: direct", "strength: CANARY")
    assert all_of({**MINIMAL, DOSSIER: broken}, PUBLIC) == all_of(MINIMAL, PUBLIC)
    gone = {file: text for file, text in MINIMAL.items() if file != DOSSIER}
    assert all_of(gone, PUBLIC) == all_of(MINIMAL, PUBLIC)
    assert problems == []


@pytest.mark.parametrize("stated", ["shared", "private", "publik", "Public", "[public]", "5", "~"])
def test_dossier_stands_openly_only_if_it_says_public(stated: str) -> None:
    files = {**MINIMAL, DOSSIER: APPLICATION.replace("lead:", f"audience: {stated}\nlead:")}
    assert all_of(files, PUBLIC) == all_of(MINIMAL, PUBLIC)


def test_dossier_that_stands_openly_shows_its_shared_part() -> None:
    library, _ = view(mixed(), PUBLIC)
    entry = library.applications["acme"]
    assert entry.application.audience is PUBLIC
    assert [(s.name, s.title) for s in entry.sections] == [("pitch", "Pitch")]
    row = entry.application.proof_points[0]
    assert (row.note, row.override, row.quote) == ("Small", "It is enough", "rankers")
    assert (row.accepted, row.concept) == (None, None)
    role = entry.application.roles[0]
    assert (role.fit, role.assessment, role.posting, role.compensation) == (None, None, None, None)
    assert "CANARY" not in repr(shown(library))


def test_shared_part_is_the_same_for_a_recipient_and_for_all() -> None:
    public, _ = view(mixed(), PUBLIC)
    shared, _ = view(mixed(), SHARED)
    assert public.applications == shared.applications


def test_recipient_sees_the_shared_part_of_a_private_dossier() -> None:
    private = changed(FULL_APPLICATION, ("audience",), "private")
    library, _ = view(mixed(application=private), SHARED)
    entry = library.applications["acme"]
    assert entry.application.audience is PRIVATE
    assert entry.application.tier is None
    assert [section.name for section in entry.sections] == ["pitch"]


def test_wrong_shared_field_of_an_open_dossier_is_told_to_all() -> None:
    files = mixed(application=changed(FULL_APPLICATION, ("roles", 0, "url"), "CANARY"))
    library, problems = view(files, PUBLIC)
    assert library.applications == {}
    assert len(problems) == 1
    assert "[link-unsafe]" in problems[0]


@pytest.mark.parametrize("key", ["company", "roles", "proof_points"])
def test_empty_shared_field_is_told_to_all_as_to_the_author(key: str) -> None:
    files = mixed(application=changed(FULL_APPLICATION, (key,), None))
    assert view(files, PUBLIC)[1] == view(files, PRIVATE)[1]
    assert "is empty [field-missing]" in view(files, PUBLIC)[1][0]


def test_empty_item_of_a_shared_list_is_told_and_moves_no_other() -> None:
    roles = [None, *FULL_APPLICATION["roles"], {"id": "X"}]
    files = mixed(application={**FULL_APPLICATION, "roles": roles})
    public, private = view(files, PUBLIC)[1], view(files, PRIVATE)[1]
    assert public == private
    assert [re.findall(r"roles\[\d\]\.?\w*", problem) for problem in public] == [
        ["roles[0]"],
        ["roles[2].title"],
        ["roles[2].id"],
    ]


def test_text_of_private_sections_changes_nothing_for_the_public() -> None:
    before = all_of(mixed(), PUBLIC)
    for text in ("CANARY", "[x](evidence:no/such)", "![](assets/x.png)", "```gaps\n```"):
        lines = "\n" * (4 - text.count("\n") - 1)
        body = BODY.replace("## Context\n\nBig.\n\n", f"## Context\n{text}{lines}")
        assert all_of(mixed(body=body), PUBLIC) == before


def test_faults_of_private_sections_are_told_to_the_author_only() -> None:
    body = f"{BODY}\n## Notes {{ audience=shared }}\n\n## Notes\n\n```\n## Letter\n```\n"
    assert all_of(mixed(body=body), PUBLIC) == all_of(mixed(), PUBLIC)
    found = view(mixed(body=body), PRIVATE)[1]
    codes = [p.partition("\n")[0].rpartition("[")[2] for p in found]
    assert {"audience-unsuited]", "duplicate-section]", "section-hidden]"} == set(codes)


def test_faults_of_shared_sections_are_told_to_all() -> None:
    body = f"{BODY}\n## Pitch\n"
    assert "[duplicate-section]" in "".join(view(mixed(body=body), PUBLIC)[1])


def test_dossier_with_an_open_block_shows_nothing_and_says_so_to_its_author_only() -> None:
    body = f"{BODY}\n```\n"
    library, problems = view(mixed(body=body), PUBLIC)
    assert library.applications == {}
    assert "markdown-open" not in "".join(problems)
    library, problems = view(mixed(body=body), PRIVATE)
    assert library.applications["acme"].sections == ()
    assert "[markdown-open]" in "".join(problems)


def test_company_name_is_folded_out_of_headings_and_an_alias_is_not() -> None:
    body = "## Why Acme\n\n## Pitch for Acme Inc.\n"
    sections = view(mixed(body=body), PRIVATE)[0].applications["acme"].sections
    assert [section.name for section in sections] == ["why", None]


def test_dossier_without_a_company_has_sections_all_the_same() -> None:
    for company in (5, "", " ", None, ["Acme"]):
        files = mixed(application={**FULL_APPLICATION, "company": company})
        assert len(view(files, PUBLIC)[1]) == 1


@pytest.mark.parametrize(
    ("value", "viewers"),
    [
        ("CANARY", {PRIVATE, ASSISTANT, SHARED}),
        ({"value": "CANARY"}, {PRIVATE, ASSISTANT, SHARED}),
        ({"value": "CANARY", "audience": "private"}, {PRIVATE}),
        ({"value": "CANARY", "audience": "public"}, {*Audience}),
    ],
)
@pytest.mark.parametrize("key", ["location", "relocation", "email", "phone", "resume"])
def test_fact_of_the_profile_is_shared_or_says_its_own_audience(
    key: str, value: object, viewers: set[Audience]
) -> None:
    files = mixed(profile={**FULL_PROFILE, key: value})
    assert {a for a in Audience if "CANARY" in repr(shown(view(files, a)[0]))} == viewers
    assert all(view(files, a)[1] == view(mixed(), a)[1] for a in Audience)


@pytest.mark.parametrize("key", ["work", "education"])
def test_entry_of_the_profile_is_shared_or_says_its_own_audience(key: str) -> None:
    name = {"work": "employer", "education": "field"}[key]
    entries = [
        {name: "A"},
        {name: "B", "audience": "private"},
        {name: "C", "audience": "public"},
        {name: "D", "audience": "nobody"},
    ]
    seen = {}
    for audience in (SHARED, PUBLIC):
        library, problems = view(mixed(profile={**FULL_PROFILE, key: entries}), audience)
        assert library.profile
        assert problems == []
        seen[audience] = [getattr(e, name) for e in getattr(library.profile.profile, key)]
    assert seen == {SHARED: ["A", "C"], PUBLIC: ["C"]}


def test_problems_of_visible_entries_are_told_at_their_own_places() -> None:
    profile = PROFILE.replace(
        "  - {employer: Initech,",
        "  - {employer: Hooli, summary: '[x](evidence:no/such)'}\n"
        "  - {employer: Umbrella, audience: public, summary: '[x](evidence:no/one)'}\n"
        "  - {employer: [5], audience: private}\n"
        "  - {audience: public, employer: Initech,",
    ).replace("title: Engineer", "summary: '[x](evidence:no/two)'")
    library, problems = assemble(tree_of({**MINIMAL, "content/profile.yml": profile}), PUBLIC)
    assert [(p.where.line, p.where.column) for p in (*problems, *lint(library, AS_OF))] == [
        (8, 58),
        (10, 57),
    ]
    wrong = profile.replace("from: 2019", "from: 2019-13")
    _, problems = assemble(tree_of({**MINIMAL, "content/profile.yml": wrong}), PUBLIC)
    assert [(p.code, p.where.line) for p in problems] == [("date-wrong", 10)]


def test_profile_that_cannot_be_parsed_is_missing_in_silence() -> None:
    library, problems = view({**MINIMAL, "content/profile.yml": "name: [CANARY"}, PUBLIC)
    assert library.profile is None
    assert problems == []
    assert len(view({**MINIMAL, "content/profile.yml": "name: ["}, PRIVATE)[1]) == 1


@pytest.mark.parametrize("audience", [SHARED, PUBLIC])
def test_private_files_and_faults_of_the_folder_are_told_to_the_author_only(
    audience: Audience,
) -> None:
    files = frozenset({"assets/a.png", "applications/acme/posting.md", "letter.docx"})
    fault = Problem("file-symlink", Place("content/a.md"), "a link")
    tree = Tree((), files, (fault,))
    assert assemble(tree, PRIVATE)[0].files == files
    assert assemble(tree, PRIVATE)[1] == (fault,)
    assert assemble(tree, audience)[0].files == {"assets/a.png"}
    assert assemble(tree, audience)[1] == ()


def test_what_is_broken_itself_counts_as_unread_for_its_author() -> None:
    files = {
        **MINIMAL,
        "content/projects/broken.md": "---\n[\n---\n",
        "content/projects/wrong.md": "---\nx: 1\n---\n",
        "content/stories/untold.md": "---\nx: 1\n---\n",
        RECORDS: f"{EVIDENCE}  - {{id: half}}\n",
    }
    library, _ = view(files, PRIVATE)
    assert {unread.id for unread in library.unread} == {
        *("broken", "wrong", "untold", "qortex/half"),
    }
    assert {unread.id for unread in view(files, PUBLIC)[0].unread} == {"qortex/half"}
