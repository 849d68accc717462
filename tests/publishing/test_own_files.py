from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

from dossier.publishing.company_names import CompanyName
from dossier.publishing.own_files import OwnFiles, labels, without_map
from dossier.render.icons import FAVICON, icons
from dossier.templates import THEME, Templates

MATERIAL = Path(get_theme_dir("material"))
OWN = OwnFiles(Templates(), (MATERIAL,))


@pytest.mark.parametrize(
    "name", ["Evidence", "Method", "Portfolio", "Proof Points", "Projects Inc."]
)
def test_labels_of_the_product_are_its_own_words(name: str) -> None:
    assert OWN.says(CompanyName(name))


@pytest.mark.parametrize("name", ["Acme", "Northwind", "アクメ", "Evidence Harbor", "!"])
def test_other_names_are_not(name: str) -> None:
    assert not OWN.says(CompanyName(name))


def test_a_name_that_somebody_put_into_a_template_is_not(tmp_path: Path) -> None:
    (tmp_path / "main.html").write_text("<p>for Northwind</p>")
    assert not OwnFiles(Templates(tmp_path), (MATERIAL,)).says(CompanyName("Northwind"))


def test_files_of_the_theme_are_told_from_changed_ones() -> None:
    path = next(MATERIAL.glob("assets/stylesheets/main.*.min.css"))
    name, content = path.relative_to(MATERIAL).as_posix(), path.read_bytes()
    files = {name: content, "assets/stylesheets/other.css": content, "index.html": b""}
    assert set(OWN.without_theme(files)) == {"assets/stylesheets/other.css", "index.html"}
    assert set(OWN.without_theme({name: content + b"Acme"})) == {name}
    assert OWN.has("assets/labels.js", (THEME / "assets/labels.js").read_bytes())


def test_a_script_of_the_theme_is_its_own_without_the_address_of_a_map() -> None:
    path = next(MATERIAL.glob("assets/javascripts/bundle.*.min.js"))
    name, script = path.relative_to(MATERIAL).as_posix(), path.read_bytes()
    published = without_map(script)
    assert len(script) - len(published) == len(f"\n//# sourceMappingURL={path.name}.map")
    assert not OWN.without_theme({name: published})
    assert set(OWN.without_theme({name: published + b"\n//# Acme"})) == {name}
    assert set(OWN.without_theme({f"{name}.txt": published})) == {f"{name}.txt"}


def test_icons_are_its_own_as_they_are_published() -> None:
    published = dict(icons(Templates()))
    assert all(OWN.has(name, content) for name, content in published.items())
    assert not OWN.has(FAVICON, published[FAVICON] + b"Acme")
    assert not OWN.has(FAVICON, (THEME / FAVICON).read_bytes())


def test_remarks_in_the_code_are_no_labels() -> None:
    assert "evidence" in " ".join(labels())
    assert not [label for label in labels() if "Return the" in label]
