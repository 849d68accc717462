"""What targets point to, for whom: `tests/cases/refs/resolve.md`."""

from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.model.library import ApplicationEntry, Library, ProjectEntry
from dossier.plain.problems import Place, Problem
from dossier.prose.resolve import DeadReference, MarkedFigure, Resolved, ResolvedReference, resolve
from dossier.prose.targets import Target, parse_target
from tests.builders import MINIMAL, write_site
from tests.prose.fixtures import Case, each_case
from tests.views import library as read_library

SITE = MINIMAL | {
    "content/projects/vault.md": "---\ntitle: Vault\n---\n",
    "content/projects/lounge.md": "---\ntitle: Lounge\naudience: shared\n---\n",
    "content/projects/broken.md": "---\ntitle: [\n---\n",
    "content/evidence/vault.yml": """\
evidence:
  - {id: gold, claim: Gold is kept, kind: code, check: statement}
  - id: silver
    claim: Silver is shown
    kind: code
    check: statement
    audience: shared
    metrics: [{id: bars, name: bars, value: 7}, {id: weight, name: weight, value: 2.50}]
  - {id: bronze, claim: Bronze is badly written, kind: metal, check: statement}
""",
    "content/evidence/broken.yml": "evidence: [\n",
}
"""A public project and record, shared and private ones, and some that cannot be read."""


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> dict[Audience, Library]:
    root = tmp_path_factory.mktemp("site")
    return {
        audience: read_library(write_site(root, SITE, audience=audience)) for audience in Audience
    }


def spell(found: Resolved | DeadReference) -> str:
    match found:
        case ResolvedReference(entry, None):
            said = f"record {entry.id}"
        case ResolvedReference(entry, metric):
            assert metric is not None
            said = f"metric {entry.id}#{metric.id} = {', '.join(map(str, metric.value))}"
        case MarkedFigure(kind):
            said = f"figure {kind}"
        case DeadReference("", ""):
            said = "told elsewhere"
        case DeadReference(code, message, hint):
            said = f"{message} [{code}]" + (f"; {hint}" if hint else "")
        case _:
            said = f"{'project' if isinstance(found, ProjectEntry) else 'row'} {found.id}"
    return said


def written(text: str) -> Target:
    target = parse_target(text)
    assert target is not None
    return target


@each_case("resolve.md")
def test_targets_in_a_view(
    case: Case, views: dict[Audience, Library], *, update_goldens: bool
) -> None:
    # A line of the input: whose view, who reads the text, `in` a dossier or not, the address.
    found = []
    for line in case.given.splitlines():
        view, reader, place, address = line.split(maxsplit=3)
        library = views[Audience(view)]
        application = library.applications["acme"] if place == "acme" else None
        resolved = resolve(
            written(address), library, reader=Audience(reader), application=application
        )
        found.append(f"{spell(resolved)}\n")
    case.compare("".join(found), update=update_goldens)


def test_what_is_told_already_is_no_problem_again() -> None:
    where = Place("content/a.md", 3, 4)
    assert DeadReference("", "").at(where) is None
    assert DeadReference("evidence-unknown", "none", "a hint").at(where) == Problem(
        "evidence-unknown", where, "none", "a hint"
    )


def test_what_has_no_audience_that_can_be_read_is_told_once(tmp_path: Path) -> None:
    vault = SITE["content/evidence/vault.yml"]
    for audience, code in (("secret", ""), ("private", "evidence-private")):
        files = SITE | {
            "content/evidence/vault.yml": vault.replace(
                "    audience: shared", f"    audience: {audience}"
            )
        }
        seen = read_library(write_site(tmp_path / audience, files))
        target = written("evidence:vault/silver")
        found = resolve(target, seen, reader=Audience.SHARED)
        assert isinstance(found, DeadReference)
        assert found.code == code


@pytest.mark.parametrize("reader", Audience)
def test_nothing_resolves_to_what_its_reader_may_not_see(
    views: dict[Audience, Library], reader: Audience
) -> None:
    library = views[Audience.PRIVATE]
    application: ApplicationEntry = library.applications["acme"]
    for entry in library.records.values():
        found = resolve(written(f"evidence:{entry.id}"), library, reader=reader)
        assert isinstance(found, ResolvedReference) is reader.may_see(entry.audience)
    for project in library.projects.values():
        target = written(f"project:{project.id}")
        found = resolve(target, library, reader=reader, application=application)
        assert isinstance(found, ProjectEntry) is reader.may_see(project.project.audience)


@pytest.mark.parametrize("view", [Audience.SHARED, Audience.PUBLIC])
def test_no_view_suggests_what_it_does_not_hold(
    views: dict[Audience, Library], view: Audience
) -> None:
    for word in ("vault/gol", "vault/gold", "vault/god", "vaul", "vault"):
        for scheme in ("evidence", "project"):
            found = resolve(written(f"{scheme}:{word}"), views[view], reader=view)
            assert isinstance(found, DeadReference)
            assert "gold" not in found.hint
            assert "`vault`" not in found.hint
