"""*Private text is absent from a public build*, and from what a recipient is sent.

Comments of the editors that people keep notes in are no Markdown: printed as they are, a note to
oneself would be read by the recruiter. They are hidden from every view, and told to the author.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from dossier.adapters.staged import staged_tree
from dossier.build import Project
from dossier.model.audience import Audience
from tests.attacks.publishing import run
from tests.builders import MINIMAL, write_site
from tests.sites import build, invoke, project

COMPANY = "content/applications/acme/index.md"
HOME = "content/index.md"
NOTE = "quokkafox"
FORMS = {
    "Obsidian": f"Before %%{NOTE}%% after",
    "Obsidian, glued": f"Before%%{NOTE}%% after",
    "Obsidian, blocks": f"Before\n\n%%\n{NOTE}\n\n{NOTE} again\n%%\n\nafter",
    "Obsidian, a line": f"%% {NOTE} %%\nBefore after",
    "Obsidian, in a list": f"- Before %%{NOTE}%%\n- after",
    "Obsidian, over lines": f"Before %%{NOTE}\n{NOTE}%% after",
    "CriticMarkup": f"Before {{>>{NOTE}<<}} after",
    "MDX": f"Before {{/* {NOTE} */}} after",
    "MDX, blocks": f"Before\n\n{{/*\n{NOTE}\n\n## {NOTE}\n*/}}\n\nafter",
    "Jinja": f"Before {{# {NOTE} #}} after",
    "Jinja, never closed": f"Before after\n\n{{# {NOTE}\n",
    "Jinja, trimmed": f"Before {{#- {NOTE} -#}} after",
    "Jinja, without blanks": f"Before {{#{NOTE}#}} after",
    "Liquid": f"Before {{% comment %}}{NOTE}{{% endcomment %}} after",
    "Liquid, blocks": (
        f"Before\n\n{{%- comment 'why' -%}}\n\n## {NOTE}\n{{%- endcomment -%}}\n\nafter"
    ),
    "Liquid, never closed": f"Before after\n\n{{% comment %}}\n{NOTE}\n",
    "Org": f"Before\n\n#+BEGIN_COMMENT\n{NOTE}\n\n{NOTE}\n#+END_COMMENT\n\nafter",
    "Logseq": f"Before\n\n  #+begin_comment\n  ## {NOTE}\n  #+end_comment\n\nafter",
    "Org, a line": f"Before\n\n#+COMMENT: {NOTE}\n\nafter",
    "Org, never closed": f"Before after\n\n#+BEGIN_COMMENT\n{NOTE}\n",
    "Handlebars": f"Before {{{{! {NOTE} }}}} after",
    "Handlebars, with braces": f"Before {{{{!-- {NOTE} {{{{x}}}} {NOTE} --}}}} after",
    "Handlebars, trimmed": f"Before {{{{~!-- {NOTE} --~}}}} after",
    "Handlebars, over lines": f"Before {{{{! {NOTE}\n{NOTE} }}}} after",
    "Handlebars, never closed": f"Before after\n\n{{{{! {NOTE}\n",
    "Go": f"Before {{{{- /* {NOTE} */ -}}}} after",
    "ERB": f"Before <%# {NOTE} %> after",
    "Templater, blocks": f"Before\n\n<%#\n{NOTE}\n\n{NOTE}\n%>\n\nafter",
    "JSP": f"Before <%-- {NOTE} > {NOTE} --%> after",
    "AsciiDoc": f"Before\n\n////\n{NOTE}\n\n{NOTE}\n////\n\nafter",
    "AsciiDoc, never closed": f"Before after\n\n////\n{NOTE}\n",
    "a mark of Obsidian within": f"Before {{{{! 5 %% {NOTE} }}}} after",
    "kramdown": f"Before\n\n{{::comment}}\n{NOTE}\n{{:/comment}}\n\nafter",
    "kramdown, short": f"Before {{::comment}}{NOTE}{{:/}} after",
    "link": f"Before\n\n[//]: # ({NOTE})\n\nafter",
    "link, glued": f"Before\n[//]: # ({NOTE})\nafter",
    "comment link": f'Before\n\n[comment]: # "{NOTE}"\n\nafter',
    "angled link": f"Before\n\n[//]: <> ({NOTE})\n\nafter",
    "HTML": f"Before <!-- {NOTE} --> after",
    "never closed": f"Before after\n\n%% {NOTE}\n\n{NOTE}\n",
    "glued, never closed": f"Before after\n{{>>{NOTE}\n",
    "link within": f"Before %%[{NOTE}](https://{NOTE}.example)%% after",
    "heading within": f"Before after\n\n%%\n### {NOTE}\n%%",
    "great heading within": f"Before\n\n%%\n## {NOTE}\n\n{NOTE}\n%%\n\nafter",
    "title over lines": f"Before\n\n[//]: # ({NOTE}\n{NOTE})\n\nafter",
    "in a list's paragraph": f"- Before\n\n    %%{NOTE}%%\n\n- after",
    "far in a list": f"- Before\n\n          %%{NOTE}%%\n\n- after",
    "in an admonition": f'!!! note "Before"\n\n    %%{NOTE}%%\n\nafter',
    "in a footnote": f"Before[^1] after\n\n[^1]: Text\n\n    %%{NOTE}%%\n",
    "in a definition": f"Before\n:   after\n\n    %%{NOTE}%%\n",
    "in a content tab": f'Before\n\n=== "after"\n\n    %%{NOTE}%%\n',
    "in a fence that is none": f"Before after\n\n%%\n```\n{NOTE}\n%%\n",
    "behind Japanese": f"Before 私はここで働きたい%%{NOTE}%%。 after",
    "behind an accent": f"Before café%%{NOTE}%%. after",
    "behind Cyrillic": f"Before Привет%%{NOTE}%%. after",
    "behind a year": f"Before in 2024%%{NOTE}%% after",
    "behind a year, apart": f"Before in 2024%% {NOTE} %% after",
    "behind a hyphen": f"Before word-%%{NOTE}%% after",
    "behind a slash": f"Before and/%%{NOTE}%% after",
    "behind an address": f"Before https://a.example/%%{NOTE}%% after",
    "around half a code": f"Before %%S0 `code %% and` {NOTE}%% after",
    "a rule within": f"Before\n\n%%\nnote\n---\n{NOTE}\n%%\n\nafter",
    "a double rule within": f"Before\n\n%%\nnote\n===\n{NOTE}\n%%\n\nafter",
    "a rule below a list": f"Before\n\n%%\n- note\n---\n{NOTE}\n%%\n\nafter",
    "a rule below a key": f"Before\n\n%%\nkey: value\n---\n{NOTE}\n%%\n\nafter",
    "a rule in a line": f"Before %%note\n---\n{NOTE}%% after",
    "a rule in CriticMarkup": f"Before {{>>note\n---\n{NOTE}<<}} after",
    "beside per cent": f"Before 5%% and %%{NOTE}%% after",
    "per cent within": f"Before %%{NOTE} 5%% after",
    "behind an empty HTML comment": f"Before <!--> %%{NOTE}%% --> after",
    "behind a short HTML comment": f"Before <!---> %%{NOTE}%% --> after",
    "two signs too many, never closed": f"Before after %%a%% {NOTE} %%b%% {NOTE} %% {NOTE}",
    "half in code, never closed": f"Before after %%S0 `code %% and` {NOTE}",
    "cut by a heading, never closed": f"Before after %%\n## {NOTE}\n{NOTE} %%\n",
}
SHOWN = {
    "code": f"Before `%%{NOTE}%%` after",
    "fenced": f"Before after\n\n```\n%% {NOTE} %%\n```",
    "indented": f"Before after\n\n    %% {NOTE} %%\n",
    "per cent": f"Before 100 %% of {NOTE} after",
    "per cent, glued": f"Before 50%% of {NOTE} after",
    "escaped": rf"Before \%%{NOTE}\%% after",
    "a share": f"grew 5%% {NOTE} and 10%% Before after",
    "a tag of a template": f"Before {{% if x %}}{NOTE}{{% endif %}} {{{{ x }}}} <%= y %> after",
    "braces": f"Before x^{{2^{{3}}}} {NOTE} a --}} and %> and */ after",
    "a line of per cent": f"Before after\n\n% {NOTE}\n\n.. {NOTE}\n\naside:: {NOTE}\n",
    "a path": f"Before file:////server/{NOTE} after",
    "another keyword": f"Before\n\n#+TITLE: {NOTE}\n\nafter",
    "a tag in code": f"Before `{{{{! {NOTE} }}}}` after",
    "a tag behind a backslash": f"Before \\{{{{! {NOTE} }}}} after",
    "an id": f"Before after\n\n### {NOTE} {{#sec}}\n",
    "an address": f"Before https://a.example/?q=%%{NOTE}%%20x after",
}


def files(text: str, *, public: bool = False) -> dict[str, str]:
    dossier = MINIMAL[COMPANY].replace("## Pitch\n", f"## Pitch\n\n{text}\n", 1)
    if public:
        dossier = dossier.replace("company: Acme\n", "company: Acme\naudience: public\n")
    home = MINIMAL[HOME] + f"\n{text}\n"
    return MINIMAL | {COMPANY: dossier, HOME: home}


def views(root: Path, text: str, written: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what each reader is shown, as text."""
    project = Project.read(write_site(root, written or files(text, public=True)))
    shown = {}
    for audience in Audience:
        pages = project.view(audience).files.pages
        shown[str(audience)] = "\n".join(map(str, pages))
        site = project.site(audience)
        staged = staged_tree(site, project.settings.seen_by(audience))
        shown[f"staged for {audience}"] = "\n".join(text.decode() for _, text in staged)
    shown["share"] = str(project.recipients.document("acme", page="s/a/index.md").html)
    return shown


@pytest.mark.parametrize("form", FORMS)
def test_comment_is_in_no_view(tmp_path: Path, form: str) -> None:
    for reader, shown in views(tmp_path, FORMS[form]).items():
        if form == "HTML" and reader in [*Audience]:
            continue  # The engine gets it, and what it makes of it is sanitized.
        assert "Before" in shown, reader
        assert "after" in shown, reader
        assert NOTE not in shown, reader
        assert "\ue003" not in shown, reader


@pytest.mark.parametrize("form", SHOWN)
def test_what_is_none_is_shown(tmp_path: Path, form: str) -> None:
    for reader, shown in views(tmp_path, SHOWN[form]).items():
        assert NOTE in shown, reader


@pytest.mark.parametrize("form", sorted({*FORMS} - {"HTML"}))
def test_it_is_told_to_the_author(tmp_path: Path, form: str) -> None:
    found = Project.read(write_site(tmp_path, files(FORMS[form]))).diagnosis.problems
    told = [p for p in found if p.code.startswith("comment-")]
    assert {p.where.file for p in told} == {COMPANY, HOME}
    codes = {p.code for p in told}
    expected = {"comment-open" if "never closed" in form else "comment-hidden"}
    assert codes == expected | ({"comment-open"} if form == "beside per cent" else set())


def test_its_words_are_searched_for(tmp_path: Path) -> None:
    text = "Before %%ask Bartholomew about the piano%% after"
    site = files(text, public=True)
    profile = site["content/profile.yml"]
    profile = profile.replace("label: Code", "label: Code %%Frederic dislikes Czerny%%")
    project = Project.read(write_site(tmp_path, site | {"content/profile.yml": profile}))
    assert "ask Bartholomew about" in project.canaries
    assert "Frederic dislikes Czerny" in project.canaries


def test_a_comment_in_private_notes_is_not_told(tmp_path: Path) -> None:
    text = MINIMAL[COMPANY] + "\nA note %%with a comment%%.\n"
    found = Project.read(write_site(tmp_path, MINIMAL | {COMPANY: text})).diagnosis.problems
    assert not [p for p in found if p.code.startswith("comment-")]


def test_a_comment_that_is_never_closed_swallows_no_heading(tmp_path: Path) -> None:
    text = MINIMAL[COMPANY].replace("## Pitch\n", "## Pitch\n\n%% a todo\n", 1)
    text += f"\nThey pay %%a lot%%. {NOTE}\n"
    project = Project.read(write_site(tmp_path, MINIMAL | {COMPANY: text}))
    assert NOTE not in str(project.recipients.document("acme", page="s/a/index.md").html)
    entry = project.view(Audience.PRIVATE).library.applications["acme"]
    opened = [section for section in entry.sections if section.audience is not Audience.PRIVATE]
    assert [section.name for section in opened] == ["pitch"]
    assert NOTE not in opened[0].text


def test_one_that_is_closed_only_hides_its_section(tmp_path: Path) -> None:
    text = f"{NOTE} <<}}\n\n## Why this role\n\nafter"
    for reader, shown in views(tmp_path, text).items():
        assert "after" in shown, reader
        assert NOTE not in shown, reader


@pytest.mark.parametrize("form", ["per cent", "per cent, glued", "a share", "an address"])
def test_what_may_be_one_is_told(tmp_path: Path, form: str) -> None:
    found = Project.read(write_site(tmp_path, files(SHOWN[form]))).diagnosis.problems
    assert {p.where.file for p in found if p.code == "comment-open"} == {COMPANY, HOME}


def noted(value: object) -> object:
    """Return YAML in which each text has notes, but what says who may see it."""
    if isinstance(value, dict):
        return {key: v if key == "audience" else noted(v) for key, v in value.items()}
    if isinstance(value, list):
        return [noted(each) for each in value]
    return f"%%{NOTE}%% {value} <!-- {NOTE} -->" if isinstance(value, str) else value


def with_notes_in_fields(text: str) -> str:
    before, fence, rest = text.partition("---\n") if text.startswith("---") else ("", "", text)
    front, end, body = rest.partition("---\n") if fence else (rest, "", "")
    written = yaml.safe_dump(noted(yaml.safe_load(front)), allow_unicode=True, width=10_000)
    return before + fence + written + end + body


def test_one_in_any_field_is_in_no_view(tmp_path: Path) -> None:
    plain = files("Before after", public=True)
    rich = {name: with_notes_in_fields(text) for name, text in plain.items()}
    before, shown = (
        views(tmp_path / name, "", site) for name, site in (("plain", plain), ("rich", rich))
    )
    for reader in before:
        assert NOTE not in shown[reader], reader
        assert reader == Audience.PRIVATE or shown[reader] == before[reader], reader
    project = Project.read(write_site(tmp_path, rich))
    told = {str(p.where) for p in project.diagnosis.problems if p.code == "comment-hidden"}
    assert len(told) == TOLD
    assert not [p for p in project.diagnosis.problems if p.code == "comment-open"]


TOLD = 42
"""Texts in fields of that site which others may read."""


@pytest.mark.parametrize("note", ["%% {}", "{{>>{}", "<!-- {}", "{} <<}}"])
def test_one_in_a_field_that_never_closes_is_told(tmp_path: Path, note: str) -> None:
    source = "label: " + json.dumps("Benchmark report " + note.format(NOTE))
    text = MINIMAL["content/evidence/qortex.yml"].replace("label: Benchmark report", source)
    project = Project.read(write_site(tmp_path, MINIMAL | {"content/evidence/qortex.yml": text}))
    assert "comment-open" in [p.code for p in project.diagnosis.problems]
    assert NOTE not in "".join(map(str, project.view(Audience.PUBLIC).files.pages))


def test_one_in_a_title_or_a_description_is_shown_nowhere(tmp_path: Path) -> None:
    text = f'[Before](https://a.example "t <!-- {NOTE} -->")\n\n![after <!-- {NOTE} -->](a.png)'
    for reader, shown in views(tmp_path, text).items():
        assert NOTE not in shown, reader


@pytest.mark.parametrize("form", ["in an admonition", "in a content tab", "a rule within"])
def test_mkdocs_does_not_print_it(tmp_path: Path, form: str) -> None:
    extensions = ["admonition", {"pymdownx.tabbed": {"alternate_style": True}}]
    root = project(tmp_path, files(FORMS[form]), config={"markdown_extensions": extensions})
    shown = (build(root) / "index.html").read_text()
    assert "Before" in shown
    assert NOTE not in shown


@pytest.mark.parametrize("key", ["copyright", "site_name", "nav", "extra"])
def test_one_in_the_configuration_is_refused(tmp_path: Path, key: str) -> None:
    """A page has these texts whatever its own are."""
    values = {"nav": [{f"Home {{>>{NOTE}<<}}": "index.md"}], "extra": {"a": [f"{{/* {NOTE} */}}"]}}
    value = values.get(key, f"Mine <!-- {NOTE} -->")
    root = project(tmp_path, MINIMAL, config={key: value})
    for done in (invoke(root), run(root, "check")):
        assert done.exit_code, key
        assert f"`{key}` in mkdocs.yml holds a comment" in done.output, key
        assert NOTE not in done.output
