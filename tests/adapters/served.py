"""A project as `mkdocs serve` shows it, in this process and without a socket."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from dossier.adapters import mkdocs as adapter
from dossier.adapters.mkdocs_run import Run
from dossier.lint import cache
from tests.sites import files_of

URL = "http://127.0.0.1:8000/"


@dataclass(slots=True)
class Served:
    """A server that has been started, and how often it has built everything."""

    root: Path
    folder: Path
    run: Run = field(default_factory=Run)
    wholes: int = 0
    rebuild: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Build the site and begin to serve it, as the engine does."""
        adapter._run = self.run
        config = self._config()
        config.plugins.on_startup(command="serve", dirty=False)
        self._build(config)
        self.wholes = 0
        server = SimpleNamespace(builder=self._build, _inject_js_into_html=None)
        config.plugins.on_serve(server, config=config, builder=self._build)  # type: ignore[arg-type]
        self.rebuild = server.builder

    def _config(self) -> MkDocsConfig:
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.folder))
        config.site_url = URL
        return config

    def _build(self, config: MkDocsConfig | None = None) -> None:
        self.wholes += 1
        build(config or self._config(), serve_url=URL)

    def files(self) -> dict[str, bytes]:
        """Return all that is served, what is drawn when it is asked for included."""
        assert self.run.project
        for name in (*self.run.project.previews, "search/index.json"):
            self.run.late.prepare(name)
        found = files_of(self.folder)
        found.pop(".in-use")
        return found


def clean(root: Path, folder: Path) -> dict[str, bytes]:
    """Return what a server shows that is started now, and knows nothing."""
    before, known = adapter._run, list(cache._caches)
    cache.forget()
    try:
        other = Served(root, folder)
        other.start()
        return other.files()
    finally:
        adapter._run, cache._caches[:] = before, known
