"""Rules: where they stand, whose code is whose, and that each finds what it says."""

import gc
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from textwrap import indent

import pytest

from dossier import lint
from dossier.claims.sentences import sentences
from dossier.lint import all_rules, rules_for
from dossier.lint.cache import forget
from dossier.lint.file_view import file_views
from dossier.lint.rule import Rule
from dossier.load.assemble import assemble
from dossier.load.tree import read_tree
from dossier.model.audience import Audience
from dossier.plain.problems import CODES
from tests import views
from tests.builders import AS_OF, REPOSITORY, found_in
from tests.test_invalid import CASES, write_case

RULES = {rule.code: rule for rule in all_rules()}


def test_a_rule_stands_in_the_file_that_its_code_names_and_nowhere_else() -> None:
    modules = {
        name: import_module(f"dossier.lint.{name}") for _, name, _ in iter_modules(lint.__path__)
    }
    rules = {name: module.RULE.code for name, module in modules.items() if hasattr(module, "RULE")}
    assert rules == {code.replace("-", "_"): code for code in RULES}
    assert modules.keys() - rules.keys() == {
        "cache",
        "card",
        "cited_rows",
        "file_view",
        "kept_findings",
        "rule",
        "silence",
        "seen_records",
        "sight",
        "standings",
        "typed_figures",
        "watched_index",
    }


def test_no_garbage_is_looked_for_in_a_run_which_makes_none() -> None:
    library, _ = assemble(read_tree(REPOSITORY / "content", REPOSITORY), Audience.PRIVATE)
    lint.lint(library, AS_OF)
    forget()
    gc.collect()
    looked: list[str] = []
    gc.callbacks.append(lambda phase, _: looked.append(phase))
    try:
        assert lint.lint(library, AS_OF)
        assert not looked
    finally:
        gc.callbacks.pop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    sentences.cache_clear()
    assert gc.collect() < 100


def test_a_code_belongs_to_one_rule() -> None:
    codes = [code for rule in RULES.values() for code in rule.codes]
    assert len(codes) == len(set(codes))
    assert set(codes) <= CODES.keys()


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_finds_something_in_one_way_or_the_other(rule: Rule) -> None:
    assert rule.check or rule.in_card or rule.on_day or rule.across


def test_rules_of_the_author_are_asked_in_no_other_view() -> None:
    for audience in (Audience.SHARED, Audience.PUBLIC):
        assert {rule.private_only for rule in rules_for(audience)} == {False}
    assert rules_for(Audience.PRIVATE) == all_rules()


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Return the codes that each rule gives for the sites of all cases."""
    codes: dict[str, set[str]] = {code: set() for code in RULES}
    for number, case in enumerate(CASES):
        root = tmp_path_factory.mktemp(f"case-{number}")
        settings = write_case(case, root, Audience.PRIVATE)
        library = views.library(settings)
        files = tuple(file_views(library))
        for code, rule in RULES.items():
            problems = found_in(files, rule, library, settings.as_of)
            codes[code] |= {problem.code for problem in problems}
    return codes


@pytest.mark.parametrize("code", RULES)
def test_a_rule_gives_the_codes_that_it_claims(code: str, found: dict[str, set[str]]) -> None:
    assert found[code] == set(RULES[code].codes)


def test_the_rule_that_contributors_are_shown_is_the_one_that_runs() -> None:
    rule = (Path(lint.__path__[0]) / "note_missing.py").read_text(encoding="utf-8")
    assert indent(rule, "   ") in (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
