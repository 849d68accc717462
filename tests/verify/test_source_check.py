from dossier.model.verdict import CheckOutcome, SourcePart
from dossier.verify.artifacts import UnfetchedError, UnfoundError
from dossier.verify.source_check import SourceCheck


def test_what_was_not_fetched_is_passed_over_and_what_is_not_there_is_broken() -> None:
    look = SourceCheck("2026-03-01")
    look.unfound(SourcePart.FILE, UnfetchedError("the clone is partial"))
    assert (look.parts, look.skipped) == ({}, ["the clone is partial"])
    look.unfound(SourcePart.FILE, UnfoundError("a.json is not there"))
    assert look.parts[SourcePart.FILE].outcome is CheckOutcome.BROKEN
