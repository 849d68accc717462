"""One file says every colour, and says it so that nobody can misread it."""

from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.render.tokens import TOKENS, Tokens, parse_tokens, read_tokens, without_print
from tests.render.fixtures import TEMPLATES

TEXT = """\
/* :root, [data-md-color-scheme="default"] { --ev-not: #000000; } */
:root {
  --ev-size: 1rem;
}

:root,
[data-md-color-scheme="default"] {
  /* Why. */
  --ev-ink: #111111;
  --ev-ink-2: #222222;
}

[data-md-color-scheme="slate"] {
  --ev-ink: #eeeeee;
  --ev-ink-2: #dddddd;
}

/* On paper. */
@media print {
  :root {
    --ev-ink: #000000;
  }
}

[data-s="a"] {
  --s: var(--ev-ink);
}
"""
SCHEMES = {
    "light": {"ink": "#111111", "ink-2": "#222222"},
    "dark": {"ink": "#eeeeee", "ink-2": "#dddddd"},
    "print": {"ink": "#000000", "ink-2": "#222222"},
}


def test_each_scheme_has_its_colours_and_paper_the_rest_of_the_light() -> None:
    assert parse_tokens(TEXT) == SCHEMES


def test_what_is_for_paper_is_taken_out_whole() -> None:
    begin, end = TEXT.index("\n/* On"), TEXT.index("\n[data-s=")
    assert without_print(TEXT) == TEXT[:begin] + TEXT[end:]
    assert without_print("@media print {\n  a {\n  }\n}\n") == "@media print {\n  a {\n  }\n}\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("#eeeeee", "teal", "`--ev-ink: teal` is no colour"),
        ("#eeeeee", "#eee", "`--ev-ink: #eee` is no colour"),
        ("#eeeeee", "#EEEEEE", "`--ev-ink: #EEEEEE` is no colour"),
        ("  --ev-ink: #eeeeee;\n", "", "`--ev-ink` is not in every scheme"),
        ("  --ev-ink: #111111;\n", "", "`--ev-ink` is not in every scheme"),
        ("--ev-ink: #000000", "--ev-paper: #000000", "`--ev-paper` is not in every scheme"),
        ("--ev-ink-2: #dddddd", "--ev-ink: #dddddd", "`--ev-ink` stands there twice"),
        ('[data-s="a"]', '[data-md-color-scheme="slate"]', "the scheme `dark` stands there twice"),
        ("default", "other", "`--ev-ink` is not in every scheme"),
    ],
)
def test_what_could_be_misread_is_refused(old: str, new: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        parse_tokens(TEXT.replace(old, new))


def test_file_without_colours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="has no colours"):
        parse_tokens("a { }")
    with pytest.raises(ConfigError, match=r"tokens\.css cannot be read: No such file"):
        read_tokens(tmp_path)


def test_files_are_filled_with_the_colours_that_they_ask_for() -> None:
    asking = "a { color: token(--ev-ink); fill: token(--ev-ink-2, dark) }\n  @tokens print;\n}"
    assert Tokens(SCHEMES).fill(asking) == (
        "a { color: #111111; fill: #dddddd }\n  --ev-ink: #000000;\n  --ev-ink-2: #222222;\n}"
    )


@pytest.mark.parametrize("asking", ["token(--ev-gone)", "token(--ev-ink, blue)", "@tokens blue;"])
def test_what_is_not_there_is_told(asking: str) -> None:
    with pytest.raises(ConfigError, match="there is no colour"):
        Tokens(SCHEMES).fill(asking)


def test_ours_has_every_scheme() -> None:
    schemes = read_tokens(TEMPLATES).schemes
    assert {name: len(colours) for name, colours in schemes.items()} == {
        "light": 21,
        "dark": 21,
        "print": 21,
    }
    assert without_print((TEMPLATES / TOKENS).read_text(encoding="utf-8")).count("#ffffff") == 1
