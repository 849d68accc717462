"""The colours of `tokens.css`, their one home, to every file that cannot ask the style sheet.

Such a file says `token(--ev-accent)` or `token(--ev-accent, dark)` where a colour stands, and
`@tokens dark;` where all of a scheme do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.templates import Templates, read_text

TOKENS = "assets/dossier/tokens.css"
"""The file, below the templates."""
_SELECTORS = {
    ':root, [data-md-color-scheme="default"]': "light",
    '[data-md-color-scheme="slate"]': "dark",
    "@media print { :root": "print",
}
"""The schemes, by what their rules begin with."""
_COMMENT = pattern(r"/\*.*?\*/", re.DOTALL)
_RULE = pattern(r"((?:@media print \{\s*)?[^{}]+)\{([^{}]*)\}")
_DECLARATION = pattern(r"(--[\w-]+):\s*([^;{}]+)")
_COLOUR = pattern(r"--ev-([\w-]+): (#[0-9a-f]{6})")
_PRINTED = pattern(r"\n/\*[^*]*\*/\n@media print \{.*?\n\}\n", re.DOTALL)
_ONE = pattern(r"token\(--ev-([\w-]+)(?:, (\w+))?\)")
_ALL = pattern(r"^( *)@tokens (\w+);$", re.MULTILINE)


@frozen
class Tokens:
    """The colours of each scheme by their names, without `--ev-`."""

    schemes: Mapping[str, Mapping[str, str]]

    def colour(self, name: str, scheme: str = "light") -> str:
        """Return a colour. Raises ConfigError if there is none of this name."""
        colours = self._scheme(scheme)
        if name not in colours:
            raise ConfigError(f"there is no colour `--ev-{name}`", f"{TOKENS} names them")
        return colours[name]

    def fill(self, text: str) -> str:
        """Return a text with the colours that it asks for. Raises ConfigError as `colour` does."""
        text = _ALL.sub(lambda asked: "\n".join(self._spelled(asked[2], asked[1])), text)
        return _ONE.sub(lambda asked: self.colour(asked[1], asked[2] or "light"), text)

    def _spelled(self, scheme: str, indent: str) -> Iterator[str]:
        for name, colour in self._scheme(scheme).items():
            yield f"{indent}--ev-{name}: {colour};"

    def _scheme(self, name: str) -> Mapping[str, str]:
        if name not in self.schemes:
            raise ConfigError(f"there is no colour scheme `{name}`", "light, dark or print")
        return self.schemes[name]


def read_tokens(templates: Templates) -> Tokens:
    """Read the colours. Raises ConfigError if one is missing, written twice or no colour."""
    return Tokens(parse_tokens(tokens_text(templates)))


def tokens_text(templates: Templates) -> str:
    """Return the package's file, with what the site's own says in place of it.

    Raises ConfigError if the site's own says what the package's does not know.
    """
    try:
        text = read_text(templates.package / TOKENS)
        own = templates.path(TOKENS)
        return text if own == templates.package / TOKENS else _replaced(text, read_text(own))
    except OSError as error:
        raise ConfigError(f"{TOKENS} cannot be read: {error.strerror}") from error


def _replaced(text: str, own: str) -> str:
    """Return a text with the values that another one declares in rules of the same selectors."""
    left = dict(_declared(own))

    def rule(found: re.Match[str]) -> str:
        selector = _selector(found[1])

        def declaration(part: re.Match[str]) -> str:
            return f"{part[1]}: {left.pop((selector, part[1]), part[2])}"

        return f"{found[1]}{{{_DECLARATION.sub(declaration, found[2])}}}"

    merged = _RULE.sub(rule, text)
    if left:
        selector, name = next(iter(left))
        raise _wrong(f"`{selector}` has no `{name}` to replace")
    return merged


def _declared(own: str) -> Iterator[tuple[tuple[str, str], str]]:
    for selector, body in _RULE.findall(_COMMENT.sub("", own)):
        for part in filter(None, (part.strip() for part in body.split(";"))):
            found = _DECLARATION.fullmatch(part)
            if not found:
                raise _wrong(f"`{part}` replaces nothing: write `--ev-ink: #rrggbb`")
            yield (_selector(selector), found[1]), found[2]


def _selector(text: str) -> str:
    """Return a selector without remarks. The light scheme is what holds unless another is said."""
    selector = " ".join(_COMMENT.sub("", text).split())
    return ":root" if _SELECTORS.get(selector) == "light" else selector


def parse_tokens(text: str) -> dict[str, dict[str, str]]:
    """Return the colours of each scheme. Raises ConfigError as `read_tokens` does."""
    found: dict[str, dict[str, str]] = {}
    for selector, body in _RULE.findall(_COMMENT.sub("", text)):
        scheme = _SELECTORS.get(" ".join(selector.split()))
        if scheme in found:
            raise _wrong(f"the scheme `{scheme}` stands there twice")
        if scheme:
            found[scheme] = _colours(body)
    light, dark, printed = (found.get(name, {}) for name in ("light", "dark", "print"))
    alone = sorted({*(light.keys() ^ dark.keys()), *(printed.keys() - light.keys())})
    if alone or not light:
        raise _wrong(f"`--ev-{alone[0]}` is not in every scheme" if alone else "it has no colours")
    return {"light": light, "dark": dark, "print": light | printed}


def without_print(text: str) -> str:
    """Return the text of the file without what is for paper alone: print.css asks for that."""
    return _PRINTED.sub("", text)


def _colours(body: str) -> dict[str, str]:
    colours: dict[str, str] = {}
    for declaration in filter(None, (part.strip() for part in body.split(";"))):
        colour = _COLOUR.fullmatch(declaration)
        if not colour:
            raise _wrong(f"`{declaration}` is no colour such as `--ev-ink: #rrggbb`")
        if colour[1] in colours:
            raise _wrong(f"`--ev-{colour[1]}` stands there twice")
        colours[colour[1]] = colour[2]
    return colours


def _wrong(message: str) -> ConfigError:
    return ConfigError(f"{TOKENS}: {message}", "pages, cards, badges and icons take it from there")
