import pytest
from pydantic import ValidationError

from dossier.model.patch import Patch

RECORD = {"id": "x", "claim": "X", "kind": "code", "check": "statement"}
ROW = {"id": "x", "requirement": "X", "strength": "weak", "note": "N"}


def patch(**operation: object) -> dict[str, object]:
    return {"version": 1, "application": "acme", "operations": [operation]}


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "record", "file": "a", "record": RECORD | {"status": "shipped"}},
        {"op": "record", "file": "a", "record": RECORD | {"status": "experimental"}},
        {"op": "record", "file": "a", "record": RECORD | {"audience": "public"}},
        {"op": "record", "file": "../a", "record": RECORD},
        {"op": "record", "file": "a", "record": RECORD | {"id": "A b"}},
        {"op": "row", "row": ROW | {"strength": "moderate"}},
        {"op": "row", "row": ROW | {"override": "It is enough"}},
        {"op": "row", "row": ROW | {"accepted": "They said so"}},
        {"op": "section", "section": "Why { audience=shared }", "text": "X"},
        {"op": "section", "section": "Why\n## Other", "text": "X"},
        {"op": "section", "section": "Why", "text": ""},
        {"op": "answer", "question": "Why? {story=x}", "text": "X"},
        {"op": "event", "event": {"date": "2026-13", "what": "applied"}},
        {"op": "delete", "record": "x"},
        {"op": "event", "event": {"date": "2026", "what": "x"}, "file": "profile.yml"},
    ],
    ids=str,
)
def test_what_no_patch_may_say(operation: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Patch.model_validate(patch(**operation))


def test_what_a_patch_may_say() -> None:
    for operation in (
        {"op": "record", "file": "a", "record": RECORD},
        {"op": "record", "file": "a", "record": RECORD | {"status": "planned"}},
        {"op": "row", "row": ROW},
        {"op": "section", "section": "Why this role?", "text": "X"},
        {"op": "answer", "question": "Why?", "about": "x", "text": "X"},
        {"op": "event", "event": {"date": "2026-02", "what": "applied"}},
    ):
        assert Patch.model_validate(patch(**operation)).operations
    with pytest.raises(ValidationError):
        Patch.model_validate({"version": 1, "application": "acme", "operations": []})
    with pytest.raises(ValidationError):
        Patch.model_validate(patch(op="row", row=ROW) | {"version": 2})
