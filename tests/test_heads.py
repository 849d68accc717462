"""What whole sites tell search engines and link previews, and what private ones do not."""

import json
import logging
import re
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from tests.builders import APPLICATION, EVIDENCE, MINIMAL, PROFILE, PROJECT, REPOSITORY
from tests.sites import build, files_of, look_as, project

URL = "https://example.org/me/"
HOSTILE = "</script><script>alert('wombat')</script>--> \" ' \\ \u2028 ]]> &lt;"
OPEN = APPLICATION.replace("company: Acme\n", "company: Acme\naudience: public\n")
MORE: dict[str, str] = {
    "content/applications/acme/index.md": OPEN,
    "content/applications/other/index.md": APPLICATION.replace("Acme", "Quokka"),
    "content/about.md": "---\naudience: public\n---\n# About & me\n\nI like graphs.\n",
    "content/empty.md": "---\naudience: public\ntitle: Empty\n---\n",
    "content/draft.md": "---\ntitle: Draft\n---\nNot yet\n",
}
CLAIM = {
    "@type": "Claim",
    "@id": "#qortex/gain",
    "text": "Learned weights retrieve better than cosine similarity",
    "dateCreated": "2026-02",
    "isBasedOn": {
        "@type": "CreativeWork",
        "name": "Benchmark report",
        "url": "https://example.org/report",
    },
    "about": [
        {
            "@type": "Observation",
            "name": "precision",
            "value": "+22%",
            "unitText": "%",
            "description": "20 concepts",
            "observationDate": "2026-02",
        }
    ],
}
SHIPPED = {f"content/{n}": c for n, c in files_of(REPOSITORY / "content").items()}


class Head(HTMLParser):
    """What stands in a page's head: titles, metas by name, links by kind, scripts of data."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.titles: list[str] = []
        self.metas: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self.data: list[str] = []
        self.scripts = 0
        self._into: list[str] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = known.get("name") or known.get("property", "")
            self.metas.setdefault(name, []).append(known.get("content", ""))
        elif tag == "link":
            self.links.setdefault(known["rel"], []).append(known["href"])
        elif tag == "script":
            self.scripts += 1
        is_data = known.get("type") == "application/ld+json"
        self._into = self.titles if tag == "title" else self.data if is_data else None
        if self._into is not None:
            self._into.append("")

    def handle_data(self, data: str) -> None:
        if self._into:
            self._into[-1] += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parent's
        self._into = None


def heads(site: Mapping[str, bytes]) -> dict[str, Head]:
    return {name: Head(text.decode()) for name, text in site.items() if name.endswith(".html")}


def build_site(root: Path, files: Mapping[str, str | bytes], url: str | None = URL) -> Path:
    return build(project(root, files, config={"site_url": url} if url else {}))


@pytest.fixture(name="site", scope="module")
def build_public(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return files_of(build_site(tmp_path_factory.mktemp("public"), MINIMAL | MORE))


@pytest.mark.parametrize("files", [MINIMAL | MORE, SHIPPED], ids=["open", "shipped"])
@pytest.mark.parametrize("url", [URL, None], ids=["placed", "anywhere"])
def test_every_public_page_says_once_and_for_itself_what_it_is(
    tmp_path: Path, files: Mapping[str, str | bytes], url: str | None
) -> None:
    found = heads(files_of(build_site(tmp_path, files, url)))
    assert found.pop("404.html").metas.keys() == {
        *("", "viewport", "color-scheme", "robots", "referrer")
    }
    assert len(found) > 6
    for name, head in found.items():
        once = {**head.metas, "title": head.titles}
        for key in ("title", "description", "og:title", "og:description", "og:type"):
            assert len(once.get(key, [])) == 1, f"{key} of {name}"
            assert once[key][0].strip(), f"{key} of {name}"
        assert len(head.titles[0]) <= 60
        assert len(head.metas["description"][0]) <= 155
        assert "robots" not in head.metas
        absolute = [*head.metas.get("og:url", []), *head.links.get("canonical", [])]
        assert absolute == ([f"{URL}{name.removesuffix('index.html')}"] * 2 if url else [])
    for key in ("description", "og:title"):
        told = [head.metas[key][0] for head in found.values()]
        assert len(set(told)) == len(told)
    assert len({head.titles[0] for head in found.values()}) == len(found)


def test_facts_are_told_of_the_person_and_of_projects(site: Mapping[str, bytes]) -> None:
    told = {name: [json.loads(t) for t in h.data] for name, h in heads(site).items() if h.data}
    context = {"@context": "https://schema.org"}
    assert told == {
        "index.html": [
            context
            | {
                "@type": "ProfilePage",
                "mainEntity": {
                    "@type": "Person",
                    "name": "Ada Example",
                    "description": "I measure what I build",
                    "sameAs": ["https://example.org/ada"],
                },
                "url": URL,
            }
        ],
        "projects/qortex/index.html": [
            context
            | {
                "@type": "SoftwareSourceCode",
                "name": "qortex",
                "description": "A graph that learns from use",
                "author": {"@type": "Person", "name": "Ada Example"},
                "codeRepository": "https://example.org/qortex",
                "keywords": "bandits",
                "subjectOf": [CLAIM],
                "url": f"{URL}projects/qortex/",
            }
        ],
    }


def test_title_of_a_heading_is_spelled_as_it_reads(site: Mapping[str, bytes]) -> None:
    head = heads(site)["about/index.html"]
    assert head.titles == ["About & me - Peleke"]
    assert head.metas["og:title"] == ["About & me"]
    assert head.metas["description"] == ["I like graphs."]


def test_hostile_texts_stay_inert(site: Mapping[str, bytes], tmp_path: Path) -> None:
    quoted = json.dumps(HOSTILE)
    profile = PROFILE.replace("name: Ada Example", f"name: {quoted}")
    text = PROJECT.replace("title: qortex", f"title: {quoted}").replace("bandits", quoted)
    files = MINIMAL | {
        "content/profile.yml": profile.replace("I measure what I build", json.dumps(HOSTILE)),
        "content/projects/qortex.md": text.replace("A graph that learns from use", quoted),
        "content/about.md": f"---\naudience: public\ndescription: {quoted}\n---\n# A & B\n",
        "content/evidence/qortex.yml": EVIDENCE.replace("name: precision", f"name: {quoted}"),
    }
    found, plain = heads(files_of(build_site(tmp_path, files))), heads(site)
    for name in ("index.html", "projects/qortex/index.html"):
        assert found[name].scripts == plain[name].scripts
        (told,) = map(json.loads, found[name].data)
        facts = told.get("mainEntity", told)
        assert facts["name"] == HOSTILE
        assert facts["description"].startswith("</script><script>alert(")
    for name in ("index.html", "projects/qortex/index.html", "about/index.html"):
        head = found[name]
        assert head.metas["og:description"] == head.metas["description"]
        assert head.metas["description"][0].startswith("</script><script>alert(")


def test_cards_are_there_for_the_pages_that_name_them(site: Mapping[str, bytes]) -> None:
    cards = {name for name in site if name.startswith("social/")}
    assert cards == {"social/index.png", "social/projects/qortex.png"}
    named = {n: h.metas["og:image"] for n, h in heads(site).items() if "og:image" in h.metas}
    assert named == {
        "index.html": [f"{URL}social/index.png"],
        "projects/qortex/index.html": [f"{URL}social/projects/qortex.png"],
    }
    for name, head in heads(site).items():
        if name in named:
            assert head.metas["twitter:image"] == named[name]
            assert (head.metas["og:image:width"], head.metas["og:image:height"]) == (
                ["1200"],
                ["630"],
            )
            assert head.metas["og:image:alt"][0]


def test_robots_and_sitemap_name_public_pages_only(site: Mapping[str, bytes]) -> None:
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {URL}sitemap.xml\n"
    assert site["robots.txt"].decode() == robots
    named = re.findall(r"<loc>(.*)</loc>", site["sitemap.xml"].decode())
    pages = [name.removesuffix("index.html") for name in heads(site) if name != "404.html"]
    assert sorted(named) == sorted(URL + name for name in pages)
    assert [name for name, text in site.items() if b"Quokka" in text or b"Not yet" in text] == []


def test_private_site_tells_nobody_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_as(monkeypatch, Audience.PRIVATE)
    site = files_of(build_site(tmp_path, MINIMAL | MORE))
    found = heads(site)
    assert "robots" in found.pop("404.html").metas
    assert {"draft/index.html", "applications/other/index.html"} < set(found)
    for name, head in found.items():
        described = set() if name.endswith("preview/index.html") else {"description"}
        known = {"", "viewport", "color-scheme", "robots", "referrer"}
        assert head.metas.keys() == known | described
        assert head.metas["robots"] == ["noindex,nofollow,noarchive"]
        # What a recipient's page tells programs stands in its preview too.
        assert (bool(head.data), "canonical" in head.links) == (not described, False)
    assert not [name for name in site if name.startswith("social/")]
    assert site["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    assert b"<loc>" not in site["sitemap.xml"]


def test_site_without_an_address_has_no_cards(tmp_path: Path) -> None:
    site = files_of(build_site(tmp_path, MINIMAL, url=None))
    assert not [name for name in site if name.startswith("social/")]
    assert site["robots.txt"] == b"User-agent: *\nAllow: /\n"


def test_site_without_pillow_has_no_cards_and_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        site = files_of(build_site(tmp_path, MINIMAL))
    assert caplog.text.count("without Pillow no page has a social card") == 1
    assert not [name for name in site if name.startswith("social/")]
    assert [n for n, head in heads(site).items() if "og:image" in head.metas] == []
    assert heads(site)["index.html"].metas["twitter:card"] == ["summary"]
