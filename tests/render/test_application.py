"""A dossier's page: its head, how far it has come, what readers may see."""

from datetime import date
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.render.application import application_title
from dossier.render.parts import TABLE_TITLE
from tests.html import parse
from tests.render.fixtures import (
    ACME,
    dossier,
    draw,
    draw_dossier,
    headings,
    open_dossier,
    role,
    row,
    section,
)


def test_head_names_company_title_and_way_back(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, roles=[role("ml")])
    assert page.one("h1").text == "Acme"
    assert page.one("p.ev-role").text == "Role ml"
    assert page.one("p.ev-kicker").links() == {"Applications": "../"}


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"title": "Own"}, "Own"),
        ({"roles": [role("ml"), role("be")]}, "Role ml"),
        ({}, "Acme"),
    ],
)
def test_title_is_its_own_or_the_first_roles_or_the_company(
    fields: dict[str, object], title: str, tmp_path: Path
) -> None:
    drawn = draw(tmp_path, {f"content/{ACME}": dossier(**fields)})
    entry = drawn.site.library.applications["acme"]
    assert application_title(entry.application) == title
    assert drawn.page(ACME).title == f"Acme: {title}"


@pytest.mark.parametrize(
    ("fields", "stage"),
    [
        ({}, "Drafting"),
        ({"status": "offer"}, "Offer"),
        ({"status": "closed", "outcome": "no-response"}, "Closed, no response"),
        ({"status": "closed"}, "Closed"),
        ({"events": [{"date": "2026-02-10", "what": "applied"}]}, "Applied"),
    ],
)
def test_stage_is_told_with_its_outcome(
    fields: dict[str, object], stage: str, tmp_path: Path
) -> None:
    assert draw_dossier(tmp_path, **fields).one("span.ev-stage").text == stage


@pytest.mark.parametrize(
    ("due", "said", "is_overdue"),
    [
        ("2026-02-28", "overdue since 28 Feb 2026", True),
        ("2026-03-01", "by 1 Mar 2026, today", False),
        ("2026-02", "overdue since Feb 2026", True),
        ("2026-03", "by Mar 2026", False),
        ("2026", "by 2026", False),
    ],
)
def test_next_step_is_overdue_after_its_last_day(
    due: str, said: str, tmp_path: Path, *, is_overdue: bool
) -> None:
    files = {
        f"content/{ACME}": dossier(
            next={"do": "Ask [](evidence:qortex/gain#precision)", "due": due}
        )
    }
    meta = draw(tmp_path, files, as_of=date(2026, 3, 1)).tree(ACME).one("p.ev-meta")
    assert meta.text == f"Drafting Next: Ask +22%, {said}"
    assert meta.has("span.ev-due") is is_overdue


def test_author_is_told_lead_tier_and_other_names(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, lead="ml-engineer", tier=0, aliases=["ACM", "A."])
    assert page.one("p.ev-meta").text == "Drafting Lead: ML EngineerTier 0also ACM, A."
    unknown = draw_dossier(tmp_path / "b", lead="nobody")
    assert unknown.one("p.ev-meta").text == "Drafting Lead: nobody"


def test_next_step_without_a_date_is_just_told(tmp_path: Path) -> None:
    assert draw_dossier(tmp_path, next={"do": "Ask"}).one("p.ev-meta").text == "Drafting Next: Ask"
    assert draw_dossier(tmp_path).one("p.ev-meta").text == "Drafting"


def test_dossier_without_roles_shows_what_all_rows_come_to(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, proof_points=[row("a"), row("b", strength="none")])
    assert not page.has("div.ev-roles")
    assert page.one("svg.ev-ring").attributes["aria-label"] == (
        "Coverage 50%: 1 covered, 1 missing of 2; the covered one linked to a source"
    )
    assert "50%: 1 covered, 1 missing of 2" in page.one("div.ev-coverage").text


def test_empty_dossier_has_a_page_without_ring_and_table(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path)
    assert headings(page) == []
    assert not any(page.has(tag) for tag in ("svg.ev-ring", "table", "ul.ev-gaps", "ol.ev-drill"))


def test_events_are_told_with_their_notes(tmp_path: Path) -> None:
    events = [
        {"date": "2026-02-10", "what": "applied", "note": "By [mail](project:qortex)"},
        {"date": "2026-02", "what": "coffee"},
    ]
    page = draw_dossier(tmp_path, events=events)
    assert section(page, "What happened").facts == [
        ("10 Feb 2026", "applied: By mail"),
        ("Feb 2026", "coffee"),
    ]
    assert "Coming up" not in page.texts("h2")


def test_events_ahead_are_coming_up_and_did_not_happen(tmp_path: Path) -> None:
    events = [
        {"date": "2026-04", "what": "offer"},
        {"date": "2026-03-04", "what": "Technical interview", "note": "With *Bo*"},
        {"date": "2026-03-02", "what": "Phone screening"},
        {"date": "2026-03-01", "what": "Applied"},
    ]
    text = dossier(events=events)
    page = draw(tmp_path, {f"content/{ACME}": text}, as_of=date(2026, 3, 1)).tree(ACME)
    assert section(page, "Coming up").facts == [
        ("2 Mar 2026, tomorrow", "Phone screening"),
        ("4 Mar 2026, in 3 days", "Technical interview: With Bo"),
        ("Apr 2026", "offer"),
    ]
    assert section(page, "What happened").facts == [("1 Mar 2026, today", "Applied")]
    assert page.one("span.ev-stage").text == "Applied"
    assert page.one("p.ev-meta").text.endswith("Coming up: Phone screening, 2 Mar 2026, tomorrow")


def test_open_dossier_shows_no_private_word(tmp_path: Path) -> None:
    hidden = "QUOKKA"
    files = open_dossier(
        "".join(
            f"## {name}\n\n{hidden}\n\n"
            for name in (
                "Context",
                "Angle",
                "Lead",
                "Emphasis",
                "Questions",
                "Hooks",
                "Notes",
                "Odd",
            )
        )
        + "## Pitch\n\nOpen\n",
        aliases=[hidden],
        lead="ml-engineer",
        status="interviewing",
        events=[{"date": "2026-02", "what": "applied", "note": hidden}],
        next={"do": hidden, "due": "2026-01"},
        tier=1,
        roles=[
            role(
                "ml",
                asks=[hidden],
                fit=5,
                assessment=hidden,
                compensation={"posted": hidden, "estimate": hidden, "source": hidden},
                posting={"checked": "2026-02", "live": True},
            )
        ],
        proof_points=[row("a", accepted=hidden, concept="quokka")],
        gaps=[{"id": "g", "about": "a", "gap": hidden, "framing": hidden}],
    )
    drawn = draw(tmp_path, files, audience=Audience.PUBLIC)
    page = drawn.tree(ACME)
    assert headings(page) == ["Pitch", TABLE_TITLE]
    for path in drawn.paths:
        assert "quokka" not in drawn.html(path).lower()
    words = (
        "fit",
        "stage",
        "overdue",
        "interview",
        "drafting",
        "gap",
        "pay",
        "next",
        "live",
        "waived",
    )
    assert [word for word in words if word in page.text.lower().split()] == []
    assert not any(
        page.has(f".ev-{name}") for name in ("stage", "fit", "gaps", "drill", "due", "used")
    )
    assert not drawn.page(ACME).is_private


def test_page_says_what_it_is(tmp_path: Path) -> None:
    page = draw(tmp_path).page(ACME)
    assert (page.path, page.layout, page.is_private, page.in_nav) == (
        ACME,
        "application",
        True,
        False,
    )
    told = "Acme, Senior ML Engineer: each requirement with its evidence."
    assert page.description == told


def test_the_author_alone_is_led_to_what_a_recipient_sees(tmp_path: Path) -> None:
    files = {f"content/{ACME}": dossier(audience="public")}
    name = "What a recipient sees"
    assert draw(tmp_path, files).tree(ACME).links()[name] == "preview/"
    seen = draw(tmp_path, files, audience=Audience.PUBLIC)
    assert name not in seen.tree(ACME).links()
    assert not [path for path in seen.files if "preview" in path]
    preview = draw(tmp_path, files).files["applications/acme/preview/index.html"]
    assert parse(preview).one("h1").text == "Ada Example"


def test_the_people_to_talk_to_are_told_with_the_next_step(tmp_path: Path) -> None:
    sam: dict[str, object] = {"name": "Sam Lee", "role": "Recruiter", "channel": "sam@example.org"}
    sam |= {"last": "2026-02-10", "next": {"do": "Thank", "due": "2020"}, "note": "*Calls*"}
    page = draw_dossier(tmp_path, contacts=[sam, {"name": "Kim"}])
    assert section(page, "People").facts == [
        (
            "Sam Lee, Recruiter",
            "sam@example.orglast in touch 10 Feb 2026Next: Thank, overdue since 2020Calls",
        ),
        ("Kim", ""),
    ]
