"""The Jinja environment of all markup below `fragments/`.

What may hold no blanks is written over several lines all the same: `{# -#}` at the end of a line
keeps its break out of the output. The newline behind a block is kept out by `trim_blocks`.
"""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from dossier.plain.errors import ConfigError
from dossier.render.direction import isolated
from dossier.templates import Templates


@cache
def environment(templates: Templates) -> Environment:
    """Return the environment of a site's templates. Undefined names are errors."""
    if not any((folder / "fragments").is_dir() for folder in templates.folders):
        raise ConfigError(
            f"there is no folder of templates at {templates.package}/fragments",
            "install this package again",
        )
    made = Environment(
        loader=FileSystemLoader(templates.folders),
        bytecode_cache=_compiled(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["isolated"] = isolated
    return made


class CompiledTemplates(FileSystemBytecodeCache):
    """Templates compiled once, kept beside Python's own compiled modules."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, unless Python keeps nothing or nobody may write there."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


def keep_compiled(engine: Environment) -> None:
    """Keep the compiled templates of an engine too, if nothing but Jinja has a say in them."""
    is_plain = engine.finalize is None and isinstance(engine.autoescape, bool)
    is_kept = engine.bytecode_cache is not None
    if is_plain and not is_kept and all(name.startswith("jinja2.") for name in engine.extensions):
        options = {n: v for n, v in vars(engine).items() if isinstance(v, str | bool | None)}
        # What is written in a template, such as `"a" | upper`, is worked out when it is compiled.
        filters = {name: getattr(each, "__module__", "") for name, each in engine.filters.items()}
        told = (jinja2.__version__, sorted(engine.extensions), options, sorted(filters.items()))
        engine.bytecode_cache = _compiled(repr(told))


def _compiled(settings: str = "") -> CompiledTemplates:
    # Jinja tells an edited template by its text, but not by what is set for all of them.
    told = Path(__file__).read_bytes() + settings.encode()
    folder = Path(cache_from_source(__file__)).parent
    return CompiledTemplates(
        str(folder), f"templates-{hashlib.sha256(told).hexdigest()[:16]}-%s.jinja"
    )
