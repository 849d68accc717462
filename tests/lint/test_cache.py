"""What is kept of earlier runs: the same as found anew, and nothing that no longer holds."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dossier.claims.sentences import sentences
from dossier.lint import lint
from dossier.lint.cache import _MOST, _Cache, _caches, forget
from dossier.load.assemble import assemble
from dossier.match.postings import fingerprint
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.lock import spell_lock
from dossier.model.recall import Recall
from dossier.model.verdict import fingerprint as verdict_fingerprint
from dossier.quantities.tokens import tokens
from dossier.quantities.word_search import parts_of
from tests.builders import APPLICATION, AS_OF, MINIMAL, edited, tree_of, write_site
from tests.lint.judged import files_judged
from tests.views import library as read_library

HOME = "content/index.md"
PROFILE = "content/profile.yml"
DOSSIER = "content/applications/acme/index.md"
SECOND = "content/applications/initech/index.md"
RECORDS = "content/evidence/qortex.yml"
POSTING = "content/applications/acme/posting.md"
LOCK = "content/postings.lock"
PITCH = "I built [a learned ranker](evidence:qortex/gain)."
WRITTEN = "My precision gain is [](evidence:qortex/gain#precision)."
TYPED = "My precision rose by 30%, on 20 concepts."
LINKS = "See [that](../initech/index.md), [a page](../../more.md), ![x](../../assets/x.png)."
QUOTED = (
    APPLICATION.replace("Engineer\n", "Engineer\n    posting: {file: posting.md}\n")
    .replace("    evidence: [", "    concept: rank\n    quote: rankers that learn\n    evidence: [")
    .replace(PITCH, "## Questions\n\n### When? { about=notice }\n\nIn 2 weeks, no 7 days.\n")
)
RIVAL = (
    QUOTED.replace("Acme", "Initech")
    .replace("strength: direct", "strength: strong")
    .replace("In 2 weeks, no 7 days", "In 2 months, no 5 days")
)
MINIMAL_LIBRARY, _ = assemble(tree_of(MINIMAL), Audience.PRIVATE)
BOTH = MINIMAL | {DOSSIER: QUOTED, SECOND: RIVAL}
MORE = "---\ntitle: More\naudience: public\n---\n"
WRONG = {DOSSIER: edited(DOSSIER, PITCH, TYPED)[DOSSIER]}
LINKED = edited(DOSSIER, "They know [qortex](project:qortex).", LINKS)
UNBACKED = edited(DOSSIER, PITCH, "I shipped 77 widgets.")
AT_HOOLI = edited(DOSSIER, PITCH, "At Hooli precision rose by 22%, on 20 concepts.") | {
    RECORDS: MINIMAL[RECORDS].replace("Learned weights", "At Initech learned weights")
}
HOOLI = MINIMAL[PROFILE].replace(
    "work:\n", "work:\n  - {employer: Hooli, title: Engineer, from: 2018}\n"
)
REVIEWED = "records: {}\n"


def of_records(old: str, new: str) -> dict[str, str]:
    return BOTH | {RECORDS: MINIMAL[RECORDS].replace(old, new)}


def stamped() -> str:
    """Return the lock of a record that said something else when it was reviewed."""
    record = MINIMAL_LIBRARY.records["qortex/gain"]
    stamp = record.stamp()
    return spell_lock({record.id: replace(stamp, fingerprint=stamp.fingerprint[::-1])})


def verified(outcome: str) -> str:
    """Return what `dossier verify` keeps of a source."""
    record = MINIMAL_LIBRARY.records["qortex/gain"].record
    result = {"outcome": outcome, "checked": "2026-02-28", "against": ["precision"]}
    found = {"of": verdict_fingerprint(record), "url": result}
    return json.dumps({"version": 1, "records": {"qortex/gain": found}})


SITES: dict[str, dict[str, str]] = {
    "minimal": MINIMAL,
    "typed": edited(DOSSIER, PITCH, TYPED),
    "written": edited(DOSSIER, PITCH, WRITTEN),
    "further down": edited(DOSSIER, PITCH, f"\n\n{TYPED}"),
    "home": edited(HOME, "I measure what", f"{TYPED} I measure what"),
    "no lead": edited(PROFILE, "id: ml-engineer", "id: else"),
    "both": BOTH,
    "posting": BOTH | {POSTING: "## Requirements\n\n- rankers that learn\n- years of Haskell\n"},
    "another posting": BOTH | {POSTING: "## Requirements\n\n- cooks that bake\n"},
    "accepted": BOTH
    | {POSTING: "- one\n", LOCK: f"applications/acme/posting.md: {fingerprint('- two')}\n"},
    "another value": of_records("22", "30"),
    "another place": of_records("project:", "# a note\nproject:"),
    "planned": of_records("check:", "status: planned\n    check:"),
    "backed by a method": of_records("method: ", "method: Of 77 widgets that I shipped, ")
    | {DOSSIER: UNBACKED[DOSSIER]},
    "expired": of_records("    skills", "    valid_until: 2026-01-01\n    skills"),
    "gone": of_records("id: gain", "id: lost"),
    "unreviewed": BOTH | {"content/evidence.lock": REVIEWED},
    "suspect": BOTH | {"content/evidence.lock": stamped()},
    "contradicted": BOTH | {"content/verified.json": verified("contradicted")},
    "verified": BOTH | {"content/verified.json": verified("good")},
    "another employer": AT_HOOLI | {PROFILE: HOOLI},
    "no other employer": AT_HOOLI,
    "broken": of_records("kind: benchmark", "kind: nonsense"),
    "wrong figure": BOTH | WRONG,
    "wrong figure, another place": of_records("project:", "# a note\nproject:") | WRONG,
    "accepted as it is": BOTH
    | {POSTING: "- one\n", LOCK: f"applications/acme/posting.md: {fingerprint('- one')}\n"},
    "link to a page": LINKED | {"content/more.md": MORE},
    "link to a private page": LINKED | {"content/more.md": MORE.replace("audience: public\n", "")},
    "link to an image": LINKED | {"content/assets/x.png": "x"},
    "link to a dossier": LINKED | {SECOND: RIVAL},
    "unbacked": UNBACKED,
    "unbacked, as far as can be read": UNBACKED | {SECOND: "---\ncompany: [\n---\n"},
    "guarded": BOTH | {"content/guardrails.yml": "- {pattern: graph, why: no, audience: public}\n"},
    "links": LINKED,
    "silenced": edited(DOSSIER, PITCH, f"<!-- dossier: allow no-such-code -->\n{PITCH}"),
}


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Library]:
    root = tmp_path_factory.mktemp("memory")
    found = {name: read_library(write_site(root / name, files)) for name, files in SITES.items()}
    for audience in (Audience.SHARED, Audience.PUBLIC):
        settings = write_site(root / audience, SITES["both"], audience=audience)
        found[audience] = read_library(settings)
    return found


def found(library: Library, as_of: date = AS_OF) -> list[str]:
    return [str(problem) for problem in lint(library, as_of)]


@pytest.fixture(scope="module")
def anew(libraries: dict[str, Library]) -> dict[str, list[str]]:
    told = {}
    for name, library in libraries.items():
        forget()
        told[name] = found(library)
    return told


def test_the_sites_differ_in_what_is_found(anew: dict[str, list[str]]) -> None:
    different = {tuple(told) for told in anew.values()}
    assert len(different) > 20
    lines = {line.partition("\n")[0] for told in different for line in told}
    codes = {line.rpartition("[")[2].rstrip("]") for line in lines}
    assert len(codes) > 12, codes


@pytest.mark.parametrize("first", [*SITES, Audience.SHARED, Audience.PUBLIC])
def test_what_is_kept_equals_what_is_found_anew(
    first: str, libraries: dict[str, Library], anew: dict[str, list[str]]
) -> None:
    forget()
    assert (first, found(libraries[first])) == (first, anew[first])
    assert (first, found(libraries[first])) == (first, anew[first])
    after_first = copied(_caches)
    for second, library in libraries.items():
        _caches[:] = copied(after_first)
        assert (second, found(library)) == (second, anew[second])


def test_where_nobody_looks_again_the_same_is_found_and_nothing_is_kept(
    libraries: dict[str, Library], anew: dict[str, list[str]]
) -> None:
    forget()
    for name, library in libraries.items():
        told = [str(problem) for problem in lint(library, AS_OF, is_kept=False)]
        assert (name, told) == (name, anew[name])
    assert not _caches


def copied_recall(recall: Recall) -> Recall:
    return replace(recall, _before=dict(recall._before), _now=dict(recall._now))


def copied(caches: list[_Cache]) -> list[_Cache]:
    """Return what is kept in places of its own: what is read later is not put there."""
    return [
        replace(cache, contents=dict(cache.contents), recall=copied_recall(cache.recall))
        for cache in caches
    ]


def test_day_is_asked_in_every_run(libraries: dict[str, Library]) -> None:
    library = libraries["expired"]
    forget()
    early, late = found(library, date(2025, 6, 1)), found(library)
    assert not any("[evidence-stale]" in line for line in early)
    assert any("[evidence-stale]" in line for line in late)


def test_what_hangs_on_the_day_is_found_for_each_day(tmp_path: Path) -> None:
    event = "outcome: rejected\nevents: [{date: 2026-02-01, what: rejected}]"
    files = edited(DOSSIER, "company: Acme\n", f"company: Acme\n{event}\n")
    library = read_library(write_site(tmp_path, files))
    days = date(2026, 1, 1), date(2026, 3, 1)
    forget()
    told = [found(library, day) for day in (*days, *days)]
    assert told[:2] == told[2:]
    assert [any("[outcome-unsuited]" in line for line in lines) for lines in told] == [
        True,
        False,
    ] * 2


def test_only_the_edited_file_is_judged_again(
    libraries: dict[str, Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    forget()
    found(libraries["minimal"])
    judged = files_judged(monkeypatch)
    found(libraries["typed"])
    assert judged == [DOSSIER]


def test_nothing_of_single_statements_outlives_a_run(libraries: dict[str, Library]) -> None:
    forget()
    found(libraries["both"])
    shared = (sentences, tokens, parts_of)
    assert [each.cache_info().currsize for each in shared] == [0, 0, 0]


def test_readings_are_kept_for_few_contexts(libraries: dict[str, Library]) -> None:
    forget()
    for library in libraries.values():
        found(library)
    assert len(_caches) == _MOST
