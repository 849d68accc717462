"""What stands in the site: navigation, links, the theme's files, titles."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs.structure.files import Files

from dossier.adapters.mkdocs_files import add
from dossier.model.audience import Audience
from tests.builders import APPLICATION, EVIDENCE, MINIMAL, PROFILE, PROJECT, REPOSITORY
from tests.canaries import RICH, leaks
from tests.sites import (
    broken_links,
    build,
    configured,
    files_of,
    invoke,
    look_as,
    project,
    read_links,
    write,
)

DOSSIER = "applications/acme/index.html"


def test_a_page_and_each_of_its_headings_has_a_name(tmp_path: Path) -> None:
    body = "Text.\n\n## ![A <b> picture](a.png)\n\n## Shown {: data-toc-label='<b></b>' }\n"
    page = f"---\ntitle: Mine & <b>\naudience: public\n---\n{body}"
    shown = files_of(build(project(tmp_path, MINIMAL | {"content/about.md": page})))
    text = shown["about/index.html"].decode()
    assert re.findall("<h1>(.*?)</h1>", text) == ["Mine &amp; &lt;b&gt;"]
    listed = r'class="md-nav__link">\s*<span class="md-ellipsis">(.*?)</span>'
    named = {" ".join(name.split()) for name in re.findall(listed, text, re.DOTALL)}
    assert {"A &lt;b&gt; picture", "Shown"} <= named


class TestNavigation:
    FILES: Mapping[str, str] = MINIMAL | {
        "content/about.md": "---\ntitle: About\naudience: public\n---\n",
        "content/draft.md": "---\ntitle: Draft\n---\n",
        "content/applications/acme/posting.txt": "A posting",
    }
    NAV: tuple[object, ...] = (
        {"Start": "index.md"},
        {"quokkafoxone": "applications/acme/index.md"},
        {"quokkafoxtwo": [{"quokkafoxthree": "draft.md"}, "quokkafoxfour.markdown"]},
        {"quokkafoxfive": "applications/acme/posting.txt"},
        {"More": [{"quokkafoxsix": "draft.md"}, "./about.md", {"Mail": "mailto:a@example.org"}]},
        "quokkafoxseven/index.md",
        {"Outside": "https://example.org/"},
    )

    def test_the_authors_loses_what_is_not_visible_in_silence(self, tmp_path: Path) -> None:
        root = project(tmp_path, self.FILES, config={"nav": list(self.NAV)})
        done = invoke(root, "--strict")
        site = files_of(root / "site")
        assert not leaks(site | {"output": done.output.encode()})
        assert (done.exit_code, "WARNING" in done.output) == (0, False)
        for kept in (b"Start", b"More", b"About", b"mailto:a@example.org", b"https://example.org/"):
            assert kept in site["index.html"]

    def test_many_projects_are_behind_their_list(self, tmp_path: Path) -> None:
        many = {f"content/projects/p{number}.md": PROJECT for number in range(13)}
        site = files_of(build(project(tmp_path, MINIMAL | many)))
        assert b'href="projects/"' in site["index.html"]
        assert b'href="../p4/"' not in site["projects/p3/index.html"]
        tabs = re.findall(rb'--active">\s*<a href="([^"]*)"', site["projects/p3/index.html"])
        assert tabs == [b"../"]

    def test_private_view_keeps_the_authors_whole(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        look_as(monkeypatch, Audience.PRIVATE)
        home = files_of(build(project(tmp_path, self.FILES, config={"nav": list(self.NAV)})))
        assert b"quokkafoxone" in home["index.html"]
        assert b"quokkafoxseven" not in home["index.html"]

    def test_dossiers_are_in_no_navigation_of_ours(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        look_as(monkeypatch, Audience.PRIVATE)
        site = files_of(build(project(tmp_path)))
        addresses, _ = read_links(site["projects/index.html"].decode())
        assert DOSSIER in site
        assert not [address for address in addresses if "acme" in address]


class TestLinks:
    SITES: Mapping[str, Mapping[str, str | bytes]] = {
        "rich": RICH,
        "shipped": {f"content/{n}": c for n, c in files_of(REPOSITORY / "content").items()},
    }

    @pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "files"])
    @pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.PRIVATE])
    @pytest.mark.parametrize("files", SITES)
    def test_every_link_and_anchor_is_there(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        files: str,
        audience: Audience,
        directory_urls: bool,  # noqa: FBT001 - a parameter of the test
    ) -> None:
        look_as(monkeypatch, audience)
        config = {
            "use_directory_urls": directory_urls,
            "site_url": "https://example.org/a/path/",
        }
        site = build(project(tmp_path, self.SITES[files], config=config))
        assert len(list(site.rglob("*.html"))) > 5
        assert broken_links(site, "/a/path/") == []

    def test_crawler_sees_what_is_broken(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            {
                "index.html": '<a href="a/">a</a><a href="a/#no">b</a><a href="c/">c</a>'
                '<img src="/a/x.png"><p id="one"><p id="one"><a href="#two">',
                "a/index.html": '<a id="here" href="../#one"></a><a href="/p/a/#here">',
            },
        )
        assert broken_links(tmp_path, "/p/") == [
            "index.html: #one twice",
            "index.html: a/#no has no such anchor",
            "index.html: c/ is not there",
            "index.html: /a/x.png is not there",
            "index.html: #two has no such anchor",
        ]


OPEN_DOSSIER = APPLICATION.replace("company: Acme\n", "company: Acme\naudience: public\n")
HOSTILE = "<script>alert('wombat')</script> & \"co\""


YAML_HOSTILE = json.dumps(HOSTILE)


class TestTitles:
    @pytest.fixture
    def site(self, tmp_path: Path) -> dict[str, bytes]:
        dossier = OPEN_DOSSIER.replace("company: Acme", f"company: {YAML_HOSTILE}")
        dossier = dossier.replace("title: Senior ML Engineer", f"title: {YAML_HOSTILE}")
        dossier += f"\n## {HOSTILE} {{ audience=shared }}\n"
        files = MINIMAL | {
            "content/applications/acme/index.md": dossier,
            "content/projects/qortex.md": PROJECT.replace(
                "title: qortex", f"title: {YAML_HOSTILE}"
            ),
            "content/about.md": f"---\naudience: public\ntitle: {YAML_HOSTILE}\n"
            f"subtitle: {YAML_HOSTILE}\nstatus: {YAML_HOSTILE}\n---\nText\n",
            "content/index.md": f"---\ntitle: {YAML_HOSTILE}\ndescription: {YAML_HOSTILE}\n---\n",
            "content/profile.yml": PROFILE.replace("title: ML Engineer", f"title: {YAML_HOSTILE}"),
            "content/evidence/qortex.yml": EVIDENCE.replace(
                "claim: Learned weights", f'claim: {YAML_HOSTILE[:-1]} Learned"'
            ),
        }
        return files_of(build(project(tmp_path, files)))

    def test_markup_in_titles_is_text_on_every_page(self, site: Mapping[str, bytes]) -> None:
        pages = {name: text.decode() for name, text in site.items() if name.endswith(".html")}
        assert {"about/index.html", "projects/qortex/index.html", DOSSIER} <= set(pages)
        assert not [name for name, text in pages.items() if re.search(r"<script>\s*alert", text)]
        shown = [name for name, text in pages.items() if "&lt;script&gt;alert(" in text]
        assert sorted(shown) == sorted(pages)

    def test_markup_in_titles_is_as_written_in_the_search_index(
        self, site: Mapping[str, bytes]
    ) -> None:
        titles = [title for _, title, _ in json.loads(site["search/index.json"])["pages"]]
        assert [title for title in titles if "<script>alert(" in title]
        assert not [title for title in titles if "&lt;" in title]

    def test_titles_are_escaped_once(self, site: Mapping[str, bytes]) -> None:
        assert b"&amp;lt;" not in b"".join(t for n, t in site.items() if n.endswith(".html"))

    def test_title_may_hold_any_sign(self, tmp_path: Path) -> None:
        spellings = {
            "🚀": "🚀",
            "é": "é",
            "\\L": "",  # U+2028 and other blanks read as a space
            "\\N": "",
            "\\_": "",
            "\U000e0041": "\U000e0041",
            "\\x7F": "\x7f",
            "'": "&#39;",
            "{{ 1 }}": "{{ 1 }}",
            "---": "---",
        }
        front = "---\naudience: public\ntitle: "
        pages = {
            f"content/page{number}.md": f'{front}"before {sign} after"\n---\n'
            for number, sign in enumerate(spellings)
        }
        site = build(project(tmp_path, MINIMAL | pages))
        for number, sign in enumerate(spellings.values()):
            title = " ".join(f"before {sign} after".split())
            shown = (site / f"page{number}/index.html").read_text(encoding="utf-8")
            assert f"<title>{title} - " in shown


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return files_of(build(project(tmp_path_factory.mktemp("plain"))))


class TestTheme:
    def test_source_maps_stay_at_home(self, plain_site: Mapping[str, bytes]) -> None:
        assert [name for name in plain_site if name.endswith(".js")]
        assert not [name for name in plain_site if name.endswith(".map")]
        # What documents are drawn with is no part of the site.
        assert not [name for name in plain_site if name.startswith("documents/")]
        assert not [name for name, content in plain_site.items() if b"sourceMappingURL" in content]

    def test_what_pages_are_made_of_is_not_published(self, plain_site: Mapping[str, bytes]) -> None:
        assert "assets/dossier.css" in plain_site
        parts = ("assets/dossier/", "share/")
        assert not [name for name in plain_site if name.startswith(parts)]

    def test_no_page_loads_anything_from_elsewhere(self, plain_site: Mapping[str, bytes]) -> None:
        loading = re.compile(rb'<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)="(?:https?:)?//')
        assert not [name for name, text in plain_site.items() if loading.search(text)]

    @pytest.mark.parametrize(
        ("key", "name"),
        [
            ("template", "no.html"),
            ("template", "partials/nav.html"),
            ("template", "assets/dossier/tokens.css"),
            ("template", "../content/profile.yml"),
            ("icon", "no/such"),
            ("icon", "../../mkdocs"),
        ],
    )
    def test_file_that_the_theme_does_not_have_is_a_problem(
        self, tmp_path: Path, key: str, name: str
    ) -> None:
        page = f"---\naudience: public\ntitle: About\n{key}: {name}\n---\nShown\n"
        root = project(tmp_path, MINIMAL | {"content/about.md": page})
        done = invoke(root, "--strict")
        assert done.exit_code == 1
        told = f"content/about.md:4:1: error: the theme has no {key} `{name}` [value-unknown]"
        assert told in done.stderr
        assert isinstance(done.exception, SystemExit)
        assert b"Shown" in files_of(root / "site")["about/index.html"]

    def test_icon_of_the_theme_is_shown(self, tmp_path: Path) -> None:
        page = "---\naudience: public\ntitle: About\nicon: material/account\n---\nText\n"
        done = invoke(project(tmp_path, MINIMAL | {"content/about.md": page}), "--strict")
        assert done.exit_code == 0

    def test_template_of_the_theme_is_used(self, tmp_path: Path) -> None:
        page = "---\naudience: public\ntitle: About\ntemplate: 404.html\n---\nNot shown\n"
        site = build(project(tmp_path, MINIMAL | {"content/about.md": page}))
        assert "There is no page here" in (site / "about/index.html").read_text()


def test_generated_files_have_the_paths_that_plugins_join(tmp_path: Path) -> None:
    with configured(project(tmp_path), command="build") as config:
        files = Files([])
        add(files, config, "about.md", "shown")
        (file,) = files
        assert file.abs_src_path == str(tmp_path / ".dossier-generated/about.md")
        assert file.content_string == "shown"
