"""Our reading of mkdocs.yml beside MkDocs' own: the same answer, or a list of what differs."""

import inspect
import json
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config

from dossier.adapters import mkdocs_config
from dossier.configuration.read import read_configuration
from dossier.plain.errors import ConfigError
from dossier.settings import Configuration, Outlet
from tests.builders import REPOSITORY
from tests.sites import installed

BASE = {
    "site_name": "site_name: Ada",
    "docs_dir": "docs_dir: content",
    "theme": "theme: {name: material, custom_dir: overrides}",
    "exclude_docs": 'exclude_docs: "*"',
    "hooks": "hooks: [hooks/mkdocs_hooks.py]",
}


def config(text: str = "", *, without: tuple[str, ...] = ()) -> str:
    """Return a configuration: the usual one with the keys of `text` in place of its own."""
    own = {*re.findall(r"^(\w+):", text, re.MULTILINE), *without}
    return "\n".join([*(line for key, line in BASE.items() if key not in own), text])


def plugged(plugins: str) -> str:
    """Return a configuration without the hook and with these plugins."""
    return config(f"plugins: {plugins}", without=("hooks",))


def written(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a project of empty folders and these files, and return its configuration."""
    for folder in ("content/docs", "docs", "overrides", "theme"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (root / "hooks").mkdir(exist_ok=True)
    for name in ("hooks/mkdocs_hooks.py", "content/docs/ours.py"):
        shutil.copy(REPOSITORY / "hooks" / "mkdocs_hooks.py", root / name)
    text = '"""Not `dossier.adapters.mkdocs`."""\n\ndef on_files(files, config): ...\n'
    (root / "hooks" / "other.py").write_text(text, encoding="utf-8")
    for name in ("content", "overrides", "docs"):
        (root / f"to-{name}").unlink(missing_ok=True)
        (root / f"to-{name}").symlink_to(name)
    return root / "mkdocs.yml"


def by_mkdocs(file: Path) -> Configuration | None:
    """Return what MkDocs says of a configuration, None if it is refused."""
    try:
        found = load_config(str(file))
        mkdocs_config.check(found)
        read = mkdocs_config.read_settings(found)
    except Exception:  # noqa: BLE001 - it has many ways to refuse
        return None
    outlet = Outlet(
        found.remote_name,
        found.remote_branch,
        found.repo_url or "",
        str(found.edit_uri or found.edit_uri_template or ""),
        found.site_url or "",
    )
    return Configuration(file, read, Path(found.site_dir).resolve(), outlet)


def by_us(file: Path) -> Configuration | None:
    try:
        return read_configuration(file)
    except ConfigError:
        return None


TAKEN = {
    "nothing more": config(),
    "unknown keys": config("colour: red\n3: 4\n"),
    "no docs_dir": config(without=("docs_dir",)),
    "null docs_dir": config("docs_dir:"),
    "docs_dir with dots": config("docs_dir: ./overrides/../content/"),
    "docs_dir inside": config("docs_dir: content/docs"),
    "theme in an alias": config("docs_dir: &a content\nsite_dir: s\nextra: {a: *a}"),
    "theme without a name": config("theme: {name: null, custom_dir: overrides}"),
    "theme of MkDocs": config("theme: {name: readthedocs, custom_dir: overrides}"),
    "theme with more": config("theme: {name: material, custom_dir: ./theme, palette: [a], b: }"),
    "theme as a text": config("theme: material"),
    "null theme": config("theme:"),
    "no theme": config(without=("theme",)),
    "no templates": config("theme: {name: material}"),
    "site_dir": config("site_dir: public/here"),
    "null site_dir": config("site_dir: ~"),
    "site_dir above": config("site_dir: ../public"),
    "folders behind links": config(
        "docs_dir: to-content\nsite_dir: to-docs/out\n"
        "theme: {name: material, custom_dir: to-overrides}"
    ),
    "site_dir absolute": config("site_dir: /nowhere/public"),
    "site_dir of a like name": config("site_dir: content-site"),
    "URLs of files": config("use_directory_urls: false"),
    "URLs of files, as YAML 1.1": config("use_directory_urls: off"),
    "null switch": config("use_directory_urls: null"),
    "remote": config("remote_name: upstream\nremote_branch: pages"),
    "remote with a name": config("remote_name: ssh://git@git.example/ada/site.git"),
    "empty remote": config("remote_name: ''\nremote_branch: ''"),
    "site_url": config("site_url: https://ada.example"),
    "site_url with a path": config("site_url: https://ada.example/a/b"),
    "site_url with a slash": config("site_url: https://ada.example/a/"),
    "empty site_url": config("site_url: ''"),
    "null site_url": config("site_url:"),
    "GitHub": config("repo_url: https://github.com/ada/site"),
    "GitHub in capitals": config("repo_url: https://GitHub.com/ada/site/"),
    "GitHub with a port": config("repo_url: https://github.com:443/ada/site"),
    "GitLab": config("repo_url: https://gitlab.com/ada/site"),
    "Bitbucket": config("repo_url: https://bitbucket.org/ada/site"),
    "other host": config("repo_url: https://git.ada.example/site"),
    "empty repo_url": config("repo_url: ''"),
    "edit_uri": config("repo_url: https://github.com/ada/site\nedit_uri: blob/main"),
    "edit_uri with a slash": config("edit_uri: blob/main/"),
    "edit_uri alone": config("edit_uri: blob/main"),
    "empty edit_uri": config("repo_url: https://github.com/ada/site\nedit_uri: ''"),
    "template": config("edit_uri_template: 'edit?f={path}&g={path_noext!q}'"),
    "template beside a host": config(
        "repo_url: https://github.com/ada/site\nedit_uri_template: '{path!r}'"
    ),
    "template in place of nothing": config(
        "repo_url: https://github.com/ada/site\nedit_uri: ''\nedit_uri_template: '{{{path}}}'"
    ),
    "empty template": config("edit_uri_template: ''"),
    "options of ours": config(
        "extra:\n  dossier:\n    public_repo: https://example.org/a\n"
        "    allow_names: [{name: 010, reason: 2024-01-01}]\n  social: []"
    ),
    "null options of ours": config("extra: {dossier: }"),
    "extensions": config("markdown_extensions: [tables, toc: {permalink: true}, attr_list: ]"),
    "extensions as a mapping": config("markdown_extensions: {tables: , toc: {permalink: false}}"),
    "null extensions": config("markdown_extensions:"),
    "plugins": config("plugins: [search, tags: , offline: {enabled: false}]"),
    "plugins as a mapping": config("plugins: {search: {lang: en}, tags: }"),
    "plugin past the theme": config("plugins: [/search]"),
    "no plugins": config("plugins: []"),
    "null plugins": config("plugins: "),
    "emoji": config(
        "markdown_extensions:\n  - pymdownx.emoji:\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
        "      emoji_generator: !!python/name:material.extensions.emoji.to_svg"
    ),
    "slugs of Python's": config(
        "markdown_extensions:\n  - toc:\n      slugify: !!python/object/apply:"
        "pymdownx.slugs.slugify {kwds: {case: lower}}"
    ),
    "relative": config(
        "extra: {a: !relative , b: !relative $docs_dir/a, c: !relative $config_dir}"
    ),
    "pattern in a block": config("exclude_docs: |\n  *\n"),
    "patterns": config("exclude_docs: |\n  # all\n  *\n\n  index.md"),
    "patterns for each kind": config("exclude_docs: |\n  *.md\n  *.yml\n  /assets/"),
    "pattern for all": config("exclude_docs: '**'"),
    "pattern with a space": config("exclude_docs: '* '"),
    "merge key": config("a: &a {docs_dir: content, site_dir: out}\n<<: *a", without=("docs_dir",)),
    "key twice": config("site_dir: one\nsite_dir: two"),
    "byte-order mark": "\ufeff" + config(),
    "Windows' line ends": config("site_dir: out").replace("\n", "\r\n"),
    "document markers": f"---\n{config()}\n...\n",
    "comment": config("site_dir: out # said"),
    "ENV that is not there": config("site_dir: !ENV NOWHERE"),
    "ENV that is there": config("site_dir: !ENV SITE"),
    "ENV with a default": config("site_dir: !ENV [NOWHERE, here]"),
    "ENV of several": config("site_dir: !ENV [NOWHERE, SITE, here]"),
    "ENV for a switch": config("use_directory_urls: !ENV [OFF, true]"),
    "ENV with a list as default": config("plugins: !ENV [NOWHERE, [search]]"),
    "ENV in a list": config("plugins: [!ENV PLUGIN]"),
    "ENV that is empty": config("site_dir: !ENV [EMPTY, here]"),
}
HOOKED = {
    "plugin": plugged("[search, dossier]"),
    "plugin first": plugged("[dossier, search, tags]"),
    "plugin with a null": plugged("[dossier: ]"),
    "plugin with no options": plugged("[dossier: {}]"),
    "plugin switched on": plugged("[dossier: {enabled: true}]"),
    "plugin in a mapping": plugged("{search: , dossier: }"),
    "plugin past the theme": plugged("[/dossier]"),
    "plugin by ENV": plugged("[search, !ENV OURS]"),
    "plugin beside a hook of another": plugged("[dossier]\nhooks: [hooks/other.py]"),
    "plugin beside ours, switched off": config("plugins: [dossier: {enabled: false}]"),
    "hook by a detour": config("hooks: [./hooks/../hooks/mkdocs_hooks.py]"),
    "hook by ENV": config("hooks: [!ENV HOOK]"),
    "hook in another place": config("hooks: [content/docs/ours.py]"),
    "hook beside another": config("hooks: [hooks/other.py, hooks/mkdocs_hooks.py]"),
}
NOT_HOOKED = {
    "nothing": config(without=("hooks",)),
    "null hooks": config("hooks:"),
    "no hooks": config("hooks: []"),
    "hook of another": config("hooks: [hooks/other.py]"),
    "hook that is nowhere": config("hooks: [nowhere.py]"),
    "hook that is a folder": config("hooks: [hooks]"),
    "hooks as a text": config("hooks: hooks/mkdocs_hooks.py"),
    "hooks as a mapping": config("hooks: {hooks/mkdocs_hooks.py: }"),
    "hook that is a number": config("hooks: [5]"),
    "plugin switched off": plugged("[dossier: {enabled: false}]"),
    "plugin of another theme": plugged("[search, other/dossier]"),
    "plugin of another spelling": plugged("[search, Dossier]"),
    "plugin among the extensions": config("markdown_extensions: [dossier]", without=("hooks",)),
    "both": config("plugins: [search, dossier]"),
    "plugin twice": plugged("[dossier, dossier: {}]"),
    "plugin twice by two names": plugged("[dossier, /dossier]"),
    "hook twice": config("hooks: [hooks/mkdocs_hooks.py, ./hooks/mkdocs_hooks.py]"),
    "hook twice in two places": config("hooks: [content/docs/ours.py, hooks/mkdocs_hooks.py]"),
}
REFUSED = {
    "empty file": "",
    "comment only": "# nothing\n",
    "null": "~",
    "list": "- a\n",
    "list with the key": "- INHERIT\n",
    "text": "just a text",
    "number": "5",
    "broken": "site_name: [",
    "broken later": config("site_dir: 'a"),
    "tab": config("extra:\n\ta: b"),
    "two documents": f"{config()}\n---\na: b",
    "not UTF-8": config().encode() + b"\nsite_dir: \xff",
    "control character": config("site_dir: 'a\x01'"),
    "unknown tag": config("site_dir: !here a"),
    "unknown alias": config("site_dir: *here"),
    "list as a key": config("? [a]\n: b"),
    "date that is none": config("extra: {a: 2026-13-45}"),
    "number that is none": config("extra: {a: !!int b}"),
    "nested too deeply": config(f"extra: {'[' * 600}{']' * 600}"),
    "no site_name": config(without=("site_name",)),
    "null site_name": config("site_name:"),
    "site_name that is a number": config("site_name: 5"),
    "docs_dir that is a list": config("docs_dir: [content]"),
    "docs_dir that is a number": config("docs_dir: 5"),
    "docs_dir that is not there": config("docs_dir: nowhere"),
    "docs_dir that is a file": config("docs_dir: mkdocs.yml"),
    "docs_dir that is the root": config("docs_dir: ."),
    "empty docs_dir": config("docs_dir: ''"),
    "docs_dir of Python's": config("docs_dir: !!python/name:os.sep"),
    "docs_dir that is relative": config("docs_dir: !relative $config_dir/content"),
    "site_dir that is a number": config("site_dir: 5"),
    "site_dir in docs_dir": config("site_dir: content/site"),
    "site_dir that is docs_dir": config("site_dir: content"),
    "site_dir around docs_dir": config("site_dir: ."),
    "site_dir that is the machine": config("site_dir: /"),
    "theme that is a list": config("theme: [material]"),
    "theme without a key for its name": config("theme: {custom_dir: overrides}"),
    "theme that is nowhere": config("theme: {name: nowhere, custom_dir: overrides}"),
    "theme without anything": config("theme: {name: null}"),
    "theme with an empty name": config("theme: {name: '', custom_dir: overrides}"),
    "theme with a number as name": config("theme: {name: 5, custom_dir: overrides}"),
    "empty theme": config("theme: ''"),
    "templates that are nowhere": config("theme: {name: material, custom_dir: nowhere}"),
    "templates that are a file": config("theme: {name: material, custom_dir: mkdocs.yml}"),
    "null templates": config("theme: {name: material, custom_dir: }"),
    "empty templates": config("theme: {name: material, custom_dir: ''}"),
    "templates in content": config("theme: {name: material, custom_dir: content/docs}"),
    "templates in content by a link": config("theme: {name: , custom_dir: to-content}"),
    "templates around content": config("theme: {name: material, custom_dir: .}"),
    "switch that is a number": config("use_directory_urls: 1"),
    "switch that is a text": config("use_directory_urls: 'false'"),
    "remote that is a number": config("remote_name: 5"),
    "branch that is a number": config("remote_branch: 1.0"),
    "site_url without a scheme": config("site_url: ada.example"),
    "site_url without a host": config("site_url: https:///a"),
    "site_url that is a number": config("site_url: 5"),
    "site_url that cannot be taken apart": config("site_url: 'https://[a'"),
    "site_url with a query": config("site_url: https://ada.example/a?b#c"),
    "site_url with a mark": config("site_url: 'https://ada.example/#top'"),
    "site_url with a blank": config("site_url: 'https://ada.example/ '"),
    "site_url of a page": config("site_url: https://ada.example/index.html"),
    "site_url with a port of no host": config("site_url: https://ada.example:99999/"),
    "site_url with a password": config("site_url: https://ada:secret@ada.example/"),
    "repo_url with a password": config("repo_url: https://ada:secret@github.com/ada/site"),
    "repo_url with a blank": config("repo_url: 'https://github.com/ada/site '"),
    "remote with a password": config("remote_name: https://ada:secret@git.example/site"),
    "style with a password": config("extra_css: ['https://secret@cdn.example/a.css']"),
    "public_repo with a password": config(
        "extra: {dossier: {public_repo: 'https://a:b@git.example/site'}}"
    ),
    "theme's value with a password": config(
        "theme: {name: material, logo: 'https://a:b@c.example'}"
    ),
    "edit_uri with a password": config("edit_uri: https://secret@github.com/ada/site/"),
    "link with a password": config("extra: {social: [{link: https://a:b@ada.example/}]}"),
    "copyright with a password": config("copyright: '<a href=\"https://a:b@ada.example/\">A</a>'"),
    "repo_url without a scheme": config("repo_url: github.com/ada/site"),
    "repo_url that is a list": config("repo_url: [a]"),
    "edit_uri that is a number": config("edit_uri: 5"),
    "template with an unknown part": config("edit_uri_template: '{file}'"),
    "template with a number": config("edit_uri_template: '{0}'"),
    "template that is not closed": config("edit_uri_template: '{path'"),
    "template with an unknown conversion": config("edit_uri_template: '{path!z}'"),
    "template with a format": config("edit_uri_template: '{path:d}'"),
    "template with an attribute": config("edit_uri_template: '{path.a}'"),
    "null extra": config("extra:"),
    "extra that is a list": config("extra: []"),
    "extra that is a text": config("extra: dossier"),
    "options of ours that are a list": config("extra: {dossier: []}"),
    "options of ours that nobody knows": config("extra: {dossier: {x: 1}}"),
    "name without a reason": config("extra: {dossier: {allow_names: [{name: a}]}}"),
    "number of names": config("extra: {dossier: {allow_names: 5}}"),
    "extensions as a text": config("markdown_extensions: tables"),
    "extension that is a number": config("markdown_extensions: [5]"),
    "extensions in one item": config("markdown_extensions: [{toc: , tables: }]"),
    "extension with a text": config("markdown_extensions: [{toc: a}]"),
    "extension that is a null": config("markdown_extensions: {~: }"),
    "extension that reads": config("markdown_extensions: [pymdownx.snippets]"),
    "extension that reads, with options": config("markdown_extensions: [pymdownx.b64: {a: b}]"),
    "extension that reads, in a mapping": config("markdown_extensions: {pymdownx.snippets: }"),
    "extension that reads, as a class": config(
        "markdown_extensions: ['pymdownx.snippets:SnippetExtension']"
    ),
    "extension that reads, by ENV": config("markdown_extensions: [!ENV READING]"),
    "plugins as a text": config("plugins: search"),
    "plugin that is a number": config("plugins: [5]"),
    "plugin that is a list": config("plugins: [[search]]"),
    "plugins in one item": config("plugins: [{search: , tags: }]"),
    "plugin of no name": config("plugins: [{}]"),
    "plugin with a text": config("plugins: [{search: a}]"),
    "plugin that reads": config("plugins: [macros]"),
    "plugin that reads, in a mapping": config("plugins: {include-markdown: {}}"),
    "nothing is left out": config(without=("exclude_docs",)),
    "null patterns": config("exclude_docs:"),
    "empty patterns": config("exclude_docs: ''"),
    "list of patterns": config("exclude_docs: ['*']"),
    "some are left out": config("exclude_docs: '*.md'"),
    "some are taken back": config("exclude_docs: |\n  *\n  !applications/"),
    "none is taken back, but could be": config("exclude_docs: |\n  *\n  !nowhere.md\n"),
    "all but what begins with a space": config("exclude_docs: ' *'"),
    "pattern that is none": config("exclude_docs: |\n  *\n  ***a[\n  !\n"),
    "all as a comment": config("exclude_docs: '#*'"),
    "relative with a value": config("extra: {a: !relative a}"),
    "relative with an unknown place": config("extra: {a: !relative $here/a}"),
    "ENV as a mapping": config("site_dir: !ENV {a: b}"),
    "ENV of a number": config("docs_dir: !ENV NUMBER"),
    "ENV of lists": config("docs_dir: !ENV [[a], [b]]"),
}
ENVIRONMENT = {
    "SITE": "from-outside",
    "OFF": "off",
    "EMPTY": "",
    "NUMBER": "010",
    "PLUGIN": "search",
    "OURS": "dossier",
    "HOOK": "hooks/mkdocs_hooks.py",
    "READING": "pymdownx.snippets",
}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    with installed():
        yield


@pytest.mark.parametrize("text", [*TAKEN.values(), *HOOKED.values()], ids=[*TAKEN, *HOOKED])
def test_what_both_take_is_taken_alike(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, {"mkdocs.yml": text})
    theirs = by_mkdocs(file)
    assert theirs is not None
    assert by_us(file) == theirs


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_one_refuses_the_other_refuses_too(tmp_path: Path, text: str | bytes) -> None:
    file = written(tmp_path, {"mkdocs.yml": text})
    assert (by_mkdocs(file), by_us(file)) == (None, None)


INHERITED = {
    "all": {"mkdocs.yml": "INHERIT: base.yml", "base.yml": config("site_dir: out")},
    "some": {"mkdocs.yml": config("INHERIT: base.yml"), "base.yml": "site_dir: out"},
    "part of a mapping": {
        "mkdocs.yml": config("INHERIT: base.yml\ntheme: {custom_dir: theme}"),
        "base.yml": "theme: {name: material, custom_dir: overrides, palette: {a: b}}",
    },
    "deep part": {
        "mkdocs.yml": config(
            "INHERIT: base.yml\nextra: {dossier: {public_repo: https://a.example}}"
        ),
        "base.yml": "extra: {dossier: {allow_names: [{name: a, reason: b}], public_repo: x}, a: }",
    },
    "null in place of a mapping": {
        "mkdocs.yml": config("INHERIT: base.yml\nextra: {dossier: }"),
        "base.yml": "extra: {dossier: {public_repo: x}}",
    },
    "mapping in place of a null": {
        "mkdocs.yml": config("INHERIT: base.yml\nextra: {dossier: {public_repo: x}}"),
        "base.yml": "extra: ",
    },
    "list in place of a list": {
        "mkdocs.yml": config("INHERIT: base.yml\nmarkdown_extensions: [tables]"),
        "base.yml": "markdown_extensions: [pymdownx.snippets]",
    },
    "mapping beside a mapping of plugins": {
        "mkdocs.yml": config("INHERIT: base.yml\nplugins: {tags: }"),
        "base.yml": "plugins: {search: {lang: en}}",
    },
    "chain": {
        "mkdocs.yml": "INHERIT: a/one.yml\nsite_dir: out",
        "a/one.yml": "INHERIT: ../b/two.yml\nsite_dir: no\nremote_name: one",
        "b/two.yml": config("remote_name: two\nremote_branch: two"),
    },
    "path with a detour": {
        "mkdocs.yml": "INHERIT: nowhere/../base.yml",
        "base.yml": config("site_dir: out"),
    },
    "file by ENV": {
        "mkdocs.yml": "INHERIT: !ENV [NOWHERE, base.yml]",
        "base.yml": config("site_dir: !ENV SITE"),
    },
    "paths of a file elsewhere": {
        "mkdocs.yml": "INHERIT: elsewhere/base.yml",
        "elsewhere/base.yml": config("site_dir: out"),
    },
    "empty file": {"mkdocs.yml": config("INHERIT: base.yml"), "base.yml": "# nothing"},
    "tags of Python's": {
        "mkdocs.yml": config("INHERIT: base.yml"),
        "base.yml": "extra: {a: !!python/name:os.sep , b: !relative }",
    },
}
NOT_INHERITED = {
    "nothing": {"mkdocs.yml": config("INHERIT: ")},
    "a list": {"mkdocs.yml": config("INHERIT: [base.yml]"), "base.yml": "a: b"},
    "what is not there": {"mkdocs.yml": config("INHERIT: nowhere.yml")},
    "a folder": {"mkdocs.yml": config("INHERIT: content")},
    "what is broken": {"mkdocs.yml": config("INHERIT: a.yml"), "a.yml": "a: ["},
    "a list of values": {"mkdocs.yml": config("INHERIT: a.yml"), "a.yml": "- a"},
    "what reads": {
        "mkdocs.yml": config("INHERIT: a.yml"),
        "a.yml": "markdown_extensions: [pymdownx.snippets]",
    },
    "without own values": {"mkdocs.yml": "", "base.yml": config()},
}
CIRCLES = {
    "itself": {"mkdocs.yml": config("INHERIT: mkdocs.yml")},
    "in a circle": {"mkdocs.yml": config("INHERIT: a.yml"), "a.yml": "INHERIT: ./mkdocs.yml"},
}
"""MkDocs follows them until Python's stack is full."""


@pytest.mark.parametrize("files", INHERITED.values(), ids=INHERITED)
def test_what_is_inherited_counts_alike(tmp_path: Path, files: Mapping[str, str]) -> None:
    file = written(tmp_path, files)
    theirs = by_mkdocs(file)
    assert theirs is not None
    assert by_us(file) == theirs


@pytest.mark.parametrize("files", NOT_INHERITED.values(), ids=NOT_INHERITED)
def test_what_cannot_be_inherited_is_refused_by_both(
    tmp_path: Path, files: Mapping[str, str]
) -> None:
    file = written(tmp_path, files)
    assert (by_mkdocs(file), by_us(file)) == (None, None)


@pytest.mark.parametrize("files", CIRCLES.values(), ids=CIRCLES)
def test_what_inherits_itself_is_refused_by_both(
    tmp_path: Path, request: pytest.FixtureRequest, files: Mapping[str, str]
) -> None:
    request.addfinalizer(partial(sys.setrecursionlimit, sys.getrecursionlimit()))
    sys.setrecursionlimit(len(inspect.stack(0)) + 200)
    assert by_mkdocs(written(tmp_path, {"mkdocs.yml": config()})), "the stack is large enough"
    file = written(tmp_path, files)
    assert (by_mkdocs(file), by_us(file)) == (None, None)


@pytest.mark.parametrize("text", NOT_HOOKED.values(), ids=NOT_HOOKED)
def test_what_does_not_run_our_events_once_is_refused_by_both(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, {"mkdocs.yml": text})
    assert by_mkdocs(file) is None
    with pytest.raises(ConfigError, match=r"\[config-hook\]|`hooks` is|`plugins` has"):
        read_configuration(file)


def test_plugin_and_hook_are_inherited(tmp_path: Path) -> None:
    texts = {"mkdocs.yml": "INHERIT: base.yml", "base.yml": plugged("[search, dossier]")}
    file = written(tmp_path, texts)
    assert by_us(file) == by_mkdocs(file) is not None
    both = {"mkdocs.yml": "INHERIT: base.yml\nplugins: [dossier]", "base.yml": config()}
    file = written(tmp_path, both)
    assert (by_mkdocs(file), by_us(file)) == (None, None)


def test_file_behind_a_link_counts_for_its_own_folder(tmp_path: Path) -> None:
    file = written(tmp_path / "real", {"mkdocs.yml": config("INHERIT: base.yml"), "base.yml": ""})
    link = tmp_path / "mkdocs.yml"
    link.symlink_to(file)
    assert by_us(link) == by_mkdocs(link) is None
    assert by_us(link.resolve()) == by_mkdocs(link.resolve())


NOT_LOOKED_AT = {
    "extension that is not installed": "markdown_extensions: [nowhere]",
    "plugin that is not installed": "plugins: [nowhere]",
    "plugin whose options are wrong": "plugins: [search: {lang: 5}]",
    "other hook that is not there": "hooks: [hooks/mkdocs_hooks.py, nowhere.py]",
    "nav that is a text": "nav: index.md",
    "pages": "pages: []",
    "dev_addr": "dev_addr: nowhere",
    "watched file that is not there": "watch: [nowhere]",
    "unknown key where none may be": "strict: true\ncolour: red",
    "locale": "theme: {name: material, custom_dir: overrides, locale: 5}",
    "name that is imported": "extra: {a: !!python/name:nowhere.at_all }",
}
REFUSED_BY_US_ALONE = {
    "value that Python makes": config("docs_dir: !!python/str content"),
    "templates from a placeholder": config(
        "theme: {name: material, custom_dir: !relative $config_dir/overrides}"
    ),
    "template that is a number": config("edit_uri_template: 5"),
    "UTF-16": config().encode("utf-16"),
}


@pytest.mark.parametrize("text", NOT_LOOKED_AT.values(), ids=NOT_LOOKED_AT)
def test_what_mkdocs_alone_needs_it_alone_refuses(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, {"mkdocs.yml": config(text)})
    assert by_mkdocs(file) is None
    assert by_us(file) == by_us(written(tmp_path, {"mkdocs.yml": config()}))


@pytest.mark.parametrize("text", REFUSED_BY_US_ALONE.values(), ids=REFUSED_BY_US_ALONE)
def test_what_we_alone_refuse(tmp_path: Path, text: str | bytes) -> None:
    file = written(tmp_path, {"mkdocs.yml": text})
    assert by_mkdocs(file) is not None
    assert by_us(file) is None


def test_shipped_configuration() -> None:
    file = REPOSITORY / "mkdocs.yml"
    assert by_us(file) == by_mkdocs(file) is not None


TEXTS = (
    *("content", "docs", "./theme", "overrides/..", "https://a.example/b", "origin", ""),
    *("*", "!*", "/a", "{path}", "{a}", "material"),
)
KEYS = (
    *("site_name", "docs_dir", "site_dir", "exclude_docs", "theme", "use_directory_urls"),
    *("extra", "remote_name", "remote_branch", "repo_url", "edit_uri", "site_url"),
)
texts = st.sampled_from(TEXTS)
themes = st.fixed_dictionaries(
    {"name": st.sampled_from(["material", None, "mkdocs", ""])}, optional={"custom_dir": texts}
)
odd = st.one_of(
    *(texts, texts, st.none(), st.booleans(), st.just(7), st.just([]), st.just({}), themes)
)
lists = {
    "plugins": ["search", "tags", 5, {"search": {}}, {"tags": None}, {}],
    "markdown_extensions": ["tables", "pymdownx.snippets", 5, {"toc": {}}, {"toc": 5}],
}
pairs = st.one_of(
    st.tuples(st.sampled_from(KEYS), odd),
    *(st.tuples(st.just(k), st.lists(st.sampled_from(v))) for k, v in lists.items()),
)
mappings = st.lists(pairs, max_size=2).map(dict)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mappings, mappings)
def test_whatever_stands_there_is_answered_alike(
    tmp_path: Path, own: dict[str, object], inherited: dict[str, object]
) -> None:
    usual = yaml.safe_load(config())
    # JSON is YAML, and repeats a value where YAML would point to it.
    heir = json.dumps({"INHERIT": "base.yml", **own})
    base = json.dumps(usual | inherited)
    file = written(tmp_path, {"mkdocs.yml": heir, "base.yml": base})
    assert by_us(file) == by_mkdocs(file)
