"""Records of studies and certificates: one each, unconfirmed, and made anew when put right."""

from dossier.importing.credential_records import add_credentials, renew_credentials
from dossier.importing.draft import Draft


def drafted() -> Draft:
    draft = Draft("résumé", "")
    draft.profile = {
        "certificates": [{"name": "Crane ticket, 2016, expired in March 2021"}],
        "education": [{"degree": "MSc", "field": "Botany", "institution": "Kew"}, {"field": "Art"}],
    }
    add_credentials(draft)
    return draft


def test_each_is_a_record_that_says_when_it_ended() -> None:
    told = [(str(r["claim"]), r.get("valid_until"), str(r["status"])) for r in drafted().records]
    assert told == [
        ("Crane ticket, 2016, expired in March 2021", "2021-03", "unconfirmed"),
        ("MSc, Botany, Kew", None, "unconfirmed"),
    ]


def test_they_are_made_anew_when_what_they_say_was_put_right() -> None:
    draft = drafted()
    draft.profile["certificates"] = [{"name": "Crane ticket"}]
    renew_credentials(draft)
    assert [str(record["claim"]) for record in draft.records] == [
        "Crane ticket",
        "MSc, Botany, Kew",
    ]
