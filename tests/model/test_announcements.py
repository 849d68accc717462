"""Days that events speak of."""

from datetime import date

from dossier.model.announcements import coming_up
from dossier.model.application import Application


def test_day_that_an_event_announces_is_still_to_come() -> None:
    events = [
        {"date": "2026-11-27", "what": "first interview on 8 December at 10"},
        {"date": "2026-11-20", "what": "applied"},
        {"date": "2025-11-20", "what": "call on 8 December"},
        {"date": "2026-12-20", "what": "trial day"},
    ]
    application = Application.model_validate({"company": "Kulde", "events": events})
    found = coming_up(application, date(2026, 11, 28))
    assert [(event.date, event.what) for event in found] == [
        ("2026-12-08", "first interview on 8 December at 10"),
        ("2026-12-20", "trial day"),
    ]
    assert len(coming_up(application, date(2026, 12, 8))) == 1
