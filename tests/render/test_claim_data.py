"""What programs read of claims is what a person sees of them: on public pages and on a share."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from dossier.model.audience import Audience
from dossier.model.paths import address
from dossier.render.claim_data import CLAIMS_FILE
from dossier.render.head import linked_data
from dossier.render.page import AuthorPage
from dossier.settings import Settings
from tests.builders import AS_OF, REPOSITORY
from tests.html import Node, parse
from tests.views import build, shared_view

Data = Mapping[str, Any]


def settings(audience: Audience) -> Settings:
    return Settings(REPOSITORY, REPOSITORY / "content", audience=audience, as_of=AS_OF)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module", name="pages")
def public_pages() -> dict[str, tuple[Node, Data]]:
    """Return the shipped pages by address, each with what it tells programs."""
    return {
        address(page.path, directory_urls=True): (
            parse(f"{page.after}" if isinstance(page, AuthorPage) else page.html),
            page.preview.facts,
        )
        for page in build(settings(Audience.PUBLIC)).files.pages
    }


@pytest.fixture(scope="module", name="claims")
def public_claims() -> list[Data]:
    (text,) = (
        text for name, text in build(settings(Audience.PUBLIC)).files.files if name == CLAIMS_FILE
    )
    whole = json.loads(text)
    assert (whole["version"], whole["person"]) == (1, "Peleke")
    claims: list[Data] = whole["claims"]
    assert [claim["id"] for claim in claims] == sorted(claim["id"] for claim in claims)
    return claims


def card(page: Node, record: str) -> str:
    (found,) = (node for node in page if node.attributes.get("id") == record)
    return words(found.text)


def card_ids(page: Node) -> Iterator[str]:
    for group in page.all("ol.ev-ledger"):
        yield from (each.attributes["id"] for each in group.children if isinstance(each, Node))


def told_of(facts: object) -> Iterator[Data]:
    """Yield the claims that JSON-LD tells."""
    if isinstance(facts, Mapping):
        if facts.get("@type") == "Claim":
            yield facts
        for value in facts.values():
            yield from told_of(value)
    elif isinstance(facts, list):
        for item in facts:
            yield from told_of(item)


def missing(claim: Data, shown: str) -> list[str]:
    """Return what a claim of JSON-LD tells that its card does not show."""
    observed = [
        part
        for each in claim.get("about", ())
        for part in (each["value"], each["name"], *each.get("description", "").split("; "))
    ]
    source = claim.get("isBasedOn", {}).get("name", "")
    told = [
        claim["text"],
        source,
        *observed,
        *claim.get("disambiguatingDescription", "").split("; "),
    ]
    return [part for part in told if words(part) not in shown]


def test_every_card_of_the_site_is_in_the_data_and_says_the_same(
    pages: Mapping[str, tuple[Node, Data]], claims: list[Data]
) -> None:
    seen = []
    for claim in claims:
        page, _, anchor = claim["address"].partition("#")
        shown = card(pages[page][0], anchor)
        seen.append(anchor)
        for figure in claim.get("figures", ()):
            for key in ("shown", "name", "before", "baseline", "scope", "condition"):
                assert words(figure.get(key, "")) in shown, (claim["id"], key)
        for text in (
            claim["claim"],
            claim.get("source", {}).get("label", ""),
            claim.get("limits", ""),
        ):
            assert words(text) in shown, claim["id"]
    cards = {name for page, _ in pages.values() for name in card_ids(page)}
    assert cards == set(seen)


def test_what_a_page_tells_programs_stands_on_it(
    pages: Mapping[str, tuple[Node, Data]], claims: list[Data]
) -> None:
    told = []
    for page, facts in pages.values():
        for claim in told_of(facts):
            name = claim["@id"].removeprefix("#")
            assert missing(claim, card(page, name)) == []
            told.append((name, [each["value"] for each in claim.get("about", ())]))
    given = [(c["id"], [each["shown"] for each in c.get("figures", ())]) for c in claims]
    assert sorted(told) == given


@pytest.mark.parametrize("dossier", ["databricks", "tensorzero"])
def test_a_share_tells_programs_what_its_recipient_sees(dossier: str) -> None:
    document = shared_view(settings(Audience.SHARED)).document(dossier, page="s/aa/index.md")
    page = parse(document.html)
    (script,) = (node for node in page.all("script"))
    assert script.attributes == {"type": "application/ld+json"}
    facts = json.loads(script.text)
    assert facts["mainEntity"]["name"] == page.one("h1").text
    told = list(told_of(facts))
    assert len(told) > 3
    for claim in told:
        assert missing(claim, card(page, claim["@id"].removeprefix("#"))) == []
    cards = set(card_ids(page))
    assert cards == {claim["@id"].removeprefix("#") for claim in told}


def test_only_a_public_site_has_the_file() -> None:
    for audience in (Audience.SHARED, Audience.PRIVATE):
        assert CLAIMS_FILE not in dict(build(settings(audience)).files.files)
    assert "<" not in linked_data({"text": "</script>"})
