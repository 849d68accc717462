"""The known answers, given by the loader's own functions on WebCrypto."""

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.shares import desk_at
from tests.sharing.test_vectors import KNOWN, expected, texts

pytestmark = pytest.mark.browser

AS_SHOWN = {
    "wrongpass": "passphrase",
    "kdf": "tampered",
    "version": "tampered",
}
"""The loader's codes, where they are not those of the reader in Python."""
_READ = """async ([headerText, cipherText, fragment, passphrase]) => {
    try {
        const key = await keyIn(fragment), header = readHeader(headerText);
        if (header.kdf && passphrase === null) return "nopass";
        const secret = header.kdf ? await withPassphrase(key, header.kdf, passphrase) : key;
        return await documentIn(await unlock(secret, header, headerText, cipherText), header);
    } catch (error) {
        return typeof error.code === "string" ? error.code : "tampered";
    }
}"""


def test_webcrypto_gives_the_known_answers(own_page: Page, tmp_path: Path) -> None:
    wrong: dict[str, Any] = {}
    with desk_at(tmp_path) as desk:
        for vector in KNOWN["vectors"]:
            desk.seal(share_id=vector["id"])
            day = datetime.fromisoformat(vector["today"]).date()
            own_page.clock.set_fixed_time(datetime.combine(day, time(12), UTC))
            own_page.goto(desk.path(vector["id"]))
            given = [*texts(vector), vector["fragment"], vector["passphrase"]]
            answer, right = own_page.evaluate(_READ, given), expected(vector)
            if isinstance(right, str):
                right = AS_SHOWN.get(right, right)
            if answer != right:
                wrong[vector["name"]] = answer
    assert wrong == {}
    print(f"known answers by WebCrypto: {len(KNOWN['vectors'])} of {len(KNOWN['vectors'])} equal")
