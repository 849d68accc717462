"""What one recipient is sent of what all may see."""

from pathlib import Path

import pytest

from dossier.load.assemble import assemble
from dossier.load.tree import read_tree
from dossier.match.recipient import library_for
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.errors import ConfigError
from tests.builders import MINIMAL, write_site
from tests.render.fixtures import dossier, evidence, free_page, project, record, role, row

FILES = {
    "content/evidence/a.yml": evidence(
        record("row"),
        record("prose"),
        record("listed", skills=["rust"]),
        record("chained", method="As in [the other](evidence:a/chain)"),
        record("chain"),
        record("private", audience="private"),
        record("nobody"),
        project="tool",
        audience="shared",
    ),
    "content/projects/tool.md": project(title="Tool", audience="public"),
    "content/projects/inner.md": project(title="Inner", audience="shared"),
    "content/about.md": free_page("Hello"),
    "content/applications/other/index.md": dossier(company="Other", proof_points=[row("x")]),
}


def shared(root: Path, acme: str, **files: str) -> Library:
    settings = write_site(
        root, {**MINIMAL, **FILES, "content/applications/acme/index.md": acme, **files}
    )
    return assemble(read_tree(settings.content, settings.root), Audience.SHARED)[0]


def records(library: Library) -> list[str]:
    return sorted(library.records)


def test_a_recipient_gets_one_dossier_and_what_it_cites(tmp_path: Path) -> None:
    body = (
        "## Pitch\n\n[Prose](evidence:a/prose), [hidden](evidence:a/private)\n\n"
        "```evidence\nskills: rust\n```\n\n## Notes\n\n[No](evidence:a/nobody)\n"
    )
    acme = dossier(body, proof_points=[row("one", evidence=["a/row", "a/chained"])])
    library = library_for(shared(tmp_path, acme), "acme")
    assert list(library.applications) == ["acme"]
    assert records(library) == ["a/chain", "a/chained", "a/listed", "a/prose", "a/row"]
    assert sorted(library.projects) == ["qortex", "tool"]
    assert sorted(library.pages) == ["about.md"]


def test_what_the_person_says_of_themselves_is_cited_too(tmp_path: Path) -> None:
    profile = "name: Ada\nheadline: I [measure](evidence:a/prose)\n"
    files = {"content/profile.yml": profile}
    library = library_for(shared(tmp_path, dossier(proof_points=[]), **files), "acme")
    assert records(library) == ["a/prose"]


def test_an_empty_evidence_block_lists_all(tmp_path: Path) -> None:
    acme = dossier("## Pitch\n\n```evidence\n```\n")
    library = library_for(shared(tmp_path, acme), "acme")
    assert "a/nobody" in records(library)
    assert "a/private" not in records(library)


ROLES = dossier(
    title="Two roles",
    roles=[role("ml"), role("rust")],
    proof_points=[
        row("all", evidence=["a/row"]),
        row("only-ml", roles=["ml"], evidence=["a/prose"]),
        row("only-rust", roles=["rust"], evidence=["a/chain"]),
    ],
)


def test_a_role_has_its_own_rows_and_says_nothing_of_the_others(tmp_path: Path) -> None:
    library = library_for(shared(tmp_path, ROLES), "acme", "ml")
    application = library.applications["acme"].application
    assert [role.id for role in application.roles] == ["ml"]
    assert [(row.id, row.roles) for row in application.proof_points] == [
        ("all", ()),
        ("only-ml", ()),
    ]
    assert application.title is None
    assert records(library) == ["a/prose", "a/row"]


def test_without_a_role_all_are_there(tmp_path: Path) -> None:
    library = library_for(shared(tmp_path, ROLES), "acme")
    application = library.applications["acme"].application
    assert [role.id for role in application.roles] == ["ml", "rust"]
    assert application.proof_points[1].roles == ("ml",)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            ("acmee", None),
            "there is no application `acmee` that can be shared\n  hint: did you mean `acme`?",
        ),
        (("acme", "rusty"), "`acme` has no role `rusty`\n  hint: did you mean `rust`?"),
        (("acme", "zzz"), "`acme` has no role `zzz`\n  hint: there are: ml, rust"),
    ],
    ids=["dossier", "role", "far-off"],
)
def test_what_is_not_there_is_told(
    asked: tuple[str, str | None], said: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError) as told:
        library_for(shared(tmp_path, ROLES), *asked)
    assert str(told.value) == said


def test_what_no_recipient_is_shown_of_the_person_cites_nothing(tmp_path: Path) -> None:
    cites = "I [did](evidence:a/nobody)"
    profile = (
        f"name: Ada\nwork: [{{employer: B, summary: '{cites}', audience: private}}]\n"
        f"leads: [{{id: x, title: X, line: '{cites}'}}]\n"
    )
    files = {"content/profile.yml": profile}
    library = library_for(shared(tmp_path, dossier(proof_points=[]), **files), "acme")
    assert records(library) == []


@pytest.mark.parametrize(
    "life",
    ["work: [{employer: B, highlights: ['%s']}]", "education: [{field: '%s'}]"],
    ids=["work", "education"],
)
def test_what_a_recipient_is_shown_of_a_life_brings_its_records(life: str, tmp_path: Path) -> None:
    profile = "name: Ada\n" + life % "I [did](evidence:a/nobody)"
    files = {"content/profile.yml": profile}
    library = library_for(shared(tmp_path, dossier(proof_points=[]), **files), "acme")
    assert records(library) == ["a/nobody"]
