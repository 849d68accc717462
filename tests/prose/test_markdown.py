"""The dialect of what the core renders: `tests/cases/refs/{render,schemes}.md`, and its places."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.prose.markdown import (
    SAFE_SCHEMES,
    is_safe,
    page_parser,
    parse,
    parse_inline,
    parse_page,
    parser,
    scheme_of,
)
from tests.prose.fixtures import Case, each_case


@each_case("render.md")
def test_rendering_of_a_dossiers_prose(case: Case, *, update_goldens: bool) -> None:
    case.compare(parser().render(case.given), update=update_goldens)


@each_case("schemes.md")
def test_addresses_are_followed_by_their_scheme_alone(case: Case, *, update_goldens: bool) -> None:
    lines = case.given.splitlines()
    # Escapes, so that a case shows its control characters.
    addresses = [
        line.encode("latin-1", "backslashreplace").decode("unicode_escape") for line in lines
    ]
    verdicts = ("safe" if is_safe(address) else "unsafe" for address in addresses)
    found = [
        f"{verdict} {scheme_of(a) or '-'}\n" for verdict, a in zip(verdicts, addresses, strict=True)
    ]
    case.compare("".join(found), update=update_goldens)


@given(st.text())
def test_a_safe_address_has_no_scheme_or_a_known_one(address: str) -> None:
    if is_safe(address):
        assert scheme_of(address) in SAFE_SCHEMES | {""}


@given(st.sampled_from(["javascript", "data", "vbscript", "file"]), st.data())
def test_no_disguise_makes_a_script_safe(scheme: str, data: st.DataObject) -> None:
    spelt = ""
    for letter in scheme:
        letter_case = data.draw(st.sampled_from([letter, letter.upper()]))
        # What a browser drops when it reads an address.
        dropped = data.draw(st.text(st.sampled_from("\t\n\r"), max_size=2))
        spelt += dropped + letter_case
    leading = data.draw(st.text(st.characters(max_codepoint=0x20), max_size=3))
    assert not is_safe(f"{leading}{spelt}:alert(1)")


@given(st.text())
def test_rendered_prose_has_no_tags_of_the_authors_own(text: str) -> None:
    html = parser().render(f"<script>{text}</script><img src=x onerror={text}>")
    assert "<script" not in html
    assert "<img" not in html


def test_parsing_the_same_text_again_gives_the_same_tokens() -> None:
    assert parse("a [b](evidence:c/d)") is parse("a [b](evidence:c/d)")
    assert parse_inline("a *b*") is parse_inline("a *b*")
    assert parse_page("a") is parse_page("a")
    assert parser() is parser()
    assert page_parser() is not parser()


def test_text_after_a_comment_of_several_lines_keeps_its_line() -> None:
    tokens, _ = parse("a\n\n<!-- b\n\nb --> [c](d.md)\ne")
    assert [(token.type, token.map) for token in tokens if token.map and token.map[0] > 0] == [
        ("paragraph_open", [4, 5]),
        ("inline", [4, 5]),
        ("paragraph_open", [5, 6]),
        ("inline", [5, 6]),
    ]


def test_a_field_is_inline_text_whatever_it_looks_like() -> None:
    assert [token.type for token in parse_inline("# a\n- b")] == ["text", "softbreak", "text"]
    assert parse_inline("") == ()


def test_each_link_knows_where_it_is_written() -> None:
    tokens = [token for token in parse_inline("a [b](evidence:c/d) e") if token.type == "link_open"]
    assert [token.meta for token in tokens] == [{"start": 2, "end": 19}]
