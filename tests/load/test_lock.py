"""The evidence lock as it is read: whole, broken, or altered by hand."""

from dossier.load.lock import read_lock
from dossier.model.document import Document
from dossier.model.lock import Stamp, fingerprint, spell_lock
from dossier.plain.problems import Problem
from dossier.plain.yaml import construct

VALUES = {"claim": "It works", "kind": "code"}
WHOLE = Stamp(fingerprint(VALUES), VALUES)


def read(text: str) -> tuple[dict[str, Stamp] | None, list[Problem]]:
    raw, problems = construct(text, "content/evidence.lock")
    assert problems == []
    return read_lock(raw or {}, Document("content/evidence.lock", text, yaml=text))


def told(problems: list[Problem]) -> list[str]:
    return [str(problem).partition("\n")[0] for problem in problems]


def test_what_was_written_is_read() -> None:
    assert read(spell_lock({"a/one": WHOLE})) == ({"a/one": WHOLE}, [])
    assert read(spell_lock({})) == ({}, [])


def test_stamp_altered_by_hand_equals_no_record() -> None:
    altered = spell_lock({"a/one": WHOLE, "b/two": WHOLE}).replace("It works", "It worked", 1)
    stamps, problems = read(altered)
    assert stamps == {"a/one": Stamp("", {**VALUES, "claim": "It worked"}), "b/two": WHOLE}
    stamp = "the stamp of `a/one` is not as it was written"
    assert told(problems) == [f"content/evidence.lock:5:3: error: {stamp} [lock-form]"]


def test_stamp_of_another_form_equals_no_record() -> None:
    head = "version: 1\nrecords:\n"
    stamps, problems = read(f"{head}  a/one: x\n  a/two: {{sha256: 1}}\n  a/three: {{claim: x}}\n")
    assert stamps == {"a/one": Stamp(""), "a/two": Stamp(""), "a/three": Stamp("", {"claim": "x"})}
    assert [(p.code, p.where.line) for p in problems] == [
        ("lock-form", 3),
        ("lock-form", 4),
        ("lock-form", 5),
    ]


def test_file_of_another_form_is_no_lock() -> None:
    for text in ("", "version: 2\nrecords: {}\n", "version: 1\n", "version: 1\nrecords: []\n"):
        stamps, problems = read(text)
        assert stamps is None
        assert told(problems) == [
            "content/evidence.lock:1:1: error: this is no evidence lock of version 1 [lock-form]"
        ]
