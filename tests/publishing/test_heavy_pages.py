"""Pages that a phone loads for too long are told with their size and what weighs most in them."""

import io
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from dossier.build import Project
from dossier.model.audience import Audience
from dossier.plain.problems import Problem
from dossier.publishing.heavy_pages import (
    MOST,
    SPEED,
    find_heavy_public,
    find_heavy_sent,
    spell_wait,
)
from dossier.sharing.document import SharedView
from dossier.sharing.keystore import Share
from dossier.sharing.link import new_key, new_share_id
from dossier.sharing.pages import share_pages
from tests.builders import AS_OF, MINIMAL, write_site
from tests.views import diagnose_all

ACME = "content/applications/acme/index.md"
HOME = "content/index.md"


@cache
def noise(width: int) -> Image.Image:
    return Image.effect_noise((width // 2, width * 3 // 8), 60).resize((width, width * 3 // 4))


def photo(width: int, quality: int, seed: int) -> bytes:
    """Return a picture with as much noise as a camera leaves, four by three."""
    here = ImageChops.offset(noise(width), 97 * seed)
    shades = Image.linear_gradient("L").resize(here.size)
    held = io.BytesIO()
    Image.merge("RGB", (here, shades, Image.blend(here, shades, 0.5))).save(
        held, "JPEG", quality=quality
    )
    return held.getvalue()


def dossier(text: str, name: str = "acme", audience: str = "private") -> dict[str, str | bytes]:
    head = f"---\ncompany: {name.title()}\naudience: {audience}\n---\n"
    return {f"content/applications/{name}/index.md": f"{head}## Why\n\n{text}\n"}


def project(root: Path, files: dict[str, str | bytes]) -> Project:
    return Project.read(write_site(root, {**MINIMAL, **files}))


def sent(read: Project, *names: str) -> list[Problem]:
    view = read.view(Audience.SHARED)
    return list(find_heavy_sent(view.library, view.assets, names or ("acme",)))


@pytest.fixture(scope="module")
def six() -> dict[str, str | bytes]:
    """Return six pictures as a phone takes them, and a dossier that shows them."""
    shown = "\n\n".join(f"![Work {n}](../../assets/p{n}.jpg)" for n in range(6))
    large = {f"content/assets/p{n}.jpg": photo(4000, 85, n) for n in range(6)}
    return {**large, **dossier(shown)}


def test_a_recipients_page_is_told_with_what_weighs_most(
    six: dict[str, str | bytes], tmp_path: Path
) -> None:
    read = project(tmp_path, six)
    (found,) = sent(read)
    weight = sum(len(content) for name, content in six.items() if name.endswith(".jpg"))
    assert (found.code, str(found.severity), found.where.file) == ("page-heavy", "warning", ACME)
    assert found.message.startswith("the page of `acme` that a recipient opens weighs ")
    assert found.message.count("4000 × 3000") == 3
    assert found.message.endswith("and 3 more")
    # The figure is that of the page as it is sealed.
    told = float(found.message.partition("weighs ")[2].split()[0]) * 1e6
    share = Share("a", "acme", None, "", new_share_id(), new_key(), 1, AS_OF)
    view: SharedView = read.recipients
    ((_, page),) = share_pages(view, [share], read.settings.templates)
    assert abs(told - len(page)) < 0.05 * len(page)
    assert told > weight


def test_what_the_hint_says_is_enough(six: dict[str, str | bytes], tmp_path: Path) -> None:
    small = {
        name: photo(1200, 60, number) if name.endswith(".jpg") else text
        for number, (name, text) in enumerate(six.items())
    }
    read = project(tmp_path, small)
    assert "1200 pixels wide, as JPEG of quality 60" in sent(project(tmp_path / "as", six))[0].hint
    assert sent(read) == []
    assert "page-heavy" not in {p.code for p in diagnose_all(read.settings).problems}


def test_it_is_told_once_and_can_be_silenced(six: dict[str, str | bytes], tmp_path: Path) -> None:
    told = diagnose_all(project(tmp_path / "told", six).settings)
    (found,) = (p for p in told.problems if p.code == "page-heavy")
    text = six[ACME]
    assert isinstance(text, str)
    lines = text.split("\n")
    lines.insert(found.where.line - 1, "<!-- dossier: allow page-heavy: they asked for them -->")
    kept = diagnose_all(project(tmp_path / "kept", {**six, ACME: "\n".join(lines)}).settings)
    assert "page-heavy" not in {p.code for p in kept.problems}


def test_private_pictures_and_those_of_others_do_not_count(
    six: dict[str, str | bytes], tmp_path: Path
) -> None:
    text = six[ACME]
    assert isinstance(text, str)
    notes = text.replace("## Why", "## Notes")
    other = dossier("Because.", "globex")
    read = project(tmp_path, {**six, ACME: notes, **other})
    assert sent(read, "acme", "globex") == []


def test_a_file_that_a_page_only_leads_to_counts_where_it_is_held(tmp_path: Path) -> None:
    picture = {"content/assets/cv.jpg": photo(4000, 85, 1)}
    text = "My [plan](../../assets/cv.jpg)."
    assert sent(project(tmp_path / "sent", {**picture, **dossier(text)}))
    home = {HOME: "---\ntitle: Ada\n---\nMy ![plan](assets/cv.jpg).\n"}
    view = project(tmp_path / "home", {**picture, **home}).view(Audience.PUBLIC)
    (found,) = find_heavy_public(view.library, view.assets)
    assert found.message.startswith("this public page weighs ")
    assert found.where.file == HOME


def test_a_wait_is_spelled_as_one_says_it() -> None:
    assert spell_wait(35 * SPEED) == "35 seconds"
    assert spell_wait(180 * SPEED) == "3 minutes"
    assert spell_wait(MOST) == "10 seconds"
