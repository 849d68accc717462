"""Sites of this project's own commands, which MkDocs writes: of what was read before."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError

from dossier.adapters import mkdocs_config
from dossier.adapters.mkdocs import requesting
from dossier.adapters.mkdocs_rebuild import is_understood
from dossier.adapters.mkdocs_run import Run
from dossier.build import Project
from dossier.configuration.extensions import named_paths
from dossier.model.audience import Audience
from dossier.plain.errors import ContentError, config_error_behind
from dossier.plain.kept_results import is_installed

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""The errors of a file that there is no room for."""


def build_private(config_file: Path, directory: Path, project: Project) -> bool:
    """Write the private site of a project into a directory that the caller has made safe.

    Returns whether the same content, configuration and templates would give the same site again.
    Raises ConfigError, or ContentError if the site cannot be built.
    """
    run = _build(config_file, project, Audience.PRIVATE, site_dir=str(directory))
    return run.engine is not None and is_repeatable(run.engine.config)


def build_public(config_file: Path, project: Project, directory: Path | None = None) -> Audience:
    """Write a project's public site, strictly, into `site_dir` or a directory of the caller's.

    Returns the audience that it was built for, so that whoever publishes it need not believe it.
    Raises ConfigError, or ContentError for any problem.
    """
    place = {"site_dir": str(directory)} if directory else {}
    run = _build(config_file, project, Audience.PUBLIC, strict=True, **place)
    return run.site.library.audience if run.site else Audience.PRIVATE


def _build(
    config_file: Path,
    project: Project,
    audience: Audience,
    **options: Any,  # noqa: ANN401 - MkDocs' options
) -> Run:
    """Build what was read before, whatever happens to the files meanwhile.

    Configuration and markup the engine reads again: if they have changed, nothing is built.
    """
    project.view(audience)
    with requesting(project, audience) as run:
        config = mkdocs_config.load(config_file, **options)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        except (Abort, PluginError) as error:
            # MkDocs has logged why.
            raise config_error_behind(error) or ContentError(str(error)) from None
        except OSError as error:
            if error.errno not in _FULL:
                raise
            # It names no file, or the one that was copied.
            raise OSError(error.errno, error.strerror, config.site_dir) from error
        finally:
            config.plugins.on_shutdown()
        project.surroundings.refuse_changed()
        return run


def is_repeatable(config: MkDocsConfig) -> bool:
    """Whether no code and no file but known ones had a part in a site."""
    root = Path(config.config_file_path).resolve().parent
    own = [Path(config.theme.custom_dir).resolve()] if config.theme.custom_dir else []
    named = named_paths(config.mdx_configs.items(), root)
    hooks = {(root / str(hook)).resolve() for hook in config.hooks}
    files = (str(getattr(module, "__file__", None) or "") for module in list(sys.modules.values()))
    # What a hook or an option of an extension has imported.
    near = {Path(file).resolve() for file in files if file.startswith(str(root))} - hooks
    return (
        is_understood(config)
        and all(any(map(path.is_relative_to, own)) for path in named)
        and all(map(is_installed, near))
    )
