"""Ways to have a page run what it should only show. Each calls `ran(…)` with its number."""

import re
from collections.abc import Iterable

from playwright.sync_api import Page

_TEMPLATES = (
    "<script>ran(N)</script>",
    "<ScRiPt >ran(N)</sCrIpT>",
    '<script src="data:text/javascript,ran(N)"></script>',
    "<script type=module>ran(N)</script>",
    "<img src=x onerror=ran(N)>",
    '<img src=x OnErRoR="ran(N)">',
    '<img/src="x"/onerror=ran(N)>',
    '<img src="x" onerror="ran&#40;N&#41;">',
    "<svg onload=ran(N)>",
    "<svg><script>ran(N)</script></svg>",
    "<svg><animate onbegin=ran(N) attributeName=x dur=1s></svg>",
    "<svg><set onbegin=ran(N) attributeName=x dur=1s></svg>",
    '<svg><a xlink:href="javascript:ran(N)"><text y=20>press N</text></a></svg>',
    "<svg><a><animate attributeName=href values=javascript:ran(N) /><text y=20>p</text></a></svg>",
    '<iframe src="javascript:parent.ran(N)"></iframe>',
    '<iframe srcdoc="<script>parent.ran(N)</script>"></iframe>',
    "<iframe onload=ran(N)></iframe>",
    '<object data="data:text/html,<script>parent.ran(N)</script>" onerror=ran(N)></object>',
    '<embed src="javascript:ran(N)" onload=ran(N)>',
    '<a href="javascript:ran(N)">press N</a>',
    '<a href="JaVaScRiPt:ran(N)">press N</a>',
    '<a href=" &#1;javascript:ran(N)">press N</a>',
    '<a href="java&#9;script&#10;:ran(N)">press N</a>',
    '<a href="java&Tab;script&colon;ran(N)">press N</a>',
    "<a href=# onclick=ran(N)>press N</a>",
    '<form action="javascript:ran(N)"><button>press N</button></form>',
    '<button formaction="javascript:ran(N)" form=f>press N</button><form id=f></form>',
    "<input autofocus onfocus=ran(N)>",
    "<details open ontoggle=ran(N)><summary>x</summary></details>",
    "<video><source onerror=ran(N)></video>",
    "<audio src=x onerror=ran(N)></audio>",
    "<div onmouseover=ran(N)>press N</div>",
    '<div style="animation: a 1ms" onanimationend=ran(N)>x</div><style>@keyframes a {}</style>',
    "<p tabindex=0 onfocus=ran(N) autofocus>x</p>",
    '<meta http-equiv=refresh content="0;url=javascript:ran(N)"><body onload=ran(N)>',
    (
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;'
        '&lt;img src=x onerror=ran(N)&gt;"></mglyph></table></mtext></math>'
    ),
    '<noscript><p title="</noscript><img src=x onerror=ran(N)>"></noscript>',
    "<template><img src=x onerror=ran(N)></template><img src=x onerror=ran(N)>",
    '"><img src=x onerror=ran(N)>',
    "' onmouseover='ran(N)' autofocus onfocus='ran(N)' x='",
    "</title></style></textarea></script><script>ran(N)</script>",
    "--><img src=x onerror=ran(N)><!--",
    "]]><img src=x onerror=ran(N)>",
    "{{ ran(N) }}<img src=x onerror=ran(N)>{% raw %}",
)
_MARKDOWN = (
    "[press N](javascript:ran(N))",
    "[press N](JAVASCRIPT:ran%28N%29)",
    "[press N](java&Tab;script:ran(N))",
    "[press N](<javascript:ran(N)>)",
    "![x](javascript:ran(N))",
    '![x](x" onerror="ran(N))',
    "<javascript:ran(N)>",
    "[press N](data:text/html,<script>ran(N)</script>)",
    "[press N](vbscript:ran(N))",
    "[press N][n]\n\n[n]: javascript:ran(N)",
    '[press N](https://example.org/"onmouseover="ran(N))',
    '`"><img src=x onerror=ran(N)>`',
    '```"><img/src=x/onerror=ran(N)>\nx\n```',
)


def _numbered(texts: Iterable[str], start: int) -> list[str]:
    return [
        re.sub(r"\bN\b", str(number), text.replace("%28N", f"%28{number}"))
        for number, text in enumerate(texts, start)
    ]


HTML = _numbered(_TEMPLATES, 0)
MARKDOWN = _numbered(_MARKDOWN, len(HTML))
WATCH = """
window.done = [];
window.ran = number => { window.done.push(number); };
"""
PRESS = """() => {
    const stays = event => {
        const link = event.target.closest?.("a, form, button[type=submit]");
        const to = link?.getAttribute("href") ?? link?.getAttribute("xlink:href")
            ?? link?.getAttribute("action") ?? "";
        const leaves = /^(https?|mailto|tel):/.test(new URL(to, document.baseURI));
        if (link && leaves && !to.startsWith("#")) event.preventDefault();
    };
    addEventListener("click", stays, true);
    addEventListener("submit", stays, true);
    for (const node of document.querySelectorAll("body *"))
        for (const kind of ["mouseover", "focus", "click", "toggle", "animationend"])
            if (node.isConnected)
                node.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
}"""
"""Does to everything on a page what a reader might, but leaves no page."""
_SETTLED = """async () => {
    const event = (node, kind) => new Promise(done => node.addEventListener(kind, done));
    const details = document.createElement("details");
    const late = [event(details, "toggle")];
    for (const [node, kind] of [[new Image(), "error"], [new Audio(), "error"]]) {
        late.push(event(node, kind));
        node.src = "x";
    }
    details.open = true;
    await Promise.all([...late, document.documentElement.animate([], 1).finished]);
    for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
    await new Promise(done => setTimeout(done));
}"""
"""Waits until one of each kind that runs late has come: it began after those of the page."""


def settle(page: Page) -> None:
    """Wait until what was begun on a page has run, or has not."""
    page.evaluate(_SETTLED)


def what_ran(page: Page) -> list[int]:
    """Press everything, and return the numbers of the payloads that ran."""
    page.evaluate(PRESS)
    settle(page)
    return sorted(set(page.evaluate("window.done")))
