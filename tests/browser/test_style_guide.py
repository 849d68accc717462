"""What only a browser can tell of the style guide: questions remember, and nothing fades."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import served
from tests.builders import MINIMAL
from tests.sites import project, run

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the private site of a small project, and yield the address of its style guide."""
    root, folder = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("private")
    project(root / "x", MINIMAL)
    run(root / "x", "dossier", "build", "--private", str(folder))
    with served(folder) as address:
        yield f"{address}/design/"


def marks(page: Page) -> list[str]:
    return page.locator(".ev-drill__s").all_inner_texts()


def test_questions_of_a_folder_remember_what_was_known_while_they_are_shown(
    page: Page, guide: str
) -> None:
    """In the browser nothing stays: no server is there whose pages alone could read it."""
    page.goto(guide)
    assert marks(page) == ["Missed twice", "New", "Known"]
    card = page.locator("[data-drill=sample-new]")
    card.locator("summary").click()
    card.get_by_role("button", name="Missed it").click()
    expect(card.locator(".ev-drill__s")).to_have_text("Missed once")
    card.get_by_role("button", name="Knew it").click()
    expect(card.locator(".ev-drill__s")).to_have_text("Known")
    page.reload()
    assert marks(page) == ["Missed twice", "New", "Known"]
    assert not [key for key in page.evaluate("Object.keys(localStorage)") if "__" not in key]


def test_questions_are_complete_without_a_script(scriptless: Page, guide: str) -> None:
    scriptless.goto(guide)
    card = scriptless.locator(".ev-drill > li").first
    card.locator("summary").click()
    expect(card.locator(".ev-answer")).to_be_visible()
    expect(card.locator(".ev-mark")).to_be_hidden()


def test_filter_that_finds_nothing_says_so_without_a_script(scriptless: Page, guide: str) -> None:
    scriptless.goto(guide)
    full, empty = scriptless.locator(".ev-pipeline").all()
    expect(full.locator("tbody tr:visible")).to_have_count(4)
    expect(full.locator(".ev-filter-none")).to_be_hidden()
    expect(empty.locator("tbody tr:visible")).to_have_count(0)
    expect(empty.locator(".ev-filter-none")).to_have_text("No application at this stage.")
    full.locator("label[for=sample-closed]").click()
    expect(full.locator(".ev-filter-none")).to_be_visible()


def test_nothing_moves(page: Page, guide: str) -> None:
    page.goto(guide)
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter((node) => {"
        "  const style = getComputedStyle(node);"
        "  return style.transitionDuration !== '0s' || style.animationName !== 'none';"
        "}).map((node) => node.className)"
    )
    assert moving == []
    page.mouse.wheel(0, 400)
    page.wait_for_function("document.querySelector('.md-tabs').hidden")
    link = page.locator(".md-tabs__link").first
    assert link.evaluate("node => getComputedStyle(node).opacity") == "1"


@pytest.mark.parametrize("path", ["", "../applications/acme/", "../applications/"])
def test_tab_of_the_workspace_stands_out_on_all_of_its_pages(
    path: str, page: Page, guide: str
) -> None:
    page.goto(f"{guide}{path}")
    assert page.locator(".md-tabs__item--active").all_inner_texts() == ["Applications"]
