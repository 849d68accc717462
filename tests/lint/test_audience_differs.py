from dossier.model.audience import Audience
from tests.builders import MINIMAL, problems_of

PAGE = "---\ntitle: {0}\naudience: {1}\n---\n\nI keep rankers small, to read in an afternoon.\n"


def told(files: dict[str, str], audience: Audience = Audience.PRIVATE) -> list[str]:
    problems = problems_of({**MINIMAL, **files}, audience)
    return [problem.partition(":")[0] for problem in problems if "[audience-differs]" in problem]


def test_copies_of_pages_and_projects_that_are_open_still() -> None:
    for folder in ("content", "content/projects"):
        copy, original = f"{folder}/rankers-old.md", f"{folder}/rankers.md"
        files = {copy: PAGE.format("Rankers", "public"), original: PAGE.format("R", "private")}
        assert told(files) == [copy]
        assert told(files, Audience.PUBLIC) == []
        assert told({**files, original: files[copy]}) == []
