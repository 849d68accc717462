"""How git reaches others from here: with which settings, and where an address leads by them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dossier.plain import git
from dossier.plain.patterns import pattern

_REACHING = pattern(r"GIT_(SSH|ASKPASS|SSL|HTTP|PROXY|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM)$)")
"""Variables of git that say how to reach others."""
_REACH = r"^(credential|http|url|protocol)\.|^core\.sshcommand$"
"""Settings of the author's repository that do."""


def reaching(root: Path) -> dict[str, str]:
    """Return how the author's machine and repository reach others, as variables for git."""
    said = git.output_of(root, "config", "--local", "--includes", "--null", "--get-regexp", _REACH)
    pairs = [entry.partition("\n")[::2] for entry in said.split("\0") if entry]
    variables = _of_machine()
    variables["GIT_CONFIG_COUNT"] = str(len(pairs))
    for number, (key, value) in enumerate(pairs):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return variables


def led_to(address: str, settings: str) -> tuple[str, str]:
    """Return where git fetches from for an address, and where it pushes to.

    `settings` are what `git config --null --get-regexp` says of `url` and `remote`.
    """
    pairs = [entry.partition("\n")[::2] for entry in settings.split("\0") if entry]
    named = dict(pairs)
    fetched = named.get(f"remote.{address}.url", address)
    pushed = named.get(f"remote.{address}.pushurl")
    rules = tuple(_rules(pairs))
    fetches = _rewritten(fetched, rules, "insteadof")
    if pushed is not None:
        return fetches, _rewritten(pushed, rules, "insteadof")
    return fetches, _rewritten(fetched, rules, "pushinsteadof", "insteadof")


SETTINGS = ("config", "--null", "--get-regexp", r"^(url|remote)\.")
"""The command that tells them."""


def pushed_to(root: Path, address: str) -> str:
    """Return where a push from the author's repository to an address goes."""
    said = git.run(root, *SETTINGS, variables=_of_machine()).stdout
    return led_to(address, said.decode("utf-8", "surrogateescape"))[1]


def _of_machine() -> dict[str, str]:
    return {name: text for name, text in os.environ.items() if _REACHING.match(name)}


def _rules(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield the kinds of rules that rewrite addresses, what they look for, and put there."""
    for key, value in pairs:
        group, _, rest = key.partition(".")
        base, _, kind = rest.rpartition(".")
        if group == "url":
            yield kind, value, base


def _rewritten(address: str, rules: tuple[tuple[str, str, str], ...], *kinds: str) -> str:
    """Return an address as the longest rule of the first kind that fits has it."""
    for kind in kinds:
        fitting = [(text, base) for k, text, base in rules if k == kind and text]
        fitting = [(text, base) for text, base in fitting if address.startswith(text)]
        if fitting:
            text, base = max(fitting, key=lambda rule: len(rule[0]))
            return base + address[len(text) :]
    return address
