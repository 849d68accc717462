"""Words of an input against those of what it becomes."""

from dossier.importing.words import Copied, Reading, account, counted, dated, words


def test_word_is_a_run_of_letters_and_digits() -> None:
    assert words("Łódź: **C++**, 3.94s_x") == ["łódź", "c", "3", "94s", "x"]


def test_copies_are_not_counted() -> None:
    assert counted([{"id": Copied("acme"), "note": "acme it is"}]).total() == 3


def test_each_word_goes_somewhere() -> None:
    told = account(
        "Link: x\nFit 4/5 left",
        ([{"url": "x"}], [], ["left"]),
        [Reading("Link", "url"), Reading("Fit 4/5", "fit: 4")],
    )
    assert (told.given, told.fields, told.remainder, told.named) == (6, 1, 1, 4)
    assert (told.lost, told.invented, told.out) == ((), (), 6)


def test_lost_and_invented_words_are_named() -> None:
    told = account("one two two", (["two"], [], ["three"]), [])
    assert told.lost == ("one", "two")
    assert told.invented == ("three",)


def test_copy_hides_no_loss() -> None:
    told = account("two two", ([], [], ["two two"]), [], copies=["two"])
    assert told.lost == ("two",)


def test_year_alone_is_a_number_of_yaml() -> None:
    assert dated("2020") == 2020
    assert dated("2020-05") == "2020-05"
