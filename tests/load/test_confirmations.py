"""What persons signed goes where its record goes, and no further than its signer agreed to."""

from pathlib import Path

import pytest

from dossier.load.confirmations import confirmed, read_confirmations
from dossier.model.audience import Audience
from tests.builders import MINIMAL, PROFILE, write_site
from tests.signing import CONFIRMATION, confirmation_file
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


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    names = ["proofs/report.json", "assets/x.signed.json"]
    assert read_confirmations(tmp_path, "content", names) == ({}, [])
    assert confirmed({}, {}, "", Audience.PUBLIC) == ({}, [])
