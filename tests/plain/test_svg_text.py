from dossier.plain.svg_text import svg_texts

DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg"><style>text { fill: red }</style>
<title>Gain</title><g><text x="1">Precision\n <tspan dy="9">rose</tspan></text></g><text/></svg>"""


def test_each_text_is_read_as_a_whole() -> None:
    assert svg_texts(DRAWING) == ("Gain", "Precision rose")


def test_what_is_no_drawing_has_none() -> None:
    assert svg_texts(b"<svg") == svg_texts(b"\x89PNG") == ()
