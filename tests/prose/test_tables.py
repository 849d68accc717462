from dossier.prose.markdown import parse
from dossier.prose.tables import heads_of_rows, surroundings

TEXT = "> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nplain\n"


def test_cells_have_their_row_and_rows_of_a_body_the_one_above() -> None:
    tokens = parse(TEXT)[0]
    around, heads = surroundings(tokens), heads_of_rows(tokens)
    inline = [token for token in tokens if token.type == "inline"]
    rows = [around.get(id(token)) for token in inline]
    quoted, *cells, plain = rows
    assert quoted == (None, True)
    assert plain is None
    numbers = [row for row, _ in filter(None, cells)]
    head, one, two = numbers[::2]
    assert numbers == [head, head, one, one, two, two]
    assert heads == {one: head, two: head}
