from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.library import Library
from dossier.model.paths import (
    ASSET_TYPES,
    IMAGE_TYPES,
    address,
    asset_named,
    asset_type,
    content_path,
    is_image,
    page_named,
    relative,
    relative_target,
)
from tests.builders import APPLICATION, INDEX, MINIMAL, write_site
from tests.views import diagnose
from tests.views import library as read_library

PATHS = (
    "index.md",
    "about.md",
    "README.md",
    "projects/index.md",
    "projects/qortex.md",
    "applications/acme/index.md",
    "writing/README.md",
    "writing/on tests.md",
    "my notes/index.md",
    "über/日本語.md",
    "a.b/c.d.md",
    "100%.md",
    "a#b.md",
    "why?.md",
    "a+b&c=d.md",
    "a:b.md",
    "~home.md",
    "index/index.md",
    "a/INDEX.md",
    "a/readme.md",
    "a/index.html.md",
)


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("path", PATHS)
def test_an_address_is_the_one_that_mkdocs_writes(path: str, *, directory_urls: bool) -> None:
    file = File(path, "content", "site", directory_urls)
    # The home page's folder is empty here, and `./` to MkDocs.
    assert address(path, directory_urls=directory_urls) == file.url.removeprefix("./")


@pytest.mark.parametrize("directory_urls", [True, False])
def test_links_between_pages_are_those_that_mkdocs_writes(*, directory_urls: bool) -> None:
    addresses = [address(path, directory_urls=directory_urls) for path in PATHS]
    for target, page in product([*addresses, "assets/my%20cv.pdf", "assets/a/b.png"], addresses):
        expected = get_relative_url(target or "./", page or "./")
        assert relative(target, page).rstrip("/") == expected.rstrip("/")
        assert relative(target, page).endswith("/") is (not target or target.endswith("/"))


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("a/", "", "a/"),
        ("", "", "./"),
        ("", "a/b/", "../../"),
        ("a/b/", "a/c/", "../b/"),
        ("a/b/", "a/b/", "./"),
        ("a/b/#c", "a/b/", "#c"),
        ("a/b/#c", "a/d/", "../b/#c"),
        ("#c", "", "#c"),
        ("#c", "a/", "../#c"),
        ("a.html", "b.html", "a.html"),
        ("a.html#c", "a.html", "#c"),
        ("a.html", "a.html", "a.html"),
        ("index.html", "a/b.html", "../index.html"),
        ("assets/a.png", "a/b/", "../../assets/a.png"),
        ("a/#b#c", "a/", "#b#c"),
        ("a/../b//c.png", "a/d/", "../../b/c.png"),
        ("ab/", "a/", "../ab/"),
    ],
)
def test_links_lead_from_one_page_to_another(target: str, page: str, link: str) -> None:
    assert relative(target, page) == link


@pytest.mark.parametrize(
    ("file", "link", "path"),
    [
        ("content/index.md", "about.md", "about.md"),
        ("content/index.md", "./about.md#me", "about.md"),
        ("content/index.md", "projects/qortex.md?a=b#c", "projects/qortex.md"),
        ("content/projects/qortex.md", "vault.md", "projects/vault.md"),
        ("content/projects/qortex.md", "../index.md", "index.md"),
        ("content/projects/qortex.md", "../assets/a.png", "assets/a.png"),
        ("content/applications/acme/index.md", "../../assets/a/../b.png", "assets/b.png"),
        ("content/applications/acme/index.md", "posting.md", "applications/acme/posting.md"),
        ("content/a.md", "my%20notes/%C3%BCber.md", "my notes/über.md"),
        ("content/a.md", "../secret.md", "../secret.md"),
        ("content/a.md", "b/../../../c", "../../c"),
        ("content/a.md", "", None),
        ("content/a.md", "#below", None),
        ("content/a.md", "?a=b", None),
        ("content/a.md", "/about.md", None),
        ("content/a.md", "//example.org/a.md", None),
        ("content/a.md", "https://example.org/a.md", None),
        ("content/a.md", "mailto:a@example.org", None),
        ("content/a.md", "evidence:qortex/gain", None),
        ("content/a.md", "http://[broken", None),
    ],
)
def test_a_relative_link_is_read_from_its_files_folder(
    file: str, link: str, path: str | None
) -> None:
    assert relative_target(Document(file), link) == path


def test_a_sources_path_counts_from_the_content_folder() -> None:
    assert content_path(Document("content/projects/qortex.md")) == "projects/qortex.md"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("assets/a.png", "png"),
        ("assets/a.PNG", "png"),
        ("assets/a.jpeg", "jpg"),
        ("assets/a.tar.gz", "gz"),
        ("assets/a", ""),
        ("assets/.png", ""),
        ("assets/a.", ""),
        ("assets.png/a", ""),
    ],
)
def test_an_assets_type_is_the_end_of_its_name(path: str, kind: str) -> None:
    assert asset_type(path) == kind


@pytest.mark.parametrize(
    ("path", "published"),
    [
        *((f"assets/a.{kind}", True) for kind in (*ASSET_TYPES, "jpeg", "SVG")),
        ("assets/a/b/c.png", True),
        *((f"assets/a.{kind}", False) for kind in ("html", "js", "gif", "zip", "md", "yml", "exe")),
        ("assets/a", False),
        ("a.png", False),
        ("applications/acme/a.png", False),
        ("applications/acme/assets/a.png", False),
        ("../assets/a.png", False),
        ("myassets/a.png", False),
        ("assets", False),
    ],
)
def test_an_asset_is_published_by_its_place_and_its_type(path: str, *, published: bool) -> None:
    assert asset_named(path) is published


def test_the_types_are_those_of_the_specification() -> None:
    assert set(ASSET_TYPES) == {"png", "jpg", "webp", "svg", "pdf", "woff2"}
    assert {kind for kind in ASSET_TYPES if is_image(f"a.{kind}")} == {"png", "jpg", "webp", "svg"}
    assert all(is_image(f"a.{kind}") for kind in IMAGE_TYPES)


SITE = MINIMAL | {
    "content/index.md": f"{INDEX}\n[Acme](applications/acme/index.md)\n",
    "content/about.md": "---\naudience: public\n---\n",
    "content/draft.md": "---\ntitle: Draft\n---\n",
    "content/projects/vault.md": "---\ntitle: Vault\n---\n",
    "content/projects/lounge.md": "---\ntitle: Lounge\naudience: shared\n---\n",
    "content/applications/acme/index.md": APPLICATION.replace(
        "company: Acme", "company: Acme\naudience: public"
    ),
    "content/applications/quiet/index.md": APPLICATION.replace("company: Acme", "company: Quiet"),
}
PAGES = (
    "index.md",
    "about.md",
    "draft.md",
    "missing.md",
    "projects/index.md",
    "projects/qortex.md",
    "projects/vault.md",
    "projects/lounge.md",
    "projects/missing.md",
    "evidence/index.md",
    "evidence/qortex.md",
    "applications/index.md",
    "applications/acme/index.md",
    "applications/quiet/index.md",
    "applications/acme/posting.md",
    "applications/acme/acme/index.md",
    "applications/missing/index.md",
)
PUBLIC = {
    *("index.md", "about.md", "projects/index.md", "projects/qortex.md", "evidence/index.md"),
    *("applications/index.md", "applications/acme/index.md"),
}


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Library]:
    def read(audience: Audience, files: dict[str, str] = SITE) -> Library:
        return read_library(write_site(tmp_path, files, audience=audience))

    return read


@pytest.mark.parametrize("view", [Audience.PRIVATE, Audience.PUBLIC])
def test_a_public_text_may_link_public_pages_alone(
    read: Callable[..., Library], view: Audience
) -> None:
    library = read(view)
    assert {path for path in PAGES if page_named(library, path, Audience.PUBLIC)} == PUBLIC


def test_a_shared_text_may_link_shared_pages_too(read: Callable[..., Library]) -> None:
    library = read(Audience.PRIVATE)
    found = {path for path in PAGES if page_named(library, path, Audience.SHARED)}
    assert found == PUBLIC | {"projects/lounge.md"}


def test_a_private_text_may_link_whatever_is_there(read: Callable[..., Library]) -> None:
    library = read(Audience.PRIVATE)
    missing = {
        *("missing.md", "projects/missing.md", "evidence/qortex.md"),
        *("applications/acme/posting.md", "applications/acme/acme/index.md"),
        "applications/missing/index.md",
    }
    found = {path for path in PAGES if page_named(library, path, Audience.PRIVATE)}
    assert found == set(PAGES) - missing


@pytest.mark.parametrize("view", Audience)
def test_lists_of_nothing_are_no_pages(read: Callable[..., Library], view: Audience) -> None:
    library = read(view, {"content/index.md": "", "content/profile.yml": "name: Ada\n"})
    for path in ("projects/index.md", "evidence/index.md", "applications/index.md"):
        assert not page_named(library, path, Audience.PUBLIC)
    assert page_named(library, "index.md", Audience.PUBLIC)
    # The author's own list of applications is there before the first of them.
    assert page_named(library, "applications/index.md", Audience.PRIVATE)


@pytest.mark.parametrize("view", [Audience.PRIVATE, Audience.PUBLIC])
def test_the_home_page_may_link_an_open_dossier(tmp_path: Path, view: Audience) -> None:
    assert diagnose(write_site(tmp_path, SITE, audience=view)).problems == ()
