"""How long a sealed share takes to open, from the page's arrival to what is shown.

Medians of several openings in Chromium, as it is and with its main thread slowed six times.
"""

from __future__ import annotations

import base64
import random
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from tests.browser.ensure import ADVICE, find_chromium
from tests.browser.shares import Desk, desk_at, outcome

SIZES = {"100 KB": (0.07e6, 100), "5 MB": (3.5e6, 2_000)}
"""Bytes of pictures and rows of a table, by what the document weighs."""
LIMITS = {"100 KB": (150, 1000), "5 MB": (800, 3000)}
"""Milliseconds that SHARING allows, full speed and slowed."""
OPENINGS = {1: 9, 6: 3}
_WATCH = """
new MutationObserver((_, self) => {
    if (document.getElementById("content")) {
        self.disconnect();
        requestAnimationFrame(() => setTimeout(() => {
            const [page] = performance.getEntriesByType("navigation");
            window.took = performance.now() - page.responseEnd;
        }));
    }
}).observe(document, { childList: true, subtree: true });
"""


def shares() -> None:
    """Print a line for each size and speed."""
    chromium = find_chromium()
    assert chromium, ADVICE
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with desk_at(Path(folder)) as desk:
            page = browser.new_page()
            page.add_init_script(_WATCH)
            for name in SIZES:
                measure(page, desk, name)
            rounds(page, desk)
        browser.close()


def measure(page: Page, desk: Desk, name: str) -> None:
    sealed = desk.seal(_document(*SIZES[name]))
    console = page.context.new_cdp_session(page)
    for (slowed, times), limit in zip(OPENINGS.items(), LIMITS[name], strict=True):
        console.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        taken = []
        for _ in range(times):
            outcome(page, desk.link())
            taken.append(page.wait_for_function("() => window.took").json_value())
        size = len(sealed.ciphertext) / 1000
        print(
            f"{median(taken):8.0f}  ms to open {name} (page of {size:,.0f} KB, CPU ÷ {slowed}): "
            f"median of {times}, most {max(taken):.0f}; at most {limit} are wanted"
        )
    console.send("Emulation.setCPUThrottlingRate", {"rate": 1})


def rounds(page: Page, desk: Desk) -> None:
    """Print what a passphrase costs: a million rounds of PBKDF2."""
    desk.seal()
    outcome(page, desk.link())
    taken = page.evaluate("""async () => {
        const start = performance.now();
        await withPassphrase(new Uint8Array(32), { salt: btoa("x".repeat(16)), iter: 1e6 }, "x");
        return performance.now() - start;
    }""")
    print(f"{taken:8.0f}  ms for the passphrase's million rounds; at most 1000 are wanted")


def _document(pictures: float, rows: int) -> dict[str, str]:
    noise = random.Random(0)  # noqa: S311 - pictures that do not compress
    picture = base64.b64encode(noise.randbytes(int(pictures))).decode()
    table = "".join(f"<tr><td>{n}</td><td>Row {noise.random()}</td></tr>" for n in range(rows))
    html = f'<main id="content"><img alt="" src="data:image/png;base64,{picture}">'
    return {
        "title": "x",
        "lang": "en",
        "css": "td { padding: 1px }",
        "html": f"{html}<table>{table}</table></main>",
    }
