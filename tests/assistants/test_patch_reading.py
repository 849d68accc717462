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
        (text(ONE | {"record": RECORD | {"status": "shipped"}}), "record.status: "),
        (text(ONE | {"x": 1}), "there is no such key"),
        (text(ONE, audience="public"), "audience: there is no such key"),
        (text(ONE | {"op": "delete"}), "operations[0]: "),
        (" " * 1_000_001, "more than the"),
    ],
)
def test_what_is_wrong_with_a_patch_is_told(given: str, told: str) -> None:
    with pytest.raises(ContentError) as error:
        read_patch(given)
    assert told in str(error.value)


def test_digits_stay_as_they_were_typed() -> None:
    metric = {"id": "m", "name": "m", "value": 0.1}
    read = read_patch(text(ONE | {"record": RECORD | {"metrics": [metric]}}).replace("0.1", "0.10"))
    assert read.operations[0]["record"]["metrics"][0]["value"] == Decimal("0.10")
    assert str(read.operations[0]["record"]["metrics"][0]["value"]) == "0.10"
