import pytest

from dossier.load.front_matter import split


@pytest.mark.parametrize(
    ("text", "yaml", "body", "body_line"),
    [
        ("---\na: 1\n---\nx\ny\n", "a: 1\n", "x\ny\n", 3),
        ("--- \na: 1\n...\t\nx", "a: 1\n", "x", 3),
        ("---\n---\nx", "\n", "x", 2),
        ("---\na: |\n  ---\n---\nx", "a: |\n  ---\n", "x", 4),
        ("---\na: 1\n---", "a: 1\n", "", 3),
        ("", "", "", 0),
        ("x", "", "x", 0),
        ("x\n\n---\ny\n---\n", "", "x\n\n---\ny\n---\n", 0),
        ("----\nx\n", "", "----\nx\n", 0),
        ("---a\nx\n", "", "---a\nx\n", 0),
        ("\n\nx\n---\n", "", "\n\nx\n---\n", 0),
        ("\n\n", "", "\n\n", 0),
    ],
    ids=repr,
)
def test_file_is_split_at_its_front_matter(text: str, yaml: str, body: str, body_line: int) -> None:
    source, problem = split("f.md", text)
    assert problem is None
    assert (source.yaml, source.body, source.body_line) == (yaml, body, body_line)
    assert source.text == text
    assert "\n".join(text.split("\n")[source.body_line :]) == body


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---\na: 1\n", "front-matter-open", 1),
        ("---", "front-matter-open", 1),
        ("---\n ---\n", "front-matter-open", 1),
        ("\n---\na: 1\n---\n", "front-matter-late", 2),
        ("  \n\t\n  ---\na: 1\n---\n", "front-matter-late", 3),
        (" ---\na: 1\n---\n", "front-matter-late", 1),
        ("\n\n---\n", "front-matter-late", 3),
    ],
    ids=repr,
)
def test_front_matter_that_would_become_prose_is_told(text: str, code: str, line: int) -> None:
    source, problem = split("f.md", text)
    assert problem is not None
    assert (problem.code, problem.where.line) == (code, line)
    assert source.text == text


@pytest.mark.parametrize("sign", ["\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"])
def test_sign_that_some_take_for_a_line_end_is_refused(sign: str) -> None:
    _, problem = split("f.md", f"---\ncompany: Acme{sign}audience: public\n---\n")
    assert problem
    assert (problem.code, problem.where.line, problem.where.column) == ("yaml-syntax", 2, 14)
    assert split("f.md", f"---\ncompany: Acme\n---\na{sign}b")[1] is None
