"""*Private text is absent from a public build*, and from what a recipient is sent.

Comments of the editors that people keep notes in are no Markdown: printed as they are, a note to
oneself would be read by the recruiter. They are hidden from every view, and told to the author.
"""

from pathlib import Path

import pytest

from dossier.adapters.staged import staged_tree
from dossier.build import Project
from dossier.model.audience import Audience
from tests.builders import MINIMAL, write_site

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
}
SHOWN = {
    "code": f"Before `%%{NOTE}%%` after",
    "fenced": f"Before after\n\n```\n%% {NOTE} %%\n```",
    "indented": f"Before after\n\n    %% {NOTE} %%\n",
    "escaped": rf"Before \%%{NOTE}\%% after",
    "a share": f"grew 5%% {NOTE} and 10%% Before after",
    "an address": f"Before https://a.example/?q=%%{NOTE}%%20x after",
}


def files(text: str, *, public: bool = False) -> dict[str, str]:
    dossier = MINIMAL[COMPANY].replace("## Pitch\n", f"## Pitch\n\n{text}\n", 1)
    if public:
        dossier = dossier.replace("company: Acme\n", "company: Acme\naudience: public\n")
    home = MINIMAL[HOME] + f"\n{text}\n"
    return MINIMAL | {COMPANY: dossier, HOME: home}


def views(root: Path, text: str) -> dict[str, str]:
    """Return what each reader is shown, as text."""
    project = Project.read(write_site(root, files(text, public=True)))
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
    is_open = "never closed" in form
    assert {p.code for p in told} == {"comment-open" if is_open else "comment-hidden"}


def test_its_words_are_searched_for(tmp_path: Path) -> None:
    text = "Before %%ask Bartholomew about the piano%% after"
    project = Project.read(write_site(tmp_path, files(text, public=True)))
    assert "ask Bartholomew about" in project.canaries


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
    assert [section.name for section in entry.sections if section.title] == ["pitch", "notes"]
