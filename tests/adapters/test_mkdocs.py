"""What MkDocs does with the hooks: real builds, one real server, and no hooks at all."""

import json
from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, cast

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer

from dossier.adapters import mkdocs as adapter
from dossier.adapters.mkdocs_serve import is_loopback
from dossier.model.audience import Audience
from tests.builders import APPLICATION, EVIDENCE, MINIMAL, PROJECT, REPOSITORY
from tests.canaries import OPEN, RICH, SECRET, found_words, leaks, png
from tests.patience import wait_until
from tests.servers import serving
from tests.sites import (
    build,
    configured,
    files_of,
    invoke,
    look_as,
    project,
    run,
    write,
)

DOSSIER = "applications/acme/index.html"
OPEN_DOSSIER = APPLICATION.replace("company: Acme\n", "company: Acme\naudience: public\n")
RECORD = EVIDENCE.replace("claim: Learned", "claim: Newly learned")


def audience_of(root: Path, command: str, address: str) -> str:
    with configured(root, command=command, dev_addr=address) as config:
        return str(config.plugins.on_config(config).extra["audience"])


class TestAudience:
    @pytest.mark.parametrize("command", ["build", "gh-deploy"])
    def test_whatever_writes_a_directory_is_public(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
    ) -> None:
        monkeypatch.chdir(tmp_path)  # from where gh-deploy would push: no repository
        site = files_of(build(project(tmp_path), command=command))
        assert DOSSIER not in site
        assert "coverage.json" not in site
        assert "projects/qortex/index.html" in site

    def test_no_file_of_content_stands_for_one_of_the_theme(self, tmp_path: Path) -> None:
        plain = files_of(build(project(tmp_path / "plain")))
        covering = {f"content/{name}": "x" for name in plain if name.startswith("assets/")}
        assert len(covering) > 10
        assert files_of(build(project(tmp_path / "covered", MINIMAL | covering))) == plain

    def test_program_that_starts_nothing_builds_the_public_site(self, tmp_path: Path) -> None:
        config = load_config(str(project(tmp_path) / "mkdocs.yml"))
        mkdocs_build(config)
        assert DOSSIER not in files_of(tmp_path / "site")

    @pytest.mark.parametrize("address", ["127.0.0.1", "[::1]", "localhost", "127.0.0.2"])
    def test_server_on_a_loopback_address_is_private(self, tmp_path: Path, address: str) -> None:
        assert audience_of(project(tmp_path), "serve", f"{address}:8000") == "private"

    @pytest.mark.parametrize("address", ["0.0.0.0", "[::]", "192.168.1.10", "128.0.0.1"])  # noqa: S104
    def test_server_on_any_other_address_is_public(self, tmp_path: Path, address: str) -> None:
        assert audience_of(project(tmp_path), "serve", f"{address}:8000") == "public"

    @pytest.mark.parametrize("command", ["build", "gh-deploy"])
    def test_address_opens_nothing_to_other_commands(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert audience_of(project(tmp_path), command, "127.0.0.1:8000") == "public"

    @pytest.mark.parametrize(
        ("build_type", "address", "private"),
        [(None, "127.0.0.1", True), ("clean", "127.0.0.1", False), (None, "0.0.0.0", False)],  # noqa: S104
        ids=["on loopback", "clean", "to all"],
    )
    def test_server_serves_what_its_address_may_show(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        build_type: str | None,
        address: str,
        private: bool,  # noqa: FBT001 - a parameter of the test
    ) -> None:
        served: dict[str, bytes] = {}

        def stop_at_once(server: LiveReloadServer, **_: object) -> None:
            served.update(files_of(Path(server.root)))

        monkeypatch.setattr(LiveReloadServer, "serve", stop_at_once)
        config_file = str(project(tmp_path) / "mkdocs.yml")
        mkdocs_serve(config_file, False, build_type, dev_addr=f"{address}:8000")  # noqa: FBT003
        assert (DOSSIER in served) is private
        assert ("coverage.json" in served) is private
        assert (b"Private workspace" in served["index.html"]) is private
        assert not (tmp_path / "site").exists()

    def test_build_after_a_server_in_one_process_is_public(self, tmp_path: Path) -> None:
        root = project(tmp_path)
        assert audience_of(root, "serve", "127.0.0.1:8000") == "private"
        config = load_config(str(root / "mkdocs.yml"))
        assert config.plugins.on_config(config).extra["audience"] == "public"

    def test_host_that_is_a_name_is_not_trusted_to_be_this_machine(self) -> None:
        assert not is_loopback("localhost.example.org")
        assert not is_loopback("")

    def test_configuration_must_be_read_before_files(self, tmp_path: Path) -> None:
        with configured(project(tmp_path), command="build") as config:
            known, adapter._run.settings = adapter._run.settings, None
            try:
                with pytest.raises(PluginError, match="never read"):
                    config.plugins.on_files(cast("Any", []), config=config)
            finally:
                adapter._run.settings = known


def fetch(connection: HTTPConnection, path: str, wanted: str) -> str:
    """Return a page once it holds a text."""
    text = ""

    def holds() -> bool:
        nonlocal text
        try:
            connection.request("GET", path)
            text = connection.getresponse().read().decode()
        except OSError:
            connection.close()
        return wanted in text

    wait_until(holds, lambda: text)
    return text


def test_real_server_is_private_and_follows_an_edit(tmp_path: Path) -> None:
    root = project(tmp_path)
    with serving(root) as server, closing(server.connect()) as connection:
        assert "Rankers that learn" in fetch(connection, "/applications/acme/", "Rankers")
        assert "They know" in fetch(connection, "/applications/acme/", "Notes")
        text = APPLICATION.replace("Rankers that learn", "Rankers that [forget](evidence:qortex/g)")
        write(root, {"content/applications/acme/index.md": text})
        assert "forget" in fetch(connection, "/applications/acme/", "forget")
        told = "there is no evidence `qortex/g`"
        assert "qortex/g" in fetch(connection, "/problems/", "qortex/g")
    log = server.log
    assert f": error: {told} [evidence-unknown]" in log
    assert "Traceback" not in log


class TestWithoutHooks:
    def test_plain_mkdocs_publishes_nothing_of_content(self, tmp_path: Path) -> None:
        # Without the hook nobody finds the package's templates, and our icon is one.
        theme = {"name": "material", "custom_dir": "overrides"}
        root = project(tmp_path, RICH, config={"hooks": None, "theme": theme})
        done = invoke(root)
        site = files_of(root / "site")
        assert "404.html" in site, "it did build"
        assert [name for name in site if name.endswith(".html")] == ["404.html"]
        assert not [
            name
            for name in site
            if name.endswith((".yml", ".md", ".txt", ".docx", ".pdf"))
            and not name.startswith("assets/")
        ]
        assert not leaks(site | {"output": done.output.encode()})
        assert not found_words(OPEN, site.values())

    def test_properdocs_builds_the_same_files(self, tmp_path: Path) -> None:
        root = project(tmp_path, RICH)
        build(root, site_dir=str(root / "by-mkdocs"))
        run(root, "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", "by-properdocs")
        ours, theirs = files_of(root / "by-mkdocs"), files_of(root / "by-properdocs")
        assert sorted(ours) == sorted(theirs)
        assert [name for name in ours if ours[name] != theirs[name]] == []


HOSTILE = "<script>alert('wombat')</script> & \"co\""
YAML_HOSTILE = json.dumps(HOSTILE)


class TestImages:
    @pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "files"])
    def test_every_page_keeps_room_for_its_images(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        directory_urls: bool,  # noqa: FBT001 - a parameter of the test
    ) -> None:
        look_as(monkeypatch, Audience.PRIVATE)
        dossier = MINIMAL["content/applications/acme/index.md"]
        files: dict[str, str | bytes] = {
            **MINIMAL,
            "content/assets/a dot.png": png(),
            "content/projects/qortex.md": f"{PROJECT}\n![One](../assets/a%20dot.png 'A dot')\n",
            "content/applications/acme/index.md": f"{dossier}\n![Two](../../assets/a%20dot.png)\n",
        }
        site = build(project(tmp_path, files, config={"use_directory_urls": directory_urls}))
        ends = ("/index.html", "../../") if directory_urls else (".html", "../")
        page = (site / f"projects/qortex{ends[0]}").read_text("utf-8")
        size = 'width="1" height="1" loading="lazy" decoding="async"'
        shown = f'<figure><img alt="One" src="{ends[1]}assets/a%20dot.png" {size}>'
        assert f"{shown}<figcaption>A dot</figcaption></figure>" in page
        page = (site / "applications/acme/index.html").read_text("utf-8")
        assert f'<figure><img src="../../assets/a dot.png" alt="Two" {size}></figure>' in page


class TestProblems:
    def test_error_in_a_public_file_fails_a_strict_build(self, tmp_path: Path) -> None:
        text = PROJECT.replace("evidence:qortex/gain)", "evidence:qortex/gian)")
        root = project(tmp_path, MINIMAL | {"content/projects/qortex.md": text})
        with pytest.raises(Abort, match="1 warnings in strict mode"):
            build(root, strict=True)
        build(root)

    def test_what_is_missing_fails_no_build(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        text = EVIDENCE.replace(", url: https://example.org/report", "")
        root = project(tmp_path, MINIMAL | {"content/evidence/qortex.yml": text})
        with caplog.at_level("INFO", logger="mkdocs"):
            build(root, strict=True)
        assert "1 warnings about what is missing; `dossier check` lists them" in caplog.text

    def test_reference_in_raw_html_is_told(self, tmp_path: Path) -> None:
        page = '---\naudience: public\n---\n\n<a href="evidence:qortex/gain">here</a>\n'
        root = project(tmp_path, MINIMAL | {"content/about.md": page})
        with pytest.raises(Abort):
            build(root, strict=True)


COMMENTS = {
    "inline": f"Shown <!-- {SECRET} --> too",
    "block": f"Shown\n\n<!--\n\n{SECRET}\n\n-->\n\ntoo",
    "html": f"Shown\n\n<div>\n<!-- {SECRET} --></div> too",
    "cell": f"Shown too\n\n| a |\n| --- |\n| <!-- {SECRET} --> |",
    "wrapped": f'Shown too\n\n<div markdown="1">\n<!-- [x](evidence:{SECRET}/a) -->\n</div>',
    "heading": f"## Shown <!-- {SECRET} --> too",
    "code": f"Shown too <!-- {SECRET} `-->` [](evidence:qortex/gain#precision) 20 concepts -->",
    "reason": f"<!-- dossier: allow link-broken: {SECRET} -->\nShown too",
    "list": f"- Shown\n\n    <!-- {SECRET} -->\n\n- too",
}


class TestComments:
    @pytest.fixture(scope="class", name="commented")
    @staticmethod
    def build_commented(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
        pages = {
            f"content/{name}.md": f"---\naudience: public\ntitle: A page\n---\n\n{text}\n"
            for name, text in COMMENTS.items()
        }
        return files_of(build(project(tmp_path_factory.mktemp("comments"), MINIMAL | pages)))

    @pytest.mark.parametrize("name", COMMENTS)
    def test_comment_of_a_page_is_not_published(
        self, commented: Mapping[str, bytes], name: str
    ) -> None:
        page = commented[f"{name}/index.html"]
        assert b"Shown" in page
        assert b"too" in page
        assert not leaks({name: page})

    def test_comment_is_in_no_other_file(self, commented: Mapping[str, bytes]) -> None:
        assert not leaks(commented)

    @pytest.mark.parametrize(
        "text",
        [
            f"Shown\n<!-- {SECRET}",
            f"\n<!-- {SECRET}\n\n{SECRET}",
            f"\nShown <!-- {SECRET}\n\n{SECRET} --> too",
            f"Shown\n<!-- {SECRET} --!> {SECRET} -->",
        ],
        ids=["inline", "block", "in two paragraphs", "closed the wrong way"],
    )
    def test_page_with_a_comment_that_never_ends_is_left_out(
        self, tmp_path: Path, text: str
    ) -> None:
        page = f"---\naudience: public\ntitle: About\n---\n\n{text}\n"
        prose = PROJECT + "\n<!-- never closed"
        files = {"content/about.md": page, "content/projects/qortex.md": prose}
        root = project(tmp_path, MINIMAL | files)
        done = invoke(root, "--strict")
        assert done.exit_code == 1
        told = "error: the comment that begins here is never closed [markdown-open]"
        assert f"content/about.md:7:1: {told}" in done.stderr
        assert f"content/projects/qortex.md:13:1: {told}" in done.stderr
        site = files_of(root / "site")
        assert not leaks(site)
        assert not {"about/index.html", "projects/qortex/index.html"} & set(site)

    def test_comment_in_code_is_shown(self, tmp_path: Path) -> None:
        page = "---\naudience: public\ntitle: About\n---\n\n```\n<!-- an example\n```\n\n`<!--`\n"
        site = build(project(tmp_path, MINIMAL | {"content/about.md": page}))
        shown = (site / "about/index.html").read_text()
        assert "&lt;!-- an example" in shown
        assert "<code>&lt;!--</code>" in shown


def test_a_page_of_its_own_says_what_may_run_too() -> None:
    """That of dead addresses comes by no page's way."""
    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    head = "<html><head><title>a</title></head></html>"
    assert "Content-Security-Policy" in adapter.on_post_template(head, "404.html", config)
    assert adapter.on_post_template(head, "sitemap.xml", config) == head
