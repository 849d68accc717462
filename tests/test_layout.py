"""The house: what may import what, where each test stands, how modules are named."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

# Nothing of the package is imported here: what cannot be imported is told all the same.
REPOSITORY = Path(__file__).resolve().parent.parent
HOOKS = REPOSITORY / "hooks"
PACKAGE = HOOKS / "dossier"
FLOORS = (
    {"plain"},
    {"model"},
    {"quantities", "templates"},
    {"settings", "prose"},
    {"records"},
    {"match", "claims", "verify", "configuration"},
    {"load", "lint", "render"},
    {"assistants", "exporting", "importing", "sharing"},
    {"publishing", "memory"},
    {"build"},
    {"adapters"},
    {"cli"},
    {"__main__"},
)
"""Modules and folders of the package, from the ground up. One imports from lower floors, or from
its own folder, and never from its neighbours."""
FLOOR = {name: number for number, floor in enumerate(FLOORS) for name in floor}
ENGINES = {"material", "mkdocs", "properdocs", "zensical"}

MODULES = sorted(PACKAGE.rglob("*.py"))
RULES = [path for path in MODULES if path.parent.name == "lint" and "\nRULE = " in path.read_text()]


@cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> tuple[str, ...]:
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    """Yield the full names of what a module imports, `dossier.model.base` or `mkdocs.config`."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are written from `dossier` on"
            assert node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def unit(path: Path) -> str:
    """Return the module or folder of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def dotted(path: Path) -> str:
    name = ".".join(path.relative_to(HOOKS).with_suffix("").parts)
    return name.removesuffix(".__init__")


def test_every_module_has_its_floor() -> None:
    assert {unit(path) for path in MODULES} == {*FLOOR, "__init__"}


def test_a_module_imports_from_lower_floors_or_its_own_folder() -> None:
    upward = []
    for path in MODULES:
        here = unit(path)
        for name in imports(path):
            top, _, rest = name.partition(".")
            other = rest.partition(".")[0]
            is_ours = top == "dossier" and other not in (here, "__version__")
            if is_ours and FLOOR[other] >= FLOOR[here]:
                upward.append(f"{path}: imports {name}")
    assert not upward, "\n".join(upward)


def test_no_module_imports_itself_by_way_of_others() -> None:
    modules = {dotted(path): path for path in MODULES}
    graph = {
        module: {
            found
            for name in imports(path)
            for found in (name, name.rpartition(".")[0])
            # A folder is loaded before its modules, whether they name it or not.
            if found in modules and found not in (module, module.rpartition(".")[0])
        }
        for module, path in modules.items()
    }
    list(TopologicalSorter(graph).static_order())


def test_one_adapter_alone_knows_the_engine() -> None:
    knowing = {
        path.relative_to(HOOKS).as_posix(): name.partition(".")[0]
        for path in HOOKS.rglob("*.py")
        for name in imports(path)
        if name.partition(".")[0] in ENGINES
    }
    assert set(knowing.values()) == {"mkdocs"}
    assert all(name.startswith("dossier/adapters/mkdocs") for name in knowing)


def test_a_module_has_its_tests_where_they_are_looked_for() -> None:
    # A rule is tried by the cases of its codes, see `lint/test_rule.py`.
    wanted = {
        path.relative_to(PACKAGE).with_name(f"test_{path.name}")
        for path in MODULES
        if path.name not in ("__init__.py", "__main__.py") and path not in RULES
    }
    missing = [f"tests/{name}" for name in wanted if not (REPOSITORY / "tests" / name).is_file()]
    assert not missing, "\n".join(missing)


def test_a_rule_needs_no_other_rule() -> None:
    rules = {dotted(rule) for rule in RULES}
    leaning = {path.stem: rules.intersection(imports(path)) for path in RULES}
    assert {rule: others for rule, others in leaning.items() if others} == {}


def test_a_module_says_what_it_is_for() -> None:
    silent = [str(path) for path in MODULES if not ast.get_docstring(syntax(path))]
    assert not silent, "\n".join(silent)


def test_a_module_is_read_in_one_sitting() -> None:
    lines = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: count for path, count in lines.items() if count > 300} == {}


def test_expressions_of_a_module_are_compiled_when_they_are_needed() -> None:
    # What is compiled while modules are imported costs every run, whatever it looks for.
    eager = [
        f"{path}:{node.lineno}: write `pattern(…)` of `dossier.plain.patterns`"
        for path in MODULES
        for node in _run_at_import(syntax(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ]
    assert not eager, "\n".join(eager)


def test_a_property_that_is_kept_takes_no_lock() -> None:
    # That of `functools` does up to Python 3.11, and costs more than most of what is kept.
    own = {PACKAGE / "plain" / name for name in ("cached_property.py", "frozen.py")}
    locked = {path for path in MODULES if "functools.cached_property" in imports(path)}
    assert locked == own


def _run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from _run_at_import(child)


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "common", "helpers", "helper", "misc", "tools"}
    assert not [path for path in MODULES if drawers & {*path.parts, path.stem}]


def test_folders_are_two_levels_deep_at_most() -> None:
    assert max(len(path.relative_to(PACKAGE).parts) for path in MODULES) <= 2
