from importlib.resources import files

from dossier.model.document import Document
from dossier.prose.not_for_others import (
    Unclosed,
    escaped,
    may_say_not_for_others,
    misplaced_options,
    says_not_for_others,
    unclosed,
)

LIST = files("dossier.prose").joinpath("not_for_others.txt").read_text(encoding="utf-8")
WORDS = [line for line in LIST.splitlines() if not line.startswith("#")]
ALONE = WORDS[: WORDS.index("in brackets")]
ORDINARY = (
    *("Private clouds I have run", "Confidential computing", "Hidden Markov models", "Personal"),
    *("Internal tools: a compiler", "Secret sharing (Shamir)", "Launch (private beta)", "Drafts"),
    *("Intern – CERN", "CERN (intern)", "Do not repeat yourself", "A draft: RFC 9420", "For me"),
    *("What private banks pay for", "Nicht für die Schule lernen wir", "TODO lists that sync"),
    *("What I do not send to a server", "Notes on `{ audience=private }`", "Private #1 in sales"),
)


NOTES = ("Notes", "notes")


def found(text: str) -> list[Unclosed]:
    return list(unclosed(text, [], lambda title: "Notes" if title.strip(":") in NOTES else None))


def test_each_of_the_listed_words_says_that_others_shall_not_read() -> None:
    missed = []
    for line in WORDS:
        words = line.replace("...", "now").strip()
        for title in (f"What I think ({words.upper()}!)", f"Mine [long, {words}]"):
            missed += [title] if line != "in brackets" and not says_not_for_others(title) else []
        for title in (words, f"{words.title()}: mine", f"**Mine** – {words}", f"Mine - {words}"):
            missed += [title] if line in ALONE and not says_not_for_others(title) else []
    assert missed == []
    assert says_not_for_others("What I think #private")
    assert says_not_for_others("Mine (not for Acme)", ["Acme Inc."])


def test_a_remark_that_begins_like_one_may_say_so() -> None:
    begun = ("Pitch (intern)", "Anschreiben [Entwurf, intern]", "Why (priv.)", "Brief (für mich)")
    assert [title for title in begun if not may_say_not_for_others(title)] == []
    ordinary = ("Why (internship)", "Intern", "Why us (pro)", "Warum (SAP)", "Why [in short]")
    assert [title for title in ordinary if may_say_not_for_others(title)] == []


def test_ordinary_headings_say_nothing_of_the_kind() -> None:
    assert [title for title in ORDINARY if says_not_for_others(title)] == []
    text = "".join(f"### {title}\n\nThe private part, {{x}}.\n\n" for title in ORDINARY)
    assert found(f"{text}Set `{{ audience=private }}`.\n\n```\n{{audience: x}}\n```\n") == []


def test_what_closes_nothing_is_told_with_its_line() -> None:
    for text in (
        *("### Mine { audience=private }", "{ audience=private }", "{: .x audience=shared }"),
        *(
            "I think so. {Audience = private}",
            "{ .private }",
            "{ audience=private\n}",
            "> {audience}",
        ),
        *("#### Private", "**Confidential**", "- ### Mine (do not send)", "> ### Privat"),
    ):
        assert [one.line for one in found(f"One.\n\n{text}\n\nTwo.\n")] == [2], text


def test_a_private_sections_name_above_what_is_read_is_an_error() -> None:
    for text in (
        *("\t## Notes", "### Notes", "#### Notes", "**Notes**", "**Notes:**", "*Notes*:", "Notes:"),
        *(
            "Notes",
            "> [!NOTE]- Notes",
            "> [!notes]",
            "- ### Notes",
            "Notes\n:   Three.",
        ),
    ):
        assert [one.is_sure for one in found(f"One.\n\n{text}\n\nTwo.\n")] == [True], text
    for text in ("**Notes**\nTwo.", "Notes:\nTwo."):
        assert [one.is_sure for one in found(text)] == [True], text
    assert [one.line for one in found("One.\n**Notes**\nTwo.")] == [1]


def test_a_private_sections_name_before_its_line_or_in_a_list_is_a_warning() -> None:
    for text in ("**Notes:** two", "**Notes**: two", "- **Notes**"):
        assert [one.is_sure for one in found(text)] == [False], text


def test_a_private_sections_name_within_what_is_said_is_none() -> None:
    for text in (
        *("### Notes on method", "Notes: two.", "- Notes: two", "I keep careful\nnotes", "Notes?"),
        *("I keep\n*Notes*", "> [!TIP] Notes on it", "| Notes |\n|---|\n| Two |", "**Notes** two"),
    ):
        assert found(text) == [], text


def test_a_word_before_a_colon_is_an_error_and_in_a_list_a_warning() -> None:
    cases = (("Private: x", True), ("- Note to self: x", True), ("- Internal: 40", False))
    for text, is_sure in cases:
        assert [one.is_sure for one in found(text)] == [is_sure], text


def test_what_closes_nothing_in_a_page_is_told_unless_it_is_code_or_a_template() -> None:
    body = (
        "# A\n\n## B { audience=private }\n\n<p>{: audience=x }</p>\n\n`{audience}` {{ audience }}"
    )
    problems = misplaced_options(Document("content/a.md", body_line=4, body=body))
    assert [problem.where.line for problem in problems] == [7, 9]


def test_escaped_options_are_shown_and_an_open_one_beside_them_is_told() -> None:
    text = "Write { audience=private } or {x}.\n"
    assert escaped(text) == "Write \\{ audience=private } or {x}.\n"
    assert found(escaped(text)) == []
    assert len(found(escaped(text) + "{ audience=private }\n")) == 1
