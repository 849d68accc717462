"""What will go out, in words."""

from dataclasses import dataclass
from datetime import date

from dossier.publishing.destination import Destination
from dossier.publishing.summary import spell_again, spell_due, spell_plan
from dossier.publishing.target import Changes


@dataclass(frozen=True)
class Share:
    id: str
    label: str
    role: str | None = None
    expires: date | None = None
    day: date | None = None
    application: str = "acme"
    company: str | None = None
    created: date = date(2026, 2, 1)
    uid: str = "acme-1"


def test_plan_says_what_goes_where() -> None:
    names = tuple(f"{number:02}.html" for number in range(14))
    shares = [Share("b", "Zoe"), Share("a", "Eve", "ml", date(2026, 5, 1))]
    files = {"s/a/index.html": b"x" * 90_000, "index.html": b"y"}
    assert spell_plan(
        Destination("../p.git", "pages"), files, Changes(names, (), ("old",)), shares
    ) == (
        "To `pages` of ../p.git: 2 files, 0.1 MB, as one commit without history.\n"
        f"  added    14: {', '.join(names[:12])} and 2 more\n"
        "  removed  1: old\n"
        "  share    for Eve (acme, role ml, until 2026-05-01), 90 kB\n"
        "  share    for Zoe (acme), 0 kB"
    )


def test_a_share_that_a_phone_loads_too_long_is_told() -> None:
    files = {"s/a/index.html": b"x" * 36_000_000, "s/b/index.html": b"x" * 2_000_000}
    shares = [Share("a", "Eve"), Share("b", "Zoe")]
    told = spell_plan(Destination("p", "b"), files, Changes((), (), ()), shares).splitlines()[1:]
    assert told == [
        "  share    for Eve (acme), 36000 kB: a phone loads it in 3 minutes",
        "  share    for Zoe (acme), 2000 kB",
    ]


def test_first_publish_names_no_file() -> None:
    told = spell_plan(Destination("../p.git", "pages"), {"a": b""}, Changes(("a",), (), ()), [])
    assert told.splitlines()[1:] == ["  added    1"]


def test_every_file_that_goes_is_named() -> None:
    gone = tuple(f"old/{number:02}.html" for number in range(22))
    target, files = Destination("../p.git", "pages"), dict.fromkeys(gone, b"")
    told = spell_plan(target, files, Changes((), (), gone), []).splitlines()[1:]
    assert told == ["  removed  22:", *(f"    {name}" for name in gone)]
    few = spell_plan(target, {"a": b""}, Changes((), (), ("b",)), []).splitlines()[1:]
    assert few == ["  removed  1: b"]


def test_due_day_is_told_if_there_is_one() -> None:
    assert spell_due([Share("a", "Eve")]) == ""
    assert spell_due([Share("a", "Eve", None, date(2026, 5, 1))]) == (
        "A link opens until 2026-05-01. Publish again from 2026-05-03 on, when that day is over "
        "everywhere: its page stays where it is until you do."
    )


def test_plan_names_the_shares_whose_pages_go() -> None:
    eve = Share("a", "Eve", None, date(2026, 2, 1))
    nothing = "opens nothing"
    gone = [(Share("b", "Zoe"), "revoked", nothing), (eve, "expired", nothing)]
    told = spell_plan(Destination("../p.git", "pages"), {}, Changes((), (), ()), [], gone)
    assert told.splitlines()[1:] == [
        "  expired  for Eve (acme, until 2026-02-01): its page goes, and the link opens nothing",
        "  revoked  for Zoe (acme): its page goes, and the link opens nothing",
    ]


def test_plan_says_of_which_day_a_share_is() -> None:
    share = Share("a", "Eve", day=date(2026, 2, 3))
    told = spell_plan(Destination("../p.git", "pages"), {}, Changes((), (), ()), [share])
    assert told.endswith("for Eve (acme), 0 kB, as of 2026-02-03")


def test_links_that_had_been_taken_down_are_named() -> None:
    added = Changes(("s/a/index.html",), (), ())
    for changes, published, told in (
        (added, {"a"}, ["  again    for Eve (acme): it had gone out before, and is not there now"]),
        (added, {"b"}, []),
        (Changes((), (), ()), {"a"}, []),
    ):
        found = spell_again(changes, [Share("a", "Eve")], published)
        assert [line.partition(";")[0] for line in found] == told
