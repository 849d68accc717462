"""Studies and certificates that answer what is asked for."""

from __future__ import annotations

import pytest

from dossier.match.credentials import Credential, asks_credential, certificates, studies
from dossier.model.profile import Profile
from dossier.plain.yaml import construct

PROFILE = """\
name: Ada
education:
  - {degree: Diploma, field: Dental Nursing, institution: Leeds College, to: 2015}
  - {degree: BSc, field: Economics, institution: Exeter, to: 2012}
certificates:
  - {name: "Dental Council (GDC) registration, dental nurse"}
  - {name: Certificate in Dental Sedation Nursing}
  - {name: "Association of Dental Nurses, member"}
  - {name: Emergency First Aid}
"""


def found(item: str) -> list[Credential]:
    data, _ = construct(PROFILE, "profile.yml")
    profile = Profile.model_validate(data)
    return [*studies(item, profile), *certificates(item, profile)]


@pytest.mark.parametrize(
    ("item", "text", "is_exact"),
    [
        ("Recognised dental nursing qualification", "Diploma, Dental Nursing", True),
        ("A qualification in dental nursing and radiography", "Diploma, Dental Nursing", False),
        ("Sedation nursing qualification", "Certificate in Dental Sedation Nursing", True),
        ("Registration with the GDC", "Dental Council (GDC)", True),
        ("Membership of the ADN", "Association of Dental Nurses", True),
        ("Membership of a professional body", "Association of Dental Nurses", False),
        ("First aid or ambulance certificate", "Emergency First Aid", True),
        ("Degree in economics or a related subject", "BSc, Economics", True),
        ("Degree in law", "Diploma, Dental Nursing", False),
        ("Registered with the General Dental Council", "Dental Council (GDC)", True),
    ],
)
def test_a_credential_of_the_kind_that_is_asked_for_is_first(
    item: str, text: str, *, is_exact: bool
) -> None:
    first = found(item)[0]
    assert first.text.startswith(text), item
    assert first.is_exact is is_exact


@pytest.mark.parametrize("item", ["Chartered status", "Membership of the CIOB", "Nursing homes"])
def test_of_another_kind_none_answers(item: str) -> None:
    assert found(item) == []


def test_a_diploma_of_another_subject_is_a_guess_and_a_degree_may_be_of_any() -> None:
    assert [each.is_guess for each in found("Diploma in welding")] == [True, True]
    assert [each.is_guess for each in found("Diploma in nursing")] == [False, True]
    (sedation,) = found("Diploma in dental sedation nursing")
    assert sedation.text.startswith("Certificate"), "it says more of it"
    assert [each.is_guess for each in found("Degree in a numerate subject")] == [False, False]


def test_experience_in_place_of_a_credential_leaves_it_one() -> None:
    assert asks_credential("A qualification in law, or equivalent experience")
    assert not asks_credential("Experience of licences")
