from dossier.model.lock import LOCK_FILE, spell_lock
from tests.builders import MINIMAL, problems_of

RECORDS = "content/evidence/qortex.yml"
LOCK = f"content/{LOCK_FILE}"


def test_cited_record_without_a_stamp_is_told_once_where_there_is_a_lock() -> None:
    (told,) = problems_of(MINIMAL | {LOCK: spell_lock({})})
    assert told == (
        f"{RECORDS}:4:5: warning: `qortex/gain` is cited but was never reviewed "
        "[evidence-unreviewed]"
    )
