from pathlib import Path

import pytest

from dossier.build import Project
from dossier.model.audience import Audience
from tests.builders import MINIMAL, problems_of, write_site

RULE = '- {{pattern: "{}", why: No, audience: {}}}\n'


@pytest.mark.parametrize(
    ("pattern", "audience", "files"),
    [
        ("better than before", "private", ["content/projects/qortex.md"]),
        ("better than before", "public", ["content/projects/qortex.md"]),
        ("a learned ranker", "shared", ["content/applications/acme/index.md"] * 2),
        ("a learned ranker", "public", []),
        ("rankers that learn", "private", []),
        ("they know qortex", "private", ["content/applications/acme/index.md"]),
        ("they know qortex", "shared", []),
        ("pitch", "shared", ["content/applications/acme/index.md"]),
        ("put the figure first", "private", ["content/profile.yml"]),
    ],
)
def test_rule_holds_for_what_its_audience_may_see(
    pattern: str, audience: str, files: list[str]
) -> None:
    told = problems_of(MINIMAL | {"content/guardrails.yml": RULE.format(pattern, audience)})
    assert [problem.partition(":")[0] for problem in told] == files
    assert all(problem.endswith("[guardrail]") for problem in told)


def test_what_is_read_where_it_is_pointed_at_is_searched() -> None:
    text = (
        "One\n[two](https://example.org 'At production scale')\n"
        "![three](assets/x.svg 'production scale')\n"
        "and [](evidence:qortex/gain#x 'production scale').\n"
    )
    head = "---\naudience: public\ndescription: At production scale\n---\n"
    page = {"content/about.md": f"{head}{text}"}
    rule = {"content/guardrails.yml": RULE.format("production scale", "public")}
    told = [line for line in problems_of(MINIMAL | page | rule) if line.endswith("[guardrail]")]
    assert [line.split(": ")[0] for line in told] == [
        "content/about.md:3:17",
        "content/about.md:6:31",
        "content/about.md:7:24",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '<p><img src="assets/y.png" alt="At production scale"></p>',
        'It runs. <span title="At production scale">So</span> it does.',
        "<p>At production<br>scale</p>",
        "At production<BR/>scale.",
    ],
)
def test_what_raw_html_says_is_searched(text: str) -> None:
    page = {"content/about.md": f"---\naudience: public\n---\nOne.\n\n{text}\n"}
    rule = {"content/guardrails.yml": RULE.format("production scale", "public")}
    told = [line for line in problems_of(MINIMAL | page | rule) if line.endswith("[guardrail]")]
    assert [line.partition(": ")[0].rpartition(":")[0] for line in told] == ["content/about.md:6"]


def test_what_a_drawing_says_is_searched_where_it_is_shown(tmp_path: Path) -> None:
    pitch = "content/applications/acme/index.md"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><text>At production scale</text></svg>'
    shown = MINIMAL[pitch].replace("## Pitch\n", "## Pitch\n\n![x](../../assets/a.svg)\n")
    files = MINIMAL | {pitch: shown, "content/assets/a.svg": drawing}
    rule = {"content/guardrails.yml": RULE.format("production scale", "shared")}
    project = Project.read(write_site(tmp_path, files | rule))
    for problems in (project.diagnosis.problems, project.publishing_problems):
        (told,) = [problem for problem in problems if problem.code == "guardrail"]
        assert str(told.where).startswith(f"{pitch}:17:")
        assert told.hint == "No; it stands in `assets/a.svg`"
    assert Project.read(write_site(tmp_path / "b", files)).publishing_problems == ()


def test_rules_are_nothing_that_another_view_knows_of() -> None:
    files = MINIMAL | {"content/guardrails.yml": RULE.format("graph", "public") + "- {why: 3}\n"}
    assert len(problems_of(files)) == 3
    assert problems_of(files, Audience.PUBLIC) == problems_of(files, Audience.SHARED) == []
