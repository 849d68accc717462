"""What a résumé says of its author is found again on the page where it waits."""

from dossier.importing.own_summary import own_summary
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import tree_of

PAGE = "---\ntitle: Imported\naudience: private\n---\n\n## Skills\n\nA\n\n## About me\n\n{}\n"


def test_only_the_summary_of_an_imported_page_is_taken() -> None:
    for name, said, expected in (
        ("imported/cv.md", "I *mend*\nlooms.", "I mend looms."),
        ("imported/cv.md", "word " * 200, ""),
        ("notes/cv.md", "I mend looms.", ""),
        ("imported/cv.md", "I mend looms. Looking for a mill.", "I mend looms."),
        ("imported/cv.md", "I mend looms. Confidential: ask nobody at the mill.", "I mend looms."),
        ("imported/cv.md", "I mend looms. My salary is EUR 40,000 a year.", "I mend looms."),
    ):
        files = {f"content/{name}": PAGE.format(said)}
        library, _ = assemble(tree_of(files), Audience.PRIVATE)
        assert own_summary(library) == expected, name
