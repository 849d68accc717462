"""Styles say how something looks: nothing in them leads out of their file."""

import time

import pytest

from dossier.plain.css import is_safe_value, safe_declarations, safe_stylesheet


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("fill:red;stroke-width:2px", "fill:red;stroke-width:2px"),
        ("FILL: url('#a') !important", 'fill:url("#a")!important'),
        ("transform: rotate(45deg) scale(1.5)", "transform:rotate(45deg) scale(1.5)"),
        ("/* a */fill:red", "fill:red"),
        ("width: calc((1px + 2px) * 2)", "width:calc((1px + 2px) * 2)"),
        ("width: calc((url(https://a.example)) * 2)", ""),
        ("grid-template-rows: [url(https://a.example)] 1px", ""),
        ("background: u\\72l(https://a.example)", ""),
        ("fill: u\\72l(https://a.example); stroke: red", "stroke:red"),
        ('fill: image-set("https://a.example" 1x)', ""),
        ("fill: url(a.svg#b)", ""),
        ("fill: url(data:image/png;base64,x)", ""),
        ("fill: expression(alert(1))", ""),
        ("--a: red; behavior: url(#a)", ""),
    ],
)
def test_declaration_stays_or_goes(written: str, left: str) -> None:
    assert safe_declarations(written) == left
    assert safe_declarations(left) == left


def test_rules_stay_and_at_rules_go() -> None:
    written = (
        "@\\69mport 'a'; .a > b { fill: red; src: url(a) } @media print { a { fill: red } } /* c"
    )
    assert safe_stylesheet(written) == ".a > b{fill:red}"


def test_value_of_an_attribute_is_judged_like_one_of_a_style() -> None:
    assert is_safe_value("url(#gradient) red")
    assert not is_safe_value("url(https://a.example)")
    assert not is_safe_value(f"{'calc(' * 40}1{')' * 40}")


@pytest.mark.parametrize(
    "shape", ["/* ", "(", "fill:", "a{", "url(", '"', "\\", "@media{", "[", ";"]
)
def test_ten_times_the_text_takes_no_more_than_twelve_times_as_long(shape: str) -> None:
    def spent(size: int) -> float:
        text = shape * (size // len(shape))
        begun = time.process_time()
        safe_stylesheet(text)
        safe_declarations(text)
        return time.process_time() - begun

    # A machine that is busy otherwise is slow now and then.
    assert any((taken := spent(50_000)) <= 0.5 or taken <= 12 * spent(5_000) for _ in range(3))
