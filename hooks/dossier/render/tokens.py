"""The colours of `tokens.css`, their one home, to every file that cannot ask the style sheet.

Such a file says `token(--ev-accent)` or `token(--ev-accent, dark)` where a colour stands, and
`@tokens dark;` where all of a scheme do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.plain.errors import ConfigError

TOKENS = "assets/dossier/tokens.css"
"""The file, below the templates."""
_SELECTORS = {
    ':root, [data-md-color-scheme="default"]': "light",
    '[data-md-color-scheme="slate"]': "dark",
    "@media print { :root": "print",
}
"""The schemes, by what their rules begin with."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"((?:@media print \{\s*)?[^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(r"--ev-([\w-]+): (#[0-9a-f]{6})")
_PRINTED = re.compile(r"\n/\*[^*]*\*/\n@media print \{.*?\n\}\n", re.DOTALL)
_ONE = re.compile(r"token\(--ev-([\w-]+)(?:, (\w+))?\)")
_ALL = re.compile(r"^( *)@tokens (\w+);$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
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


def read_tokens(templates: Path) -> Tokens:
    """Read the colours. Raises ConfigError if one is missing, written twice or no colour."""
    try:
        text = (templates / TOKENS).read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{TOKENS} cannot be read: {error.strerror}") from error
    return Tokens(parse_tokens(text))


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
