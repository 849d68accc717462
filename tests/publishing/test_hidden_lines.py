"""Lines of files in which private text stands among public: nobody is told how many there are."""

from dossier.plain.problems import Place, Problem
from dossier.publishing.hidden_lines import without_hidden_lines


def test_lines_of_mixed_files_are_left_out_of_place_message_and_hint() -> None:
    place = Place("content/evidence/a.yml", 12, 3)
    told = Problem("duplicate-id", place, "as in content/profile.yml:9:1", "see content/a.md:4:2")
    assert without_hidden_lines(told) == Problem(
        "duplicate-id",
        Place("content/evidence/a.yml", 0, 0),
        "as in content/profile.yml",
        "see content/a.md:4:2; `dossier check` tells the line",
    )


def test_line_of_a_page_that_is_public_as_a_whole_stays() -> None:
    told = Problem("link-broken", Place("content/projects/a.md", 12, 3), "gone")
    assert without_hidden_lines(told) == told
