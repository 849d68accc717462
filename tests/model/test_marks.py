"""A mark means to our readers what it means to pydantic."""

from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from dossier.model.base import wrong
from dossier.model.marks import After, Before, Count, SaidAs, Signs


def _refused(text: str) -> str:
    if text == "b":
        raise wrong("id-form", "no b")
    return text.upper()


MARKED: dict[str, tuple[Any, tuple[object, ...]]] = {
    "signs": (Annotated[str, Signs(2, 3)], ("ab", " ab\n", "a", "abcd", "", " \u2003a\x1c ")),
    "signs as they are": (Annotated[str, Signs(2, is_stripped=False)], (" a", "a", " ")),
    "count": (Annotated[int, Count(1, 3)], (0, 1, 3, 4)),
    "before": (Annotated[str, Before(str)], (5, "a")),
    "after": (Annotated[str, After(_refused)], ("a", "b")),
}


@pytest.mark.parametrize("name", MARKED)
def test_a_mark_reads_what_pydantic_reads(name: str) -> None:
    hint, values = MARKED[name]
    (mark,) = hint.__metadata__
    read = mark.around(lambda value: value)
    for value in values:
        try:
            wanted = TypeAdapter(hint).validate_python(value)
        except ValidationError:
            with pytest.raises(ValueError):  # noqa: PT011 - any does
                read(value)
        else:
            assert read(value) == wanted


def test_pydantic_alone_says_white_space_and_so_do_we() -> None:
    text = TypeAdapter(Annotated[str, Signs(0)])
    read = Signs(0).around(lambda value: value)
    for number in (*range(0xD800), *range(0xE000, 0x11000)):
        sign = chr(number)
        assert read(f"{sign}a{sign}") == text.validate_python(f"{sign}a{sign}")


def test_a_schema_says_what_it_is_told() -> None:
    schema = TypeAdapter(Annotated[str, SaidAs({"pattern": "x"})]).json_schema()
    assert schema == {"pattern": "x"}
