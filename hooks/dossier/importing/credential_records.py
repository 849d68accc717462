"""Records that studies and certificates of a résumé make: unconfirmed, as all are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from dossier.importing.credentials import UNTIL
from dossier.importing.draft import Draft, Values
from dossier.importing.values import read_date
from dossier.importing.words import Copied, dated
from dossier.match.spelled_credentials import spell_award, spell_certificate, spell_study
from dossier.model.evidence import Check, EvidenceKind, RecordStatus
from dossier.model.profile import Award, Certificate, Education


def add_credentials(draft: Draft) -> None:
    """Make a record of each study and certificate of a résumé: most postings ask for some."""
    for number, claim in enumerate(_credentials(draft.profile), start=1):
        draft.records.append(
            {
                "id": Copied(f"credential{number}"),
                "claim": Copied(claim),
                "kind": Copied(EvidenceKind.CREDENTIAL),
                "check": Copied(Check.STATEMENT),
                "status": Copied(RecordStatus.UNCONFIRMED),
            }
            | ({"valid_until": dated(until)} if (until := _valid_until(claim)) else {})
        )


def renew_credentials(draft: Draft) -> None:
    """Make the records of studies and certificates anew: they were put right."""
    made = [each for each in draft.records if not str(each["id"]).startswith("credential")]
    if len(made) < len(draft.records):
        draft.records = made
        add_credentials(draft)


def _valid_until(claim: str) -> str:
    """Return the day that a certificate names as its last; empty for none."""
    found = (UNTIL.search(part) for part in claim.split(", "))
    return next(
        (day for each in found if each and (day := read_date(each["date"].rstrip(")].")))), ""
    )


def _credentials(profile: Values) -> Iterator[str]:
    for model, spell, key in (
        (Certificate, spell_certificate, "certificates"),
        (Education, spell_study, "education"),
        (Award, spell_award, "awards"),
    ):
        for values in profile.get(key, ()):
            read = _read(model, values)
            is_named = values.get("degree") or key != "education"
            if read is not None and is_named and (claim := spell(read)):
                yield claim


def _read(model: type[Any], values: Values) -> Any:  # noqa: ANN401 - one of the two
    """Return an entry as it will be read; None for one that is told as wrong there."""
    try:
        return model.model_validate({name: _plain(value) for name, value in values.items()})
    except ValidationError:
        return None


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value
