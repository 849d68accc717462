"""Questions: split at their headings, each with its own answer."""

from pathlib import Path

from tests.html import Node
from tests.render.fixtures import ACME, dossier, draw, draw_dossier, row, section


def cards(page: Node) -> list[tuple[str, str]]:
    """Return each question with its answer."""
    return [
        (node.one("h3.q").text, node.one("div.ev-answer").text)
        for node in page.one("ol.ev-drill").all("li")
        if node.has("h3.q")
    ]


def test_questions_are_split_with_their_answers(tmp_path: Path) -> None:
    body = (
        "## Questions\n\nSome [words](project:qortex) before.\n\n"
        "### Why *us*? { about=a }\n\nBecause of [](evidence:qortex/gain#precision).\n\n"
        "More.\n\n#### Detail\n\nd\n\n### Why Austin? {about=new-york}\n\nNo answer.\n\n"
        "### And?\n"
    )
    page = draw_dossier(tmp_path, body, proof_points=[row("a", requirement="Some *Rust*")])
    assert cards(page) == [
        ("Why us?", "Because of +22%. More. Detail d"),
        ("Why Austin?", "No answer."),
        ("And?", ""),
    ]
    one, two, three = page.one("ol.ev-drill").all("li")
    assert one.one("p.m").text == "about Some Rust"
    assert one.one("p.m").links() == {"Some Rust": "#proof-a"}
    assert (two.one("p.m").text, two.one("p.m").links()) == ("about new york", {})
    assert ["hidden" in card.one("p.m").attributes for card in (one, two, three)] == [
        False,
        False,
        True,
    ]
    assert three.one("p.m").text == ""
    assert one.one("summary").text == "Answer to: Why us?"
    assert section(page, "Questions").text.startswith("Some words before.")


def test_headings_that_are_no_questions_do_not_split(tmp_path: Path) -> None:
    body = (
        "## Questions\n\n### One\n\n```\n### no\n```\n\n> ### nor this\n\n"
        "    ### nor that\n\n- ### nor here\n"
    )
    assert [question for question, _ in cards(draw_dossier(tmp_path, body))] == ["One"]


def test_section_without_questions_is_prose(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, "## Questions\n\nNone so far.\n")
    assert not page.has("ol.ev-drill")
    assert section(page, "Questions").text == "None so far."


def test_link_definitions_of_the_section_serve_every_answer(tmp_path: Path) -> None:
    body = (
        "## Questions\n\n### One\n\nSee [it][r].\n\n### Two\n\nNo.\n\n[r]: evidence:qortex/gain\n"
    )
    assert cards(draw_dossier(tmp_path, body)) == [("One", "See it (repeatable)."), ("Two", "No.")]


def test_each_answer_has_its_own_footnotes(tmp_path: Path) -> None:
    body = "## Questions\n\n" + "".join(
        f"### Q{n}\n\nA[^1]\n\n[^1]: note {n}\n\n" for n in range(2)
    )
    page = draw_dossier(tmp_path, body + "## Questions 0\n\nx[^1]\n\n[^1]: other\n")
    assert [answer for _, answer in cards(page)] == ["A[1] note 0 ↩︎", "A[1] note 1 ↩︎"]
    assert len(page.ids) == len(set(page.ids))


STORY = "---\ntitle: The night shift\n---\n\nWe lost [](evidence:qortex/gain#precision).\n"


def test_a_story_answers_a_question_and_says_who_else_hears_it(tmp_path: Path) -> None:
    missing = {"status": "applied", "proof_points": [row("a", strength="none", evidence=[])]}
    asked = "## Questions\n\n### A failure? { about=a story=night }\n"
    files = {
        "content/stories/night.md": STORY,
        f"content/{ACME}": dossier("## Questions\n\n### Failed? {story=night}\n\nIn short.\n"),
        "content/applications/beta/index.md": dossier(asked, company="Beta", **missing),
    }
    drawn = draw(tmp_path, files)
    told = "The story The night shift, content/stories/night.md, also told to Beta We lost +22%."
    assert cards(drawn.tree(ACME)) == [("Failed?", f"In short. {told}")]
    answer = drawn.tree("applications/beta/index.md").one("div.ev-answer")
    assert answer.links()["Acme"] == "../acme/"
    # It is prepared: only the framing of the gap is missing.
    messages = {problem.message for problem in drawn.site.diagnosis.problems}
    assert "nothing shows the must `a`, and it is not said how you put it" in messages
