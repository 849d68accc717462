"""Which addresses are the author's own, and of which records all addresses are."""

import pytest

from dossier.model.library import RecordEntry
from dossier.model.own_places import OwnPlaces, is_own_alone, with_own_places
from dossier.model.profile import Profile
from tests.model.test_proof import entry


def theirs(**source: str) -> RecordEntry:
    return entry("third-party", 1, **source)


def places(*links: str, site: str = "") -> OwnPlaces:
    given = [{"label": "L", "url": url} for url in links]
    return OwnPlaces.of(Profile.model_validate({"name": "Ada Quill", "links": given}), site)


@pytest.mark.parametrize(
    ("page", "link", "own"),
    [
        ("https://www.ada.example/a", "https://ada.example/cv", True),
        ("https://ADA.example./blog/review", "https://ada.example/", True),
        ("https://github.com/ada/loads", "https://github.com/ada", True),
        ("https://github.com/Ada/loads", "https://github.com/ada/", True),
        ("https://raw.githubusercontent.com/ada/loads/main/R.md", "https://github.com/ada", True),
        ("https://ada.github.io/review", "https://github.com/ada", True),
        ("https://github.com/ada/loads", "https://ada.github.io", True),
        ("https://github.com/bo/loads", "https://github.com/ada", False),
        ("https://bo.github.io/review", "https://ada.github.io", False),
        ("https://github.com/bo/loads/issues/1", "https://github.com/bo/loads", False),
        ("https://medium.com/@bo/x", "https://medium.com/@ada", False),
        ("https://ada.example.org/a", "https://ada.example", False),
        ("https://ada.example/a", "mailto:a@ada.example", False),
        # Hosts that nobody has listed: an account by its name, and what is linked deep.
        ("https://maps.example/bridge", "https://maps.example/ada-quill", False),
        ("https://maps.example/ada-quill/bridge", "https://maps.example/ada-quill", True),
        ("https://uni.example/news/1", "https://uni.example/~aq", False),
        ("https://journal.example/articles/7", "https://journal.example/articles/12", False),
        ("https://store.example/app/id2", "https://store.example/app/id1", False),
    ],
)
def test_whose_page_it_is(page: str, link: str, *, own: bool) -> None:
    assert places(link).hold(page) is own


def test_site_is_its_authors_below_its_address() -> None:
    assert places(site="https://quill.example/").hold("https://quill.example/review/")
    assert not places(site="https://uni.example/quill/").hold("https://uni.example/news")
    assert places(site="https://ada.github.io/me/").hold("https://github.com/ada/loads")
    for nothing in ("http://[::1/", "", "https:"):
        assert not places("mailto:a@b.example", site=nothing).hold("https://a.example")
    assert not OwnPlaces.of(None).hold("https://github.com")


def test_record_is_ones_own_where_no_address_is_anothers() -> None:
    own = places("https://ada.example", "https://github.com/ada")
    given = {
        "url": theirs(url="https://ada.example/r"),
        "repo": theirs(repo="https://github.com/ada/loads", commit="4f1c2d9", path="R.md"),
        "both": theirs(url="https://ada.example/r", doi="10.1000/182"),
        "file": theirs(path="R.md"),
        "other": theirs(url="https://example.org/r"),
        "mine": entry(url="https://ada.example/r"),
        "quoted": entry(url="https://ada.example/r", quote="As said"),
    }
    found = with_own_places(given, own)
    assert [name for name, each in found.items() if is_own_alone(each)] == ["url", "repo", "quoted"]
    assert found["both"].own_parts == {"url"}
    assert found["other"] is given["other"]
    assert found["mine"] is given["mine"]
    assert with_own_places(given, OwnPlaces.of(None)) == given
