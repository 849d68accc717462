"""Without its link nobody can change a share unnoticed; an earlier file is authentic, yet old.

Attacked by the host, which serves what it was given before, or mixes it with what it has now.
"""

import html
import re
from datetime import date
from pathlib import Path

import pytest

from dossier.plain import dates
from dossier.sharing.keystore import Keystore, Share, changing, renew
from dossier.sharing.seal import SealError, open_sealed
from tests.builders import APPLICATION
from tests.cli.test_publish import publish, published, published_home, share
from tests.sites import write

FIRST, LATER, LAST = date(2026, 3, 1), date(2026, 11, 25), date(2026, 12, 24)
NAME = "content/applications/acme/index.md"
HIDDEN = APPLICATION + "\n## Notes to myself\n\nNever said to anybody.\n"


def at(monkeypatch: pytest.MonkeyPatch, root: Path, day: date) -> bytes:
    """Publish on a day, and return the file of the share."""
    monkeypatch.setattr(dates, "current_day", lambda: day)
    done = publish(root, "--yes")
    assert done.exit_code == 0, done.output
    return file_of(root, kept(root))


def file_of(root: Path, of: Share) -> bytes:
    return published(root.parent)[f"s/{of.id}/index.html"]


def kept(root: Path) -> Share:
    return Keystore.load(root).share("acme-1")


def parts(page: bytes) -> tuple[str, str]:
    header = re.search(rb'id="h"[^>]*>([^<]*)<', page)
    cipher = re.search(rb'id="c"[^>]*>([^<]*)<', page)
    assert header
    assert cipher
    return header[1].decode().strip(), cipher[1].decode().strip()


def opened(page: bytes, by: Share) -> str:
    header, cipher = parts(page)
    return str(open_sealed(header, cipher, key=by.key, share_id=by.id)["html"])


def day_in(text: str) -> str:
    found = re.search(r'as of <time datetime="([^"]*)">([^<]*)</time>', text)
    assert found, html.unescape(text)[:400]
    return f"{found[1]} {found[2]}"


@pytest.fixture(name="root")
def begin(tmp_path: Path) -> Path:
    """Return a project that was published on FIRST."""
    return published_home(tmp_path)[0]


def test_a_page_says_of_which_day_it_is(root: Path) -> None:
    assert day_in(opened(file_of(root, kept(root)), kept(root))) == "2026-03-01 1 Mar 2026"


def test_an_earlier_file_opens_and_tells_its_own_day(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = file_of(root, kept(root))
    write(root, {NAME: APPLICATION.replace("Rankers that learn", "Rankers that forget")})
    late = at(monkeypatch, root, LATER)
    assert day_in(opened(early, kept(root))).startswith("2026-03-01")
    assert day_in(opened(late, kept(root))).startswith("2026-11-25")


def test_the_day_cannot_be_taken_from_another_file(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = file_of(root, kept(root))
    write(root, {NAME: APPLICATION.replace("Rankers that learn", "Rankers that forget")})
    late = at(monkeypatch, root, LATER)
    for header, cipher in (
        (parts(late)[0], parts(early)[1]),
        (parts(early)[0], parts(late)[1]),
    ):
        with pytest.raises(SealError, match="tampered"):
            open_sealed(header, cipher, key=kept(root).key, share_id=kept(root).id)


def test_rotating_ends_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    early = file_of(root, kept(root))
    with changing(root) as shares:
        shares["acme-1"] = renew(shares["acme-1"], LATER)
    at(monkeypatch, root, LATER)
    with pytest.raises(SealError, match="wrongkey"):
        opened(early, kept(root))


def test_the_day_moves_with_the_text_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same content is the same bytes, on whatever day it is published."""
    early = file_of(root, kept(root))
    assert at(monkeypatch, root, LATER) == early
    write(root, {NAME: HIDDEN, "content/applications/beta/index.md": HIDDEN})
    assert at(monkeypatch, root, LAST) == early
    assert kept(root).day == FIRST


def test_other_shares_keep_their_bytes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = share(root, "beta")
    text = APPLICATION.replace("Acme", "Beta")
    write(root, {"content/applications/beta/index.md": text})
    at(monkeypatch, root, FIRST)
    before = file_of(root, other)
    write(root, {NAME: APPLICATION.replace("Rankers that learn", "Rankers that forget")})
    at(monkeypatch, root, LATER)
    assert file_of(root, other) == before


def test_what_is_not_pushed_dates_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    was = (root / ".dossier/keys.json").read_bytes()
    write(root, {NAME: APPLICATION.replace("Rankers that learn", "Rankers that forget")})
    monkeypatch.setattr(dates, "current_day", lambda: LATER)
    assert publish(root, "--dry-run").exit_code == 0
    publish(root, answer="n\n")
    assert (root / ".dossier/keys.json").read_bytes() == was
    at(monkeypatch, root, LAST)
    assert kept(root).day == LAST
