"""Nothing that a seat is told, tries or writes depends on what its assistant may not see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
import yaml

from dossier.cli import mcp as module
from dossier.cli.mcp import Seat
from dossier.cli.options import read_project
from dossier.model.application import Application
from dossier.model.evidence import EvidenceFile
from dossier.plain.errors import DossierError
from tests.assistants.patches import answer, record, row, section
from tests.assistants.patches import patch as patch_of
from tests.secrecy import mutate
from tests.secrecy.corpus import SHARED_SECTIONS, Document, State, begin_repository
from tests.secrecy.mutate import edits
from tests.secrecy.observe import Observe, Seen, blame
from tests.secrecy.test_assistants import hidden, opened
from tests.sites import project

GATE = (0, 3)
LONG = tuple(seed for seed in range(100, 140) if seed % 7 not in (2, 5))
"""Without those that break what the author alone sees, where nothing can be put in for sure."""
BETA = "applications/beta/index.md"
QUESTIONS = "Questions { audience=assistant }"
"""Beside the ones that are private."""
CHURN = """\
evidence:
  - id: churn
    claim: Churn fell after the new onboarding
    kind: production
    check: inspect
    part: used
    metrics:
      - {id: pct, name: churn reduction, value: 37, unit: "%", op: "-", scope: one market}
    must_say: [one market]
    date: 2026-01
    source: {label: Report, url: https://reports.example/r}
"""
PROPOSED = """\
evidence:
  - {id: told, claim: Told, kind: code, check: statement, status: unconfirmed, audience: public}
  - {id: hush, claim: I led it, kind: code, check: statement, status: unconfirmed}
"""
TEXTS = (
    *(f"I brought a churn reduction of {n}%." for n in (36, 37)),
    "I led the churn work in production.",
    "[x](evidence:secret/churn)",
    "[](evidence:secret/churn#pct)",
    "[](evidence:secret/churn#nope)",
    "[x](evidence:secret/nope)",
    "[x](evidence:side/gain)",
    "[x](evidence:lab/unseen)",
    "[x](project:hid)",
    "[x](project:side)",
    "[x](page:draft.md)",
    "[x](proof:hush)",
    "![x](../../assets/secret.png)",
    "```evidence\nskills: [skill-side]\n```",
    "Well.\n\n%% it goes on",
    "```\nopen",
    "<pre>",
    "Gamma Inc pays well.",
)
HEADINGS = ("Hush money", "pitch", "letter", "Notes", "Questions", "Hooks", "Extra")
CITED = ("secret/churn", "secret/nope", "side/gain", "lab/unseen", "lab/gain")


def patch(*operations: Mapping[str, object]) -> str:
    return patch_of(*operations, application="beta")


def probes() -> Iterator[str]:
    """Yield patches that ask for what is there."""
    for number, text in enumerate(TEXTS):
        yield patch(section("Opened hints", text))
        yield patch(row(f"r{number}", claim=text, strength="weak", note="Small"))
    for number, text in enumerate((TEXTS[1], TEXTS[4], TEXTS[7])):
        yield patch(answer("What of it?", text))
        yield patch(record(f"c{number}", "beta-proposed", claim=text))
    yield from (patch(section(title, "Well done.")) for title in HEADINGS)
    for number, name in enumerate(CITED):
        yield patch(row(f"e{number}", evidence=[name], strength="weak", note="Small"))
    yield from (patch(row(name)) for name in ("hush", "ranking", "fresh"))
    for file, name in (("secret", "churn"), ("side", "gain"), ("none", "new"), ("lab", "gain")):
        yield patch(record(name, file))
    yield from (patch(record(name, "beta-proposed")) for name in ("hush", "fresh"))
    yield patch(record("of", "beta-proposed", project="hid"))
    yield patch(record("ofside", "beta-proposed", project="side"))
    yield patch(answer("Why Rust?", "Speed."), answer("Why now?", "Time."))
    yield patch(row("again"), row("again", note="Twice"))
    yield patch(section("Hush money", "Once."), section("Hush money", "Twice."))
    turned = "Good \u202edab\u202c end"
    yield patch(record("turned", "beta-proposed", claim=turned))
    yield patch(section("Opened hints", turned))


def state() -> State:
    """Return a site that holds, unseen, what the probes ask for."""
    found = opened()
    del found.files["guardrails.yml"]  # Whether one names another company takes a second to tell.
    for name, text in (("secret", CHURN), ("beta-proposed", PROPOSED)):
        file = Document(EvidenceFile, yaml.safe_load(text), None)
        found.documents[f"evidence/{name}.yml"] = file
    beta = found.documents[BETA]
    beta.front["proof_points"].append(
        {"id": "hush", "requirement": "Hush", "strength": "none", "audience": "private"}
    )
    sections = beta.sections or []
    sections[-1] += "\n"
    sections.append(f"## {QUESTIONS}\n\n### Why now?\n\nBecause.\n\n")
    sections.append("## Hush money\n\nA lot.\n")
    assert beta.model is Application
    return found


def seen_from_seat(root: Path) -> Observe:
    """Return a way to see all that is told at a seat, of patches that are tried and applied."""
    project(root, {})

    def observe(state: State) -> Seen:
        state.write(root)
        return dict(_told(Seat.at(root / "mkdocs.yml", "beta")))

    return observe


def _told(seat: Seat) -> Iterator[tuple[str, bytes]]:
    taken = []
    with _reading_once():
        yield from _read(seat, "before")
        for number, probe in enumerate(probes()):
            said = _said(seat, probe, is_tried=True)
            taken += [(number, probe)] if said.startswith(b"It would") else []
            yield f"try {number:03} {probe[45:]}", said
    for number, probe in taken:
        yield f"write {number:03} {probe[45:]}", _said(seat, probe, is_tried=False)
    with _reading_once():
        yield from _read(seat, "then")


@contextmanager
def _reading_once() -> Iterator[None]:
    """Let one reading do for all that is asked while nothing is written."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "read_project", cache(read_project))
        yield


def _said(seat: Seat, probe: str, *, is_tried: bool) -> bytes:
    try:
        return seat.apply(probe, dry_run=is_tried).encode()
    except DossierError as error:
        return f"raised: {error}".encode()


def _read(seat: Seat, when: str) -> Iterator[tuple[str, bytes]]:
    for purpose in ("letter", "interview", "fit"):
        yield f"{when} {purpose}", seat.context(purpose).encode()
    yield f"{when} check", seat.check().encode()
    named = ("secret/churn", "side/gain", "hid", "side", "beta", "beta/hush", "beta/again")
    for name in (*named, "gamma", "beta-proposed/hush", "beta-proposed/fresh", "lab/gain"):
        yield f"{when} show {name}", seat.show(name).encode()
    for word in ("churn", "hush", "Gamma", "side", "the"):
        yield f"{when} search {word}", seat.search(word).encode()


@pytest.fixture(name="never_depends")
def compare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Iterable[int]], None]:
    begin_repository(tmp_path)
    monkeypatch.setattr(mutate, "SHARED_SECTIONS", (*SHARED_SECTIONS, QUESTIONS))

    def never_depends(seeds: Iterable[int]) -> None:
        observe, site = seen_from_seat(tmp_path), state()
        control = observe(site)
        told = b"\n".join(control.values())
        for word in (b"It would be written", b"Written: ", b"refused: ", b"raised: "):
            assert word in told
        for seed in seeds:
            found = blame(site, control, hidden(edits(site, seed, "beta")), observe)
            assert found is None, str(found)

    return never_depends


def test_what_a_seat_tells_of_patches_does_not_depend_on_what_it_does_not_see(
    never_depends: Callable[[Iterable[int]], None],
) -> None:
    never_depends(GATE)


@pytest.mark.long
def test_what_a_seat_tells_never_depends_on_what_it_does_not_see(
    never_depends: Callable[[Iterable[int]], None],
) -> None:
    never_depends(LONG)
