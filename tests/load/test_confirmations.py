"""What persons signed goes where its record goes, and no further than its signer agreed to."""

from pathlib import Path

import pytest

from dossier.load.confirmations import confirmed, read_confirmations
from dossier.model.audience import Audience
from dossier.model.confirmation import Confirmation, spell_confirmation, statement_of
from tests.builders import MINIMAL, PROFILE, write_site
from tests.signing import CONFIRMATION, confirmation_file, make_key, public, sign
from tests.views import library, view

AUTHOR = "Ada Example"


@pytest.mark.parametrize("shown_to", [Audience.SHARED, Audience.PUBLIC])
def test_nobody_sees_who_signed_but_whom_they_agreed_to(tmp_path: Path, shown_to: Audience) -> None:
    files = MINIMAL | confirmation_file(tmp_path, shown_to)
    seen = {
        audience
        for audience in Audience
        if library(write_site(tmp_path / audience, files, audience=audience))
        .records["qortex/gain"]
        .confirmations
    }
    everybody = {Audience.PRIVATE, Audience.ASSISTANT, Audience.SHARED, Audience.PUBLIC}
    assert seen == (everybody if shown_to is Audience.PUBLIC else everybody - {Audience.PUBLIC})


def test_a_signature_for_recipients_changes_no_public_byte(tmp_path: Path) -> None:
    files = MINIMAL | confirmation_file(tmp_path, Audience.SHARED)
    with_it, without = (
        view(write_site(tmp_path / name, kept, audience=Audience.PUBLIC))
        for name, kept in (("with", files), ("without", MINIMAL))
    )
    assert with_it.files == without.files
    assert (with_it.linted, with_it.library) == (without.linted, without.library)


def test_what_confirms_nothing_is_told_to_the_author_alone(tmp_path: Path) -> None:
    kept = confirmation_file(tmp_path, Audience.PUBLIC)
    whole = kept[CONFIRMATION]
    sites = {
        "the record has changed since": MINIMAL
        | {"content/evidence/qortex.yml": MINIMAL["content/evidence/qortex.yml"].replace("22", "9")}
        | kept,
        "there is no such record": MINIMAL
        | {"content/proofs/x.signed.json": whole.replace('"qortex/gain"', '"qortex/none"')},
        "of another dossier": MINIMAL
        | {"content/profile.yml": PROFILE.replace(AUTHOR, "Bo Example")}
        | kept,
        "it is no JSON": MINIMAL | {"content/proofs/x.signed.json": "{"},
    }
    for number, (why, files) in enumerate(sites.items()):
        for audience in (Audience.PRIVATE, Audience.SHARED, Audience.PUBLIC):
            seen = view(write_site(tmp_path / f"{number}-{audience}", files, audience=audience))
            said = [p.message for p in seen.found if p.code == "confirmation-refused"]
            is_told = bool(said) and why in said[0]
            assert is_told == (audience is Audience.PRIVATE), (why, audience, said)
            assert not seen.library.records["qortex/gain"].confirmations


def test_one_person_is_counted_once_and_the_author_never(tmp_path: Path) -> None:
    entry = library(write_site(tmp_path / "first", MINIMAL)).records["qortex/gain"]
    key, kept = make_key(tmp_path, "ed25519"), {}
    names = ("github:maria", "github:Maria", "gitlab:maria", "github:mariax")
    for number, signer in enumerate(names):
        consent = (AUTHOR, signer, Audience.PUBLIC)
        text = statement_of(entry.id, entry.record, entry.project, consent)
        signed = (text, sign(key, text), f"{public(key)} {number}")
        found = Confirmation(entry.id, signer, Audience.PUBLIC, *signed, f"2026-02-2{number}")
        kept[f"content/proofs/{4 - number}.signed.json"] = spell_confirmation(found)
    own = PROFILE.replace("https://example.org/ada", "https://github.com/Maria/?tab=repositories")
    seen = [
        view(write_site(tmp_path / name, MINIMAL | kept | {"content/profile.yml": profile}))
        for name, profile in (("once", PROFILE), ("own", own))
    ]
    counted = [
        [known.signer for known in each.library.records["qortex/gain"].confirmations]
        for each in seen
    ]
    # Of the author's own key nobody here knows that it is.
    assert counted == [["github:maria"], ["gitlab:maria"]]
    said = [p.message for p in seen[0].found if p.code == "confirmation-refused"]
    assert len(said) == len(names) - 1
    assert sum("its key has signed as github:maria already" in each for each in said) == 2
    assert sum("github:Maria confirms it already" in each for each in said) == 1
    said = [p.message for p in seen[1].found if "an account of the author's own" in p.message]
    assert len(said) == 2


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    names = ["proofs/report.json", "assets/x.signed.json"]
    assert read_confirmations(tmp_path, "content", names) == ({}, [])
    assert confirmed({}, {}, None, Audience.PUBLIC) == ({}, [])
