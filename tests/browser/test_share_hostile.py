"""What is written to run runs nothing: through the pipeline, and as if a renderer had a bug."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.payloads import HTML, MARKDOWN, WATCH, what_ran
from tests.browser.shares import ID, SMALL, Desk, desk_at, documents, outcome
from tests.browser.sites import served
from tests.builders import INDEX, PROJECT
from tests.render.fixtures import dossier, evidence, metric, project, record, role, row
from tests.sites import project as site_project
from tests.sites import run

pytestmark = pytest.mark.browser

ALL = (*HTML, *MARKDOWN)
LEFT = """() => [...document.body.querySelectorAll("*")].some(node =>
    /^(script|style|iframe|object|embed|base|meta|link|form)$/.test(node.localName)
    || [...node.attributes].some(({ name, value }) => /^on/i.test(name)
        || /^(java|vb)script:/i.test(value.replace(/[\\0-\\x20]/g, ""))))"""


def _line(text: str) -> str:
    """Return a payload for a field of one line."""
    return " ".join(text.split())


def _rows() -> list[dict[str, object]]:
    return [
        row(
            f"r{n}",
            requirement=_line(text),
            quote=_line(text),
            claim=_line(text),
            note=_line(text),
            evidence=[f"hostile/e{n}"],
            strength="moderate",
        )
        for n, text in enumerate(ALL)
    ]


def _records() -> list[dict[str, object]]:
    return [
        record(
            f"e{n}",
            claim=_line(text),
            method=_line(text),
            limits=_line(text),
            metrics=[
                metric("m", 2, name=_line(text), unit=_line(text), baseline=_line(text))
                | {"scope": _line(text), "display": f"2 {_line(text)}"}
            ],
            source={"label": _line(text), "path": _line(text), "package": _line(text)},
            skills=[_line(text)],
        )
        for n, text in enumerate(ALL)
    ]


def _content() -> dict[str, str | bytes]:
    everything = " ".join(map(_line, ALL))
    # A comment that nobody closes makes a whole file private; the fields have those too.
    closed = [text for text in ALL if "<!--" not in text]
    body, heading = "".join(f"{text}\n\n" for text in closed), " ".join(map(_line, closed))
    return {
        "content/index.md": INDEX,
        "content/profile.yml": _profile(everything),
        "content/projects/qortex.md": PROJECT,
        "content/projects/hostile.md": project(
            title=everything, line=everything, skills=[everything], limits=everything
        ),
        "content/evidence/hostile.yml": evidence(*_records(), project="hostile"),
        "content/applications/hostile/index.md": dossier(
            f"## Pitch\n\n{body}\n## Why Acme\n\n{body}\n## Questions\n\n### {heading}\n\n{body}",
            company=everything,
            title=everything,
            roles=[role("one", title=everything, location=everything)],
            proof_points=_rows(),
        ),
    }


def _profile(text: str) -> str:
    return json.dumps(
        {
            "name": text,
            "headline": text,
            "location": text,
            "email": "ada@example.org",
            "links": [{"label": text, "url": "https://example.org/"}],
            "work": [{"employer": text, "title": text, "from": 2019}],
        }
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_at(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


def test_the_payloads_run_where_nothing_is_in_their_way(own_page: Page, desk: Desk) -> None:
    own_page.add_init_script(WATCH)
    live = []
    for number, text in enumerate(HTML):
        (desk.folder / "open.html").write_text(f"<!doctype html><body>{text}", encoding="utf-8")
        own_page.goto(f"{desk.address}/open.html")
        live += [number] if number in what_ran(own_page) else []
    print(f"control: {len(live)} of {len(HTML)} payloads run on a page without protection")
    print("not:", [HTML[number] for number in range(len(HTML)) if number not in live])
    assert len(live) >= 30


def test_raw_in_a_document_none_runs(own_page: Page, desk: Desk) -> None:
    own_page.add_init_script(WATCH)
    desk.log.clear()
    ran = {}
    for number, text in enumerate(HTML):
        html = f'<main id="content"><p>here</p>{text}</main>'
        desk.seal({**SMALL, "html": html})
        assert outcome(own_page, desk.link()) == "open", text
        # The policy stops what the loader lets through, so what is left is asked for by itself.
        if own_page.evaluate(LEFT) or what_ran(own_page):
            ran[number] = text
        assert own_page.url == desk.link()
    assert ran == {}
    assert {line.split()[1] for line in desk.log} == {f"/s/{ID}/"}
    assert len(desk.log) == len(HTML)
    print(f"hostile payloads raw in a sealed document: 0 of {len(HTML)} run")


def missing(text: str) -> list[str]:
    """Return the payloads that are not even in a page, so that they prove nothing there.

    What a comment begins in has been cut out by then; raw documents have it, in the test above.
    """
    return [
        payload
        for number, payload in enumerate(ALL)
        if "<!--" not in payload and not re.search(rf"ran(\(|%28|&#40;|&amp;#40;){number}\D", text)
    ]


@pytest.fixture(scope="module")
def written() -> dict[str, str | bytes]:
    return _content()


def test_through_the_pipeline_none_runs_on_the_share(
    own_page: Page, desk: Desk, written: dict[str, str | bytes], tmp_path: Path
) -> None:
    own_page.add_init_script(WATCH)
    document = documents(tmp_path, written)["hostile"]
    assert missing(document["html"]) == []
    desk.seal(document)
    assert outcome(own_page, desk.link()) == "open"
    assert what_ran(own_page) == []
    assert own_page.url == desk.link()
    print(f"hostile payloads through the pipeline, on the share: 0 of {len(ALL)} run")


def test_through_the_pipeline_none_runs_on_the_site(
    own_page: Page, written: dict[str, str | bytes], tmp_path: Path
) -> None:
    own_page.add_init_script(WATCH)
    root = site_project(tmp_path / "project" / "x", written)
    out = tmp_path / "out"
    run(root, "dossier", "build", "--private", str(out))
    text = (out / "applications/hostile/index.html").read_text(encoding="utf-8")
    assert missing(text) == []
    ran = {}
    with served(out) as address:
        pages = sorted(path.parent.relative_to(out) for path in out.rglob("index.html"))
        for path in pages:
            own_page.goto(f"{address}/{path.as_posix()}/".replace("/./", "/"))
            if what_ran(own_page):
                ran[path.as_posix()] = own_page.evaluate("window.done")
    assert ran == {}
    assert len(pages) >= 8
    print(f"hostile payloads through the pipeline, on {len(pages)} pages: 0 of {len(ALL)} run")
