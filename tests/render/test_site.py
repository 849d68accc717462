"""A whole site: its pages, coverage.json, assets, and that no word of content can act."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dossier.model.audience import Audience
from dossier.render.frame import GUIDE_PAGE
from dossier.render.page import AuthorPage
from tests.builders import write_site
from tests.html import active, parse
from tests.render.fixtures import (
    ACME,
    APPLICATIONS,
    EVIDENCE,
    HOME,
    QORTEX,
    Drawn,
    dossier,
    draw,
    evidence,
    free_page,
    metric,
    project,
    record,
    role,
    row,
)
from tests.views import build

# Which pages there are.


def draw_only(root: Path, files: Mapping[str, str], audience: Audience = Audience.PRIVATE) -> Drawn:
    """Draw a site that is not the minimal one."""
    return Drawn(build(write_site(root, files, audience=audience)))


def test_private_site_has_all_pages(tmp_path: Path) -> None:
    drawn = draw(tmp_path, {"content/about.md": free_page("x", audience="private")})
    assert drawn.paths == [
        HOME,
        "projects/index.md",
        QORTEX,
        EVIDENCE,
        "about.md",
        APPLICATIONS,
        ACME,
        "problems.md",
        GUIDE_PAGE,
    ]
    assert [page.path for page in drawn.site.files.pages if not page.is_private] == []


def test_public_site_has_public_pages_alone(tmp_path: Path) -> None:
    drawn = draw(
        tmp_path,
        {"content/about.md": free_page("x", audience="private")},
        audience=Audience.PUBLIC,
    )
    assert drawn.paths == [HOME, "projects/index.md", QORTEX, EVIDENCE]
    assert [page.path for page in drawn.site.files.pages if page.is_private] == []
    assert set(drawn.files) == {"claims.json"}


def test_empty_content_gives_a_home_page(tmp_path: Path) -> None:
    drawn = draw_only(tmp_path, {"content/index.md": ""})
    assert drawn.paths == [HOME, APPLICATIONS, "problems.md", GUIDE_PAGE]
    assert draw_only(tmp_path, {}, Audience.PUBLIC).paths == [HOME]


def test_two_renderings_are_alike(tmp_path: Path) -> None:
    one, two = draw(tmp_path / "a"), draw(tmp_path / "b")
    assert one.site.files == two.site.files


# No word of content can act.

MARK = "quokka"
HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><svg onload=alert(1)>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "` onmouseover=alert(1)",
    "</title><script>alert(1)</script>",
    "</style></script><script>alert(1)</script>",
    "</textarea></template><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object><embed src=//evil.example>",
    '<math><mi xlink:href="data:text/html,<script>alert(1)</script>">',
    "<style>@import '//evil.example'</style>",
    "<link rel=stylesheet href=//evil.example>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>",
    "<template><script>alert(1)</script></template>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\u0001script:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript%3Aalert(1))",
    "[x](<\u00a0javascript:alert(1)>)",
    "<javascript:alert(1)>",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](https://e.example/a.png)',
    '[x](https://e.example/"onmouseover="alert(1))',
    "[x](https://e.example 'y\" onmouseover=\"alert(1)')",
    "[x](file:///etc/passwd)",
    '[x](evidence:"onmouseover="alert(1))',
    '[x](evidence:qortex/gain#"><script>alert(1)</script>)',
    '[x](project:"><img/src=x/onerror=alert(1)>)',
    "[x][y]\n\n[y]: javascript:alert(1)",
    "x{ onclick=alert(1) style=a }",
    "{: onclick=alert(1) }",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "{{ ''.__class__.__mro__ }}{% for x in config %}{{ x }}{% endfor %}",
    "{{ 7777777 * 3 }}",
]


def hostile_site(text: str) -> dict[str, str]:
    """Put a text into every field that holds text, every title, and a dossier's prose."""
    own = f"{MARK} {text}"
    line = " ".join(own.split())  # what a field of one line makes of it
    stated = {"value": own, "audience": "public"}
    job = {"employer": line, "title": line, "summary": own, "audience": "public"}
    study = {
        "field": own,
        "institution": line,
        "degree": line,
        "summary": own,
        "audience": "public",
    }
    profile = {
        "name": line,
        "headline": own,
        "links": [{"label": line, "url": 'https://example.org/"onmouseover="x'}],
        **dict.fromkeys(("location", "relocation", "email", "phone", "resume"), stated),
        "work": [job],
        "education": [study],
        "leads": [{"id": "a", "title": line, "line": own, "targets": [line], "notes": own}],
    }
    source = dict.fromkeys(("label", "package", "commit", "path"), line)
    figures = dict.fromkeys(("name", "unit", "display"), line) | dict.fromkeys(
        ("baseline", "scope"), own
    )
    hostile = {
        **dict.fromkeys(("claim", "method", "limits"), own),
        "must_say": [f"{line} must"],
        "metrics": [metric("m", 1, **figures)],
        "source": source,
        "skills": [line],
        "valid_until": "2020",
    }
    fields: dict[str, Any] = {
        "company": line,
        "aliases": [line],
        "title": line,
        "audience": "public",
        "events": [{"date": "2026", "what": line, "note": own}],
        "next": {"do": own, "due": "2020"},
        "roles": [
            role(
                "ml",
                title=line,
                location=line,
                asks=[f"zzz {own}"],
                assessment=own,
                compensation=dict.fromkeys(("posted", "estimate", "source"), own),
            )
        ],
        "proof_points": [
            row(
                "r",
                **dict.fromkeys(("requirement", "claim", "note", "override", "accepted"), own),
                quote=line,
                roles=["ml"],
            ),
            row("s", requirement=own, strength="none", quote=line),
        ],
        "gaps": [{"id": "g", "about": line, "gap": own, "framing": own}],
    }
    body = f"""
{text}

## Pitch

{MARK}

{text}

- {line}

> {line}

| {line} |
|---|
| {line} |

!!! note "{line}"
    {line}

~~~{line}
{text}
~~~

## {line} {{ audience=shared }}

{text}

## Questions

### {line} {{ about=r }}

{MARK}

{text}
"""
    return {
        "content/profile.yml": json.dumps(profile),
        "content/evidence/qortex.yml": evidence(
            record("gain", **hostile), record("odd", **hostile)
        ),
        "content/evidence/loose.yml": evidence(record("loose", **hostile), project=None),
        "content/projects/qortex.md": project(
            "## By [](evidence:qortex/gain#m)\n\n[](evidence:qortex/gain#m)\n\n| a |\n|---|\n"
            "| [](evidence:qortex/gain#m) |\n",
            title=line,
            line=own,
            limits=own,
            skills=[line],
            links=[{"label": line, "url": "https://example.org/'onmouseover='x"}],
            headline=["qortex/gain#m"],
        ),
        f"content/{ACME}": dossier(body, **fields),
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_field_or_of_prose_can_act(text: str, tmp_path: Path) -> None:
    expect_inert(draw(tmp_path, hostile_site(text)))


@pytest.mark.parametrize("share", range(4))
def test_no_text_of_an_open_dossier_can_act(share: int, tmp_path: Path) -> None:
    several = " \u2026 ".join(text for text in HOSTILE[share::4] if "\n" not in text)
    expect_inert(draw(tmp_path, hostile_site(several), audience=Audience.PUBLIC))


def expect_inert(drawn: Drawn) -> None:
    assert set(drawn.paths) >= {HOME, QORTEX, EVIDENCE, APPLICATIONS, ACME}
    for path in drawn.paths:
        page = drawn.tree(path)
        assert active(page) == []
        assert MARK in page.text or path in ("problems.md", GUIDE_PAGE)
        assert "23333331" not in page.text


def test_hostile_texts_would_act_if_they_were_not_escaped() -> None:
    acting = [text for text in HOSTILE if is_active(text)]
    assert len(acting) >= 20
    assert len(HOSTILE) >= 30


def is_active(text: str) -> bool:
    try:
        return bool(active(parse(f"<p>{text}</p>")))
    except AssertionError:  # not even well-formed, so it would break out of its place
        return True


def test_hostile_addresses_are_refused_where_an_address_is_asked_for(tmp_path: Path) -> None:
    for address in ("javascript:alert(1)", "data:text/html,x", "//evil.example", "vbscript:x"):
        drawn = draw(
            tmp_path,
            {
                "content/evidence/qortex.yml": evidence(
                    record("gain", source={"label": "s", "url": address})
                ),
                "content/projects/qortex.md": project(links=[{"label": "l", "url": address}]),
                f"content/{ACME}": dossier(roles=[role("ml", url=address)]),
            },
        )
        assert drawn.codes.count("link-unsafe") == 3
        assert all(address not in drawn.html(path) for path in drawn.paths if path != "problems.md")


def test_author_page_keeps_its_own_html(tmp_path: Path) -> None:
    drawn = draw(tmp_path, {"content/about.md": free_page('<b class="x">own</b>\n')})
    assert isinstance(drawn.page("about.md"), AuthorPage)
    assert drawn.tree("about.md").one("b.x").text == "own"
