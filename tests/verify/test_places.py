import hashlib
from dataclasses import replace

import pytest

from dossier.model.source import Source
from dossier.model.verdict import CheckOutcome, CheckResult
from dossier.verify import places
from dossier.verify.artifacts import UnfoundError, parse_location
from dossier.verify.places import check_place, content_id, has_place

TEXT = b"# Notes\n\nPrecision rose by 22 %.\nRecall too.\nRecall too.\n"


def source(**known: str) -> Source:
    return Source.model_validate({"label": "S", **known})


def found(
    place: str, quote: str = "", text: bytes = TEXT, before: CheckResult | None = None
) -> CheckResult:
    known = source(path=place, **({"quote": quote} if quote else {}))
    assert has_place(known, parse_location(place))
    return check_place(known, parse_location(place), text, before)


@pytest.mark.parametrize(
    ("place", "quote", "why"),
    [
        ("n.md:3", "", ""),
        ("n.md", "rose by 22 %", ""),
        ("n.md#L3-L4", "rose by 22 %. Recall", ""),
        ("n.md", "fell", "the quote does not stand there"),
        ("n.md", "Recall too", "the quote stands there 2 times: quote more of the sentence"),
        ("n.md:1-2", "rose", "the quote stands in line 3: its lines have moved"),
        ("n.md:1", "22 %. Recall", "the quote stands in lines 3–4: its lines have moved"),
        ("n.md:1", "fell", "the quote does not stand there"),
        (
            "n.md:1",
            "Notes Precision rose by 22 %. Recall too. Recall",
            "the quote stands elsewhere in the file: its lines have moved",
        ),
    ],
)
def test_lines_and_quote_stand_there_or_prove_nothing(place: str, quote: str, why: str) -> None:
    result = found(place, quote)
    expected = CheckOutcome.REFUSED if why else CheckOutcome.GOOD
    assert (result.outcome, result.said) == (expected, why)
    assert (bool(result.lines) is (":" in place or "#L" in place) and not why) or bool(why)


def test_lines_that_are_not_there_are_no_place() -> None:
    with pytest.raises(UnfoundError, match="has 5 lines, and none that is L9"):
        found("n.md:9")


def test_lines_that_have_moved_or_changed_since_they_were_checked() -> None:
    first = replace(found("n.md:3"), checked="2026-02-01", good="2026-02-01")
    assert found("n.md:3", before=first).lines == first.lines
    again = found("n.md:3", text=b"\t" + TEXT.replace(b"Pre", b"  Pre"), before=first)
    assert again.outcome is CheckOutcome.GOOD
    moved = found("n.md:3", text=b"New\n" + TEXT, before=first)
    why = "its lines are not what they were on 1 Feb 2026"
    assert (moved.outcome, moved.said) == (CheckOutcome.REFUSED, f"{why}: they are line 4 now")
    changed = found(
        "n.md:3", text=TEXT.replace(b"22", b"23"), before=replace(moved, good="2026-02-01")
    )
    assert (changed.outcome, changed.said) == (CheckOutcome.REFUSED, why)


def test_lines_that_have_moved_are_not_looked_for_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = replace(found("n.md:3"), checked="2026-02-01", good="2026-02-01")
    monkeypatch.setattr(places, "_MOST_TRIES", 5)
    moved = found("n.md:3", text=b"New\n" + TEXT, before=first)
    assert moved.said == "its lines are not what they were on 1 Feb 2026"


def test_what_is_no_text_has_no_quote() -> None:
    assert (
        found("n.md", "x", b"\xff").said == "n.md is no text in which a quote could be looked for"
    )


def test_quote_of_a_page_is_not_looked_for_in_a_file() -> None:
    known = source(url="https://example.org", quote="Said", path="report.json#/a")
    assert not has_place(known, parse_location("report.json#/a"))


def test_content_is_named_as_git_names_it() -> None:
    # What `git hash-object` says of an empty file.
    assert content_id(b"") == "swh:1:cnt:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    named = hashlib.sha1(b"blob 1\0a", usedforsecurity=False).hexdigest()
    assert content_id(b"a") == f"swh:1:cnt:{named}"
