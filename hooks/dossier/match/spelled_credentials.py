"""Studies, certificates and awards in a line each, as records and rows say them."""

from __future__ import annotations

from dossier.model.profile import Award, Certificate, Education, is_running
from dossier.plain.dates import spell_date


def spell_study(study: Education) -> str:
    """Say in a line what was studied, where, and when it ended."""
    ended = spell_date(study.until) if study.until and not is_running(study) else ""
    return _joined(study.degree, study.field, study.institution, ended)


def spell_certificate(held: Certificate) -> str:
    """Say in a line what is held, of whom, and since when."""
    return _joined(held.name, held.issuer, spell_date(held.date or ""))


def spell_award(given: Award) -> str:
    """Say in a line what was given, by whom, and when."""
    return _joined(given.title, given.awarder, spell_date(given.date or ""))


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
