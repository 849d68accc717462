"""Nothing that stands in content runs on a page: not in a free page, not in its attributes.

The pages are cleaned, and say in their policy that nothing else may run: each net is tried alone.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from dossier.adapters import mkdocs as adapter
from dossier.adapters import mkdocs_files
from dossier.model.audience import Audience
from dossier.plain.safe_html import sanitize
from tests.browser import payloads
from tests.browser.axe import violations
from tests.browser.payloads import HTML, MARKDOWN, WATCH
from tests.browser.sites import served
from tests.builders import INDEX, MINIMAL
from tests.render.fixtures import free_page, project
from tests.sites import build, files_of, look_as
from tests.sites import project as site_project

ATTRIBUTES = (
    "A paragraph.\n{: onclick='ran(N)' onmouseover='ran(N)' }",
    "## A heading {: onfocus='ran(N)' tabindex=0 data-toc-label='<img src=x onerror=ran(N)>' }",
    "[a link](https://example.org){: onclick='ran(N)' }",
    "![a picture](x.png){: onerror='ran(N)' }",
    "<div markdown onclick='ran(N)'>\n\ninside\n\n</div>",
    "<details markdown ontoggle='ran(N)' open><summary>s</summary>\n\ninside\n\n</details>",
    "Term\n:   <img src=x onerror=ran(N)>\n",
    "A note.[^N]\n\n[^N]: <img src=x onerror=ran(N)>",
    "| a |\n| --- |\n| <img src=x onerror=ran(N)> |",
    "- [ ] <svg onload=ran(N)></svg>",
    '!!! note "<img src=x onerror=ran(N)>"\n    inside <script>ran(N)</script>',
)
"""What Markdown and its extensions turn into attributes and elements."""
NAMES = tuple(name for name in HTML if "/" not in name and "<!--" not in name)
"""Payloads as names of files."""
ACTIVE = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
onload="ran(901)"><script>ran(902)</script><script href="data:text/javascript,ran(903)"/>
<image href="x" onerror="ran(904)"/><animate onbegin="ran(905)" attributeName="x" dur="1ms"/>
<set onbegin="ran(906)" attributeName="x" dur="1ms"/>
<a href="javascript:ran(907)"><text>a</text></a>
<a><animate attributeName="href" values="javascript:ran(908)"/><text y="20">b</text></a>
<foreignObject><h:img xmlns:h="http://www.w3.org/1999/xhtml" onerror="ran(909)" src="x"/>
</foreignObject>
<use href="data:image/svg+xml,&lt;svg id='a' onload='ran(910)'/&gt;#a"/><style>@import "x";</style>
<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="javascript:parent.ran(911)"/>
<handler type="text/javascript">ran(912)</handler><rect onclick="ran(913)" tabindex="0"/></svg>"""
"""A drawing that would run as a page of its own, where no policy is."""
MANY = 15
"""Payloads at least that run where nothing keeps them, so that the others are no chance."""
ALL = (
    *HTML,
    *MARKDOWN,
    *(text.replace("N", str(number)) for number, text in enumerate(ATTRIBUTES, 500)),
)
REFUSED = """
window.refused = [];
addEventListener("securitypolicyviolation", event => {
    window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""
SEARCH_WORKER = "assets/javascripts/workers/search"


def written() -> dict[str, str | bytes]:
    """Return a site whose free pages hold all payloads. Comments that never end hide a file."""
    texts = [text for text in ALL if "<!--" not in text]
    links = (f"[a file](assets/{quote(name)}.svg)" for name in NAMES)
    body = "".join(f"{text}\n\n" for text in (*texts, *links))
    fields = " ".join(" ".join(text.split()) for text in texts)
    return {
        **MINIMAL,
        "content/index.md": f"{INDEX}\n\n{body}",
        "content/about.md": free_page(body, title=fields, description=fields),
        "content/projects/hostile.md": project(body, title=fields, line=fields),
        **{f"content/assets/{name}.svg": ACTIVE for name in NAMES},
    }


def what_ran(
    page: Page,
    address: str,
    site: Path,
    only: str = "**/*.html",
    *,
    refused: dict[str, list[str]],
) -> dict[str, list[int]]:
    """Open each page, press everything, and return what ran where."""
    found = {}
    page.add_init_script(WATCH + REFUSED)
    for path in sorted(site.glob(only)):
        name = path.relative_to(site).as_posix()
        page.goto(f"{address}/{name}")
        if ran := payloads.what_ran(page):
            found[name] = ran
        told = page.evaluate("window.refused")
        # A preview loads nothing, not what is waited for either.
        refused[name] = [each for each in told if not each.endswith("/x ")]
    return found


@pytest.mark.browser
@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.PRIVATE])
def test_nothing_runs(
    own_page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, audience: Audience
) -> None:
    look_as(monkeypatch, audience)
    site = build(site_project(tmp_path / "project", written()))
    refused: dict[str, list[str]] = {}
    with served(site) as address:
        assert what_ran(own_page, address, site, refused=refused) == {}
        drawings = [path.name for path in site.glob("assets/*ran*.svg")]
        assert len(drawings) == len(NAMES)
        own_page.goto(f"{address}/assets/{quote(drawings[0])}")
        own_page.wait_for_timeout(50)
        assert own_page.evaluate("window.done") == []
        own_page.goto(f"{address}/about/")
        rules = {line.partition(":")[0] for line in violations(own_page)}
        # The payloads' own pictures and fields, which nobody has described.
        assert rules == {"image-alt", "label"}
    # What was taken out is not there to be refused, and nothing of ours is.
    assert set(map(tuple, refused.values())) == {()}


@pytest.mark.browser
def test_nothing_runs_where_pages_are_not_cleaned(
    own_page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mkdocs_files, "sanitize", lambda html, _: html)
    site = build(site_project(tmp_path / "project", written()))
    assert b"onerror" in files_of(site)["about/index.html"]
    refused: dict[str, list[str]] = {}
    with served(site) as address:
        assert what_ran(own_page, address, site, "about/*.html", refused=refused) == {}
    assert len(refused["about/index.html"]) > MANY


@pytest.mark.browser
def test_it_would_run_without_either(
    own_page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mkdocs_files, "sanitize", lambda html, _: html)
    monkeypatch.setattr(adapter, "with_policy", lambda output, *_: output)
    site = build(site_project(tmp_path / "project", written()))
    with served(site) as address:
        ran = {
            number
            for numbers in what_ran(own_page, address, site, "about/*.html", refused={}).values()
            for number in numbers
        }
    assert len(ran) > MANY


@pytest.mark.browser
def test_search_and_colours_work_under_the_policy(own_page: Page, tmp_path: Path) -> None:
    said: list[str] = []
    own_page.on("console", lambda message: said.append(message.text))
    own_page.on("pageerror", lambda error: said.append(str(error)))
    site = build(site_project(tmp_path / "project"))
    with served(site) as address:
        own_page.goto(f"{address}/")
        before = own_page.get_attribute("body", "data-md-color-scheme")
        own_page.locator("label[for^=__palette]:visible").click()
        assert own_page.get_attribute("body", "data-md-color-scheme") != before
        own_page.keyboard.press("/")
        own_page.keyboard.type("qortex")
        own_page.locator("#ev-search li p").first.wait_for()
    assert said == []


def test_page_keeps_what_shows_something() -> None:
    kept = (
        '<h2 id="a">A <a class="headerlink" href="#a" title="Permanent link">¶</a></h2>'
        '<table><thead><tr><th align="right">b</th></tr></thead></table>'
        '<details class="note" open=""><summary>c</summary></details>'
        '<input type="checkbox" disabled="" checked=""> '
        '<img alt="d" src="../d.png" width="1" height="2" loading="lazy">'
    )
    assert sanitize(kept) == kept
