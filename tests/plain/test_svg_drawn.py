"""Drawings whose parts use each other are counted as a browser draws them."""

import pytest

from dossier.plain.images import TooLargeError
from dossier.plain.svg import strip_svg

STEPS = 8
DRAWN = " ".join(f'{how}="url(#p{STEPS})"' for how in ("fill", "mask", "clip-path", "marker"))


def drawing(inner: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'.encode()


def is_refused(inner: str) -> bool:
    try:
        strip_svg(drawing(inner))
    except TooLargeError:
        return True
    return False


def steps(part: str) -> str:
    """Return parts by the names p0 on, each with the number before its own for PREVIOUS."""
    numbers = range(1, STEPS + 1)
    parts = (part.replace("ID", f"p{n}").replace("PREVIOUS", str(n - 1)) for n in numbers)
    return "".join(parts) + f"<g {DRAWN}/>"


def ten(how: str) -> str:
    return f'<rect width="1" {how}/>' * 10


def pattern(inner: str) -> str:
    return f'<pattern id="ID">{inner}</pattern>'


def group(inner: str) -> str:
    return f'<g id="ID">{inner}</g>'


def clip(inner: str) -> str:
    return f'<clipPath id="ID">{inner}</clipPath>'


PATH = '<path d="M0 0 1 1 2 2 3 3 4 4 5 5 6 6 7 7 8 8"'
RULES = "".join(f"g > .a.c{n} {{ fill: url(#p{n}) }}" for n in range(STEPS))
IMAGE = '<filter id="fID"><feImage href="#ID"/></filter>'
HEAVY = {
    "use": steps(group('<use href="#pPREVIOUS"/>' * 10)),
    "an escaped id": steps(group('<use href="#%70PREVIOUS"/>' * 10)),
    "pattern": steps(pattern(ten('fill="url(#pPREVIOUS)"'))),
    "stroke": steps(pattern(ten('style="stroke: url( #pPREVIOUS )"'))),
    "passed on": steps(pattern(f'<g fill="url(#pPREVIOUS)">{ten("")}</g>')),
    "escaped": steps(pattern(ten('fill="u\\72l(#pPREVIOUS)"'))),
    "mask": steps('<mask id="ID">' + ten('mask="url(#pPREVIOUS)"') + "</mask>"),
    "clip": steps(clip(ten('clip-path="url(#pPREVIOUS)"'))),
    "marker": steps(f'<marker id="ID">{PATH} marker-mid="url(#pPREVIOUS)"/></marker>'),
    "of a group": steps(f'<marker id="ID"><g marker="url(#pPREVIOUS)">{PATH}/></g></marker>'),
    "feImage": steps(group(ten('filter="url(#fpPREVIOUS)"')) + IMAGE),
    "rules": f"<style>{RULES}</style>" + steps(pattern(ten('class="a cPREVIOUS"'))),
}
CLIPS = "".join(f".c{n}{{clip-path:url(#p{n})}}" for n in range(STEPS))
LIGHT = {
    "a mark at each of many points": '<path id="m" d="M0 0"/><clipPath id="c"><rect/></clipPath>'
    + '<use href="#m" clip-path="url(#c)"/>' * 3000,
    "colours": f'<linearGradient id="l">{"<stop/>" * 20}</linearGradient>'
    f'<g fill="url(#l)">{ten("") * 300}</g>',
    "clips of a style sheet": f"<style>{CLIPS}</style>"
    + steps(clip(ten("")) + '<g class="cPREVIOUS"/>'),
    "itself": '<g id="a"><use href="#a"/><use href="#a"/></g>',
    "nothing": '<use href="#none"/>',
}


def test_parts_within_parts_are_counted() -> None:
    assert [kind for kind, inner in HEAVY.items() if not is_refused(inner)] == []


def test_what_people_draw_is_published() -> None:
    assert [kind for kind, inner in LIGHT.items() if is_refused(inner)] == []


def test_an_animation_leads_to_no_other_part() -> None:
    for to in ('to="url(#p)"', 'values="1;URL( #p)"', r'from="u\72l(#p)"', 'by="url(#p)"'):
        kept = strip_svg(drawing(f'<rect><animate attributeName="fill" {to}/></rect>'))
        assert b"animate" not in kept, to
    moved = '<animate attributeName="r" values="1;2"/>'
    assert b"animate" in strip_svg(drawing(f"<circle>{moved}</circle>"))


def test_the_message_says_what_is_too_much() -> None:
    with pytest.raises(TooLargeError, match="uses its parts within each other"):
        strip_svg(drawing(HEAVY["use"]))
