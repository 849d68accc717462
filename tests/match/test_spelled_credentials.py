"""Studies, certificates and awards in a line."""

from dossier.match.spelled_credentials import spell_award, spell_certificate, spell_study
from dossier.model.profile import Award, Certificate, Education


def test_each_says_what_of_whom_and_when() -> None:
    study = {"degree": "Diploma", "field": "Weaving", "institution": "Guild", "to": "2019-06"}
    assert spell_study(Education.model_validate(study)) == "Diploma, Weaving, Guild, Jun 2019"
    held = {"name": "First aid", "issuer": "Red Cross", "date": "2021"}
    assert spell_certificate(Certificate.model_validate(held)) == "First aid, Red Cross, 2021"
    given = {"title": "Gold Loom", "awarder": "Guild", "date": "2020", "summary": "For a rug"}
    assert spell_award(Award.model_validate(given)) == "Gold Loom, Guild, 2020"
