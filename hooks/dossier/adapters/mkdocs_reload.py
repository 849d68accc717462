"""MkDocs' live reload under our pages' policy: its script gets the hash that lets it run.

MkDocs puts that script into each page as it is asked for, with numbers that differ each time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.render.policy import source_hash

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_ASKED = '"/livereload/"'
_SCRIPTS = b"script-src "
_NO_SCRIPTS = b"default-src 'none';"
"""How the policy begins of a page without a script of its own, such as a preview."""
_SCRIPT, _END = b"<script>", b"</script>"


def allow_reload(server: LiveReloadServer) -> None:
    """Let the script that a server puts into its pages run there."""
    base = server.mount_path if getattr(server, "is_hidden", False) else "/"
    insert = server._inject_js_into_html  # noqa: SLF001 - there is no other way in

    def inserted(content: bytes, epoch: int) -> bytes:
        return with_hash(insert(content, epoch), base)  # type: ignore[no-untyped-call]

    server._inject_js_into_html = inserted  # type: ignore[method-assign]  # noqa: SLF001


def reloading_what_differs(server: LiveReloadServer) -> Callable[[], None]:
    """Return what builds a site, after which browsers stay as they are if its files do.

    Who may see what is public alone is not told, either, that something private was saved.
    """
    build, folder = server.builder, Path(server.root)

    def build_anew() -> None:
        before = _digests(folder)
        build()
        if _digests(folder) == before:
            server._wanted_epoch = server._visible_epoch  # noqa: SLF001 - as above

    return build_anew


def _digests(folder: Path) -> dict[Path, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path: hashlib.sha256(path.read_bytes()).digest() for path in files}


def with_hash(page: bytes, base: str = "/") -> bytes:
    """Return a page whose policy allows its last script, which the server has put there.

    It asks below `base`: above a path that has to be known, nothing tells what goes on.
    """
    begin, end = page.rfind(_SCRIPT), page.rfind(_END)
    if not 0 <= begin < end:
        return page
    script = page[begin + len(_SCRIPT) : end].decode()
    here = script.replace(_ASKED, f'"{base}livereload/"')
    page = page[: begin + len(_SCRIPT)] + here.encode() + page[end:]
    allowed = _SCRIPTS + f"'sha256-{source_hash(here)}'".encode()
    if _SCRIPTS in page[:begin]:
        return page.replace(_SCRIPTS, allowed + b" ", 1)
    return page.replace(_NO_SCRIPTS, _NO_SCRIPTS + b" " + allowed + b"; connect-src 'self';", 1)
