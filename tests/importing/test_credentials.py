"""Certificates of résumés, and the records that they and studies make."""

import pytest

from dossier.importing.credentials import read_certificates, take_held
from dossier.importing.draft import Draft
from dossier.importing.read import read_input
from dossier.model.audience import Audience
from dossier.model.library import Library

SEVERAL = """\
- RCVS registration, since 2015
- **First aid at work**, Red Cross, March 2024
- Forklift (counterbalance, reach) 2021
- I hold more of them than I can list.
"""


def test_each_certificate_has_its_name_issuer_and_day() -> None:
    draft = Draft("résumé", SEVERAL)
    assert read_certificates(draft, SEVERAL) == "- I hold more of them than I can list."
    assert draft.profile["certificates"] == [
        {"name": "RCVS registration", "date": 2015},
        {"name": "First aid at work", "issuer": "Red Cross", "date": "2024-03"},
        {"name": "Forklift (counterbalance, reach)", "date": 2021},
    ]


def test_what_was_passed_is_no_issuer_and_stays_where_it_stands() -> None:
    for name in (
        "Tram instructor, exam passed 2016, renewed 2021",
        "Chainsaw licence, assessed every five years",
        "Pesticide spraying, first course in spring 2014",
        "Ammonia handling, 2014, refreshed 2018, lapsed 2023, would need doing again",
    ):
        draft = Draft("résumé", name)
        read_certificates(draft, name)
        assert draft.profile["certificates"] == [{"name": name}], name


HEAD = "# Ann Lee\n\n## Licences\n\n"
WORK = "\n## Work\n\n### Weaver, Mill, 2019 \u2013 2020\n"


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("Ammonia handling, 2014, refreshed 2018 \u2014 **lapsed 2023**", "2023"),
        ("Crane ticket, 2016, expired in March 2021", "2021-03"),
        ("Crane ticket, 2016 (expires 2031)", "2031"),
        ("Lapsed crane ticket, 2016", ""),
    ],
)
def test_what_has_ended_ends_on_its_day(line: str, until: str) -> None:
    draft = read_input("cv.md", f"{HEAD}- {line}\n{WORK}".encode(), Library(Audience.PRIVATE))
    assert isinstance(draft, Draft)
    assert [str(record.get("valid_until", "")) for record in draft.records] == [until]


def test_a_name_in_several_parts_is_whole_and_the_last_day_of_what_it_names_is_kept() -> None:
    told = {
        "Safety 3140 \u2013 Skilled Person (VOP), 2019, renewed 2024": "",
        "Lifts 3a, 3b": "",
        "Driving licence B, BE": "",
        "Felling CS38, CS39": "",
        "Lift licence, valid until May 2027": "2027-05",
        "Sea survival valid to May 2027": "2027-05",
        "Lift card, expires 3 May 2027": "2027-05-03",
    }
    text = "# Ann Lee\n\n## Licences\n\n" + "".join(f"- {name}\n" for name in told)
    text += "\n## Work\n\n### Weaver, Mill, 2019 \u2013 2020\n"
    draft = read_input("cv.md", text.encode(), Library(Audience.PRIVATE))
    assert isinstance(draft, Draft)
    assert draft.profile["certificates"] == [{"name": name} for name in told]
    assert [str(record.get("valid_until", "")) for record in draft.records] == list(told.values())
    assert (draft.account().lost, draft.account().invented) == ((), ())
    for text, issuer in (
        ("Forklift B, RYA, 2019", "RYA"),
        ("Forklift \u2013 Guild of Carriers, 2019", "Guild of Carriers"),
    ):
        read_certificates(draft := Draft("résumé", text), text)
        assert [held["issuer"] for held in draft.profile["certificates"]] == [issuer], text


@pytest.mark.parametrize("heading", ["Certificates", "Licences", "Professional registration"])
def test_certificates_and_degrees_are_records_of_which_none_counts(heading: str) -> None:
    text = (
        f"# Maren Oakley\n\n## {heading}\n\nRCVS registration, since 2015\n\n## Education\n\n"
        "- Diploma in Nursing (Level 3), Askham Bryan College, 2013 – 2015\n"
    )
    draft = read_input("cv.md", text.encode(), Library(Audience.PRIVATE))
    assert isinstance(draft, Draft)
    assert (draft.account().lost, draft.account().invented) == ((), ())
    assert [(r["id"], r["claim"], r["status"]) for r in draft.records] == [
        ("credential1", "RCVS registration, 2015", "unconfirmed"),
        (
            "credential2",
            "Diploma, Nursing (Level 3), Askham Bryan College, 2015",
            "unconfirmed",
        ),
    ]


def test_certificates_in_one_line_are_several_where_each_says_what_it_is() -> None:
    told = {
        "Driving licence BE, chainsaw certificate, hot work card": [
            *("Driving licence BE", "chainsaw certificate", "hot work card")
        ],
        "Certificate in dyeing, Guild of Weavers": ["Certificate in dyeing"],
        "First aid certificate, Red Cross licence, 2020": [
            "First aid certificate, Red Cross licence"
        ],
    }
    for text, names in told.items():
        draft = Draft("résumé", text)
        assert read_certificates(draft, text) == ""
        assert [str(held["name"]) for held in draft.profile["certificates"]] == names


def test_letters_that_a_member_bears_are_of_the_title_and_an_issuers_own_are_not() -> None:
    told = {
        "Chartered Member, Royal Institution of Chartered Surveyors (MRICS), 2021": (
            "Chartered Member (MRICS)",
            "Royal Institution of Chartered Surveyors",
        ),
        "Fellow, Royal College of Nursing (FRCN)": ("Fellow (FRCN)", "Royal College of Nursing"),
        "Day Skipper, Royal Yachting Association (RYA), 2019": (
            "Day Skipper",
            "Royal Yachting Association (RYA)",
        ),
        "Forklift, Guild of Carriers (Leeds), 2019": ("Forklift", "Guild of Carriers (Leeds)"),
    }
    for text, (name, issuer) in told.items():
        draft = Draft("résumé", text)
        assert read_certificates(draft, text) == ""
        (held,) = draft.profile["certificates"]
        assert (held["name"], held["issuer"]) == (name, issuer)


HELD = {
    "full UK driving licence": "",
    "ENG1 and offshore survival valid to May 2028": "2028-05",
    "CSCS card": "",
    "driving licence with trailer": "",
    "Führerschein B, BE": "",
}
NOT_HELD = ("likes a good licence plate", "Open to relocation", "Leeds", "valid to nobody")


def test_what_is_held_may_stand_beside_how_to_reach_somebody() -> None:
    line = " · ".join(["ada@example.org", *HELD, NOT_HELD[1]])
    text = f"# Ada Lane\n\n{line}\n\n## Skills\n\nlooms, yarn\n"
    draft = read_input("cv.md", text.encode(), Library(Audience.PRIVATE), wanted="resume")
    assert isinstance(draft, Draft)
    assert [held["name"] for held in draft.profile["certificates"]] == list(HELD)
    assert [str(r.get("valid_until", "")) for r in draft.records] == list(HELD.values())
    assert (draft.account().lost, draft.account().invented) == ((), ())
    for said in NOT_HELD:
        assert not take_held(Draft("résumé", said), said)


@pytest.mark.parametrize(
    ("line", "name", "issuer", "date"),
    [
        (
            "Loom Academy, Leeds: Tuning and Voicing, two weeks, 2017",
            "Tuning and Voicing, two weeks",
            "Loom Academy, Leeds",
            "2017",
        ),
        (
            "Rope Three, Knots, Splices and Nets — Rope Academy, Leeds, 2019",
            "Rope Three, Knots, Splices and Nets",
            "Rope Academy, Leeds",
            "2019",
        ),
        (
            "Advanced Knots, Micro-knots and Nets, Rope School, 2019, three weeks",
            "Advanced Knots, Micro-knots and Nets, three weeks",
            "Rope School",
            "2019",
        ),
        ("Marshal training, 2022 (two days)", "Marshal training, two days", None, "2022"),
        ("Craft Award, Bronze, 2019", "Craft Award, Bronze", None, "2019"),
        ("Rope register, PIN on request", "Rope register, PIN on request", None, ""),
        ("College of Ropes, member since 2010", "College of Ropes, member", None, "2010"),
        ("Rope Farmers (member since 2019)", "Rope Farmers, member", None, "2019"),
        ("Knots A and B, City & Guilds, 2016", "Knots A and B", "City & Guilds", "2016"),
        ("Rope licence B, held since 2010", "Rope licence B", None, "2010"),
        ("Member of the Guild (MG) since May 2020", "Member of the Guild (MG)", None, "2020-05"),
    ],
)
def test_no_comma_cuts_the_name_of_a_certificate(
    line: str, name: str, issuer: str | None, date: str
) -> None:
    text = f"# Ada Lane\n\n## Certificates\n\n- {line}\n"
    draft = read_input("cv.md", text.encode(), Library(Audience.PRIVATE), wanted="resume")
    assert isinstance(draft, Draft)
    (held,) = draft.profile["certificates"]
    assert (held["name"], held.get("issuer")) == (name, issuer)
    assert str(held.get("date", "")) == date
    assert (draft.account().lost, draft.account().invented) == ((), ())
