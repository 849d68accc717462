"""Each place is named where the page of a link that is no more may still stand."""

from datetime import date
from pathlib import Path

from dossier.model.sent_link import SentLink
from dossier.publishing.published_shares import Place, record_published, record_standing
from dossier.publishing.standing_pages import (
    ended_pages_standing,
    spell_standing,
    spell_withdrawn,
    standing_problems,
)
from dossier.sharing.ended_links import FILE as ENDED
from dossier.sharing.ended_links import spell_ended
from dossier.sharing.sent_links import FILE as LINKS
from dossier.sharing.sent_links import spell_links
from tests.builders import AS_OF

OLD, NEW = "https://ada.example/", "https://new.example/"
BRANCH = Place("`main` of git@old.example:ada/site.git", OLD)
AGAIN = "`dossier publish --remote git@old.example:ada/site.git --branch main`"
DAY = date(2026, 1, 2)


def told(root: Path, site_url: str = NEW) -> list[str]:
    return [spell_standing(page, site_url) for page in ended_pages_standing(root, AS_OF)]


def keep(root: Path, *links: SentLink) -> None:
    (root / LINKS).write_bytes(spell_links(links))


def test_a_page_at_the_old_host_is_named_until_it_is_taken_away_there(tmp_path: Path) -> None:
    folder = Place(str(tmp_path / "out"), OLD)
    uploads = Place(folder.where, NEW)
    for place in (BRANCH, folder):
        record_published(tmp_path, place, {"x-1": "a"})
    keep(tmp_path, SentLink("x-1", "x", None, "Eve"))
    assert not told(tmp_path)
    keep(tmp_path, SentLink("x-1", "x", None, "Eve", revoked=DAY))
    start = f"x-1: its page may still stand at {OLD}s/a/; "
    by_folder = f"{start}delete it at the host"
    by_branch = f"{start}publish there once more, {AGAIN}, or delete it there"
    assert told(tmp_path) == [by_folder, by_branch]
    same = f"{start}`dossier publish --to {folder.where}` and upload it, or delete the page"
    assert told(tmp_path, OLD) == [f"{same} at the host", by_branch]
    record_standing(tmp_path, uploads, {})
    record_standing(tmp_path, Place("`main` of elsewhere", NEW), {})
    assert told(tmp_path) == [by_folder, by_branch], "another host takes nothing away there"
    said = [
        f"{problem.message}; {problem.hint}" for problem in standing_problems(tmp_path, AS_OF, NEW)
    ]
    assert all(f"{OLD}s/a/" in each and "`rotate` does not help" in each for each in said)
    assert len(said) == 2
    record_standing(tmp_path, Place(BRANCH.where, NEW), {})
    assert told(tmp_path) == [by_folder]
    record_standing(tmp_path, folder, {})
    assert not told(tmp_path)


def test_links_that_expired_or_were_replaced_are_no_more(tmp_path: Path) -> None:
    record_published(tmp_path, BRANCH, {"x-1": "a", "x-2": "b", "x-3": "c"})
    keep(
        tmp_path,
        SentLink("x-1", "x", None, "Eve", expires=DAY),
        SentLink("x-2", "x", None, "Zoe"),
        SentLink("x-3", "x", None, "Ann"),
    )
    (tmp_path / ENDED).write_bytes(spell_ended({"b": DAY}))
    assert [page.uid for page in ended_pages_standing(tmp_path, AS_OF)] == ["x-1", "x-2"]


def test_a_withdrawn_link_is_told_shortly_where_one_publish_takes_it_away(tmp_path: Path) -> None:
    short = "Its page goes with the next `dossier publish`."
    assert spell_withdrawn([], NEW) == short
    record_published(tmp_path, BRANCH, {"x-1": "a"})
    keep(tmp_path, SentLink("x-1", "x", None, "Eve", revoked=DAY))
    pages = [*ended_pages_standing(tmp_path, AS_OF)]
    assert spell_withdrawn(pages, OLD) == short
    assert spell_withdrawn(pages, NEW) == "\n".join(
        ("Its page goes from each place by itself:", *told(tmp_path))
    )


def test_a_place_that_is_neither_a_folder_nor_a_branch_is_published_to_as_ever(
    tmp_path: Path,
) -> None:
    record_published(tmp_path, Place("elsewhere", NEW), {"x-1": "a"})
    keep(tmp_path, SentLink("x-1", "x", None, "Eve", revoked=DAY))
    (page,) = ended_pages_standing(tmp_path, AS_OF)
    assert page.command == "dossier publish"
