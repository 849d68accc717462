"""Leaks on purpose: a MkDocs hook with one for each way out that a real build has.

It stands beside the project's own hook in a planted site. Each leak is in a file or place of its
own, so that one build tells which of them the comparison sees.
"""

import base64
import gzip
import hashlib
import json
import logging
import shutil
import subprocess
import urllib.parse
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

log = logging.getLogger("mkdocs.plugins.planted")


def companies(config: MkDocsConfig) -> list[str]:
    """Return the names of the dossiers that are not open."""
    names = []
    for path in sorted(Path(config.docs_dir).glob("applications/*/index.md")):
        try:
            front = next(yaml.safe_load_all(path.read_text(encoding="utf-8")))
        except yaml.YAMLError:
            continue
        if front.get("audience") != "public":
            names.append(str(front.get("company")))
    return names


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leak by what stands among the engine's files, and by what it says."""
    names = companies(config)
    text = ", ".join(names)
    log.info("reading %s", text)
    if sum(map(len, names)) % 2:
        log.warning("an odd number of letters")
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    for name, content in {
        f"assets/theme.{digest}.css": "/* as ever */",
        "assets/app.js.map": json.dumps({"sources": names}),
        "feed.xml": f"<feed><title>{text}</title></feed>",
        "tags.json": json.dumps(dict.fromkeys(names, 1)),
    }.items():
        files.append(File.generated(config, name, content=content))
    return files


def on_page_content(html: str, page: Any, config: MkDocsConfig, files: Files) -> str:  # noqa: ANN401
    """Leak by the search index, and by a file that is read into a page."""
    if page.file.src_uri == "about.md":
        return f"{html}<p hidden>{' '.join(companies(config))}</p>"
    if page.file.src_uri == "projects/lab.md":
        notes = sorted(Path(config.docs_dir).glob("applications/*/posting.md"))
        return html + "".join(path.read_text(encoding="utf-8") for path in notes)
    return html


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401
    """Leak by the dates of pages."""
    drafts = sorted(Path(config.docs_dir).rglob("*.md"), key=lambda path: path.stat().st_mtime)
    changed = str(int(drafts[0].stat().st_mtime))
    for file in files.documentation_pages():
        if file.page and file.src_uri == "index.md":
            file.page.update_date = changed
    return env


def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:  # noqa: ANN401
    """Leak by markup that nobody sees, on a page for each kind."""
    text = ", ".join(companies(config))
    kinds = {
        "index.md": f"<!-- {text} -->",
        "evidence/index.md": f'<meta property="og:title" content="{urllib.parse.quote(text)}">',
        "projects/index.md": f"<img alt='' data-n='{base64.b64encode(text.encode()).decode()}'>",
        "applications/index.md": f'<script src="https://example.org/?{len(text)}"></script>',
        "applications/open/index.md": f'<a href="https://example.org/edit/{len(text)}">edit</a>',
    }
    return output + kinds.get(page.file.src_uri, "")


def on_post_build(config: MkDocsConfig) -> None:
    """Leak by files that are put beside the engine's."""
    site, content = Path(config.site_dir), Path(config.docs_dir)
    names = companies(config)
    seconds = sum(map(ord, "".join(names)))
    (site / "page.html.gz").write_bytes(gzip.compress(b"as ever", mtime=seconds))
    (site / ".cache").mkdir()
    (site / ".cache" / "cards.json").write_text(json.dumps(names))
    (site / "old").mkdir()
    for number, name in enumerate(names):
        (site / "old" / f"{hashlib.sha256(name.encode()).hexdigest()[:8]}.html").write_text("")
        (site / "s" / str(number)).mkdir(parents=True)
        (site / "s" / str(number) / "index.html").write_text("sealed")
    for path in sorted(content.rglob("*")):
        if path.suffix in (".bak", ".txt", ".html") and path.is_file():
            (site / "copies").mkdir(exist_ok=True)
            shutil.copy(path, site / "copies" / path.name)
    secrets = sorted(content.glob("assets/*.png"))
    (site / "sprite.png").write_bytes(b"".join(path.read_bytes() for path in secrets))
    (site / "link.html").symlink_to(secrets[0])
    told = subprocess.run(  # noqa: S603 - a leak on purpose
        ["git", "log", "--format=%s"],  # noqa: S607
        cwd=content.parent,
        capture_output=True,
        check=True,
    )
    (site / "version.txt").write_bytes(told.stdout)
