"""A share that has been altered shows nothing, nor does one whose passphrase is not known."""

import base64
import json
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Page

from dossier.sharing.seal import Sealed
from tests.browser.shares import KEY, OFFER, OTHER_ID, OTHER_KEY, SMALL, Desk, outcome

pytestmark = pytest.mark.browser


def altered(text: str, place: int, bit: int = 0) -> str:
    content = bytearray(base64.b64decode(text))
    content[place] ^= 1 << bit
    return base64.b64encode(content).decode()


def with_header(sealed: Sealed, **fields: object) -> Sealed:
    header = json.loads(base64.b64decode(sealed.header)) | fields
    text = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    return replace(sealed, header=base64.b64encode(text).decode())


def test_an_altered_file_shows_nothing(page: Page, desk: Desk) -> None:
    sealed = desk.seal(expires=date(2020, 1, 1))
    other = desk.seal(share_id=OTHER_ID, key=OTHER_KEY)
    twin = desk.seal({**SMALL, "title": "Another"})
    files = {
        "one bit": (replace(sealed, ciphertext=altered(sealed.ciphertext, 999)), "tampered"),
        "last bit": (replace(sealed, ciphertext=altered(sealed.ciphertext, -1)), "tampered"),
        "cut": (replace(sealed, ciphertext=sealed.ciphertext[:-400]), "tampered"),
        "no text": (replace(sealed, ciphertext=""), "tampered"),
        "not base64": (replace(sealed, ciphertext=f"*{sealed.ciphertext[1:]}"), "tampered"),
        "later expiry": (with_header(sealed, exp="2999-01-01"), "tampered"),
        "no expiry": (with_header(sealed, exp=None), "tampered"),
        "other version": (with_header(sealed, v=2), "tampered"),
        "other cipher": (with_header(sealed, alg="A128GCM"), "tampered"),
        "header alone": (replace(sealed, header="e30="), "tampered"),
        "no header": (replace(sealed, header=""), "tampered"),
        "text of another": (replace(sealed, ciphertext=other.ciphertext), "tampered"),
        "text of a twin": (replace(sealed, ciphertext=twin.ciphertext), "tampered"),
        "page of another": (other, "tampered"),
    }
    seen = {}
    for kind, (file, _) in files.items():
        desk.put(file)
        seen[kind] = outcome(page, desk.link())
        assert OFFER not in page.content()
    assert seen == {kind: code for kind, (_, code) in files.items()}
    print(f"altered files: {len(seen)}/{len(files)} refused")


_FLIPS = """async ([key, places]) => {
    const bytes = Uint8Array.from(key), h = window.h, c = window.c;
    const flip = (text, bit) => {
        const all = fromBase64(text);
        all[bit >> 3] ^= 1 << (bit & 7);
        return all.toBase64();
    };
    const opens = async (h, c) => {
        try {
            const header = readHeader(h);
            await documentIn(await unlock(bytes.slice(), header, h, c), header);
            return true;
        } catch { return false; }
    };
    const length = fromBase64(c).length * 8, head = fromBase64(h).length;
    const refused = { header: 0, text: 0, tag: 0 };
    for (let n = 0; n < head; n++) refused.header += !await opens(flip(h, n * 8), c);
    for (let n = 0; n < length; n += 64) refused.text += !await opens(h, flip(c, n));
    for (let n = length - 128; n < length; n++) refused.tag += !await opens(h, flip(c, n));
    return [refused, head, Math.ceil(length / 64), await opens(h, c)];
}"""


def test_no_flipped_bit_opens(page: Page, desk: Desk) -> None:
    sealed = desk.seal()
    outcome(page, desk.link())
    page.evaluate("([h, c]) => Object.assign(window, { h, c })", [sealed.header, sealed.ciphertext])
    refused, head, text, control = page.evaluate(_FLIPS, [list(KEY), []])
    assert control
    assert refused == {"header": head, "text": text, "tag": 128}
    print(f"bit flips refused: {head} header bytes, {text} ciphertext bits, 128 tag bits: 100 %")


WORDS = "Zürich café naïve"


def test_a_passphrase_opens_however_it_is_typed(page: Page, desk: Desk) -> None:
    desk.seal(passphrase=WORDS)
    assert outcome(page, desk.link()) == "asks"
    assert page.evaluate("document.activeElement.id") == "pass"
    page.keyboard.type("zurich cafe")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-code=passphrase]")
    assert OFFER not in page.content()
    # As macOS may type it: letters and accents apart.
    apart = "Zu\u0308rich cafe\u0301 nai\u0308ve"
    assert apart != WORDS
    page.keyboard.type(apart)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"text={OFFER}")
    assert page.evaluate("document.activeElement.id") == "content"
    assert page.evaluate("location.search") == ""
    print("passphrase: wrong one refused, NFD opens what NFC sealed")


def test_a_passphrase_may_not_cost_days_nor_next_to_nothing(page: Page, desk: Desk) -> None:
    sealed = desk.seal(passphrase=WORDS)
    salt = base64.b64encode(bytes(16)).decode()
    for rounds in (599_999, 10_000_001, 1e99, "1000000", None, -1):
        kdf = {"name": "PBKDF2-SHA256", "iter": rounds, "salt": salt}
        desk.put(with_header(sealed, kdf=kdf))
        assert outcome(page, desk.link()) == "tampered", rounds
    # Without the passphrase's part of it, the key opens nothing.
    desk.put(with_header(sealed, kdf=None))
    assert outcome(page, desk.link()) == "wrongkey"
