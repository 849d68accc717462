from tests.quantities.reading import one


def test_digits_are_those_by_which_slips_are_known() -> None:
    assert [one(text).digits for text in ("2.80 µA", "28 mA", "0.02 ms", "-22%")] == [
        *("28", "28", "2", "22")
    ]
