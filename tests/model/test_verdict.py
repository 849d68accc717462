import hashlib
import json
from typing import Any

import pytest

from dossier.model.evidence import Record
from dossier.model.verdict import (
    Attested,
    CheckOutcome,
    CheckResult,
    Copy,
    SourcePart,
    Verdict,
    fingerprint,
    parse_verdicts,
    spell_verdicts,
)

GOOD = CheckResult(CheckOutcome.GOOD, "2026-03-01", "2026-03-01", values=(("m", "22"),))
AGAINST = CheckResult(
    CheckOutcome.CONTRADICTED, "2026-03-01", "2026-02", values=(("m", "21"),), against=("m",)
)
BROKEN = CheckResult(CheckOutcome.BROKEN, "2026-03-01", said="404 ☃ \x1b")
MOVED = CheckResult(CheckOutcome.GOOD, "2026-02-01", "2026-02-01", moved="https://example.org/b")

PLACED = CheckResult(
    *(CheckOutcome.REFUSED, "2026-03-01", "", "twice"),
    exact=("m",),
    elsewhere="b.org",
    spelled="“x”",
    lines="ab",
    record="cd",
)


def record(**fields: object) -> Record:
    known = {"id": "a", "claim": "A", "kind": "code", "check": "inspect", "source": {"label": "S"}}
    metrics = [{"id": "m", "name": "m", "value": 22, "unit": "%"}]
    return Record.model_validate({**known, "metrics": metrics, **fields})


def test_results_are_kept_and_read_again() -> None:
    verdicts = {
        "b/b": Verdict("2", {SourcePart.URL: BROKEN, SourcePart.COMMIT: GOOD}),
        "a/a": Verdict("1", {SourcePart.FILE: AGAINST, SourcePart.URL: MOVED}),
        "c/c": Verdict(
            *(
                "3",
                {SourcePart.PLACE: PLACED, SourcePart.ATTESTATION: GOOD},
                f"swh:1:cnt:{'0' * 40}",
                "0f" * 20,
            ),
            Attested("https://github.com/a/b", "w.yml", "abc", "2026-02-10", "0" * 64, log="42"),
            {"wayback": Copy("https://web.example/x", "2026-03-01")},
        ),
    }
    text = spell_verdicts(verdicts)
    assert parse_verdicts(text) == verdicts
    assert spell_verdicts(dict(reversed(list(parse_verdicts(text).items())))) == text


def test_what_is_written() -> None:
    assert spell_verdicts({"a/a": Verdict("1", {SourcePart.FILE: AGAINST})}) == (
        '{\n  "records": {\n    "a/a": {\n      "file": {\n'
        '        "against": [\n          "m"\n        ],\n'
        '        "checked": "2026-03-01",\n        "good": "2026-02",\n'
        '        "outcome": "contradicted",\n'
        '        "values": {\n          "m": "21"\n        }\n'
        '      },\n      "of": "1"\n    }\n  },\n  "version": 1\n}\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{", "[" * 100_000, '{"version": 2, "records": {}}', '{"version": 1}'),
        '{"version": 1, "records": []}',
        '{"version": 1, "records": {"a": 1}}',
        '{"version": 1, "records": {"a": {}}}',
        '{"version": 1, "records": {"a": {"of": "1", "url": 1}}}',
        '{"version": 1, "records": {"a": {"of": "1", "url": {"outcome": "good"}}}}',
        '{"version": 1, "records": {"a": {"of": "1", "attested": {"day": "2026"}}}}',
        '{"version": 1, "records": {"a": {"of": "1", "copies": {"w": {"day": "soon"}}}}}',
        *(
            json.dumps({"version": 1, "records": {"a": {"of": "1", "url": {**fields}}}})
            for fields in (
                {"outcome": "fine", "checked": "2026"},
                {"outcome": "good", "checked": "soon"},
                {"outcome": "good", "checked": "2026", "values": []},
                {"outcome": "good", "checked": "2026", "against": "m"},
                {"outcome": "good", "checked": "2026", "exact": {}},
            )
        ),
    ],
)
def test_what_is_nothing_of_ours_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"it is|it has|not a"):
        parse_verdicts(text)


def test_page_names_the_oldest_day_and_none_if_something_is_wrong() -> None:
    assert Verdict("", {SourcePart.FILE: GOOD, SourcePart.URL: MOVED}).checked == "2026-02-01"
    assert Verdict("", {SourcePart.FILE: GOOD, SourcePart.URL: BROKEN}).checked == ""
    assert Verdict("", {SourcePart.FILE: GOOD, SourcePart.PLACE: PLACED}).checked == "2026-03-01"
    assert not Verdict("", {SourcePart.PLACE: PLACED}).failed
    assert Verdict("", {SourcePart.FILE: AGAINST}).checked == ""
    assert Verdict("", {}).checked == ""
    failed = Verdict(
        "", {SourcePart.COMMIT: GOOD, SourcePart.FILE: AGAINST, SourcePart.URL: BROKEN}
    ).failed
    assert failed == {SourcePart.FILE: AGAINST, SourcePart.URL: BROKEN}


def test_result_lapses_with_what_was_checked_and_with_nothing_else() -> None:
    before = fingerprint(record())
    metric = {"id": "m", "name": "m", "value": 22, "unit": "%"}
    for change in (
        {"claim": "B", "skills": ["x"], "date": "2026"},
        {"source": {"label": "T", "quote": "Said"}},
        {"metrics": [metric | {"name": "n"}]},
    ):
        assert fingerprint(record(**change)) == before
    metrics = (metric | {"value": 23}, metric | {"at": "x"}, metric | {"op": "+"})
    changes: tuple[dict[str, Any], ...] = (
        {"source": {"label": "S", "url": "https://example.org"}},
        {"source": {"label": "S", "path": "a"}},
        {"source": {"label": "S", "repo": "https://example.org"}},
        {"source": {"label": "S", "doi": "10.1000/182"}},
        {"source": None, "check": "statement"},
        *({"metrics": [changed]} for changed in metrics),
        {"metrics": []},
    )
    for change in changes:
        assert fingerprint(record(**change)) != before


def test_results_of_before_a_source_had_more_keys_are_still_of_it() -> None:
    known = {"label": "S", "url": "https://example.org", "commit": "abc"}
    kept = [{"commit": "abc", "package": None, "path": None, "url": "https://example.org"}, []]
    text = json.dumps(kept, sort_keys=True)
    expected = hashlib.sha256(text.encode()).hexdigest()
    assert fingerprint(record(source=known, metrics=[])) == expected
