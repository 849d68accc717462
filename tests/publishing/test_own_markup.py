"""What of the site's own folder of markup is published; how it is copied is tried in `attacks/`."""

from dataclasses import replace
from pathlib import Path

from dossier.publishing.own_markup import left_out, published
from dossier.settings import Settings
from dossier.templates import Templates
from tests.canaries import png
from tests.plain.containers import WORD, jpeg, segment
from tests.sites import write

GOES_OUT = {
    "assets/own.css": b"a{}",
    "assets/own.js": b"1",
    "assets/mark.svg": b"<svg/>",
    "assets/a.woff2": b"a font",
    "CNAME": b"ada.example",
    "me.png": png("secret"),
}
IS_NO_FILE = {
    "main.html": b"",
    "README.md": b"",
    ".icons/ev/mark.svg": b"",
    "documents/fonts/a.otf": b"",
    "mkdocs_theme.yml": b"",
}
STAYS = {
    "notes.txt": b"They pay badly",
    "gaps.json": b"{}",
    "a/cv.pdf": b"%PDF",
    "letter.docx": b"PK",
    "none.png": b"GIF89a",
    "LICENSE": b"",
}


def test_only_kinds_that_pages_are_made_of_go_out(tmp_path: Path) -> None:
    own = tmp_path / "overrides"
    write(own, GOES_OUT | IS_NO_FILE | STAYS)
    out = {n: published(n, own / n) for n in GOES_OUT | STAYS}
    assert out == GOES_OUT | {"me.png": png()} | dict.fromkeys(STAYS)
    photo = own / "me.jpg"
    photo.write_bytes(jpeg(segment(0xE1, WORD)))
    assert published("ME.JPG", photo) == jpeg()
    settings = Settings(tmp_path, tmp_path / "content", templates=Templates(own))
    told = list(left_out(settings))
    assert {problem.where.file for problem in told} == {f"overrides/{name}" for name in STAYS}
    assert {problem.severity.value for problem in told} == {"warning"}
    assert not list(left_out(replace(settings, templates=Templates())))
