"""The Jinja environment: strict about names, safe about markup."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, UndefinedError

from dossier.plain.errors import ConfigError
from dossier.render import templates
from dossier.render.templates import environment, keep_compiled
from dossier.templates import THEME, Templates
from tests.render.fixtures import TEMPLATES

LONGEST = 160
"""Columns of a line in a template."""


def folder_with(root: Path, text: str) -> Path:
    (root / "fragments").mkdir()
    (root / "fragments" / "x.html").write_text(text, encoding="utf-8")
    return root


def render(root: Path, text: str, **context: object) -> str:
    folder = folder_with(root, text)
    return environment(Templates(folder)).get_template("fragments/x.html").render(**context)


def test_values_are_escaped(tmp_path: Path) -> None:
    assert render(tmp_path, "{{ word }}", word="<b>\"'&") == "&lt;b&gt;&#34;&#39;&amp;"


def test_values_are_never_templates(tmp_path: Path) -> None:
    assert render(tmp_path, "{{ word }}", word="{{ 7 * 7 }}") == "{{ 7 * 7 }}"


def test_unknown_name_is_an_error_and_not_an_empty_text(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="wrod"):
        render(tmp_path, "{{ wrod }}", word="x")


def test_folder_without_templates_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="fragments"):
        environment(Templates(None, tmp_path))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder where templates are kept, with Python keeping what it compiles."""
    (tmp_path / "kept").mkdir()
    monkeypatch.setattr(templates, "cache_from_source", lambda _: str(tmp_path / "kept" / "x.pyc"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


def fresh(folder: Path) -> str:
    """Render a template in a new environment, as another process would."""
    known = environment.__wrapped__(Templates(folder))
    return known.get_template("fragments/x.html").render(word="<")


def test_template_is_compiled_once(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_with(tmp_path, "{{ word }}")
    assert fresh(folder) == "&lt;"
    assert len(list(kept.iterdir())) == 1
    with monkeypatch.context() as patch:
        patch.setattr(Environment, "compile", None)
        assert fresh(folder) == "&lt;"
    (folder / "fragments/x.html").write_text("edited {{ word }}")
    assert fresh(folder) == "edited &lt;"


def test_kept_template_is_of_the_same_settings(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_with(tmp_path, "{{ word }}")
    fresh(folder)
    module = tmp_path / "templates.py"
    module.write_bytes(Path(templates.__file__).read_bytes() + b"# changed")
    monkeypatch.setattr(templates, "__file__", str(module))
    fresh(folder)
    assert len(list(kept.iterdir())) == 2


def test_nothing_is_kept_where_python_keeps_nothing(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert fresh(folder_with(tmp_path, "{{ word }}")) == "&lt;"
    assert not list(kept.iterdir())


def test_nothing_is_kept_where_nobody_may_write(tmp_path: Path, kept: Path) -> None:
    kept.rmdir()
    assert fresh(folder_with(tmp_path, "{{ word }}")) == "&lt;"
    assert not kept.exists()


def test_templates_of_an_engine_are_kept_apart_by_how_it_reads_them(
    tmp_path: Path, kept: Path
) -> None:
    folder = folder_with(tmp_path, "{{ 'a' | upper }}{{ word }}")

    def drawn(**options: Any) -> tuple[str, int]:  # noqa: ANN401 - Jinja's
        engine = Environment(loader=FileSystemLoader(folder), **options)  # noqa: S701
        engine.filters |= {"upper": shout} if options.get("trim_blocks") else {}
        keep_compiled(engine)
        text = engine.get_template("fragments/x.html").render(word="<")
        return text, len(list(kept.iterdir()))

    assert drawn() == drawn() == ("A<", 1)
    assert drawn(autoescape=True) == ("A&lt;", 2)
    assert drawn(trim_blocks=True) == ("a!<", 3)
    assert drawn(finalize=lambda value: f"[{value}]") == ("[A][<]", 3), "code has a say"


def shout(text: str) -> str:
    return f"{text}!"


def test_every_fragment_of_ours_compiles() -> None:
    known = environment(TEMPLATES)
    names = [name for name in known.list_templates() if name.startswith("fragments/")]
    assert names
    for name in names:
        known.get_template(name)


@pytest.mark.parametrize("path", sorted((THEME / "fragments").glob("*.html")), ids=lambda p: p.name)
def test_no_fragment_switches_escaping_off(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b", text)
    assert "autoescape false" not in text
    # Data for programs, which runs nothing.
    assert "<script" not in text.replace('<script type="application/ld+json">', "")


@pytest.mark.parametrize(
    "path", sorted(THEME.rglob("*.html")), ids=lambda p: p.relative_to(THEME).as_posix()
)
def test_no_line_of_a_template_is_too_long_to_read(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert [number for number, line in enumerate(lines, start=1) if len(line) > LONGEST] == []
