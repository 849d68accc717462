from pathlib import Path

from dossier.model.audience import Audience
from tests.builders import edited, problems_of, write_site
from tests.views import diagnose

DOSSIER = "content/applications/acme/index.md"


def told(root: Path, quote: str, posting: str, audience: Audience = Audience.PRIVATE) -> list[str]:
    files = edited(DOSSIER, "    strength:", f"    quote: {quote}\n    strength:")
    files[DOSSIER] = files[DOSSIER].replace("lead:", "audience: public\nlead:")
    named = "title: Senior ML Engineer\n    posting: {file: posting.md}\n"
    files[DOSSIER] = files[DOSSIER].replace("title: Senior ML Engineer\n", named)
    files["content/applications/acme/posting.md"] = posting
    problems = diagnose(write_site(root, files, audience=audience)).problems
    return [problem.code for problem in problems]


def test_quote_is_looked_up_in_the_private_view_only(tmp_path: Path) -> None:
    assert told(tmp_path, "Rankers that lean", "Rankers that learn") == ["quote-missing"]
    for audience in (Audience.SHARED, Audience.PUBLIC):
        assert told(tmp_path, "Rankers that lean", "Rankers that learn", audience) == []


def test_quote_of_an_empty_posting_is_missing(tmp_path: Path) -> None:
    assert told(tmp_path, "Rankers", "") == ["quote-missing"]


def test_quote_is_backed_by_the_posting_of_any_of_its_roles() -> None:
    files = edited(DOSSIER, "    strength:", "    quote: rankers\n    strength:")
    assert [p.rpartition("[")[2] for p in problems_of(files)] == ["quote-unbacked]"]
    files[DOSSIER] = files[DOSSIER].replace(
        "proof_points:", "  - {id: b, title: B, posting: {file: p.md}}\nproof_points:"
    )
    assert problems_of(files, others=["applications/acme/p.md"]) == []


def test_quote_of_another_role_s_posting_names_the_role(tmp_path: Path) -> None:
    quoted = "    roles: [ml]\n    quote: rankers\n    strength:"
    files = edited(DOSSIER, "    strength:", quoted)
    roles = "    posting: {file: a.md}\n" + "".join(
        f"  - {{id: {name}, title: {name.upper()}, posting: {{file: {name}.md}}}}\n"
        for name in ("b", "c")
    )
    files[DOSSIER] = files[DOSSIER].replace("proof_points:", f"{roles}proof_points:")
    for name, text in (("a", "None"), ("b", "None"), ("c", "Our rankers")):
        files[f"content/applications/acme/{name}.md"] = text
    (problem,) = diagnose(write_site(tmp_path, files)).problems
    assert problem.code == "quote-missing"
    assert problem.message == "the quote of the row `ranking` is from the posting of `c`"


def test_quote_without_a_posting_is_told_to_the_author_only() -> None:
    files = edited(DOSSIER, "    strength:", "    quote: rankers\n    strength:")
    files[DOSSIER] = files[DOSSIER].replace("lead:", "audience: public\nlead:")
    assert len(problems_of(files)) == 1
    assert problems_of(files, Audience.PUBLIC) == problems_of(files, Audience.SHARED) == []
