"""Questions to a page in a browser. Each takes any page, whatever address it is at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playwright.sync_api import Frame, Page, Request

# The policy of a page refuses a style element.
WIDEN_TEXT = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .12em !important;
            word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets.push(sheet);
}"""
"""The values under which text has to stay readable (WCAG 2.2, 1.4.12)."""

OPEN_DETAILS = "document.querySelectorAll('details').forEach(part => part.open = true)"

_TOO_WIDE = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const name = node => node.tagName.toLowerCase() + "." + node.className;
    const clips = node => getComputedStyle(node).overflowX !== "visible";
    const isClipped = node => node !== document.body
        && (clips(node.parentElement) || isClipped(node.parentElement));
    return [...document.body.querySelectorAll("*")]
        .filter(node => node.getBoundingClientRect().right > width + 1 && !isClipped(node))
        .slice(0, 5).map(node => `${name(node)} in ${name(node.parentElement)}`);
}"""

_TOO_WIDE_IN = f"""widths => widths.flatMap(width => {{
    frameElement.style.width = `${{width}}px`;
    const needed = document.documentElement.scrollWidth;
    return needed > width ? [`needs ${{needed}} of ${{width}}: ${{({_TOO_WIDE})()}}`] : [];
}})"""

_BOXES = """selectors => selectors.flatMap(selector => {
    const found = [...document.querySelectorAll(selector)].filter(n => n.checkVisibility());
    if (!found.length) return [[selector, null]];
    return found.map(node => {
        const box = node.getBoundingClientRect();
        return [selector, [box.left, box.top, box.right, box.bottom]];
    });
})"""

_SMALL_TARGETS = """() => {
    const inView = "a[href], button, summary, select, textarea, [role=button], [tabindex='0'], "
        + "input:not([type=hidden]), label[for]";
    return [...document.querySelectorAll(inView)].flatMap(node => {
        const style = getComputedStyle(node);
        if (!node.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
        // In a sentence the line says how high a target can be.
        if (style.display === "inline") return [];
        const box = node.getBoundingClientRect();
        const isForEarsOnly = style.clipPath !== "none" || box.right <= 0 || box.bottom <= 0;
        if (isForEarsOnly || (box.width >= 23.99 && box.height >= 23.99)) return [];
        const size = `${box.width.toFixed(1)}x${box.height.toFixed(1)}`;
        return [`${node.tagName.toLowerCase()}.${node.className} "${node.textContent.trim()
            .slice(0, 40)}" is ${size}`];
    });
}"""

_SHIFTS = """async () => {
    await document.fonts.ready;
    for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
    const found = await new Promise(done => {
        const observer = new PerformanceObserver(list => done(list.getEntries()));
        observer.observe({ type: "layout-shift", buffered: true });
        // It is called even if nothing moved: something was drawn.
        observer.observe({ type: "paint", buffered: true });
    });
    const moved = entry => entry.sources.map(s => s.node?.outerHTML?.slice(0, 80) ?? "gone");
    return found.filter(entry => entry.entryType === "layout-shift")
        .map(entry => `${entry.value.toFixed(4)}: ${moved(entry).join("; ")}`);
}"""

_STOP = """() => {
    const node = document.activeElement;
    if (!node || node === document.body) return null;
    window.known ??= new Set();
    const isKnown = window.known.has(node);
    window.known.add(node);
    // A radio button that is not drawn has the label after it for a face.
    const isUndrawn = node.matches("input[type=radio]");
    const face = isUndrawn ? node.nextElementSibling : node;
    const boxes = [...face.getClientRects()].filter(box => box.width > 0 && box.height > 0);
    // What takes no clicks is never found at a point, what it stands in is.
    const takesNone = getComputedStyle(face).pointerEvents === "none";
    const hit = takesNone ? face.parentElement : face;
    // Of what is larger than the screen, the part that is on it counts.
    const isOnTop = box => {
        const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
        const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
        const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return found !== null && left < right && top < bottom && hit.contains(found);
    };
    // The outline of a link that is stretched over a card is drawn by its last part.
    const isOutlined = part => {
        const style = getComputedStyle(face, part);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
            && !/^(transparent|rgba\\(.*, 0\\))$/.test(style.outlineColor);
    };
    return {
        name: `${node.tagName.toLowerCase()}${node.id && "#" + node.id}.${node.className} "`
            + `${(node.textContent || node.ariaLabel || "").trim().slice(0, 40)}"`,
        isKnown,
        isVisible: node.checkVisibility({ visibilityProperty: true }) && boxes.length > 0
            && boxes.some(b => b.right > 0 && b.left < innerWidth && b.bottom > 0
                && b.top < innerHeight),
        isUncovered: boxes.some(isOnTop),
        isOutlined: isOutlined(null) || isOutlined("::after"),
    };
}"""

_NOTE_STOPS = f"""() => {{
    const look = {_STOP};
    let found = [], isFirst = true;
    // Before a key is heeded, what the one before it led to is there, scrolled to and drawn.
    addEventListener("keydown", () => {{
        if (!isFirst) found.push(look());
        isFirst = false;
    }}, true);
    window.takeStops = () => {{
        const taken = [...found, look()];
        found = [], isFirst = true;
        return taken;
    }};
}}"""
_AT_ONCE = 10
"""How often Tab is pressed before anybody looks what came of it."""

_SKIP_LINK = """() => {
    const link = document.activeElement;
    const faults = [];
    if (link.getAttribute("href") !== "#content") faults.push(`${link.outerHTML} comes first`);
    if (!link.checkVisibility({ visibilityProperty: true })) faults.push("it is not visible");
    if (link.getBoundingClientRect().top < 0) faults.push("it is above the screen");
    return faults;
}"""

_IS_INSIDE = """() => {
    const content = document.getElementById("content");
    return content.contains(document.activeElement)
        || !content.querySelector("a[href], summary, input, button");
}"""


@dataclass(frozen=True)
class Stop:
    """Where the keyboard comes to, and what is wrong with it."""

    name: str
    faults: tuple[str, ...]


def note_requests(page: Page) -> list[str]:
    """Return a list that fills with the address of each request."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    return asked


def too_wide(page: Page, widths: Sequence[int]) -> Iterator[str]:
    """Yield the widths at which a page scrolls sideways, with what sticks out."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            yield f"needs {needed} of {width}: {page.evaluate(_TOO_WIDE)}"


def too_wide_in(frame: Frame, widths: Sequence[int]) -> list[str]:
    """Return the same for a frame of a page of the same site, without a window's being drawn."""
    return list(frame.evaluate(_TOO_WIDE_IN, list(widths)))


def first_screen_boxes(
    page: Page, selectors: Sequence[str]
) -> dict[str, list[tuple[float, float, float, float]]]:
    """Return left, top, right, bottom of all that is drawn for each selector, in CSS pixels.

    A selector for which nothing is drawn has an empty list.
    """
    boxes: dict[str, list[tuple[float, float, float, float]]] = {name: [] for name in selectors}
    for selector, box in page.evaluate(_BOXES, list(selectors)):
        if box:
            boxes[selector].append(tuple(box))
    return boxes


def outside_first_screen(page: Page, selectors: Sequence[str]) -> list[str]:
    """Return the selectors of what is not wholly on the screen, or not there at all."""
    size = page.viewport_size
    assert size
    wide, high = size["width"], size["height"]
    return [
        name
        for name, boxes in first_screen_boxes(page, selectors).items()
        if not boxes or any(a < 0 or b < 0 or c > wide or d > high for a, b, c, d in boxes)
    ]


def small_targets(page: Page) -> list[str]:
    """Return what can be pressed, stands in no line of text, and is below 24 by 24 pixels."""
    return list(page.evaluate(_SMALL_TARGETS))


def shifts(page: Page) -> list[str]:
    """Return what has moved since the page was opened, fonts included."""
    return list(page.evaluate(_SHIFTS))


def tab_stops(page: Page, limit: int = 1000) -> Iterator[Stop]:
    """Press Tab until the page ends or starts again, and yield each stop."""
    page.evaluate(_NOTE_STOPS)
    for _ in range(limit // _AT_ONCE):
        for _ in range(_AT_ONCE):
            page.keyboard.press("Tab")
        for found in page.evaluate("window.takeStops()"):
            if found is None or found["isKnown"]:
                return
            faults = ("isVisible", "isUncovered", "isOutlined")
            yield Stop(found["name"], tuple(fault for fault in faults if not found[fault]))
    raise AssertionError(f"more than {limit} stops")


def skip_link_faults(page: Page) -> Iterator[str]:
    """Press Tab on a page that was just opened, take its first link, and yield what is wrong."""
    page.keyboard.press("Tab")
    yield from page.evaluate(_SKIP_LINK)
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.id") != "content":
        yield "it does not lead to the content"
    page.keyboard.press("Tab")
    if not page.evaluate(_IS_INSIDE):
        yield "the next stop is not in the content"
