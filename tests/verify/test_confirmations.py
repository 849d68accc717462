"""A signature of one record, by one person, for one author: anything else is refused by reason."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.model.confirmation import Confirmation, statement_of
from dossier.model.library import RecordEntry
from dossier.verify.confirmations import confirm, refused
from dossier.verify.signatures import RefusedError
from tests.builders import MINIMAL, write_site
from tests.signing import make_key, public, sign
from tests.views import library

AUTHOR = "Ada Ray"
SIGNER = "github:maria"


@dataclass
class Desk:
    """A record, and a key that its signer has."""

    entry: RecordEntry
    key: Path

    def text(self, **changes: object) -> str:
        consent = (AUTHOR, SIGNER, changes.pop("audience", Audience.PUBLIC))
        entry = self.changed(**changes)
        return statement_of(entry.id, entry.record, entry.project, consent)  # type: ignore[arg-type]

    def changed(self, **changes: object) -> RecordEntry:
        return replace(self.entry, record=self.entry.record.model_copy(update=changes))

    def confirm(self, text: str, signature: str = "", entry: RecordEntry | None = None) -> str:
        signature = signature or sign(self.key, text)
        try:
            confirm(text, signature, public(self.key), entry or self.entry, AUTHOR)
        except RefusedError as error:
            return str(error)
        return ""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("desk")
    entry = library(write_site(folder / "site", MINIMAL)).records["qortex/gain"]
    return Desk(entry, make_key(folder, "ed25519"))


def kept(desk: Desk, audience: Audience = Audience.PUBLIC) -> Confirmation:
    text = desk.text(audience=audience)
    return confirm(text, sign(desk.key, text), public(desk.key), desk.entry, AUTHOR)


def test_what_was_signed_is_kept_as_its_signer_agreed(desk: Desk) -> None:
    for audience in (Audience.SHARED, Audience.PUBLIC):
        found = kept(desk, audience)
        assert (found.record, found.signer, found.audience) == ("qortex/gain", SIGNER, audience)
        assert found.key == public(desk.key)
        assert refused(found, desk.entry, AUTHOR) == ""


def forged(desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield how each is refused, and what is said of it."""
    text = desk.text()
    yield "of another text", desk.confirm(text, sign(desk.key, desk.text(claim="More")))
    claim = desk.text(claim="Everything is faster")
    yield "changed since it was signed: Claim", desk.confirm(claim)
    yield "changed since it was signed: Part", desk.confirm(desk.text(team=3))
    stale = desk.text(must_say=("held out",))
    yield "changed since it was signed, in what", desk.confirm(stale)
    yield (
        "of another record: qortex/other",
        desk.confirm(text.replace("qortex/gain", "qortex/other")),
    )
    yield "of another dossier, that of Bo Ray", desk.confirm(text.replace(AUTHOR, "Bo Ray"))
    yield "what signing means was changed", desk.confirm(text.replace("to be so", "to be not so"))
    yield "its line ends were changed", desk.confirm(text.replace("\n", "\r\n"))
    yield "not the statement", desk.confirm(text + "\n")
    yield "not the statement", desk.confirm("I like it\n")
    yield "was made for `mail`", desk.confirm(text, sign(desk.key, text, namespace="mail"))
    values = desk.text().replace("22", "32")
    yield "changed since it was signed: Values", desk.confirm(values)


def test_whatever_was_not_signed_of_this_record_is_refused_by_reason(desk: Desk) -> None:
    assert [(why, said) for why, said in forged(desk) if why not in said] == []


def test_what_is_kept_holds_no_longer_than_the_record(desk: Desk, tmp_path: Path) -> None:
    found, other = kept(desk), make_key(tmp_path, "ed25519")
    changes: list[tuple[str, Confirmation, RecordEntry]] = [
        ("changed since", found, desk.changed(claim="Other")),
        ("of another record", found, replace(desk.entry, id="qortex/other")),
        ("another key signed it", replace(found, key=public(other)), desk.entry),
        ("signing means", replace(found, audience=Audience.SHARED), desk.entry),
        ("signing means", replace(found, signer="github:mallory"), desk.entry),
        ("of another text", replace(found, signature=sign(desk.key, "x")), desk.entry),
    ]
    said = [(why, refused(of, entry, AUTHOR)) for why, of, entry in changes]
    said.append(("of another dossier", refused(found, desk.entry, "Bo Ray")))
    assert [(why, told) for why, told in said if why not in told] == []
