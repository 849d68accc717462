from pathlib import Path

import pytest

from dossier.lint import silence as silencing
from dossier.lint.silence import silence
from dossier.plain.problems import Place, Problem
from tests.builders import MINIMAL, edited, write_site
from tests.views import diagnose

RECORDS = "content/evidence/qortex.yml"
DOSSIER = "content/applications/acme/index.md"
NOTE = "They know [qortex](project:qortex)."
FOUND = Problem("link-broken", Place("f.md", 3, 5), "no page")


@pytest.mark.parametrize(
    "text",
    [
        "\n# dossier: allow link-broken: soon\n[x](y.md)",
        "\n\n[x](y.md) <!-- dossier: allow link-broken: soon -->",
        "\n<!-- dossier: allow link-broken: soon -->\n[x](y.md)",
        "\n<!--dossier:allow link-broken soon-->\n[x](y.md)",
        "\n\n[x](y.md) <!-- dossier: allow x-y: z --> <!-- dossier: allow link-broken:soon   -->",
        "\n#   dossier:  allow  link-broken :  soon  \n[x](y.md)",
    ],
)
def test_problem_is_silenced_on_its_line_or_from_the_line_before(text: str) -> None:
    assert silence([FOUND], {"f.md": text}) == ((), ((FOUND, "soon"),))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n# dossier: allow link-broken: soon",
        "# dossier: allow link-broken: soon\n\n[x](y.md)",
        "\n# dossier: allow link-broken\n",
        "\n# dossier: allow link-broken:   \n",
        "\n<!-- dossier: allow link-broken: -->\n",
        "\n# dossier: allow link-unsafe: soon\n",
        "\n# dossier: allow link-broken-x: soon\n",
        "\ndossier: allow link-broken: soon\n",
        "\n# dossier: disallow link-broken: soon\n",
    ],
)
def test_problem_is_not_silenced_from_elsewhere_or_without_a_reason(text: str) -> None:
    assert silence([FOUND], {"f.md": text}) == ((FOUND,), ())


def test_mark_of_another_file_silences_nothing() -> None:
    mark = "\n# dossier: allow link-broken: soon\n"
    assert silence([FOUND], {"g.md": mark}) == ((FOUND,), ())


def test_silenced_problems_are_counted_once_and_in_order() -> None:
    earlier = Problem("link-broken", Place("f.md", 2, 1), "no page")
    texts = {"f.md": "\n# dossier: allow link-broken: soon\n"}
    assert silence([FOUND, earlier, FOUND], texts) == ((), ((earlier, "soon"), (FOUND, "soon")))


def test_line_of_marks_without_end_takes_no_time() -> None:
    for text in ("# dossier: allow " * 20_000, "# dossier: allow x" + " " * 100_000 + "y"):
        assert silence([FOUND], {"f.md": f"\n{text}\n"}) == ((FOUND,), ())


def test_mark_is_no_key_and_no_text(tmp_path: Path) -> None:
    files = edited(RECORDS, "    kind:", "    # dossier: allow source-unlinked: soon\n    kind:")
    files |= {DOSSIER: MINIMAL[DOSSIER].replace(NOTE, f"<!-- dossier: allow x-y: z -->\n{NOTE}")}
    found = diagnose(write_site(tmp_path, files))
    assert [problem.code for problem in found.problems] == ["silence-reason"]


def test_marks_are_those_of_the_text_as_it_is_now() -> None:
    problem = Problem("alt-missing", Place("content/a.md", 2), "said")
    mark = "<!-- dossier: allow alt-missing: it is so -->"
    for text, left in ((f"{mark}\n![](x)", 0), ("one\n![](x)", 1), (f"{mark}\n\n![](y)", 0)):
        assert len(silence([problem], {"content/a.md": text})[0]) == left


def test_marks_of_more_files_than_are_kept_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silencing, "_MOST_KNOWN", 2)
    monkeypatch.setattr(silencing, "_known", {})
    mark = "\n# dossier: allow link-broken: soon\n"
    for number in range(9):
        assert silence([FOUND], {f"{number}.md": "", "f.md": mark}) == ((), ((FOUND, "soon"),))
        assert len(silencing._known) <= 3
