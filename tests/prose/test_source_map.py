"""Where inline texts stand in the text that they were parsed from."""

from dossier.prose.markdown import parse
from dossier.prose.source_map import SourceMap, inline_tokens


def test_a_line_begins_where_the_one_before_it_ends() -> None:
    places = SourceMap("ab\n\nc")
    assert [places.line_start(line) for line in range(4)] == [0, 3, 4, 6]


def test_a_position_is_told_by_the_line_it_stands_on() -> None:
    text = "> ab\n> cd\n"
    ((token, in_heading),) = inline_tokens(parse(text)[0])
    places = SourceMap(text, [token])
    assert not in_heading
    assert [places.offset(token, position) for position in (0, 1, 3, 4)] == [2, 3, 7, 8]


def test_a_lost_line_has_no_places() -> None:
    # A carriage return is a line end to the parser, and none to whoever split the text.
    text = "a\rb"
    ((token, _),) = inline_tokens(parse(text)[0])
    places = SourceMap(text, [token])
    assert (places.offset(token, 0), places.offset(token, 2)) == (0, None)


def test_inline_texts_come_in_the_order_of_the_prose() -> None:
    text = "[^1]: note\n\n# head[^1]\n\nlast"
    found = [(token.content, in_heading) for token, in_heading in inline_tokens(parse(text)[0])]
    assert found == [("note", False), ("head[^1]", True), ("last", False)]
