"""Links: every damaged one is refused, and what mail programs do to whole ones is survived."""

import base64
import hashlib
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.sharing.link import (
    LinkError,
    fragment_of,
    key_in,
    new_key,
    new_share_id,
    spell_link,
)

KEY = bytes(range(32))
FRAGMENT = "k1aaaqeayeaudaocajbifqydiob4ibceqtcqkrmfyydenbwha5dyp63pqu"
SIGNS = "abcdefghijklmnopqrstuvwxyz234567"
KEYS = [random.Random(seed).randbytes(32) for seed in range(5)]  # noqa: S311 - a test's keys


def code_of(fragment: str) -> str:
    with pytest.raises(LinkError) as caught:
        key_in(fragment)
    return caught.value.code


def test_fragment_is_the_key_and_three_bytes_of_a_hash() -> None:
    check = hashlib.sha256(b"dossier-share/v1 link" + KEY).digest()[:3]
    assert fragment_of(KEY) == FRAGMENT
    assert base64.b32encode(KEY + check).decode().lower() == FRAGMENT[2:]
    assert key_in(FRAGMENT) == KEY


@given(st.binary(min_size=32, max_size=32))
def test_every_key_comes_back(key: bytes) -> None:
    fragment = fragment_of(key)
    assert re.fullmatch("k1[a-z2-7]{56}", fragment)
    assert key_in(fragment) == key


@pytest.mark.parametrize("base", ["https://a.org", "https://a.org/", "https://a.org/b/"])
def test_link_is_the_path_and_the_key_behind_the_hash(base: str) -> None:
    share_id = "a" * 26
    assert spell_link(base, share_id, KEY) == f"{base.rstrip('/')}/s/{share_id}/#{FRAGMENT}"


def test_ids_are_random_and_have_nothing_but_letters_and_digits() -> None:
    ids = {new_share_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(re.fullmatch("[a-z2-7]{26}", share_id) for share_id in ids)
    keys = {new_key() for _ in range(1000)}
    assert (len(keys), {len(key) for key in keys}) == (1000, {32})


def test_every_cut_link_is_refused() -> None:
    tried = [(key, length) for key in KEYS for length in range(58)]
    codes = [code_of(fragment_of(key)[:length]) for key, length in tried]
    assert set(codes) == {"nokey", "truncated"}
    assert [code for (_, length), code in zip(tried, codes, strict=True) if length < 2] == [
        "nokey"
    ] * 10


def test_every_link_with_one_wrong_sign_is_refused() -> None:
    refused = 0
    for key in KEYS:
        fragment = fragment_of(key)
        for place in range(2, 58):
            for sign in SIGNS:
                if sign != fragment[place]:
                    assert code_of(fragment[:place] + sign + fragment[place + 1 :]) == "typo"
                    refused += 1
    print(f"{refused} of {len(KEYS) * 56 * 31} substitutions refused")
    assert refused == len(KEYS) * 1736


def test_every_link_with_two_neighbours_swapped_is_refused() -> None:
    for key in KEYS:
        fragment = fragment_of(key)
        for place in range(2, 57):
            left, right = fragment[place], fragment[place + 1]
            if left != right:
                assert code_of(fragment[:place] + right + left + fragment[place + 2 :]) == "typo"


@pytest.mark.parametrize(
    ("fragment", "code"),
    [
        ("", "nokey"),
        ("top", "nokey"),
        (FRAGMENT[2:], "nokey"),
        ("k2" + FRAGMENT[2:], "nokey"),
        ("k1", "truncated"),
        (FRAGMENT[:30], "truncated"),
        (FRAGMENT[:-1], "truncated"),
        (FRAGMENT[:30] + "-" + FRAGMENT[30:], "truncated"),
        (FRAGMENT + "a", "truncated"),
        (FRAGMENT + "A", "truncated"),
        (FRAGMENT[:-1] + "1", "truncated"),
        ("k1" + "\u212a" * 56, "truncated"),
        ("%", "nokey"),
    ],
)
def test_what_holds_no_whole_key_is_refused(fragment: str, code: str) -> None:
    assert code_of(fragment) == code


@pytest.mark.parametrize(
    "fragment",
    [
        FRAGMENT + ".",
        FRAGMENT + ")>",
        FRAGMENT.upper(),
        FRAGMENT + "&utm_source=mail",
        "%23" + FRAGMENT,
        "%2523" + FRAGMENT,
        FRAGMENT + ":~:text=learned",
        FRAGMENT + "%2E",
        FRAGMENT + "%20and",
        FRAGMENT + "/",
        "/" + FRAGMENT,
        "%6B1" + FRAGMENT[2:],
        FRAGMENT + "\u00a0",
        FRAGMENT + "0",
    ],
)
def test_what_mail_programs_do_to_a_link_is_survived(fragment: str) -> None:
    assert key_in(fragment) == KEY
