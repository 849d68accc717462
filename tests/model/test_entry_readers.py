"""What is read without pydantic is what pydantic reads, and it doubts all that may be wrong."""

from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.load.tree import parse
from dossier.model.application import Application
from dossier.model.document import FileKind
from dossier.model.entry import Entry
from dossier.model.entry_fields import fields_of, parts_of
from dossier.model.entry_models import validated
from dossier.model.entry_readers import DoubtError, values_reader
from dossier.model.evidence import EvidenceFile, Record
from dossier.model.guardrail import Guardrail
from dossier.model.profile import Profile
from dossier.model.project import FreePage, Project
from dossier.model.schemas import KINDS
from dossier.model.story import Story
from tests.builders import REPOSITORY

ODD: tuple[object, ...] = (
    *(None, True, False, 0, 5, -1, 10**16, "9" * 5, Decimal("3.5"), Decimal("NaN"), Decimal(7)),
    *("", " ", "a", " a b \n", "\x1ca", "\u2003a\u0085", "\ud800", "é", "A b", "a-b", "x" * 300),
    *("2026", "2026-02", "2026-02-30", "May 2014", "05/2014", "present", 2026, "٣", "180d", "0d"),
    *("https://example.org/a", "http://u:p@example.org", "mailto:a@b.c", "javascript:x"),
    *("L5-L9", "9-5", "10.1000/182", "doi:10.1000/182", "proofs/a.json", "../x", "a/b#c"),
    *([], [1], [1, 2], [2, 1], ["a", "a"], ("a",), {}, {"value": "a"}, {"a b": "c"}, {1: 2}),
    *("/a+/", "/(/", "unknown", "de", "pt-BR", "-"),
)


def read(model: type[Entry], raw: object) -> Entry | None:
    """Return what is read without pydantic, None if that is in doubt."""
    try:
        return model.of_values(values_reader(model)(model.unfold(raw)))
    except (ValueError, TypeError, AssertionError):
        return None


@cache
def raw_of(model: type[Entry]) -> st.SearchStrategy[Any]:
    """Return a strategy of raw values of a model: often right, and as odd as they come."""
    optional: dict[str, st.SearchStrategy[Any]] = {}
    required: dict[str, st.SearchStrategy[Any]] = {}
    for field in fields_of(model).values():
        parts = list(parts_of(field.hint))
        words: list[object] = [w for part in parts if isinstance(part, type) for w in _words(part)]
        words += [a for part in parts for a in get_args(part) if isinstance(a, str | bool)]
        inner = [part for part in parts if isinstance(part, type) and issubclass(part, Entry)]
        value = st.sampled_from((*ODD, *words, *words)) if words else st.sampled_from(ODD)
        for part in inner:
            value = raw_of(part) | value
        value = st.lists(value, max_size=2) | value if tuple in parts else value
        (required if field.is_required else optional)[field.key] = value
    whole = st.fixed_dictionaries(required, optional=optional)
    return whole | st.fixed_dictionaries({}, optional={**required, **optional, "odd": st.none()})


def _words(part: type) -> list[str]:
    return [each.value for each in part] if issubclass(part, Enum) else []


@settings(max_examples=40, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("model", KINDS.values(), ids=lambda model: model.__name__)
def test_what_is_read_is_what_pydantic_reads(model: type[Entry], data: st.DataObject) -> None:
    raw = data.draw(raw_of(model))
    found = read(model, raw)
    if found is not None:
        wanted = validated(model, raw)
        # Their spelling tells 1.50 from 1.5, and True from 1.
        assert repr(found) == repr(wanted)
        assert found == wanted
        assert found.model_fields_set == wanted.model_fields_set


@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_no_odd_value_is_read_otherwise_in_any_field(odd: object) -> None:
    for model in _all_models():
        for field in fields_of(model).values():
            kept = {"id": "a", "claim": "a", "company": "a", "value": "a", "name": "a"}
            raw = {key: kept[key] for key in kept if key in _keys(model)} | {field.key: odd}
            found = read(model, raw)
            if found is not None:
                assert repr(found) == repr(validated(model, raw)), (model, field.key)


def _keys(model: type[Entry]) -> set[str]:
    return {field.key for field in fields_of(model).values()}


def _all_models() -> set[type[Entry]]:
    left: list[type[Entry]] = [*KINDS.values(), Record]
    seen: set[type[Entry]] = set()
    while left:
        model = left.pop()
        if model not in seen:
            seen.add(model)
            parts = (p for f in fields_of(model).values() for p in parts_of(f.hint))
            left += [p for p in parts if isinstance(p, type) and issubclass(p, Entry)]
    return seen


def test_what_is_shipped_is_read_without_a_doubt() -> None:
    files: dict[str, tuple[FileKind, type[Entry]]] = {
        "profile.yml": (FileKind.PROFILE, Profile),
        "guardrails.yml": (FileKind.GUARDRAILS, Guardrail),
        "index.md": (FileKind.PAGE, FreePage),
        "projects/*.md": (FileKind.PROJECT, Project),
        "evidence/*.yml": (FileKind.EVIDENCE, EvidenceFile),
        "applications/*/index.md": (FileKind.APPLICATION, Application),
        "stories/*.md": (FileKind.STORY, Story),
    }
    for pattern, (kind, model) in files.items():
        for path in (REPOSITORY / "content").glob(pattern):
            raw = parse(kind, path.stem, path.name, path.read_bytes()).raw
            for item in raw if isinstance(raw, list) else [raw or {}]:
                assert read(model, item) is not None, path


def test_a_type_that_is_not_known_is_doubted() -> None:
    class Unknown(Entry):
        """What only pydantic reads."""

        number: float = 0.0
        either: int | str = 0
        two: Literal[1.5] | None = None  # type: ignore[valid-type]

    for raw in ({"number": 1.5}, {"either": 1}, {"two": 1.5}):
        with pytest.raises(DoubtError):
            values_reader(Unknown)(raw)
    assert Unknown.model_validate({"number": 1.5, "either": "a"}).either == "a"
