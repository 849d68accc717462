from dataclasses import replace
from pathlib import Path

import pytest

from dossier.build import Project
from dossier.model.audience import Audience
from dossier.plain.media import ImageSize
from tests.builders import EVIDENCE, MINIMAL, PROFILE, edited, write_site
from tests.views import build, diagnose, diagnose_all

PAGE = "content/projects/qortex.md"
PIXEL = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU"
    b"\0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"
)


def test_nothing_is_wrong_with_the_smallest_site(tmp_path: Path) -> None:
    settings = write_site(tmp_path, MINIMAL)
    assert diagnose(settings).problems == diagnose_all(settings).problems == ()
    assert build(settings).diagnosis == diagnose(settings)


def test_each_audience_has_its_pages(tmp_path: Path) -> None:
    settings = write_site(tmp_path, MINIMAL)
    pages = {
        audience: {page.path for page in build(settings.seen_by(audience)).files.pages}
        for audience in Audience
    }
    public = {"index.md", "projects/index.md", "projects/qortex.md", "evidence/index.md"}
    private = {"applications/index.md", "applications/acme/index.md", "problems.md", "design.md"}
    assert pages[Audience.PUBLIC] == public
    assert pages[Audience.PRIVATE] == public | private


def test_a_public_site_is_made_of_what_the_public_sees_alone(tmp_path: Path) -> None:
    project = Project.read(write_site(tmp_path, MINIMAL))
    project.site(Audience.PUBLIC)
    assert list(project._views) == [Audience.PUBLIC]


def test_two_builds_of_the_same_files_are_equal(tmp_path: Path) -> None:
    settings = write_site(tmp_path, MINIMAL)
    assert build(settings).files == build(settings).files


def test_a_silenced_problem_is_counted_and_no_longer_told(tmp_path: Path) -> None:
    mark = "<!-- dossier: allow evidence-unknown: it is on its way -->"
    files = edited(PAGE, "It retrieves", f"{mark}\n[x](evidence:qortex/later) It retrieves")
    diagnosis = diagnose(write_site(tmp_path, files))
    assert diagnosis.problems == ()
    assert [(p.code, reason) for p, reason in diagnosis.silenced] == [
        ("evidence-unknown", "it is on its way")
    ]


def test_assets_that_pages_show_are_read_and_the_others_are_not(tmp_path: Path) -> None:
    files = edited(PAGE, "It retrieves", "![dot](../assets/dot.png) It retrieves")
    assets = {"content/assets/dot.png": PIXEL, "content/assets/other.png": PIXEL}
    write_site(tmp_path, assets)
    site = build(write_site(tmp_path, files, audience=Audience.PUBLIC))
    assert site.assets == {"assets/dot.png": PIXEL}
    assert site.sizes == {"assets/dot.png": ImageSize(1, 1)}
    assert site.diagnosis.problems == ()


def test_an_asset_is_read_once_whoever_sees_it(tmp_path: Path) -> None:
    files = edited(PAGE, "It retrieves", "![dot](../assets/dot.png) It retrieves")
    settings = write_site(tmp_path, {**files, "content/assets/dot.png": PIXEL})
    project = Project.read(settings)
    assert project.view(Audience.PRIVATE).assets == {"assets/dot.png": PIXEL}
    write_site(tmp_path, {"content/assets/dot.png": b"saved meanwhile"})
    assert project.view(Audience.PUBLIC).assets == {"assets/dot.png": PIXEL}


def test_an_asset_that_is_not_what_its_name_says_is_left_out_and_told(tmp_path: Path) -> None:
    files = edited(PAGE, "It retrieves", "![dot](../assets/dot.png) It retrieves")
    write_site(tmp_path, {"content/assets/dot.png": b"GIF89a"})
    site = build(write_site(tmp_path, files, audience=Audience.PUBLIC))
    assert site.assets == {}
    (problem,) = site.diagnosis.problems
    assert (problem.code, str(problem.where)) == ("asset-type", "content/assets/dot.png:1:1")


@pytest.mark.parametrize("link", ["https://ada.example/", "https://github.com/AdaQuill", ""])
@pytest.mark.parametrize("address", ["", "https://quill.example/"])
def test_what_stands_at_ones_own_address_is_no_third_partys(
    tmp_path: Path, link: str, address: str
) -> None:
    source = {
        "https://ada.example/": "url: https://ada.example/blog/review",
        "https://github.com/AdaQuill": "repo: https://github.com/adaquill/loads, commit: 4f1c2d9",
        "": "url: https://quill.example/review/",
    }[link]
    known = "url: https://example.org/report"
    profile = f"{PROFILE}links: [{{label: L, url: {link}}}]\n" if link else PROFILE
    profile = profile.replace("links: [{label: Code, url: https://example.org/ada}]\n", "")
    evidence = EVIDENCE.replace("check: rerun", "check: third-party").replace(known, source)
    files = {
        **MINIMAL,
        "content/profile.yml": profile,
        "content/evidence/qortex.yml": evidence,
    }
    project = Project.read(replace(write_site(tmp_path, files), address=address))
    is_own = bool(link or address)
    codes = [problem.code for problem in project.diagnosis.problems]
    assert codes == ["third-party-own"] * is_own
    public = project.own_site(Audience.PUBLIC).files
    written = [*map(str, public.pages), *map(str, public.files)]
    page = project.recipients.document("acme", page="s/x/index.md")
    for text in ("".join(written), str(page)):
        assert ("On a page of my own" in text) == is_own
        assert ("By a third party" in text) != is_own
    (claims,) = (text for path, text in public.files if path.endswith("claims.json"))
    assert ('"check": "own-place"' in str(claims)) == is_own
