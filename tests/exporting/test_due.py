"""What stands in a calendar: days, whatever they are of, under names that stay."""

from datetime import date

from dossier.exporting.due import Due, due_of
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.sent_link import SentLink
from tests.builders import MINIMAL, tree_of

DOSSIER = "content/applications/acme/index.md"
MORE = """\
company: Acme
next: {do: Ask Sam, due: 2026-12}
contacts:
  - {name: Sam Lee, next: {do: Write, due: 2026-11-30}, note: Prefers mail}
  - {name: Kim}
  - {name: "?"}
events:
  - {date: 2026-02-10, what: applied, note: Through their site}
  - {date: 2026-02-10, what: applied}
  - {date: 2026-03, what: interview}
"""


def test_steps_events_and_links_are_told_by_day() -> None:
    text = MINIMAL[DOSSIER].replace("company: Acme\n", MORE)
    library, problems = assemble(tree_of(MINIMAL | {DOSSIER: text}), Audience.PRIVATE)
    assert [each for each in problems if "next" in each.message] == []
    links = (
        SentLink("acme-1", "acme", None, "Eve", expires=date(2027, 1, 31)),
        SentLink("acme-2", "acme", None, "", expires=date(2027, 1, 31), revoked=date(2026, 1, 1)),
        SentLink("gone-1", "gone", None, "", expires=date(2027, 1, 31)),
    )

    def day(year: int, month: int, number: int) -> tuple[date, date]:
        return (date(year, month, number),) * 2

    assert due_of(library, links, lambda text: text or "") == (
        Due(
            "event-acme-2026-02-10-applied",
            *day(2026, 2, 10),
            "Acme: applied",
            "Through their site",
            "event",
        ),
        Due("event-acme-2026-02-10-applied-2", *day(2026, 2, 10), "Acme: applied", kind="event"),
        Due(
            "event-acme-2026-03-interview",
            date(2026, 3, 1),
            date(2026, 3, 31),
            "Acme: interview",
            kind="event",
        ),
        Due("contact-acme-sam-lee", *day(2026, 11, 30), "Acme, Sam Lee: Write", "Prefers mail"),
        Due("next-acme", *day(2026, 12, 31), "Acme: Ask Sam"),
        Due("share-acme-1", *day(2027, 1, 31), "Acme: the link for Eve expires", kind="share"),
    )


def test_a_name_without_letters_stops_nothing() -> None:
    text = MINIMAL[DOSSIER].replace("company: Acme\n", MORE.replace("what: applied}", "what: …}"))
    library, _ = assemble(tree_of(MINIMAL | {DOSSIER: text}), Audience.PRIVATE)
    found = [due.uid for due in due_of(library, (), lambda text: text or "")]
    assert "event-acme-2026-02-10-2026" in found
