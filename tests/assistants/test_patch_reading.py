import json
from decimal import Decimal

import pytest

from dossier.assistants.patch_reading import read_patch
from dossier.plain.errors import ContentError

RECORD = {"id": "x", "claim": "X", "kind": "code", "check": "statement"}
ONE = {"op": "record", "file": "a", "record": RECORD}


def text(*operations: object, **more: object) -> str:
    return json.dumps({"version": 1, "application": "a", "operations": operations, **more})


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "has not the form"),
        (text(ONE).replace('"id"', '"id": "y", "id"'), "stands twice"),
        (text(ONE).replace('"X"', "NaN"), "no number"),
        (text(ONE).replace('"X"', "9" * 6_000), "9…` is no number that content can hold"),
        (text(ONE).replace('"X"', "1e99999999999999999999"), "is no number that content can"),
        (text(ONE).replace('"X"', "1e5"), "`1e5` is no number that content can hold"),
        (text(ONE).replace('"X"', '"\\ud800"'), "record.claim: it has half of a character"),
        (text(ONE | {"record": RECORD | {"claim": 3}}), "[0].record.claim: text is expected"),
        (text(ONE | {"record": RECORD | {"status": "shipped"}}), "[0].record.status: it is not "),
        (text(ONE | {"record": RECORD | {"audience": "public"}}), "its author's to say"),
        (text(*[ONE] * 201), "operations: it has more than 200 items"),
        (text(), "operations: it is empty"),
        (text({}), "operations[0]: `op` is missing"),
        (text(ONE | {"x": 1}), "there is no such key"),
        (text(ONE, audience="public"), "audience: there is no such key"),
        (text(ONE | {"op": "delete"}), "operations[0]: `op` is not one of record, row, "),
        (" " * 1_000_001, "more than the"),
    ],
)
def test_what_is_wrong_with_a_patch_is_told(given: str, told: str) -> None:
    with pytest.raises(ContentError) as error:
        read_patch(given)
    said = str(error.value)
    assert told in said
    for word in ("Tuple", "Input", "sys.", "Status.", "recursion"):
        assert word not in said


def test_digits_stay_as_they_were_typed() -> None:
    metric = {"id": "m", "name": "m", "value": 0.1}
    read = read_patch(text(ONE | {"record": RECORD | {"metrics": [metric]}}).replace("0.1", "0.10"))
    assert read.operations[0]["record"]["metrics"][0]["value"] == Decimal("0.10")
    assert str(read.operations[0]["record"]["metrics"][0]["value"]) == "0.10"
