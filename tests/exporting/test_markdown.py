"""Markdown in which every sign stands for itself."""

from markdown_it import MarkdownIt

from dossier.exporting.markdown import spell_markdown
from dossier.exporting.outline import Block, Document, Kind, Part
from tests.exporting.test_pdf import HOSTILE

BLOCKS = (
    Block(Kind.NAME, "Ada & Co"),
    Block(Kind.CONTACT, details=(Part("Austin"), Part("a_b@c.org"))),
    Block(Kind.SUBJECT, "Engineer", (Part("Acme"),)),
    Block(Kind.HEADING, "Why"),
    Block(Kind.PARAGRAPH, "1. is no list"),
    Block(Kind.PARAGRAPH, "- nor is this"),
    Block(Kind.ITEM, "Fast", (Part("a.org/x"),)),
    Block(Kind.ITEM, HOSTILE),
    Block(Kind.FACT, "Data", (Part("SQL"),)),
    Block(Kind.LINK, "All:", (Part("https://a.org/s", "https://a.org/s"),)),
)


def test_it_is_read_as_what_it_says() -> None:
    text = spell_markdown(Document("", "", "en", BLOCKS))
    assert text.startswith("# Ada & Co\n\nAustin · a\\_b@c.org\n\n**Engineer**, Acme\n\n## Why\n")
    tokens = MarkdownIt("commonmark").parse(text)
    kinds = [t.type for t in tokens if t.nesting == 1 and t.level == 0]
    assert kinds == [
        *("heading_open", "paragraph_open", "paragraph_open", "heading_open"),
        *("paragraph_open", "paragraph_open", "bullet_list_open", "paragraph_open"),
        "paragraph_open",
    ]
    said = ["".join(c.content for c in t.children or ()) for t in tokens if t.type == "inline"]
    assert said[4:8] == ["1. is no list", "- nor is this", "Fast (a.org/x)", HOSTILE]
