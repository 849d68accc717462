"""Who may not see a field cannot tell what it holds: every byte, both outputs, the exit code."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dossier.model.application import Application
from dossier.model.base import Entry, shape
from dossier.model.evidence import EvidenceFile, Metric, Record
from dossier.model.profile import (
    Award,
    Certificate,
    Education,
    Employment,
    Profile,
    Publication,
    SkillGroup,
    SpokenLanguage,
)
from dossier.model.project import FreePage, Project
from dossier.model.source import Source
from tests.secrecy.corpus import SHARES, State, begin_repository, read
from tests.secrecy.exports import seen_by_reader
from tests.secrecy.mutate import FACTS, Edit, changed, edits
from tests.secrecy.observe import (
    Observe,
    Seen,
    blame,
    difference,
    in_process,
    seen_by_engine,
    seen_by_recipient,
    seen_in_process,
)
from tests.sites import project, run

GATE = range(8)
"""The mutations of `make test` that are built by the engine."""
BY_COMMAND = (0, 2)
"""Those that are built in processes of their own: what an author might write, and nonsense."""
QUICK = range(12)
"""So many that each field is among them, of a recipient too."""
MORE = range(12, 40)
LONG = range(100, 220)
ALWAYS_OPEN = {
    *(f"Profile.{key}" for key in ("name", "headline", "language", "links", "leads")),
    *(f"Lead.{key}" for key in ("id", "title", "line")),
}


def fields_of(model: type[Entry]) -> Iterable[str]:
    """Yield every field of a model and of what it holds, as `Role.fit`."""
    for key, field in shape(model).items():
        yield f"{model.__name__}.{key}"
        if field.model:
            yield from fields_of(field.model)


CAN_BE_PRIVATE = {
    name
    for model in (Application, EvidenceFile, FreePage, Profile, Project)
    for name in fields_of(model)
} - ALWAYS_OPEN


each_extent = pytest.mark.parametrize(
    "seeds", [QUICK, pytest.param(MORE, marks=pytest.mark.long)], ids=["quick", "more"]
)


@pytest.fixture(scope="module", name="state")
def read_state() -> State:
    return read()


@dataclass(frozen=True)
class Engine:
    """Two ways to build with the engine, and what it built of the site as it is."""

    command: Observe
    in_process: Observe
    control: Seen


@pytest.fixture(scope="module", name="engine")
def build_control(tmp_path_factory: pytest.TempPathFactory, state: State) -> Engine:
    root = project(
        tmp_path_factory.mktemp("secrecy"), {}, config={"site_url": "https://example.org/"}
    )
    begin_repository(root)
    command = seen_by_engine(root)
    control = command(state)
    keep_private_results(root)
    return Engine(command, seen_by_engine(root, in_process), control)


def keep_private_results(root: Path) -> None:
    """Let what the author's own runs came to lie beside all that follow."""
    run(root, "dossier", "check", check=False)
    run(root, "dossier", "build", "--private", str(root.with_name("private")))
    kept = {path.name for path in (root / ".cache/private").iterdir()}
    assert kept >= {"build.json", "check.json"}


@pytest.fixture(name="quick")
def make_quick(tmp_path: Path) -> Observe:
    (tmp_path / "quick").mkdir()
    begin_repository(tmp_path / "quick")
    return seen_in_process(tmp_path / "quick")


def documents(root: Path, dossier: str) -> Observe:
    begin_repository(root)
    return seen_by_reader(root, dossier)


def recipient(root: Path, dossier: str) -> Observe:
    begin_repository(root)
    return seen_by_recipient(root, dossier)


def test_the_gate_changes_every_field_that_can_be_private(state: State) -> None:
    made = {mark for seed in GATE for edit in edits(state, seed) for mark in edit.marks}
    assert made == CAN_BE_PRIVATE
    assert len(made) == 191


@pytest.mark.parametrize("seed", GATE)
def test_edits_leave_what_may_be_seen_and_are_the_same_every_time(state: State, seed: int) -> None:
    """Otherwise the tests below could pass on a site that nobody changed."""
    after = changed(state, edits(state, seed))
    assert list(after.content()) == list(changed(state, edits(state, seed)).content())
    before = dict(state.content())
    alike = {name for name, raw in after.content() if before.get(name) == raw}
    open_ones = {"about.md", "assets/open.png", "assets/shown.png", "evidence/lab.yml", "index.md"}
    kept = ("applications/", "assets/", "proofs/")
    assert alike - {n for n in alike if n.startswith(kept)} <= open_ones | {"projects/lab.md"}


def test_the_site_says_something_and_the_same_twice(state: State, engine: Engine) -> None:
    control = engine.control
    assert difference(control, engine.command(state)) is None
    assert difference(control, engine.in_process(state)) is None
    assert control["(exit)"] == b"0"
    assert {"sitemap.xml.gz", "applications/open/index.html"} <= control.keys()
    assert b"Opencorp" in control["search/index.json"]
    assert b"I, github:maria" in control["projects/lab/index.html"]
    assert len(control) > 40


@pytest.mark.parametrize("seed", GATE)
def test_a_published_site_does_not_depend_on_what_is_private(
    state: State, engine: Engine, seed: int
) -> None:
    observe = engine.command if seed in BY_COMMAND else engine.in_process
    assert blame(state, engine.control, edits(state, seed), observe) is None


@pytest.mark.long
@pytest.mark.parametrize("seed", LONG)
def test_a_published_site_never_depends_on_what_is_private(
    state: State, engine: Engine, seed: int
) -> None:
    assert blame(state, engine.control, edits(state, seed), engine.command) is None


@pytest.mark.long
def test_no_field_alone_changes_a_published_site(state: State, engine: Engine) -> None:
    for edit in edits(state, 0):
        after = engine.in_process(changed(state, (edit,)))
        assert difference(engine.control, after) is None, edit.field


@each_extent
def test_what_the_engine_is_given_does_not_depend_on_what_is_private(
    state: State, quick: Observe, seeds: Iterable[int]
) -> None:
    control = quick(state)
    for seed in seeds:
        assert blame(state, control, edits(state, seed), quick) is None


@each_extent
@pytest.mark.parametrize("dossier", SHARES)
def test_a_share_does_not_depend_on_what_its_recipient_may_not_see(
    tmp_path: Path, state: State, dossier: str, seeds: Iterable[int]
) -> None:
    observe = recipient(tmp_path, dossier)
    control = observe(state)
    assert difference(control, observe(state)) is None
    for seed in seeds:
        assert blame(state, control, edits(state, seed, dossier), observe) is None


def with_facts(state: State, audience: str) -> State:
    """Return the site with all facts of the person meant for one audience."""
    after = state.copy()
    for key in FACTS:
        after.documents["profile.yml"].front[key] = {
            "value": f"https://{key}.example.org",
            "audience": audience,
        }
    return after


@pytest.mark.parametrize("dossier", SHARES)
def test_a_share_does_not_depend_on_facts_that_are_kept_from_it(
    tmp_path: Path, state: State, dossier: str
) -> None:
    observe, hidden = recipient(tmp_path, dossier), with_facts(state, "private")
    control, made = observe(hidden), set[str]()
    for seed in QUICK:
        every = edits(hidden, seed, dossier)
        made |= {mark for edit in every for mark in edit.marks}
        assert blame(hidden, control, every, observe) is None
    assert made == CAN_BE_PRIVATE


@pytest.mark.parametrize("dossier", SHARES)
def test_no_document_depends_on_what_its_reader_may_not_see(
    tmp_path: Path, state: State, dossier: str
) -> None:
    observe = documents(tmp_path, dossier)
    control = observe(state)
    assert len(control) == 12
    assert difference(control, observe(state)) is None
    for seed in range(7):
        assert blame(state, control, edits(state, seed, dossier), observe) is None


@pytest.mark.long
@pytest.mark.parametrize("dossier", SHARES)
def test_no_document_ever_depends_on_what_its_reader_may_not_see(
    tmp_path: Path, state: State, dossier: str
) -> None:
    observe = documents(tmp_path, dossier)
    control = observe(state)
    for seed in LONG:
        assert blame(state, control, edits(state, seed, dossier), observe) is None


def test_what_is_emphasized_and_what_is_shared_can_be_seen_in_documents(
    tmp_path: Path, state: State
) -> None:
    """Otherwise the two above could pass on documents that say nothing."""
    observe = documents(tmp_path, "beta")
    control = observe(state)
    assert b"Betacorp" in control["letter.md"]
    assert b"I built a ranker" in control["resume.txt"]
    after = state.copy()
    after.documents["profile.yml"].front["name"] = "Somebody Else"
    told = observe(after)
    assert {name for name in control if control[name] == told[name]} == set()


Path_ = tuple[str | int, ...]
OTHER: dict[str, Any] = {
    "audience": "private",
    "before": 11,
    "check": "statement",
    "date": "2024-01",
    "doi": "10.1000/another",
    "evidence": ["lab/open"],
    "from": "2011",
    "to": "2015",
    "headline": "Another",
    "hide": ["navigation"],
    "id": "another",
    "kind": "code",
    "lines": 7,
    "links": [],
    "op": "-",
    "part": "used",
    "priority": "nice",
    "repo": "https://example.org/another",
    "review_every": "1d",
    "roles": ["lead"],
    "status": "planned",
    "strength": "weak",
    "tags": ["another"],
    "team": 7,
    "template": "404.html",
    "url": "https://example.org/another",
    "valid_until": "2025",
    "value": 4711,
}


PARTS = {("roles", ()), ("proof_points", ())}
"""Lists that are cut short, because an entry of them is more than a word."""


def live(state: State, observe: Observe, name: str, path: Path_, keys: Iterable[str]) -> set[str]:
    """Return the fields of an entry whose change cannot be seen."""
    control, blind = observe(state), set()
    for key in keys:
        after = state.copy()
        target: Any = after.documents[name].front
        for step in path:
            target = target[step]
        before = target.get(key)
        other = before[:1] if (key, path) in PARTS else OTHER.get(key, "Another")
        other = "freelance" if key == "kind" and "work" in path else other
        target[key] = [other] if isinstance(before, list) and isinstance(other, str) else other
        assert target[key] != before
        if difference(control, observe(after)) is None:
            blind.add(key)
    return blind


def keys(model: type[Entry], *but: str) -> set[str]:
    return {key for key in shape(model) if key not in but}


ROLE = ("id", "title", "url", "location")
ROW = ("id", "requirement", "quote", "priority", "roles", "evidence", "claim", "strength", "note")
OPEN = "applications/open/index.md"
Visible = tuple[str, Path_, Iterable[str], set[str]]
SEEN_BY_ALL: list[Visible] = [
    ("profile.yml", (), ("name", "headline", "links"), set[str]()),
    ("profile.yml", ("links", 0), ("label", "url"), set()),
    ("profile.yml", ("leads", 0), ("id", "title", "line"), {"id"}),
    ("profile.yml", ("work", 0), keys(Employment), set()),
    ("profile.yml", ("education", 0), keys(Education), set()),
    ("profile.yml", ("skills", 0), keys(SkillGroup), set()),
    ("profile.yml", ("languages", 0), keys(SpokenLanguage), set()),
    ("profile.yml", ("publications", 0), keys(Publication), set()),
    ("profile.yml", ("certificates", 0), keys(Certificate), set()),
    ("profile.yml", ("awards", 0), keys(Award), set()),
    (OPEN, (), ("company", "title", "audience", "roles", "proof_points"), set()),
    (OPEN, ("roles", 0), ROLE, set()),
    (OPEN, ("proof_points", 0), (*ROW, "override"), set()),
    ("projects/lab.md", (), keys(Project), set()),
    ("about.md", (), keys(FreePage), set()),
    ("evidence/lab.yml", (), keys(EvidenceFile), set()),
    ("evidence/lab.yml", ("evidence", 0), keys(Record, "review_every"), set()),
    ("evidence/lab.yml", ("evidence", 3), ("review_every",), set()),
    ("evidence/lab.yml", ("evidence", 0, "metrics", 0), keys(Metric), {"at", "forms"}),
    ("evidence/lab.yml", ("evidence", 0, "source"), keys(Source), set()),
]
BETA = "applications/beta/index.md"
SEEN_BY_BETA: list[Visible] = [
    ("profile.yml", (), ("name", "headline", "links", "location", "phone"), set()),
    ("profile.yml", ("work", 1), keys(Employment), set[str]()),
    ("profile.yml", ("education", 1), keys(Education), set()),
    ("profile.yml", ("skills", 1), keys(SkillGroup), set()),
    ("profile.yml", ("languages", 1), keys(SpokenLanguage), set()),
    ("profile.yml", ("publications", 1), keys(Publication), set()),
    ("profile.yml", ("certificates", 1), keys(Certificate), set()),
    ("profile.yml", ("awards", 1), keys(Award), set()),
    (BETA, (), ("company", "title", "roles", "proof_points"), {"title"}),
    (BETA, ("roles", 0), ROLE, {"url", "location"}),
    (BETA, ("proof_points", 0), (*ROW, "override"), set()),
    ("evidence/lab.yml", ("evidence", 1), ("claim", "status", "source"), set()),
]
"""With what a recipient may see and is not shown: the page has no place for it."""
_names = [f"{name}:{'.'.join(map(str, path))}" for name, path, _, _ in SEEN_BY_ALL]


@pytest.mark.parametrize("entry", SEEN_BY_ALL, ids=_names)
def test_every_public_field_can_be_seen(state: State, quick: Observe, entry: Visible) -> None:
    """Otherwise nothing above says anything."""
    name, path, fields, blind = entry
    assert live(state, quick, name, path, fields) == blind


@pytest.mark.parametrize("entry", SEEN_BY_BETA)
def test_every_shared_field_can_be_seen_by_its_recipient(
    tmp_path: Path, state: State, entry: Visible
) -> None:
    name, path, fields, blind = entry
    assert live(state, recipient(tmp_path, "beta"), name, path, fields) == blind


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_can_be_seen_by_whom_it_is_for(tmp_path: Path, state: State, fact: str) -> None:
    for audience, observe in (
        ("public", seen_in_process(tmp_path)),
        ("shared", seen_by_recipient(tmp_path, "beta")),
    ):
        before = with_facts(state, audience)
        for value in (
            {"value": "https://another.example.org", "audience": audience},
            {"value": f"https://{fact}.example.org", "audience": "private"},
        ):
            after = before.copy()
            after.documents["profile.yml"].front[fact] = value
            assert difference(observe(before), observe(after)), value


@pytest.mark.parametrize("title", ["## Pitch", "## Why", "## Opened"])
@pytest.mark.parametrize("dossier", SHARES)
def test_every_shared_section_can_be_seen_by_its_recipient(
    tmp_path: Path, state: State, dossier: str, title: str
) -> None:
    observe, after = recipient(tmp_path, dossier), state.copy()
    sections = after.documents[f"applications/{dossier}/index.md"].sections or []
    place = next(at for at, text in enumerate(sections) if text.startswith(title))
    sections[place] += "\nAnother word.\n"
    assert difference(observe(state), observe(after))


def test_a_dependence_is_blamed_on_one_field_and_one_byte(state: State) -> None:
    def observe(at: State) -> Seen:
        front = at.documents[OPEN].front
        return {"a": b"same", "b": b"tier " + str(front.get("tier")).encode()}

    every = edits(state, 1)
    assert len(every) > 40
    found = blame(state, observe(state), every, observe)
    assert str(found) == f"{OPEN}:tier -> b -> 5"


def test_two_fields_that_leak_together_are_blamed_together(state: State) -> None:
    before = state.documents[OPEN].front

    def observe(at: State) -> Seen:
        front = at.documents[OPEN].front
        both = all(front.get(key) != before[key] for key in ("tier", "events"))
        return {"a": str(both).encode()}

    found = blame(state, observe(state), edits(state, 1), observe)
    assert found
    assert set(found.fields) == {f"{OPEN}:tier", f"{OPEN}:events"}


def test_no_edit_is_blamed_for_nothing(state: State) -> None:
    assert blame(state, {}, tuple[Edit, ...](), lambda _: {}) is None
    assert difference({"a": b"x"}, {}) == ("a", 0)
    assert difference({"a": b"xy"}, {"a": b"x"}) == ("a", 1)
