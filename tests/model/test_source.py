from typing import Any

import pytest
from pydantic import ValidationError

from dossier.model.source import Source, addresses, package_name, why_not_followed

COMMIT = "4f1c2d9"
GITHUB, GITLAB = "https://github.com/you/loads", "https://gitlab.com/team/you/loads"
CODEBERG, BITBUCKET = "https://codeberg.org/you/loads", "https://bitbucket.org/you/loads"


def source(**known: object) -> Source:
    return Source.model_validate({"label": "Report", **known})


@pytest.mark.parametrize(
    ("known", "linked"),
    [
        ({}, False),
        ({"quote": "Said", "version": "1.0", "lines": 3}, False),
        ({"url": "https://example.org"}, True),
        ({"package": "qortex"}, True),
        ({"path": "bench.py"}, True),
        ({"commit": "abc123"}, True),
        ({"repo": GITHUB}, True),
        ({"doi": "10.1000/182"}, True),
        ({"attestation": "proofs/report.json"}, True),
        ({"workflow": ".github/workflows/proof.yml"}, False),
    ],
)
def test_source_is_linked_by_what_can_be_gone_by(known: dict[str, Any], *, linked: bool) -> None:
    assert source(**known).is_linked is linked


@pytest.mark.parametrize(
    "known",
    [{}, {"path": "a.py"}, {"commit": COMMIT}, {"path": "a.py", "commit": COMMIT, "lines": "1-2"}],
)
def test_what_is_not_on_the_web_opens_for_nobody_else(known: dict[str, Any]) -> None:
    assert addresses(source(**known)) == {}


def test_mail_is_no_page_to_open() -> None:
    assert addresses(source(url="mailto:ada@example.org")) == {}


@pytest.mark.parametrize(
    ("known", "address"),
    [
        ({"package": "qortex"}, "https://deps.dev/pypi/qortex"),
        ({"package": "pypi:qortex", "version": "1.2"}, "https://deps.dev/pypi/qortex/1.2"),
        ({"package": "npm:left pad"}, "https://deps.dev/npm/left%20pad"),
        (
            {"package": "@you/loads", "version": "2.0.0-rc.1"},
            "https://deps.dev/npm/%40you%2Floads/2.0.0-rc.1",
        ),
        ({"package": "npm:@you/loads"}, "https://deps.dev/npm/%40you%2Floads"),
    ],
)
def test_package_is_opened_on_its_index(known: dict[str, Any], address: str) -> None:
    assert addresses(source(**known)) == {"package": address}


@pytest.mark.parametrize(
    "written", ["10.1000/a?b#c", "doi:10.1000/a?b#c", "https://doi.org/10.1000/a?b#c"]
)
def test_doi_is_opened_where_it_is_resolved(written: str) -> None:
    assert addresses(source(doi=written)) == {"doi": "https://doi.org/10.1000/a%3Fb%23c"}


@pytest.mark.parametrize("written", ["182", "10.1/x", "10.1000", "10.1000/a b", "https://x.org/1"])
def test_what_is_no_doi_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="is not a DOI"):
        source(doi=written)


@pytest.mark.parametrize(
    ("repo", "known", "below"),
    [
        (GITHUB, {}, ""),
        (GITHUB, {"path": "a.py"}, ""),
        (GITHUB, {}, f"/commit/{COMMIT}"),
        (GITHUB, {"path": "b c/a.py"}, f"/blob/{COMMIT}/b%20c/a.py"),
        (GITHUB, {"path": "a.py", "lines": "10-20"}, f"/blob/{COMMIT}/a.py#L10-L20"),
        (GITHUB, {"path": "a.py:7"}, f"/blob/{COMMIT}/a.py#L7-L7"),
        (GITHUB, {"path": "a.py#L7-L9"}, f"/blob/{COMMIT}/a.py#L7-L9"),
        (GITHUB, {"path": "a.json#/gain/precision"}, f"/blob/{COMMIT}/a.json"),
        (GITLAB, {}, f"/-/commit/{COMMIT}"),
        (GITLAB, {"path": "a.py", "lines": "10-20"}, f"/-/blob/{COMMIT}/a.py#L10-20"),
        (CODEBERG, {}, f"/commit/{COMMIT}"),
        (CODEBERG, {"path": "a.py", "lines": 10}, f"/src/commit/{COMMIT}/a.py#L10-L10"),
        (BITBUCKET, {}, f"/commits/{COMMIT}"),
        (BITBUCKET, {"path": "a.py", "lines": "10-20"}, f"/src/{COMMIT}/a.py#lines-10:20"),
        ("https://git.example.org/x", {"path": "a.py"}, ""),
    ],
)
def test_repository_is_opened_at_its_commit_and_file(
    repo: str, known: dict[str, Any], below: str
) -> None:
    commit = {"commit": COMMIT} if below else {}
    assert addresses(source(repo=repo, **commit, **known)) == {"repo": repo + below}


def test_repository_is_opened_from_the_address_that_git_clones() -> None:
    found = addresses(source(repo=f"{GITHUB}.git", commit=COMMIT))
    assert found == {"repo": f"{GITHUB}/commit/{COMMIT}"}


@pytest.mark.parametrize("written", ["20-10", "0", "a", "1-", True, 1.5, None])
def test_what_are_no_lines_is_refused(written: object) -> None:
    if written is None:
        assert source(lines=None).lines is None
        return
    with pytest.raises(ValidationError, match="is not a range of lines"):
        source(lines=written)


def test_package_is_on_pypi_unless_it_says_otherwise() -> None:
    assert package_name("qortex") == ("pypi", "qortex")
    assert package_name("NPM: qortex") == ("npm", "qortex")


@pytest.mark.parametrize(
    "name",
    ["report.json", "proofs/a.txt", "proofs/../a.json", "proofs/a/../b.json", "/proofs/a.json"],
)
def test_attestation_stands_in_its_folder(name: str) -> None:
    with pytest.raises(ValidationError, match=r"is no file of content/proofs/"):
        source(attestation=name)


def test_no_source_leads_out_or_to_what_is_hidden() -> None:
    for path in ("a.md", "./bench/a.json#/gain", "a/b.c/d..e", "notes.md:12", "a b/…"):
        assert source(path=path).path == path
        assert why_not_followed(path) == ""
    hidden = (".dossier/keys.json", "a/.env", "./.git/config#L1", "a\\.env", "\u200b.dossier/a")
    out = ("/etc/passwd", "../a", "a/../../b", "#L1", "\\a", "./", "")
    for path in (*hidden, *out):
        assert why_not_followed(path.partition("#")[0]), path
        with pytest.raises(ValidationError, match=r"is hidden|is no path below|at least 1"):
            source(path=path)
    with pytest.raises(ValidationError, match=r"is no file of content/proofs/"):
        source(attestation="proofs/.a.json")
