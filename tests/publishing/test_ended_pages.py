from dossier.publishing.ended_pages import EMPTY, ended_pages


def test_pages_of_links_alone_are_emptied_and_live_ones_are_left() -> None:
    present = ("index.html", "old.html", "s/b/index.html", "s/a/index.html")
    files = {"index.html": b"x", "s/b/index.html": b"sealed"}
    assert ended_pages(present, files) == {"s/a/index.html": EMPTY}
