"""Live reload under the policy. Fails when MkDocs puts its script elsewhere."""

import re
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from dossier.adapters.mkdocs_reload import allow_reload, reloading_what_differs, with_hash
from dossier.render.policy import STANDALONE, source_hash, with_policy

PAGE = '<html><head><meta charset="utf-8"></head><body>a</body></html>'


def test_script_that_the_server_puts_there_may_run(tmp_path: Path) -> None:
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    allow_reload(server)
    insert: Any = server._inject_js_into_html
    page = insert(with_policy(PAGE).encode(), 7).decode()
    server.server_close()
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert "livereload(7," in script
    assert f"script-src 'sha256-{source_hash(script)}' 'self'" in page


def test_browsers_are_told_of_a_build_that_differs_and_of_no_other(tmp_path: Path) -> None:
    page, texts = tmp_path / "index.html", ["one", "one", "two"]

    def build() -> None:
        page.write_text(texts.pop(0), encoding="utf-8")

    server = LiveReloadServer(build, "127.0.0.1", 0, str(tmp_path))
    server.builder = reloading_what_differs(server)
    shown = []
    for epoch in (1, 2, 3):
        server._wanted_epoch = epoch
        server.builder()
        server._visible_epoch = server._wanted_epoch
        shown.append(server._visible_epoch)
    server.server_close()
    assert shown == [1, 1, 3]


def test_script_asks_below_a_path_that_has_to_be_known() -> None:
    asking = b'<script>req.open("GET", "/livereload/" + 1)</script>'
    assert b'"/livereload/"' in with_hash(asking)
    assert b'req.open("GET", "/secret/livereload/" + 1)' in with_hash(asking, "/secret/")


def test_preview_whose_policy_knows_no_script_asks_too() -> None:
    policy = f'<meta http-equiv="Content-Security-Policy" content="{STANDALONE}">'
    page = with_hash(f"<head>{policy}</head><script>ask()</script>".encode()).decode()
    allowed = f"script-src 'sha256-{source_hash('ask()')}'; connect-src 'self'"
    assert page == f"<head>{policy}</head><script>ask()</script>".replace(
        "default-src 'none'", f"default-src 'none'; {allowed}"
    )


def test_page_without_a_script_stays_as_it_is() -> None:
    assert with_hash(PAGE.encode()) == PAGE.encode()
