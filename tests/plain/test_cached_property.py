from dossier.plain.cached_property import cached_property


class Counted:
    """Counts how often its number is worked out."""

    def __init__(self) -> None:
        self.asked = 0

    @cached_property
    def number(self) -> int:
        """One more each time it is worked out."""
        self.asked += 1
        return self.asked


def test_value_is_worked_out_once_for_each_object() -> None:
    one, other = Counted(), Counted()
    assert [one.number, one.number, other.number] == [1, 1, 1]
    assert Counted.number.__doc__ == "One more each time it is worked out."
