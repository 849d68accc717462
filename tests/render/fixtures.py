"""Sites for what is drawn: builders that take only what matters, and pages as trees."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from markdown import Markdown  # type: ignore[import-untyped]

from dossier.build import Site
from dossier.model.audience import Audience
from dossier.render.author_page import fill_placeholders
from dossier.render.frame import Frame
from dossier.render.page import AuthorPage, Page
from dossier.render.renderer import Renderer
from dossier.render.site import renderer_of
from dossier.templates import Templates
from tests.builders import AS_OF, MINIMAL, write_site
from tests.html import Node, parse
from tests.views import build
from tests.views import library as read_library

EXTENSIONS = (
    *("toc", "tables", "fenced_code"),  # always there in MkDocs
    *("admonition", "attr_list", "def_list", "footnotes", "md_in_html"),  # in our mkdocs.yml
)
TEMPLATES = Templates()
HOME = "index.md"
QORTEX = "projects/qortex.md"
ACME = "applications/acme/index.md"
EVIDENCE = "evidence/index.md"
PROJECTS = "projects/index.md"
APPLICATIONS = "applications/index.md"


def dossier(body: str = "", /, **fields: object) -> str:
    """Write a dossier: keys of its front matter, and its prose."""
    return _with_front_matter({"company": "Acme", **fields}, body)


def row(row_id: str, **fields: object) -> dict[str, object]:
    """Write a row that stands on the record that counts, unless it says otherwise."""
    known = {"requirement": f"Need {row_id}", "evidence": ["qortex/gain"], "strength": "strong"}
    return {"id": row_id, **known, **fields}


def role(role_id: str, **fields: object) -> dict[str, object]:
    return {"id": role_id, "title": f"Role {role_id}", **fields}


def record(record_id: str, **fields: object) -> dict[str, object]:
    """Write a record that counts, unless it says otherwise."""
    known = {"claim": f"Claim {record_id}", "kind": "code", "check": "inspect"}
    source = {"label": "Source", "url": "https://example.org/a"}
    return {"id": record_id, **known, "source": source, **fields}


def metric(metric_id: str, value: object, **fields: object) -> dict[str, object]:
    return {"id": metric_id, "name": metric_id, "value": value, **fields}


def evidence(*records: Mapping[str, object], **fields: object) -> str:
    """Write a public file of records, of the project qortex unless it says otherwise."""
    file = {"project": "qortex", "audience": "public", **fields, "evidence": records}
    return _yaml({key: value for key, value in file.items() if value is not None})


def project(body: str = "", /, **fields: object) -> str:
    return _with_front_matter({"title": "qortex", "audience": "public", **fields}, body)


def free_page(body: str, /, **fields: object) -> str:
    return _with_front_matter({"title": "About", "audience": "public", **fields}, body)


def _with_front_matter(front: Mapping[str, object], body: str) -> str:
    return f"---\n{_yaml(front)}\n---\n{body}"


def _yaml(value: object) -> str:
    """Write JSON, which is YAML once what YAML takes for no character is escaped."""
    return re.sub(
        r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]",
        lambda found: f"\\u{ord(found[0]):04x}",
        json.dumps(value, ensure_ascii=False),
    )


@dataclass(frozen=True)
class Drawn:
    """A site that has been rendered."""

    site: Site

    def page(self, path: str) -> Page | AuthorPage:
        return {page.path: page for page in self.site.files.pages}[path]

    def tree(self, path: str) -> Node:
        return parse(self.html(path))

    def html(self, path: str) -> str:
        """Return the page's own part of the HTML, as the engine would hand it to the theme."""
        page = self.page(path)
        if isinstance(page, Page):
            return page.html
        middle = fill_placeholders(
            Markdown(extensions=EXTENSIONS).convert(page.markdown), page.placeholders
        )
        return f"{page.before}{middle}{page.after}"

    @property
    def paths(self) -> list[str]:
        return [page.path for page in self.site.files.pages]

    @cached_property
    def files(self) -> dict[str, str]:
        return dict(self.site.files.files)

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.site.diagnosis.problems]


def draw(
    root: Path,
    files: Mapping[str, str] | None = None,
    *,
    audience: Audience = Audience.PRIVATE,
    as_of: date = AS_OF,
    directory_urls: bool = True,
) -> Drawn:
    """Draw the minimal site with some files changed."""
    settings = write_site(root, {**MINIMAL, **(files or {})}, audience=audience, as_of=as_of)
    return Drawn(build(replace(settings, directory_urls=directory_urls)))


def renderer(
    root: Path,
    files: Mapping[str, str] | None = None,
    *,
    audience: Audience = Audience.PRIVATE,
    page: str = HOME,
    application: str = "",
) -> Renderer:
    """Return a renderer on a page of the minimal site with some files changed."""
    settings = write_site(root, {**MINIMAL, **(files or {})}, audience=audience)
    library = read_library(settings)
    frame = Frame.of(library, settings.as_of, directory_urls=settings.directory_urls)
    entry = library.applications[application] if application else None
    return renderer_of(frame, settings.templates).on(page, entry)


def draw_dossier(root: Path, body: str = "", /, **fields: object) -> Node:
    """Draw the page of a dossier, for the author."""
    return draw(root, {f"content/{ACME}": dossier(body, **fields)}).tree(ACME)


def home(
    root: Path, files: Mapping[str, str] | None = None, audience: Audience = Audience.PRIVATE
) -> Node:
    return draw(root, files, audience=audience).tree(HOME)


def section(page: Node, title: str) -> Node:
    """Return what follows a heading up to the next, or is folded below it."""
    for fold in page.all("details.ev-part"):
        if [node.shown for node in fold.all("summary")[0].all("h2")] == [title]:
            return Node(
                children=[c for c in fold.children if not isinstance(c, Node) or c.tag != "summary"]
            )
    nodes = [child for child in page.children if isinstance(child, Node)]
    start = next(n for n, node in enumerate(nodes) if node.tag == "h2" and node.shown == title)
    after = [n for n, node in enumerate(nodes) if n > start and node.tag == "h2"]
    return Node(children=list(nodes[start + 1 : min(after, default=len(nodes))]))


def headings(page: Node) -> list[str]:
    """Return the titles of the parts, as seen."""
    return [node.shown for node in page.all("h2") if "ev-h3" not in node.classes]


def tiles(page: Node) -> list[str]:
    """Return the counts at the top of a page, each with what it counts."""
    return [
        f"{node.one('span.ev-metric__v').text} {node.one('span.ev-metric__l').text}"
        for node in page.one("ul.ev-metrics--tiles").all("li")
    ]


def open_dossier(body: str = "", /, **fields: object) -> dict[str, str]:
    """Write a dossier that everybody may see, as the file that it is."""
    return {f"content/{ACME}": dossier(body, audience="public", **fields)}


RECORDS = evidence(
    record("gain"),
    record("stale", valid_until="2026-02"),
    record("said", check="statement"),
)


def applications(
    root: Path,
    dossiers: Mapping[str, str],
    *,
    audience: Audience = Audience.PRIVATE,
    as_of: date = date(2026, 3, 1),
) -> Node:
    """Draw the page of all applications; the minimal site's own dossier is not among them."""
    files = {f"content/{ACME}": "", "content/evidence/qortex.yml": RECORDS}
    files |= {f"content/applications/{name}/index.md": text for name, text in dossiers.items()}
    return draw(root, files, audience=audience, as_of=as_of).tree(APPLICATIONS)


def lines(page: Node) -> list[Node]:
    """Return the lines of the list of roles."""
    return page.one("table.ev-pipe").one("tbody").all("tr")
