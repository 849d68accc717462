"""Of a drawing nothing goes out that is not drawn, and what is drawn stays."""

import pytest

from tests.plain.test_svg import drawing

WORD = "quokkafox"
HIDDEN = f"""
<desc>{WORD}</desc>
<g><title>{WORD}</title></g>
<g>{WORD}</g>
<g/>{WORD}
<g aria-label="{WORD}" role="{WORD}"/>
<g id="{WORD}"/>
<g class="{WORD}"/>
<text display="none">{WORD}</text>
<g style="display:none"><text>{WORD}</text></g>
<g visibility="hidden"><text>{WORD}</text></g>
<text opacity="0">{WORD}</text>
<g opacity=".0"><text>{WORD}</text></g>
<text font-size="0">{WORD}</text>
<g fill="none"><text>{WORD}</text></g>
<text><tspan visibility="hidden">{WORD}</tspan></text>
<svg width="0"><text>{WORD}</text></svg>
<circle r="0" style="font-family:{WORD}"/>
<rect width="0px" height="1" style="font-family:{WORD}"/>
<defs><text>{WORD}</text></defs>
<defs><g><path id="a" d="M0 0"/><text>{WORD}</text></g></defs><use href="#a"/>
<symbol id="a"><text>{WORD}</text></symbol>
<symbol id="a"><use href="#b"/></symbol><symbol id="b"><text>{WORD}</text></symbol>
<style>.a{{display:none}}</style><text class="a">{WORD}</text>
<style>.a{{visibility:hidden}}</style><g class="a"><text>{WORD}</text></g>
<style>.{WORD}{{fill:red}}</style>
<style>g .{WORD}, #{WORD}{{fill:red}}</style>
<text>a<tspan display="none">{WORD}</tspan>b</text>
"""
SHOWN = f"""
<text visibility="visible">{WORD}</text>
<g visibility="hidden"><text visibility="visible">{WORD}</text></g>
<g visibility="hidden"><g id="a"><text>{WORD}</text></g></g><use href="#a"/>
<g display="none"><linearGradient id="{WORD}"/></g><g fill="url(#{WORD})"/>
<text>a<tspan visibility="hidden">{WORD}</tspan></text>
<g fill="none"><text stroke="red">{WORD}</text></g>
<g fill="none"><text><tspan fill="red">{WORD}</tspan></text></g>
<clipPath id="a"><text fill="none">{WORD}</text></clipPath><g clip-path="url(#a)"/>
<defs><g><text id="a">{WORD}</text></g></defs><use href="#a"/>
<text opacity="0">{WORD}<animate attributeName="opacity" to="1"/></text>
<text display="none">{WORD}</text><g id="b"/><animate href="#b" attributeName="display" to="a"/>
<style>.a{{visibility:visible}}</style><text visibility="hidden" class="a">{WORD}</text>
<style>g .a{{display:inline}}</style><text display="none" class="a">{WORD}</text>
<style>.a{{display:none}} g .a{{display:inline}}</style><text class="a">{WORD}</text>
<style>.{WORD}{{fill:red}}</style><g class="{WORD}"/>
<style>g:not(.b,.{WORD}){{fill:red}}</style>
<style>[id]{{fill:red}}</style><g id="{WORD}"/>
<g id="{WORD}"/><animate begin="{WORD}.click" attributeName="r" to="1"/>
<rect width="1" height="1" rx="0" ry="0" id="{WORD}"/><use href="#{WORD}"/>
<view id="{WORD}"/>
<text opacity="0.5" font-size="0.1">{WORD}</text>
<a><text>a<a>{WORD}</a></text></a>
"""


@pytest.mark.parametrize("inner", HIDDEN.strip().splitlines())
def test_what_is_not_drawn_goes(inner: str) -> None:
    stripped = drawing(f"<title>Shown</title>{inner}<text>a<tspan>b</tspan>c</text>")
    assert WORD not in stripped
    assert "<title>Shown</title>" in stripped
    assert "<text>a<tspan>b</tspan>c</text>" in stripped
    if "<text>a" in inner:
        assert stripped.count("<text>a") > 1
        assert "ab</text>" in stripped


@pytest.mark.parametrize("inner", SHOWN.strip().splitlines())
def test_what_may_be_drawn_stays(inner: str) -> None:
    assert drawing(inner).count(WORD) == inner.count(WORD)


def test_label_of_the_drawing_stays() -> None:
    assert 'role="img" aria-label="A fox"' in drawing("<g/>", 'role="img" aria-label="A fox"')


def test_words_behind_what_goes_stay_in_their_order() -> None:
    hidden = '<tspan display="none">x</tspan>'
    stripped = drawing(f"<text>a{hidden}b<tspan>c</tspan>d{hidden}e{hidden}f</text>")
    assert "<text>ab<tspan>c</tspan>def</text>" in stripped
