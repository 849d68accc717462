"""The page of problems: errors first, each with its place and cure."""

from pathlib import Path

from dossier.plain.problems import Place, Problem, warning
from dossier.render.problems import draw_problems
from tests.html import Node, active, parse
from tests.render.fixtures import draw, free_page, renderer


def test_problems_stand_errors_first_with_place_code_and_cure(tmp_path: Path) -> None:
    problems = (
        warning("source-missing", Place("content/a.yml", 3, 4), "no source", "name one"),
        Problem("yaml-tag", Place("content/z.yml", 1, 2), "the tag `<b>` is not read"),
        Problem("yaml-tag", Place("content/b.yml", 9, 1), "<script>alert(1)</script>", "<i>x</i>"),
    )
    found = draw_problems(renderer(tmp_path), problems, silenced=2)
    page = parse(found.html)
    assert page.one("p.ev-lede").text == "2 errors, 1 warning, 2 silenced with a reason."
    body = {
        fold.one("summary").text: [
            [cell.text for cell in node.children if isinstance(cell, Node)]
            for node in fold.one("tbody").all("tr")
        ]
        for fold in page.all("details.ev-fold")
    }
    assert body == {
        "yaml-tag 2 errors": [
            ["content/b.yml:9:1", "<script>alert(1)</script><i>x</i>"],
            ["content/z.yml:1:2", "the tag <b> is not read"],
        ],
        "source-missing 1 warning": [["content/a.yml:3:4", "no sourcename one"]],
    }
    assert active(page) == []
    assert found.is_private


def test_alike_warnings_share_a_row_with_their_places(tmp_path: Path) -> None:
    problems = [
        warning("source-unlinked", Place("content/a.yml", n, 4), f"`a/{n}` is a label", "add it")
        for n in (3, 9)
    ]
    page = parse(draw_problems(renderer(tmp_path), problems, silenced=0).html)
    assert page.one("p.ev-lede").text == "0 errors, 2 warnings."
    assert len(page.one("tbody").all("tr")) == 1
    assert page.texts("code.ev-place") == ["content/a.yml:3:4", "content/a.yml:9:4"]
    assert page.one("li").text == "content/a.yml:9:4 a/9"


def test_site_without_problems_says_so(tmp_path: Path) -> None:
    page = draw(tmp_path).tree("problems.md")
    assert page.one("p.ev-lede").text == "0 errors, 0 warnings."
    assert page.one("div.ev-empty").text.startswith("Nothing is wrong.")


def test_problems_of_the_content_are_on_the_page(tmp_path: Path) -> None:
    page = draw(tmp_path, {"content/about.md": free_page("[x](evidence:no/no)\n")}).tree(
        "problems.md"
    )
    assert page.texts("h2") == ["evidence-unknown"]
    assert page.texts("code")[0].startswith("content/about.md:4:")


def test_many_warnings_are_folded_and_errors_never(tmp_path: Path) -> None:
    problems = [
        *(
            warning("source-missing", Place(f"content/{n}.yml"), f"no source {n}")
            for n in range(13)
        ),
        Problem("yaml-tag", Place("content/z.yml", 1, 2), "the tag `<b>` is not read"),
    ]
    page = parse(draw_problems(renderer(tmp_path), problems, silenced=0).html)
    folds = {fold.one("h2").text: "open" in fold.attributes for fold in page.all("details")}
    assert folds == {"yaml-tag": True, "source-missing": False}
    assert page.one("form").texts("label")[0].startswith("Kind All error (1) warning (13)")


def test_of_each_code_the_first_places_are_shown_and_the_rest_is_counted(tmp_path: Path) -> None:
    problems = [
        Problem("yaml-tag", Place(f"content/a/{n:03}/index.md", n, 2), f"the tag `{n}` is not read")
        for n in range(1, 501)
    ]
    problems += [
        warning("source-missing", Place(f"content/{n:03}.yml", n), f"`{n}` has {n % 2} sources")
        for n in range(1, 501)
    ]
    page = parse(draw_problems(renderer(tmp_path), problems, silenced=0).html)
    assert page.one("p.ev-lede").text == "500 errors, 500 warnings."
    for fold in page.all("details.ev-fold"):
        assert len(fold.all("code.ev-place")) == 50
        code = fold.one("h2").text
        assert fold.texts("p.ev-sub")[-1] == f"and 450 more: dossier check --code {code}"
    # The filter offers what is there.
    assert page.texts("option")[1:3] == ["error (50)", "warning (1)"]
