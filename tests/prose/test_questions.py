from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.prose.questions import questions
from tests.builders import MINIMAL, edited, tree_of

DOSSIER = "content/applications/acme/index.md"


def test_each_heading_has_the_answer_below_it() -> None:
    body = (
        "## Questions\n\nBefore.\n\n### Why? { about=a }\n\nSo.\n\n#### Deep\n\n### How?\nThus.\n"
    )
    library, _ = assemble(
        tree_of(edited(DOSSIER, "## Notes\n", body + "\n## Notes\n")), Audience.PRIVATE
    )
    entry = library.applications["acme"]
    found = [(q.heading, q.answer.text.strip(), q.where.line) for q in questions(entry)]
    line = entry.source.text.split("\n").index("### Why? { about=a }") + 1
    assert found == [("Why? { about=a }", "So.\n\n#### Deep", line), ("How?", "Thus.", line + 6)]
    for question in questions(entry):
        start = question.answer.offset
        assert entry.source.body[start:].startswith(question.answer.text)


def test_dossier_without_questions_has_none() -> None:
    library, _ = assemble(tree_of(MINIMAL), Audience.PRIVATE)
    assert list(questions(library.applications["acme"])) == []


def test_section_without_headings_has_no_questions() -> None:
    files = edited(DOSSIER, "## Notes\n", "## Questions\n\nWhich?\n\n## Notes\n")
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    assert list(questions(library.applications["acme"])) == []
