"""`dossier mcp`: the library's own client over a real process, and what it does not offer."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner
from mcp import Client, StdioServerParameters
from mcp.server import MCPServer

from dossier.cli import main
from dossier.cli import mcp as module
from dossier.cli.mcp import EXAMPLE
from dossier.model.patch import Patch
from dossier.model.schemas import json_schema
from dossier.plain.errors import ConfigError, ContentError
from tests.assistants.patches import DOSSIER, FILES, patch, record, row, section
from tests.sites import project

SECRET = "quokkafox"  # noqa: S105 - only a word
OTHER = f"""\
---
company: {SECRET}company
proof_points:
  - {{id: {SECRET}row, requirement: {SECRET}, evidence: [{SECRET}/one], strength: strong}}
---

## Pitch

{SECRET}pitch [x](evidence:no/no)
"""
RECORDS = f"evidence:\n  - {{id: one, claim: {SECRET}, kind: code, check: statement}}\n"
SITE = {
    **FILES,
    DOSSIER: FILES[DOSSIER]
    .replace("gaps: []", f"gaps: [{{id: a, about: {SECRET}, gap: {SECRET}}}]\nstatus: closed")
    .replace("They know.", f"{SECRET} [x](evidence:no/no)"),
    f"content/applications/{SECRET}/index.md": OTHER,
    f"content/evidence/{SECRET}.yml": RECORDS,
}


@pytest.fixture(name="root")
def make_root(tmp_path: Path) -> Path:
    project(tmp_path, SITE)
    return tmp_path


def at(root: Path, use: Callable[[Client], Awaitable[Any]]) -> Any:  # noqa: ANN401 - what it gives
    """Return what somebody does who is connected to a real process."""

    async def run() -> Any:  # noqa: ANN401 - as above
        command = ["-m", "dossier", "mcp", "acme", "-f", str(root / "mkdocs.yml")]
        server = StdioServerParameters(command=sys.executable, args=command, env=dict(os.environ))
        async with Client(server) as client:
            return await use(client)

    # A browser that tests opened before keeps a loop running in this thread.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, run()).result()


async def ask(client: Client, tool: str, **arguments: object) -> str:
    result = await client.call_tool(tool, arguments)
    return "\n".join(part.text for part in result.content if hasattr(part, "text"))


def test_an_assistant_reads_proposes_and_vouches_for_nothing(root: Path) -> None:
    good = patch(record("new", "acme-proposed"), section("Offer", "I build."))
    bad = patch(section("pitch", "I cut costs by 40 %."))
    shipped = patch(record("new", "qortex", status="shipped"))
    hidden = patch(section("Notes", "Mine."))
    elsewhere = patch(section("pitch", "X"), application=SECRET)
    dated = patch({"op": "event", "event": {"date": "2026-02", "what": "applied"}})

    async def use(client: Client) -> tuple[set[str], dict[str, str]]:
        names = {tool.name for tool in (await client.list_tools()).tools}
        told = {
            "context": await ask(client, "context", purpose="letter"),
            "check": await ask(client, "check"),
            "show": await ask(client, "show", name="qortex/gain"),
            "row": await ask(client, "show", name="acme/ranking"),
            "secret": await ask(client, "show", name=f"{SECRET}/one"),
            "search": await ask(client, "search", words=SECRET),
            "found": await ask(client, "search", words="cosine"),
            "dry": await ask(client, "apply", patch=good, dry_run=True),
            "bad": await ask(client, "apply", patch=bad),
            "shipped": await ask(client, "apply", patch=shipped),
            "hidden": await ask(client, "apply", patch=hidden),
            "elsewhere": await ask(client, "apply", patch=elsewhere),
            "dated": await ask(client, "apply", patch=dated, dry_run=True),
        }
        assert (root / DOSSIER).read_text() == SITE[DOSSIER]
        told["good"] = await ask(client, "apply", patch=good)
        return names, told

    names, told = at(root, use)
    assert names == {"context", "check", "show", "search", "apply"}
    assert not [name for name, text in told.items() if SECRET in text and name != "secret"]
    assert told["context"].startswith("# acme, for a letter\n")
    assert json.loads(told["check"])["problems"] == []
    assert "state: | shipped, counts" in told["show"]
    assert "state: | covered" in told["row"]
    assert told["secret"] == f"There is nothing with the id `{SECRET}/one` that you see."
    assert (told["search"], told["found"].endswith("1 found")) == ("0 found", True)
    assert told["dry"].startswith("It would be written: ")
    assert "[figure-unbacked]" in told["bad"]
    assert "record.status: " in told["shipped"]
    assert "the section `Notes` is not yours to change" in told["hidden"]
    assert "your seat is at `acme`" in told["elsewhere"]
    assert "closed" not in told["dated"]
    assert told["good"].startswith("Written: ")
    assert "I build." in (root / DOSSIER).read_text()
    assert (
        "status: unconfirmed\n    audience: assistant"
        in (root / "content/evidence/acme-proposed.yml").read_text()
    )


def test_the_example_that_it_gives_is_a_patch() -> None:
    jsonschema.validate(EXAMPLE | {"application": "acme"}, json_schema_of_patch())
    assert len(Patch.model_validate(EXAMPLE | {"application": "acme"}).operations) == 5
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(patch(row(strength="strong"))), json_schema_of_patch())


def json_schema_of_patch() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json_schema("patch"))
    return found


def test_without_the_extra_it_says_what_to_install(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["mcp", "acme", "-f", str(root / "mkdocs.yml")]
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    done = CliRunner().invoke(main, command)
    assert (done.exit_code, "mcp<3" in done.stderr) == (2, True)


def test_the_tools_of_the_seat_are_offered_over_stdin_and_no_other(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[object] = []

    def run(server: MCPServer, way: str) -> None:
        with ThreadPoolExecutor(1) as thread:
            tools = thread.submit(asyncio.run, server.list_tools()).result()
        offered.append((way, sorted(tool.name for tool in tools), server.instructions))

    monkeypatch.setattr(MCPServer, "run", run)
    done = CliRunner().invoke(main, ["mcp", "acme", "-f", str(root / "mkdocs.yml")])
    assert (done.exit_code, done.stdout) == (0, "")
    example = json.dumps(EXAMPLE).replace("northwind", "acme")
    names = ["apply", "check", "context", "search", "show"]
    assert offered == [("stdio", names, module.INSTRUCTIONS + example)]


class TestSeat:
    """The same tools without the protocol: what each says, and what it does to files."""

    @pytest.fixture(name="seat")
    def make_seat(self, root: Path) -> module.Seat:
        return module.Seat(root / "mkdocs.yml", "acme")

    def test_reading_tells_the_dossier_and_nothing_else(self, seat: module.Seat) -> None:
        told = [
            *(seat.context(purpose) for purpose in ("letter", "interview", "fit")),
            *(seat.check(), seat.show("acme"), seat.search("acme"), seat.show(f"{SECRET}/one")),
        ]
        assert "acme" in told[0].casefold()
        assert json.loads(told[3])["version"] == 1
        assert told[5].endswith("found")
        assert "nothing with the id" in told[6]
        assert not [text for text in told[:6] if SECRET in text]

    def test_a_patch_is_tried_then_written(self, seat: module.Seat, root: Path) -> None:
        text = patch(record("new", "acme-proposed"), row("kernels"))
        before = {path: path.read_bytes() for path in root.glob("content/**/*.*")}
        assert "It would be written" in seat.apply(text, dry_run=True)
        assert {path: path.read_bytes() for path in root.glob("content/**/*.*")} == before
        assert "Written" in seat.apply(text)
        assert {path: path.read_bytes() for path in root.glob("content/**/*.*")} != before

    def test_a_patch_for_another_dossier_is_refused(self, seat: module.Seat) -> None:
        with pytest.raises(ConfigError, match="your seat is at `acme`"):
            seat.apply(patch(record(), application=SECRET))

    def test_a_refused_patch_says_why_and_writes_nothing(self, seat: module.Seat) -> None:
        told = seat.apply(patch(section("pitch", "I cut costs by 40 %.")))
        assert "Nothing is written." in told

    def test_an_error_of_ours_is_one_of_the_protocol(self) -> None:
        def fail() -> str:
            raise ConfigError("no such dossier")

        with pytest.raises(ValueError, match="no such dossier"):
            module._reporting(fail, ValueError)()

    def test_the_author_is_told_what_is_asked(
        self, seat: module.Seat, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ask = module._reporting(seat.apply, ValueError)
        ask(patch(section("Offer", "I build.")), dry_run=True)
        said = capsys.readouterr().err.splitlines()
        assert len(said) == 1
        assert said[0].startswith('asked: apply {"version": 1, "application": "acme"')
        assert said[0].endswith("dry_run=True")

    def test_what_cannot_be_put_in_for_sure_is_told_to_the_author(
        self, seat: module.Seat, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (root / "content/evidence/acme-proposed.yml").write_text("evidence: [")
        with pytest.raises(ContentError) as refused:
            seat.apply(patch(record("new", "acme-proposed")))
        assert str(refused.value) == module.UNSURE
        assert "acme-proposed.yml cannot be read" in capsys.readouterr().err
