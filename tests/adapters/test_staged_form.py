"""Pages in the form of an engine: what it would run is text."""

from dossier.adapters.staged_form import HugoForm, MystForm, StagedPage


def page(body: str) -> StagedPage:
    return StagedPage("A", "B", "# A", body)


def test_hugo_runs_no_shortcode() -> None:
    body = '{{< readfile "x" >}} {{% x %}} `{{< y` {{ z }}'
    text = HugoForm().spell(page(body), 3, ())
    assert "{{<" not in text
    assert "{{%" not in text
    assert text.replace("\N{WORD JOINER}", "").endswith(f"\n{body}\n")


def test_hugo_is_told_title_and_place() -> None:
    text = HugoForm().spell(page("x"), 3, ())
    assert text == '---\ntitle: "A"\ndescription: "B"\nweight: 3\n---\n\nx\n'


def test_sphinx_runs_no_directive() -> None:
    for body, written in (
        ("```{include} /etc/passwd\n```", "```\n```"),
        ("- ~~~{raw} html\n  ~~~", "- ~~~\n  ~~~"),
        ("````  { .python title='x' }\n````", "````python\n````"),
        ("```python\n{x}\n```", "```python\n{x}\n```"),
    ):
        assert MystForm().spell(page(body), 1, ()).endswith(f"# A\n\n{written}\n"), body


def test_addresses_are_those_that_the_engine_resolves() -> None:
    hugo, myst = HugoForm("content/"), MystForm()
    assert hugo.to_file("projects/a.md", "evidence/index.md") == "../../evidence/"
    assert hugo.to_file("index.md", "assets/a.png") == "assets/a.png"
    assert hugo.to_anchor("a/b.md", "a/b.md", "x/y") == "#x/y"
    assert hugo.page_file("applications/index.md") == "content/applications/_index.md"
    assert hugo.asset_file("assets/a.png") == "static/assets/a.png"
    assert myst.to_anchor("a/b.md", "c/d.md", "x/y") == "#x/y"
    assert myst.anchor("applications/o/index.md", "proof-a") == "[]{#applications-o-proof-a}"
