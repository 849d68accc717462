from dossier.plain.forgetful import kept


def test_values_are_kept_until_they_are_too_many_or_forgotten() -> None:
    made: list[str] = []

    @kept(2)
    def double(text: str) -> str:
        made.append(text)
        return text * 2

    for text in ("a", "b", "a", "c", "b", "c", "a"):
        assert double(text) == text * 2
    assert made == ["a", "b", "c", "a"]
    double.forget(["c", "x"])
    assert [double("a"), double("c")] == ["aa", "cc"]
    assert made == ["a", "b", "c", "a", "c"]
    double.cache_clear()
    assert (double("a"), made[5:]) == ("aa", ["a"])
