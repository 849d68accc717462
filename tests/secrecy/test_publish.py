"""What goes out: a private edit changes no byte of it, an edit of one share that share's file."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dossier.sharing.keystore import Share
from dossier.sharing.pages import share_pages
from dossier.templates import Templates
from tests.secrecy.corpus import SHARES, State, begin_repository, read
from tests.secrecy.mutate import RESULTS, edits
from tests.secrecy.observe import Observe, blame, difference, seen_in_process, view_of

DAY = date(2026, 3, 1)
LINKS = {
    name: Share(f"{name}-1", name, None, name, sign * 26, sign.encode() * 32, 1, DAY)
    for name, sign in zip(SHARES, "abc", strict=True)
}
FILES = {name: f"s/{share.id}/index.html" for name, share in LINKS.items()}


def published(root: Path, links: Mapping[str, Share] = LINKS) -> Observe:
    """Return a way to see a public site with the shares beside it."""
    begin_repository(root)
    observe = seen_in_process(root)

    def look(state: State) -> dict[str, bytes]:
        site = dict(observe(state))
        return site | dict(share_pages(view_of(root), links.values(), Templates()))

    return look


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def test_what_nobody_is_sent_changes_no_published_byte(tmp_path: Path) -> None:
    """Edits of all that is hidden from every one of the viewers at once."""
    state, observe = read(), published(tmp_path)
    control = observe(state)
    assert set(FILES.values()) < control.keys()
    assert difference(control, observe(state)) is None
    for seed in range(10):
        # What is hidden from each of them: by way of one, without the other dossiers' own parts.
        hidden = [
            edit
            for edit in edits(state, seed, "open")
            if not edit.field.startswith(("applications/beta/", "applications/gamma/"))
            and edit.field.partition(" ")[0] not in ("assets/beta.png", "assets/gamma.png")
            and edit.field not in ("evidence/lab.yml:evidence", RESULTS)
        ]
        for dossier in ("beta", "gamma"):
            hidden += [
                edit
                for edit in edits(state, seed, dossier)
                if edit.field.startswith(f"applications/{dossier}/index.md:")
            ]
        # Of the three beta alone is sent a shared record.
        hidden += [edit for edit in edits(state, seed, "beta") if edit.field == RESULTS]
        assert blame(state, control, hidden, observe) is None


@pytest.mark.parametrize("dossier", SHARES)
@pytest.mark.parametrize("title", ["## Pitch", "## Why", "## Opened"])
def test_the_text_of_a_share_changes_its_file_alone(
    tmp_path: Path, dossier: str, title: str
) -> None:
    state, observe = read(), published(tmp_path)
    after = state.copy()
    sections = after.documents[f"applications/{dossier}/index.md"].sections or []
    place = next(at for at, text in enumerate(sections) if text.startswith(title))
    sections[place] += "\nAnother word.\n"
    public = {"applications/open/index.md"} if dossier == "open" else set()
    assert differing(observe(state), observe(after)) - public == {FILES[dossier]}


@pytest.mark.parametrize("dossier", SHARES)
def test_a_share_differs_in_its_header_and_its_ciphertext_alone(
    tmp_path: Path, dossier: str
) -> None:
    state, observe = read(), published(tmp_path)
    after = state.copy()
    after.documents[f"applications/{dossier}/index.md"].front["company"] = "Somebody else"
    one, other = (observe(s)[FILES[dossier]].split(b'"') for s in (state, after))
    assert len(one) == len(other)
    assert 1 <= sum(a != b for a, b in zip(one, other, strict=True)) <= 2
    assert sum(map(len, one)) == sum(map(len, other))


@pytest.mark.parametrize("dossier", SHARES)
def test_a_withdrawn_share_leaves_the_others_as_they_are(tmp_path: Path, dossier: str) -> None:
    state = read()
    left = {name: share for name, share in LINKS.items() if name != dossier}
    before, after = published(tmp_path)(state), published(tmp_path, left)(state)
    assert differing(before, after) == {FILES[dossier]}
    assert FILES[dossier] not in after


def test_a_renewed_share_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    state = read()
    renewed = LINKS | {"beta": replace(LINKS["beta"], id="d" * 26, key=b"d" * 32, gen=2)}
    before, after = published(tmp_path)(state), published(tmp_path, renewed)(state)
    assert differing(before, after) == {FILES["beta"], f"s/{'d' * 26}/index.html"}
