"""The name, the headline and the links of a résumé hold no contact data."""

import json

import pytest

from dossier.importing.draft import Draft
from dossier.importing.read import read_input
from dossier.model.audience import Audience
from dossier.model.library import Library

PHONE, EMAIL = "+1 512 555 0142", "ada@home.example"


def read(file: str, text: str) -> Draft:
    draft = read_input(file, text.encode(), Library(Audience.PRIVATE))
    assert isinstance(draft, Draft)
    assert (draft.account().lost, draft.account().invented) == ((), ())
    return draft


def basics(**values: object) -> Draft:
    return read("r.json", json.dumps({"basics": {"name": "Ada Lov", **values}, "work": []}))


def kept(draft: Draft) -> str:
    return "\n".join(part.text for part in draft.parts)


@pytest.mark.parametrize(
    ("label", "headline", "fields"),
    [
        (f"Search Engineer | {PHONE} | {EMAIL}", "Search Engineer", {"phone", "email"}),
        (f"{EMAIL} \u2014 Search Engineer, Ranking", "Search Engineer, Ranking", {"email"}),
        (f"Search Engineer ({EMAIL})", "Search Engineer", {"email"}),
        ("Search Engineer (512) 555-0142", "Search Engineer", {"phone"}),
        ("Search Engineer | Austin, TX | Ranking", "Search Engineer | Ranking", {"location"}),
        (f"Search Engineer - call {PHONE}", "Search Engineer", {"phone"}),
        (f"{EMAIL}", None, {"email"}),
        ("Search Engineer, 12 Canary Street Austin", "Search Engineer", set()),
        ("Search Engineer, born 3 May 1986", "Search Engineer", set()),
        ("Search Engineer; 03.05.1986", "Search Engineer", set()),
        ("Engineer, 10 Years of Search", "Engineer, 10 Years of Search", set()),
        ("Engineer (2018 - 2022), 1.000.000 users", None, set()),
        ("Director, Data Platform", "Director, Data Platform", set()),
    ],
)
def test_a_headline_is_what_is_left(label: str, headline: str | None, fields: set[str]) -> None:
    draft = basics(label=label)
    if headline is None and not fields:
        headline = label
    assert draft.profile.get("headline") == headline
    assert draft.profile.keys() & {"phone", "email", "location"} == fields


def test_what_has_a_field_already_is_kept_in_private() -> None:
    draft = basics(label=f"Engineer | {PHONE} | 040 1234567", phone=PHONE)
    assert (draft.profile["headline"], draft.profile["phone"]) == ("Engineer", PHONE)
    assert kept(draft) == "- 040 1234567"


def test_a_link_that_reaches_the_person_is_not_public() -> None:
    code = {"network": "Code", "url": "https://code.example/ada"}
    told = [
        {"network": "Mail", "url": f"mailto:{EMAIL}"},
        {"network": "Chat", "url": "https://wa.me/15125550142"},
        {"network": "Chat too", "url": "https://chat.example/?to=ada%40home.example"},
    ]
    draft = basics(email=EMAIL, phone=PHONE, profiles=[code, *told])
    assert draft.profile["links"] == [{"label": "Code", "url": code["url"]}]
    assert all(f"- {each['network']}: {each['url']}" in kept(draft) for each in told)
    alone = basics(profiles=told[:1])
    assert (alone.profile["email"], alone.profile.get("links")) == (EMAIL, None)
    other = basics(phone="+1 512 555 0199", profiles=told[1:2])
    assert [link["url"] for link in other.profile["links"]] == [told[1]["url"]]


def test_markdown_and_rendercv_are_parted_too() -> None:
    line = f"Search Engineer, 12 Canary Street Austin, {PHONE}, born 1986-05-03"
    draft = read("r.md", f"# Ada Lov | {EMAIL}\n{line}\n\n## Experience\nEngineer, X (2018 - 2022)")
    assert {key: draft.profile.get(key) for key in ("name", "headline", "phone", "email")} == {
        "name": "Ada Lov",
        "headline": "Search Engineer",
        "phone": PHONE,
        "email": EMAIL,
    }
    assert "- 12 Canary Street Austin\n- born 1986-05-03" in kept(draft)
    told = read(
        "r.yaml", f"cv:\n  name: Ada Lov\n  headline: 'Engineer | {PHONE}'\n  sections: {{}}"
    )
    assert (told.profile["headline"], told.profile["phone"]) == ("Engineer", PHONE)


@pytest.mark.parametrize("said", [EMAIL, PHONE, "12 Mill Road, 04109 Leipzig"])
def test_contact_data_in_place_of_a_name_leaves_a_placeholder(said: str) -> None:
    draft = basics(name=said)
    assert draft.profile["name"] == "Your name"
    fields = {str(v) for k, v in draft.profile.items() if k != "name"}
    assert said in fields or all(word in kept(draft) for word in said.split(", "))
