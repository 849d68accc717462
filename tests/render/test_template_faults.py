"""An error in a template of one's own is told by its place, whichever command meets it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from mkdocs.exceptions import Abort

from dossier.plain.errors import ConfigError
from dossier.render.template_faults import fault_in_template
from dossier.templates import THEME
from tests.adapters.served import Served
from tests.attacks.publishing import run
from tests.builders import MINIMAL
from tests.sites import invoke, project, write

MACROS = (THEME / "fragments/references.html").read_text(encoding="utf-8")
LAST = MACROS.count("\n") + 1
HOME, MACRO = "fragments/home_body.html", "fragments/references.html"
DRAWN = {
    (HOME, b"<p>\n  {{ nobody }}</p>"): "2:6: error: `nobody` is undefined",
    (HOME, b"\n{% if %}"): "2:1: error: Expected an expression",
    (HOME, b"\n {{ 1 / 0 }}"): "2:2: error: division by zero",
    (HOME, b"\n {% include 'none.html' %}"): "2:14: error: there is no template `none.html`",
    (HOME, b"\xff"): "1:1: error: the file is not UTF-8 text",
    (MACRO, MACROS.encode() + b"{% macro link(a, b) %} {{ x.y }}{% endmacro %}"): (
        f"{LAST}:27: error: `x` is undefined"
    ),
    (MACRO, b"{% macro other() %}{% endmacro %}"): "1:1: error: `TemplateModule` object has no",
}
"""Templates that a check draws too."""
OF_THE_ENGINE = {
    ("main.html", b"{% extends 'base.html' %}\n{% block content %}{{ a.b }}{% endblock %}"): (
        "2:23: error: `a` is undefined"
    ),
    ("main.html", b"{% block %}"): "1:1: error: expected token",
    ("404.html", b"{{ 'a' + 1 }}"): "1:1: error: can only concatenate str",
}


def site(root: Path, name: str, text: bytes) -> Path:
    root = project(root, MINIMAL)
    (root / "overrides").unlink()
    write(root, {f"overrides/{name}": text})
    return root


def check(root: Path) -> Result:
    return run(root, "check")


BUILDS: dict[str, Callable[[Path], Result]] = {
    "mkdocs build": invoke,
    "dossier build": lambda root: run(root, "build"),
}


def test_every_command_tells_the_place(tmp_path: Path) -> None:
    wrong = []
    for number, ((name, text), told) in enumerate((DRAWN | OF_THE_ENGINE).items()):
        root = site(tmp_path / str(number), name, text)
        commands = {**BUILDS, "dossier check": check} if (name, text) in DRAWN else BUILDS
        for command, build in commands.items():
            done = build(root)
            place = f"{root}/overrides/{name}:{told}"
            lines = [line for line in done.output.splitlines() if line.startswith(place)]
            is_told = len(lines) == 1 and lines[0].endswith("[template-broken]")
            if not is_told or not isinstance(done.exception, SystemExit):
                wrong.append((command, name, text[-50:], done.output, done.exception))
    assert wrong == []


def test_a_server_goes_on_and_recovers(tmp_path: Path) -> None:
    root = site(tmp_path / "x", HOME, b"<p>BEFORE</p>")
    (tmp_path / "served").mkdir()
    served = Served(root, tmp_path / "served")
    served.start()
    for name in (HOME, "main.html"):
        write(root, {f"overrides/{name}": "{{ nobody.there }}"})
        with pytest.raises(Abort, match=f"overrides/{name}:1:4: error: `nobody`"):
            served.rebuild()
        (root / "overrides" / name).unlink()
    write(root, {f"overrides/{HOME}": "<p>AFTER</p>"})
    served.rebuild()
    assert b"AFTER" in served.files()["index.html"]


def test_an_edit_of_content_that_a_template_cannot_draw_is_told(tmp_path: Path) -> None:
    text = "{% if 'Brokenly' in cards | string %}{{ nobody }}{% endif %}<p>AFTER</p>"
    root = site(tmp_path / "x", HOME, text.encode())
    (tmp_path / "served").mkdir()
    served = Served(root, tmp_path / "served")
    served.start()
    page = root / "content/projects/qortex.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(re.sub("(?m)^line: ", "line: Brokenly ", before), encoding="utf-8")
    with pytest.raises(Abort, match="error: `nobody` is undefined"):
        served.rebuild()
    page.write_text(before, encoding="utf-8")
    served.rebuild()
    assert b"AFTER" in served.files()["index.html"]


def test_a_template_of_another_version_is_told_by_what_misses_it(tmp_path: Path) -> None:
    root = site(tmp_path / "x", "fragments/atoms.html", b"{% macro other() %}{% endmacro %}")
    said = run(root, "build").output
    assert "/theme/fragments/" in said
    assert "[template-broken]\n  hint: a template of yours lacks what" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("error", [ValueError("x"), ConfigError("x"), KeyError()])
def test_other_errors_are_none_of_a_template(error: Exception) -> None:
    def fail() -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        fail()
    assert fault_in_template(caught.value) is None
