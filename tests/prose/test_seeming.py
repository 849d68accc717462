"""What looks like a heading, however it is written."""

from dossier.prose.markdown import parse
from dossier.prose.seeming import Look, seeming_headings

MARKED = (
    *("    ## Notes", "\t## Notes", "    # Notes", "####### Notes", "\\## Notes", "\\#\\# Notes"),
    *(
        "&#35;&#35; Notes",
        "\uff03\uff03 Notes",
        "\uff03\uff03\u3000\uff2e\uff4f\uff54\uff45\uff53",
        "##\u200bNotes",
    ),
    *('!!! note "Notes"', '??? note "Notes"', '???+ warning "Notes"', "!!! notes", "::: notes"),
    *(
        ":::notes",
        "::: warning Notes",
        '=== "Notes"',
        "<h3>Notes</h3>",
        "==Notes==",
    ),
    *(
        "<details><summary>Notes</summary>",
        "- ####### Notes",
        "\\*\\*Notes\\*\\*",
        "``` notes\n```",
    ),
    *("--- Notes ---", "> [!NOTE]- Notes", "> [!notes]"),
)
ORDINARY = (
    *(
        "A note: # Notes",
        "`## Notes`",
        "```\n## Notes\n```",
        "<!--\n!!! notes\n-->",
        "```gaps\n```",
    ),
    *(
        "[Notes](https://example.org)",
        "I wrote that.\nNotes",
        "    print('# Notes')",
        "- [x] Notes",
    ),
    *("<https://example.org/Notes>", "| a | b |\n|---|---|\n| Notes | c |"),
)


def marked(text: str) -> set[str]:
    looks = seeming_headings(parse(text)[0])
    return {one.title.casefold() for one in looks if one.look is Look.MARK}


def test_whatever_begins_as_a_heading_does_looks_like_one() -> None:
    assert [text for text in MARKED if "notes" not in marked(text)] == []


def test_code_comments_and_sentences_do_not() -> None:
    assert [text for text in ORDINARY if marked(text) & {"notes", "gaps"}] == []
