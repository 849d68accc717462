import json
from dataclasses import replace
from typing import Any

import pytest

from dossier.model.audience import Audience
from dossier.model.confirmation import (
    Confirmation,
    parse_confirmation,
    spell_confirmation,
    statement_of,
)
from dossier.model.evidence import Record

CONSENT = ("Ada Ray", "github:maria", Audience.PUBLIC)
KEPT = Confirmation(
    *("qortex/gain", "github:maria", Audience.PUBLIC, "text\n", "-----BEGIN", "ssh-ed25519 AAAA"),
    "2026-03-01",
)
MEANING = "I, github:maria, know this to be so, and agree that this text, my name and my key"


def record(**fields: object) -> Record:
    metric = {"id": "m", "name": "precision", "value": 22, "unit": "%", "op": "+"}
    known: dict[str, Any] = {
        "id": "gain",
        "claim": "Learned weights\n retrieve better",
        "kind": "code",
        "check": "rerun",
        "part": "led",
        "team": 4,
        "limits": "One domain",
        "metrics": [metric | {"baseline": "cosine", "scope": "20 concepts"}],
        "source": {"label": "Report", "url": "https://example.org"},
    }
    return Record.model_validate(known | fields)


def test_the_six_lines_that_are_signed() -> None:
    assert statement_of("qortex/gain", record(), "qortex", CONSENT).splitlines() == [
        "Confirmed for Ada Ray: record qortex/gain, fingerprint aa5d730290d709b1",
        "Claim: Learned weights retrieve better",
        "Values: +22% precision against cosine",
        "Scope: 20 concepts; One domain",
        "Part: led by Ada Ray, in a team of 4",
        f"Signing means: {MEANING} are shown to anyone.",
    ]


def test_whatever_changes_of_a_record_changes_its_statement() -> None:
    told = {
        statement_of("qortex/gain", record(), "qortex", CONSENT),
        statement_of("qortex/other", record(), "qortex", CONSENT),
        statement_of("qortex/gain", record(), "tensor", CONSENT),
        statement_of("qortex/gain", record(limits="Two domains"), "qortex", CONSENT),
        statement_of("qortex/gain", record(must_say=["held out"]), "qortex", CONSENT),
        statement_of("qortex/gain", record(), "qortex", ("Bo Ray", *CONSENT[1:])),
        statement_of("qortex/gain", record(), "qortex", ("Ada Ray", "gitlab:maria", CONSENT[2])),
        statement_of("qortex/gain", record(), "qortex", (*CONSENT[:2], Audience.SHARED)),
    }
    assert len(told) == 8


def test_what_cannot_be_seen_is_not_in_a_statement() -> None:
    told = statement_of("qortex/gain", record(claim="a\u202eb\u2028c\x1b[2J"), None, CONSENT)
    assert told.splitlines()[1] == "Claim: ab c[2J"


def test_confirmation_is_kept_and_read_again() -> None:
    assert parse_confirmation(spell_confirmation(KEPT)) == KEPT
    shared = replace(KEPT, audience=Audience.SHARED)
    assert parse_confirmation(spell_confirmation(shared)) == shared


def test_what_is_no_confirmation_is_refused() -> None:
    kept = json.loads(spell_confirmation(KEPT))
    wrong: dict[str, object] = {
        "record": 1,
        "signer": "maria",
        "audience": "private",
        "accepted": "soon",
        "signature": "\ud800",
        "key": "ключ",
        "version": 2,
        "other": "x",
    }
    texts = [json.dumps(kept | {key: value}) for key, value in wrong.items()]
    texts += ["", "[" * 100_000, "[]", "{", json.dumps({k: v for k, v in kept.items() if k > "b"})]
    for text in texts:
        with pytest.raises(ValueError, match=r"it is|it has|its |not a date"):
            parse_confirmation(text)
