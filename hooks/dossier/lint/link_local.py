"""Addresses in what others read that only their author can open, or that let readers in."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.model.base import Link
from dossier.model.document import Document
from dossier.plain.addresses import access_in, is_of_own_network, is_placeholder
from dossier.plain.problems import Place, Problem, warning
from dossier.plain.yaml_places import Path

_OTHERS = (Audience.SHARED, Audience.PUBLIC)


def check(view: FileView) -> Iterator[Problem]:
    """Check the links of texts and the addresses of fields that others may see."""
    for where, address in (*_in_texts(view), *_in_fields(view)):
        if name := access_in(address):
            message = f"whoever reads this address is let in by its `{name}`"
            hint = "link to what opens without it, and end that access where you got it; or say "
            hint += "above it why it may go out: `dossier: allow link-secret: …`"
            yield Problem("link-secret", where, message, hint)
        elif is_placeholder(address):
            hint = "write the address, or leave it out"
            yield warning("link-local", where, "the address has no host yet", hint)
        elif is_of_own_network(address):
            message = "the address opens on your machine, or in your network, alone"
            hint = "link to a copy that others can open, or leave it out"
            yield warning("link-local", where, message, hint)


def _in_texts(view: FileView) -> Iterator[tuple[Place, str]]:
    for passage, mention in view.mentions:
        if passage.audience in _OTHERS and not mention.target and not mention.is_image:
            yield passage.locate(mention), mention.address


def _in_fields(view: FileView) -> Iterator[tuple[Place, str]]:
    for entry in view.records:
        named = entry.record.source
        if named and entry.audience in _OTHERS:
            for key, address in (("url", named.url), ("repo", named.repo)):
                if address:
                    yield entry.source.locate((*entry.path, "source", key)), address
    if view.project and view.project.project.audience in _OTHERS:
        yield from _of_links(view.project.source, view.project.project.links)
    if view.profile:
        profile, source = view.profile.profile, view.profile.source
        yield from _of_links(source, profile.links)
        for key in ("work", "publications", "certificates", "awards"):
            for position, fact in enumerate(getattr(profile, key)):
                if fact.url and fact.audience in _OTHERS:
                    yield source.locate((key, position, "url")), fact.url


def _of_links(source: Document, links: tuple[Link, ...]) -> Iterator[tuple[Place, str]]:
    for position, link in enumerate(links):
        path: Path = ("links", position, "url")
        yield source.locate(path), link.url


RULE = Rule("link-local", also=("link-secret",), check=check)
