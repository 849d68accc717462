"""One file says every colour, and says it so that nobody can misread it."""

from pathlib import Path

import pytest

from dossier.plain.errors import ConfigError
from dossier.render.tokens import (
    TOKENS,
    Tokens,
    parse_tokens,
    read_tokens,
    tokens_text,
    without_print,
)
from dossier.templates import THEME, Templates

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
        read_tokens(Templates(None, tmp_path))


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
    schemes = read_tokens(Templates()).schemes
    assert {name: len(colours) for name, colours in schemes.items()} == {
        "light": 21,
        "dark": 21,
        "print": 21,
    }
    assert without_print((THEME / TOKENS).read_text(encoding="utf-8")).count("#ffffff") == 1


def own(root: Path, text: str) -> Templates:
    """Return our templates with a file of colours of a site's own."""
    (root / TOKENS).parent.mkdir(parents=True)
    (root / TOKENS).write_text(text, encoding="utf-8")
    return Templates(root)


@pytest.mark.parametrize(
    "rule",
    [
        ":root { --ev-ink: #123456; }",
        '/* Why. */\n:root,\n[data-md-color-scheme="default"] {\n  --ev-ink: #123456\n}\n',
        "\ufeff:root{--ev-ink:#123456}",
    ],
)
def test_a_site_says_only_the_colour_that_is_different(tmp_path: Path, rule: str) -> None:
    ours, theirs = read_tokens(Templates()).schemes, read_tokens(own(tmp_path, rule)).schemes
    assert theirs["light"] == {**ours["light"], "ink": "#123456"}
    assert theirs["dark"] == ours["dark"]
    assert theirs["print"] == ours["print"]


def test_each_scheme_and_every_size_can_be_replaced(tmp_path: Path) -> None:
    text = """
:root { --ev-radius: 0; --ev-sans: "Fira Sans", sans-serif; }
[data-md-color-scheme="slate"] { --ev-ink: #123456; }
@media print { :root { --ev-ink: #654321; } }
"""
    merged = tokens_text(own(tmp_path, text))
    schemes = parse_tokens(merged)
    assert (schemes["dark"]["ink"], schemes["print"]["ink"]) == ("#123456", "#654321")
    assert '--ev-sans: "Fira Sans", sans-serif;' in merged
    assert "--ev-radius: 0;" in merged
    before = (THEME / TOKENS).read_text(encoding="utf-8").splitlines()
    assert len([line for line in merged.splitlines() if line not in before]) == 4


def test_a_copy_of_the_whole_file_changes_nothing(tmp_path: Path) -> None:
    text = (THEME / TOKENS).read_text(encoding="utf-8")
    assert tokens_text(own(tmp_path, text)) == text == tokens_text(Templates())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (":root { --ev-inc: #123456; }", "`:root` has no `--ev-inc` to replace"),
        (".mine { --ev-ink: #123456; }", r"`\.mine` has no `--ev-ink` to replace"),
        (":root { color: red; }", "`color: red` replaces nothing"),
        (":root { --ev-ink: red; }", "`--ev-ink: red` is no colour"),
    ],
)
def test_what_replaces_nothing_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        read_tokens(own(tmp_path, text))


def test_colours_that_are_no_text_are_told(tmp_path: Path) -> None:
    templates = own(tmp_path, "")
    (tmp_path / TOKENS).write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="is not UTF-8"):
        read_tokens(templates)
