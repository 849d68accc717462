from dossier.plain.yaml_places import Lines, Places


def _noted(*values: tuple[str | int, int, int]) -> Places:
    places = Places()
    for step, depth, index in values:
        places.add(step, depth, index)
    return places


def test_places_are_told_of_keys_and_of_items_as_they_were_noted() -> None:
    places = _noted((0, 0, 0), ("a", 1, 0), (0, 2, 5), ("b", 3, 6), (1, 2, 14), ("c", 1, 16))
    assert places.tree("a:\n- {b: 1}\n- 2\nc: 3\n") == {
        (): (0, 0),
        ("a",): (0, 0),
        ("a", 0): (1, 2),
        ("a", 0, "b"): (1, 3),
        ("a", 1): (2, 2),
        ("c",): (3, 0),
    }


def test_a_key_that_stands_twice_has_the_place_of_the_last() -> None:
    places = _noted((0, 0, 0), ("a", 1, 0), (0, 2, 4), ("a", 1, 7), (0, 2, 11))
    found = places.tree("a: [x]\na: [y]\n")
    assert found == {(): (0, 0), ("a",): (1, 0), ("a", 0): (0, 4)}


def test_lines_end_where_those_of_editors_do() -> None:
    lines = Lines("a\u2028b\nc")
    assert [lines.position(index) for index in (0, 2, 4)] == [(0, 0), (0, 2), (1, 0)]
