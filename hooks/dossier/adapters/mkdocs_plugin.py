"""MkDocs' events as a plugin of an installed package: what a site without code of its own names."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from mkdocs.plugins import BasePlugin, event_priority

from dossier.adapters import mkdocs

_AFTER_THE_REST = -1
"""Hooks come after plugins, and what others add or change must pass the same filters."""


def _late(event: Callable[..., Any]) -> Any:  # noqa: ANN401 - a method of MkDocs' plugin
    """Return an event that follows those of plugins named behind ours."""

    @functools.wraps(event)
    def handled(*arguments: object, **named: object) -> object:
        return event(*arguments, **named)

    return staticmethod(event_priority(_AFTER_THE_REST)(handled))


class DossierPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no options
    """The events of the hook, by the same names. Any other `on_…` here is a KeyError."""

    on_startup = _late(mkdocs.on_startup)
    on_shutdown = _late(mkdocs.on_shutdown)
    on_serve = _late(mkdocs.on_serve)
    on_config = _late(mkdocs.on_config)
    on_files = _late(mkdocs.on_files)
    on_env = _late(mkdocs.on_env)
    on_page_content = _late(mkdocs.on_page_content)
    on_page_context = _late(mkdocs.on_page_context)
    on_post_page = _late(mkdocs.on_post_page)
    on_post_template = _late(mkdocs.on_post_template)
    on_build_error = _late(mkdocs.on_build_error)
