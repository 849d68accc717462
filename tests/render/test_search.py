"""The index that a browser searches: what is in it, how it is parted, how large it gets."""

import json
from itertools import accumulate

from dossier.render.page import Heading
from dossier.render.search import PART_SIZE, SearchPage, search_files, text_of, unaccented, words


def index_of(*pages: SearchPage) -> tuple[dict, dict[str, list[int]]]:  # type: ignore[type-arg]
    """Return the list of an index, and its words with the numbers of their pages."""
    files = {name: json.loads(text) for name, text in search_files(pages)}
    listed = files.pop("search/index.json")
    found = {
        word: list(accumulate(steps)) for part in files.values() for word, steps in part.items()
    }
    return listed, found


def page(address: str, html: str, *headings: Heading) -> SearchPage:
    return SearchPage(address, address.title(), html, headings)


def test_a_word_leads_to_the_pages_that_show_it() -> None:
    pages = (
        page("b/", "<p>Latency fell to <b>2.8</b> ms</p>", Heading("how", "How it fell")),
        page("a/", "<p>No latency here</p><script>var hidden</script><!-- nor this -->"),
        page("c/", "<p>Größe, naïve</p><svg><title>Chart</title></svg>"),
    )
    listed, found = index_of(*pages)
    assert listed["pages"] == [
        ["a/", "A/", []],
        ["b/", "B/", [["how", "How it fell"]]],
        ["c/", "C/", []],
    ]
    assert found["latency"] == [0, 1]
    assert found["2.8"] == found["how"] == [1]
    assert found["große"] == found["naive"] == [2]
    assert not {"hidden", "var", "this", "chart", "title", "p"} & found.keys()


def test_what_stands_in_two_elements_is_two_words() -> None:
    assert words(text_of("<td>one</td><td>two</td>")) == {"one", "two"}
    assert text_of("<b>a &lt;b&gt; &amp; c</b>").split() == ["a", "<b>", "&", "c"]


def test_a_script_without_blanks_is_found_sign_by_sign() -> None:
    assert words("机器学习 works") == {"机", "器", "学", "习", "works"}
    assert words("العربيّة") == {unaccented("العربيّة")}
    assert words("x" * 50) == {"x" * 40}


def test_words_are_told_apart_without_case_and_accents() -> None:
    assert words("Caf\u00e9, CAFE\u0301\u00a0cafe", "\u0391\u03a3 \u0391\u03a3\u0391") == {
        "cafe",
        "\u03b1\u03c2",
        "\u03b1\u03c3\u03b1",
    }


def test_parts_are_in_the_order_in_which_browsers_compare() -> None:
    text = " ".join(
        f"{first}{number:05}"
        for first in ("a", "z", "\ufb01", "\U0001d4d0")
        for number in range(3000)
    )
    listed, _ = index_of(page("a/", text))
    files = dict(search_files([page("a/", text)]))
    order = [
        word for n in range(len(listed["parts"])) for word in json.loads(files[f"search/{n}.json"])
    ]
    assert order == sorted(order, key=lambda word: word.encode("utf-16-be"))
    assert listed["parts"] == [
        next(iter(json.loads(files[f"search/{n}.json"]))) for n in range(len(files) - 1)
    ]
    assert len(listed["parts"]) > 2
    assert max(len(text) for name, text in files.items() if name[7].isdigit()) < 1.2 * PART_SIZE


def test_the_order_of_pages_changes_nothing() -> None:
    pages = [page(f"{letter}/", f"<p>{letter} and all</p>") for letter in "dacb"]
    assert list(search_files(pages)) == list(
        search_files(sorted(pages, key=lambda each: each.title))
    )


def test_nothing_to_find_is_an_index_too() -> None:
    assert index_of() == ({"version": 1, "pages": [], "parts": []}, {})
