"""What a terminal shows of shares: never a key, never an address."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import segno

from dossier.model.audience import Audience
from dossier.sharing.keystore import Share
from dossier.sharing.listing import Row, as_json, as_table, qr_code, row_without_key, rows_of
from tests.builders import MINIMAL, write_site
from tests.views import library as read_library

DAY = date(2026, 3, 1)
ACME = Share("acme-1", "acme", None, "Eve", "a" * 26, b"A" * 32, 1, DAY)
SHARES = (
    ACME,
    replace(ACME, uid="acme-2", role="ml", label="", expires=DAY, kdf_output=b"O" * 32),
    replace(ACME, uid="acme-3", expires=date(2026, 2, 1)),
    replace(ACME, uid="acme-4", revoked=DAY),
    replace(ACME, uid="acme-5", revoked=DAY),
    replace(ACME, uid="gone-1", application="gone"),
)


def rows(root: Path) -> tuple[Row, ...]:
    library = read_library(write_site(root, MINIMAL, audience=Audience.SHARED))
    return rows_of(SHARES, library, ["gone-1", "acme-4"], DAY, standing=["acme-1", "acme-5"])


def test_table_is_for_people(tmp_path: Path) -> None:
    assert as_table(rows(tmp_path)).splitlines() == [
        "share   company  role  for  created     expires     state",
        "acme-1  Acme     all   Eve  2026-03-01  never       active",
        "acme-2  Acme     ml    -    2026-03-01  2026-03-01  active, passphrase",
        "acme-3  Acme     all   Eve  2026-03-01  2026-02-01  expired",
        "acme-4  Acme     all   Eve  2026-03-01  never       revoked",
        (
            "acme-5  Acme     all   Eve  2026-03-01  never       "
            "revoked; its page stands until a publish there"
        ),
        "gone-1  ?        all   Eve  2026-03-01  never       broken",
    ]
    assert as_table(()) == "No shares yet. `dossier share new APPLICATION` makes one.\n"


def test_link_without_its_key_is_told_as_far_as_it_is_known(tmp_path: Path) -> None:
    library = read_library(write_site(tmp_path, MINIMAL, audience=Audience.SHARED))
    links = (ACME.sent_link, replace(ACME.sent_link, revoked=DAY))
    told = [row_without_key(link, library, DAY, standing=["acme-1"]) for link in links]
    assert as_table(told).splitlines()[1:] == [
        "acme-1  Acme     all   Eve  ?        never    lost",
        (
            "acme-1  Acme     all   Eve  ?        never    "
            "revoked; its page stands until a publish there"
        ),
    ]
    assert json.loads(as_json(told))["shares"][0]["created"] is None


def test_json_is_for_programs_and_holds_no_key(tmp_path: Path) -> None:
    content = json.loads(as_json(rows(tmp_path)))
    assert content["version"] == 1
    assert content["shares"][1] == {
        "uid": "acme-2",
        "application": "acme",
        "company": "Acme",
        "role": "ml",
        "label": "",
        "created": "2026-03-01",
        "expires": "2026-03-01",
        "state": "active",
        "passphrase": True,
        "standing": False,
    }
    assert content["shares"][5]["company"] is None
    assert json.loads(as_json(())) == {"version": 1, "shares": []}


def test_code_is_the_link() -> None:
    link = "https://ada.example.org/s/" + "a" * 26 + "/#k1" + "b" * 56
    lines = qr_code(link).splitlines()
    # Four points of white around, two rows a line.
    matrix = segno.make_qr(link, error="m").matrix
    white = [[True] * (len(matrix) + 8) for _ in range(len(matrix) + 9)]
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            white[y + 4][x + 4] = not dark
    white[-1] = [False] * (len(matrix) + 8)
    signs = {(True, True): "\u2588", (True, False): "\u2580", (False, True): "\u2584"}
    drawn = [
        "".join(signs.get(pair, " ") for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(white[::2], white[1::2], strict=True)
    ]
    assert lines == drawn
    assert max(map(len, lines)) < 80
