import copy
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dossier.model
from dossier.load.hide import hidden_items, stated_audience, visible_part
from dossier.model.application import Application, ProofPoint, Role
from dossier.model.audience import Audience
from dossier.model.base import Entry, shape
from dossier.model.evidence import EvidenceFile, Record
from dossier.model.profile import (
    Award,
    Certificate,
    Education,
    Employment,
    Fact,
    Lead,
    Profile,
    Publication,
    SkillGroup,
    SpokenLanguage,
    Stated,
)
from dossier.model.project import FreePage, Project

for module in pkgutil.iter_modules(dossier.model.__path__):
    import_module(f"dossier.model.{module.name}")


def all_models(base: type[Entry] = Entry) -> Iterator[type[Entry]]:
    for model in base.__subclasses__():
        yield model
        yield from all_models(model)


# What tests define, or a patch proposes, is no entry of content/.
MODELS = sorted(
    {
        model
        for model in all_models()
        if model.__module__.startswith("dossier.model.")
        and model.__module__ != "dossier.model.patch"
    },
    key=lambda model: model.__name__,
)
ENTITIES = (Application, EvidenceFile, FreePage, Profile, Project)
"""What files hold."""
OTHERS = (Audience.SHARED, Audience.PUBLIC)

OPEN: dict[type[Entry], dict[str, str]] = {
    Profile: {
        **dict.fromkeys(["name", "headline", "links", "leads", "language"], "public"),
        **dict.fromkeys(["location", "relocation", "email", "phone", "resume"], "shared"),
        **dict.fromkeys(["work", "education", "skills", "languages"], "shared"),
        **dict.fromkeys(["publications", "certificates", "awards"], "shared"),
    },
    Lead: dict.fromkeys(["id", "title", "line"], "public"),
    Application: dict.fromkeys(["company", "title", "roles", "proof_points"], "shared"),
    Role: dict.fromkeys(["id", "title", "url", "location"], "shared"),
    ProofPoint: {
        **dict.fromkeys(["id", "requirement", "quote", "priority", "roles"], "shared"),
        **dict.fromkeys(["claim", "evidence", "strength", "note", "override"], "shared"),
        "audience": "assistant",
    },
}
"""The specification's *What is whose*: all that is not listed here is private."""
PRIVATE: dict[type[Entry], set[str]] = {
    Profile: set(),
    Lead: {"projects", "targets", "notes"},
    Application: {
        *(
            "aliases",
            "assistant",
            "audience",
            "lead",
            "status",
            "outcome",
            "events",
            "next",
            "contacts",
            "tier",
        ),
        "gaps",
    },
    Role: {"asks", "fit", "assessment", "compensation", "seniority", "mode", "posting"},
    ProofPoint: {"concept", "accepted"},
}
"""What it says is private always."""


def test_every_field_is_opened_by_the_specification_or_private() -> None:
    for model in MODELS:
        found = {key: field.audience.value for key, field in shape(model).items()}
        if model.whole:
            assert set(found.values()) == {"private"}, model
            continue
        opened = {key: audience for key, audience in found.items() if audience != "private"}
        assert opened == OPEN.get(model, {}), model


@pytest.mark.parametrize("model", PRIVATE, ids=lambda model: model.__name__)
def test_what_is_private_always_is_so_by_name(model: type[Entry]) -> None:
    fields = shape(model)
    assert {key for key in fields if fields[key].audience is Audience.PRIVATE} == PRIVATE[model]
    assert set(fields) == PRIVATE[model] | set(OPEN[model])


def test_a_model_seen_as_a_whole_says_for_whom_or_belongs_to_one_that_does() -> None:
    whole = {model for model in MODELS if model.whole}
    own = {model for model in whole if "audience" in shape(model)}
    assert own == {
        *(Award, Certificate, Education, Employment, Fact, Publication),
        *(SkillGroup, SpokenLanguage),
        *(EvidenceFile, FreePage, Project, Record, Stated),
    }
    # A part of a whole has no audience of its own: what holds it is whole or opens it by name.
    for part in whole - own:
        holders = [
            (holder, key)
            for holder in MODELS
            for key, field in shape(holder).items()
            if field.model is part
        ]
        assert holders
        for holder, key in holders:
            assert holder.whole or key in OPEN[holder]


@pytest.mark.parametrize(
    ("model", "audience"),
    [(Profile, Audience.SHARED), (Profile, Audience.PUBLIC), (Application, Audience.SHARED)],
)
def test_what_is_not_visible_has_a_default(model: type[Entry], audience: Audience) -> None:
    left = [model]
    while left:
        mixed = left.pop()
        for name, info in mixed.model_fields.items():
            field = shape(mixed)[info.alias or name]
            if not audience.may_see(field.audience):
                assert not info.is_required(), f"{mixed.__name__}.{name}"
            elif field.model and not field.model.whole:
                left.append(field.model)
            elif field.model and "audience" in shape(field.model) and not field.is_list:
                # An entry that may say it is private is gone then.
                assert not info.is_required(), f"{mixed.__name__}.{name}"


def full(model: type[Entry]) -> dict[str, Any]:
    """Return a raw value with something in every field, of which nothing says its audience."""
    raw: dict[str, Any] = {}
    for key, field in shape(model).items():
        if key != "audience":
            value: object = full(field.model) if field.model else f"{model.__name__}.{key}"
            raw[key] = [value] if field.is_list else value
    return raw


def leaves(raw: object) -> set[str]:
    if isinstance(raw, dict):
        return {leaf for value in raw.values() for leaf in leaves(value)}
    return {leaf for item in raw for leaf in leaves(item)} if isinstance(raw, list) else {str(raw)}


def opened(model: type[Entry], audience: Audience) -> set[str]:
    """Return the fields below a model that the specification opens to an audience."""
    fields = set()
    for key, field in shape(model).items():
        least = OPEN.get(model, {}).get(key, "private")
        if key != "audience" and (model.whole or audience.may_see(Audience(least))):
            fields |= opened(field.model, audience) if field.model else {f"{model.__name__}.{key}"}
    return fields


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("model", ENTITIES)
def test_of_every_field_that_exists_a_view_holds_what_the_specification_opens(
    model: type[Entry], audience: Audience
) -> None:
    if audience is not Audience.PRIVATE:
        assert leaves(visible_part(model, full(model), audience)) == opened(model, audience)
    else:
        assert visible_part(model, full(model), audience) == full(model)


@pytest.mark.parametrize("audience", OTHERS)
def test_a_field_that_nobody_gave_an_audience_is_in_no_view_but_the_private_one(
    audience: Audience,
) -> None:
    class Part(Entry):
        text: str

    class Planted(Entry):
        named: Annotated[str, Audience.PUBLIC]
        unnamed: str
        part: Part
        parts: Annotated[tuple[Part, ...], Audience.PUBLIC]

    assert visible_part(Planted, full(Planted), audience) == {
        "named": "Planted.named",
        "parts": [{}],
    }


APPLICATION: dict[str, Any] = {
    "company": "Acme",
    "aliases": ["ACME Corp"],
    "title": "Dossier",
    "audience": "public",
    "lead": "ml-engineer",
    "status": "closed",
    "outcome": "rejected",
    "events": [{"date": "2026-02-10", "what": "applied", "stage": "none", "note": "CANARY"}],
    "next": {"do": "CANARY", "due": "2026-12-01"},
    "contacts": [
        {"name": "CANARY", "channel": "CANARY", "note": "CANARY", "next": {"do": "CANARY"}},
    ],
    "tier": 1,
    "roles": [
        {
            "id": "ml",
            "title": "ML Engineer",
            "url": "https://example.org",
            "location": "Austin",
            "asks": ["CANARY"],
            "fit": 5,
            "assessment": "CANARY",
            "compensation": {
                "posted": "CANARY",
                "estimate": "CANARY",
                "source": "CANARY",
                "estimates": [{"estimate": "CANARY", "source": "CANARY"}],
            },
            "seniority": "CANARY",
            "mode": "remote",
            "posting": {"file": "CANARY", "live": True},
        }
    ],
    "proof_points": [
        {
            "id": "ranking",
            "requirement": "Rankers",
            "quote": "rankers that learn",
            "priority": "nice",
            "roles": ["ml"],
            "concept": "canary",
            "evidence": ["qortex/gain"],
            "claim": "Built",
            "strength": "direct",
            "note": "Small",
            "override": "It fits",
            "accepted": "CANARY",
        }
    ],
    "gaps": [{"id": "a", "about": "CANARY", "gap": "CANARY", "framing": "CANARY"}],
    "CANARY": "CANARY",
}
SHARED_APPLICATION = {
    "company": "Acme",
    "title": "Dossier",
    "roles": [
        {"id": "ml", "title": "ML Engineer", "url": "https://example.org", "location": "Austin"}
    ],
    "proof_points": [
        {
            "id": "ranking",
            "requirement": "Rankers",
            "quote": "rankers that learn",
            "priority": "nice",
            "roles": ["ml"],
            "evidence": ["qortex/gain"],
            "claim": "Built",
            "strength": "direct",
            "note": "Small",
            "override": "It fits",
        }
    ],
}
PROFILE: dict[str, Any] = {
    "name": "Ada",
    "headline": "I measure",
    "links": [{"label": "Code", "url": "https://example.org"}],
    "location": "Austin",
    "relocation": {"value": "Anywhere", "audience": "public"},
    "email": {"value": "CANARY", "audience": "private"},
    "phone": {"value": "1", "audience": "nonsense"},
    "resume": {"value": "assets/cv.pdf", "audience": "shared"},
    "work": [
        {"employer": "Initech"},
        {"employer": "CANARY", "audience": "private"},
        {"employer": "Initrode", "audience": "public"},
    ],
    "education": [{"field": "CANARY", "audience": "private"}],
    "skills": [
        {"group": "Languages", "skills": ["SQL"]},
        {"group": "CANARY", "skills": ["CANARY"], "audience": "private"},
    ],
    "languages": [{"language": "German", "level": "C1", "audience": "public"}],
    "publications": [{"title": "CANARY", "audience": "private"}],
    "certificates": [{"name": "Nurse"}, {"name": "CANARY", "audience": "nonsense"}],
    "awards": [{"title": "CANARY", "audience": "private"}, {"title": "Gold"}],
    "leads": [
        {
            "id": "ml",
            "title": "ML",
            "line": "Measured",
            "projects": ["canary"],
            "targets": ["CANARY"],
            "notes": "CANARY",
            "CANARY": 1,
        }
    ],
    "CANARY": "CANARY",
}
PUBLIC_PROFILE = {
    "name": "Ada",
    "headline": "I measure",
    "links": [{"label": "Code", "url": "https://example.org"}],
    "relocation": {"value": "Anywhere", "audience": "public"},
    "work": [{"employer": "Initrode", "audience": "public"}],
    "languages": [{"language": "German", "level": "C1", "audience": "public"}],
    "leads": [{"id": "ml", "title": "ML", "line": "Measured"}],
}
SHARED_PROFILE = PUBLIC_PROFILE | {
    "location": "Austin",
    "resume": {"value": "assets/cv.pdf", "audience": "shared"},
    "work": [{"employer": "Initech"}, {"employer": "Initrode", "audience": "public"}],
    "skills": [{"group": "Languages", "skills": ["SQL"]}],
    "certificates": [{"name": "Nurse"}],
    "awards": [{"title": "Gold"}],
}


@pytest.mark.parametrize(
    ("model", "raw", "audience", "visible"),
    [
        (Application, APPLICATION, Audience.SHARED, SHARED_APPLICATION),
        (Application, APPLICATION, Audience.PUBLIC, {}),
        (Profile, PROFILE, Audience.SHARED, SHARED_PROFILE),
        (Profile, PROFILE, Audience.PUBLIC, PUBLIC_PROFILE),
        (Application, APPLICATION, Audience.PRIVATE, APPLICATION),
        (Profile, PROFILE, Audience.PRIVATE, PROFILE),
    ],
    ids=["shared-dossier", "no-dossier", "shared", "public", "whole-dossier", "whole-profile"],
)
def test_a_view_is_exactly_what_the_specification_opens(
    model: type[Entry], raw: dict[str, Any], audience: Audience, visible: dict[str, Any]
) -> None:
    before = copy.deepcopy(raw)
    found = visible_part(model, raw, audience)
    assert found == visible
    assert raw == before
    assert "canary" not in str(found).lower() or audience is Audience.PRIVATE


@pytest.mark.parametrize("audience", OTHERS)
@pytest.mark.parametrize("model", [Project, FreePage, EvidenceFile, Record, Employment])
def test_a_model_that_is_seen_as_a_whole_is_left_as_it_is(
    model: type[Entry], audience: Audience
) -> None:
    raw = {"title": 1, "CANARY": [{"audience": "private"}]}
    assert visible_part(model, raw, audience) is raw


@pytest.mark.parametrize("audience", OTHERS)
@pytest.mark.parametrize("raw", [None, "text", 3, ["a", {"company": "b"}], True])
def test_what_is_no_mapping_is_left_to_the_validator(raw: object, audience: Audience) -> None:
    assert visible_part(Application, raw, audience) == raw


def test_values_of_the_wrong_kind_are_left_where_they_are_visible() -> None:
    raw = {"company": None, "roles": "text", "proof_points": [None, 3, {"id": 1, "accepted": 2}]}
    assert visible_part(Application, raw, Audience.SHARED) == {
        "company": None,
        "roles": "text",
        "proof_points": [None, 3, {"id": 1}],
    }


def test_an_empty_value_is_visible_and_a_hidden_one_is_not() -> None:
    raw = {"name": None, "location": None, "email": {"value": None, "audience": "private"}}
    assert visible_part(Profile, raw, Audience.PUBLIC) == {"name": None}
    assert visible_part(Profile, raw, Audience.SHARED) == {"name": None, "location": None}


def test_a_list_of_hidden_items_leaves_no_trace() -> None:
    raw = {"work": [], "education": [{"audience": "private"}], "leads": []}
    assert visible_part(Profile, raw, Audience.SHARED) == {"work": [], "leads": []}
    assert visible_part(Profile, raw, Audience.PUBLIC) == {"leads": []}
    assert visible_part(Application, {"gaps": [], "events": [{}]}, Audience.SHARED) == {}


@pytest.mark.parametrize(
    ("raw", "audience"),
    [
        ({"audience": "private"}, "private"),
        ({"audience": "shared"}, "shared"),
        ({"audience": "public"}, "public"),
        ({"audience": "Public"}, "private"),
        ({"audience": "everyone"}, "private"),
        ({"audience": None}, "private"),
        ({"audience": True}, "private"),
        ({"audience": ["public"]}, "private"),
        ({"audience": {"public": True}}, "private"),
        ({}, "shared"),
        (None, "shared"),
        ("public", "shared"),
        (["audience"], "shared"),
    ],
)
def test_who_may_see_an_entry_is_what_it_states_and_private_if_that_is_nonsense(
    raw: object, audience: str
) -> None:
    assert stated_audience(raw, Audience.SHARED) == audience


def test_who_says_nothing_is_private() -> None:
    assert stated_audience({}) is Audience.PRIVATE
    assert stated_audience("public") is Audience.PRIVATE


def test_hidden_items_are_told_by_their_list_and_position() -> None:
    assert hidden_items(Profile, PROFILE, Audience.PUBLIC) == (
        ("work", 0),
        ("work", 1),
        ("education", 0),
        *(("skills", 0), ("skills", 1), ("publications", 0)),
        *(("certificates", 0), ("certificates", 1), ("awards", 0), ("awards", 1)),
    )
    assert hidden_items(Profile, PROFILE, Audience.SHARED) == (
        *(("work", 1), ("education", 0), ("skills", 1), ("publications", 0)),
        *(("certificates", 1), ("awards", 0)),
    )
    assert hidden_items(Profile, PROFILE, Audience.PRIVATE) == ()
    assert hidden_items(Profile, "text", Audience.PUBLIC) == ()
    assert hidden_items(Employment, PROFILE, Audience.PUBLIC) == ()
    assert hidden_items(Profile, {"work": "text", "leads": [1]}, Audience.PUBLIC) == ()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from([*Audience, "CANARY"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["audience", "value", "id", "title", "notes", "accepted", "claim"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)


def raws(model: type[Entry]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from([*shape(model), "unknown"]), VALUES)


@given(st.data(), st.sampled_from(ENTITIES))
def test_every_view_is_part_of_the_next_wider_one(data: st.DataObject, model: type[Entry]) -> None:
    raw = data.draw(raws(model))
    before = copy.deepcopy(raw)
    public = visible_part(model, raw, Audience.PUBLIC)
    shared = visible_part(model, raw, Audience.SHARED)
    assert raw == before
    assert visible_part(model, shared, Audience.PUBLIC) == public
    assert visible_part(model, shared, Audience.SHARED) == shared
    assert isinstance(public, dict)
    assert isinstance(shared, dict)
    assert set(public) <= set(shared) <= set(raw)


@given(st.data(), st.sampled_from([Application, Profile]), st.sampled_from(OTHERS))
def test_what_is_private_changes_nothing_of_a_view(
    data: st.DataObject, model: type[Entry], audience: Audience
) -> None:
    raw = data.draw(raws(model))
    secret = [
        key for key in raw if key not in shape(model) or shape(model)[key].audience == "private"
    ]
    changed = raw | {key: data.draw(VALUES) for key in secret}
    assert visible_part(model, changed, audience) == visible_part(model, raw, audience)
