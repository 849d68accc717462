"""The person: as far as readers may know, and how to reach them."""

from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.prose.asset_targets import referenced_assets, resume_address
from tests.render.fixtures import HOME, draw, home, renderer, section

FULL = """\
name: Ada
headline: I measure [it](project:qortex)
links: [{label: Code, url: "https://example.org/a?b&c"}]
location: {value: Austin, audience: public}
relocation: Open to moving
email: {value: ada@example.org, audience: public}
phone: +1 (512) 555-0100
resume: assets/cv.pdf
work:
  - {employer: Initech, title: Engineer, from: 2019, to: 2024-06, summary: "Did *things*"}
  - {employer: Acme, from: 2024-07}
  - {employer: Hooli, to: 2018-12, audience: public}
  - {employer: Umbrella}
  - {employer: Globex, to: present}
education:
  - {field: "[Linguistics](project:qortex)", degree: MA, institution: Uni}
leads:
  - {id: a, title: ML Engineer, line: "Learns, [](evidence:qortex/gain#precision)", notes: hidden}
"""
CV = {"content/profile.yml": FULL, "content/assets/cv.pdf": "%PDF"}


def test_head_says_who_where_and_how_to_reach_them(tmp_path: Path) -> None:
    head = home(tmp_path, CV).one("header")
    assert head.one("p.ev-kicker").text == "Ada"
    assert head.one("h1").text == "I measure it"
    meta = head.one("p.ev-meta")
    assert meta.text.startswith("Austin. Open to moving")
    assert meta.links() == {
        "ada@example.org": "mailto:ada@example.org",
        "+1 (512) 555-0100": "tel:+15125550100",
        "Code": "https://example.org/a?b&c",
        "Résumé": "assets/cv.pdf",
    }


def test_public_head_says_what_is_public(tmp_path: Path) -> None:
    page = home(tmp_path, CV, audience=Audience.PUBLIC)
    assert page.one("header").one("p.ev-meta").text == "Austinada@example.orgCode"
    assert section(page, "Background").facts == [("Hooli, until Dec 2018", "")]
    assert section(page, "What I do").facts == [("ML Engineer", "Learns, +22%")]
    for word in ("Initech", "Linguistics", "moving", "512", "cv.pdf", "hidden"):
        assert word not in page.text
    assert not page.has("span.ev-lock")


def test_background_says_when(tmp_path: Path) -> None:
    page = home(tmp_path, CV)
    assert section(page, "Background").facts == [
        ("Acme, since Jul 2024", ""),
        ("Globex, present", ""),
        ("Engineer, Initech, 2019–Jun 2024", "Did things"),
        ("Hooli, until Dec 2018", ""),
        ("Umbrella", ""),
        ("Linguistics, MA, Uni", ""),
    ]
    assert page.one("span.ev-lock").text == "private or shared"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("assets/cv.pdf", "assets/cv.pdf"),
        ('"[CV](assets/cv.pdf)"', "assets/cv.pdf"),
        ("https://example.org/cv", "https://example.org/cv"),
        ("assets/gone.pdf", ""),
        ("javascript:alert(1)", ""),
        ('"[CV](evidence:qortex/gain)"', ""),
        ("evidence:qortex/gain", ""),
    ],
)
def test_resume_is_a_path_an_address_or_a_link(written: str, address: str, tmp_path: Path) -> None:
    files = {"content/profile.yml": f"name: Ada\nresume: {written}\n", "content/assets/cv.pdf": "x"}
    drawn = draw(tmp_path, files)
    links = drawn.tree(HOME).one("header").links()
    assert links.get("Résumé", "") == address
    found = (address,) if address.startswith("assets/") else ()
    assert referenced_assets(drawn.site.library) == found
    profile = drawn.site.library.profile
    assert profile
    assert resume_address(profile.profile) in (address, "assets/gone.pdf", "javascript:alert(1)")


def test_frame_has_no_profile_where_there_is_none(tmp_path: Path) -> None:
    assert renderer(tmp_path, {"content/profile.yml": ""}).frame.library.profile is None


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("+49 (0) 30 1234-5", "+493012345"),
        ("(0512) 555-0100 ext. 7", "05125550100"),
        ("512 555 0100 x7", "5125550100"),
        ("512 555 0100, after six", "5125550100"),
    ],
)
def test_a_phone_is_dialled_by_its_number_alone(written: str, dialled: str, tmp_path: Path) -> None:
    page = home(tmp_path, {"content/profile.yml": f"name: Ada\nphone: '{written}'\n"})
    assert page.links()[written] == f"tel:{dialled}"
